package vn.sogopy.platform.http.download;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;

/**
 * Sends a file as the response to the current request, as a stream; supports conditions and ranges.
 */
@RequestScoped
public class FileExchange {
  private static final Logger LOG = Logger.getLogger(FileExchange.class);

  @Inject RoutingContext context;
  @Inject Exchange exchange;
  @Inject TemporaryFiles temporary;

  /** The headers of a file. */
  public record Facts(String name, String mediaType, long size, String sha256) {}

  /** Writes bytes of a file, from the first to the last, inclusive. */
  @FunctionalInterface
  public interface Source {
    void write(long from, long to, OutputStream out) throws IOException;
  }

  /**
   * Writes a {@linkplain TemporaryFile temporary file} and sends it with {@link #send}, so that
   * nothing incomplete is sent. The work stops if the client disconnects.
   *
   * @throws ProblemException 503 if the disk cannot be written
   */
  public Response make(String name, String mediaType, TemporaryFile.Content content) {
    TemporaryFile file = write(content);
    context.addEndHandler(ended -> close(file));
    return send(
        new Facts(name, mediaType, file.size(), file.sha256()),
        (from, to, out) -> copy(file, from, to, out));
  }

  /** Writes a temporary file while the client is connected. The caller closes it. */
  public TemporaryFile write(TemporaryFile.Content content) {
    HttpServerResponse response = context.response();
    return temporary.write(out -> content.write(new Attended(out, response)));
  }

  private static void close(TemporaryFile file) {
    try {
      file.close();
    } catch (IOException e) {
      LOG.warn("cannot close a temporary file", e);
    }
  }

  private static void copy(TemporaryFile file, long from, long to, OutputStream out)
      throws IOException {
    try {
      file.copy(from, to, out);
    } catch (ClosedChannelException e) {
      throw new ClientGoneException(e);
    }
  }

  /**
   * Responds 200; to a GET also 206 or 304. The Content-Length is sent first, so that a client
   * detects a broken stream.
   *
   * @throws ProblemException 416 for a range outside the file
   */
  public Response send(Facts file, Source source) {
    String tag = "\"" + file.sha256() + "\"";
    boolean head = context.request().method().equals(HttpMethod.HEAD);
    boolean get = context.request().method().equals(HttpMethod.GET);
    boolean reads = get || head;
    if (reads && exchange.isKnown(tag)) {
      return Response.notModified().header("ETag", tag).header("Cache-Control", "no-store").build();
    }
    // A range is defined only for GET: RFC 9110 section 14.2.
    ByteRange range =
        ByteRange.of(
            get ? context.request().getHeader("Range") : null,
            context.request().getHeader("If-Range"),
            tag,
            file.size());
    StreamingOutput body =
        out -> source.write(range.from(), range.to(), new OnePiece(out, context.response()));
    Response.ResponseBuilder answer =
        Response.status(range.partial() ? 206 : 200)
            .type(file.mediaType())
            .entity(head ? null : body)
            .header("Content-Length", range.length())
            .header("Content-Disposition", Download.disposition(file.name()))
            .header("Cache-Control", "no-store");
    if (reads) {
      // The response to a POST cannot be requested again.
      answer.header("ETag", tag).header("Accept-Ranges", "bytes");
    }
    if (range.partial()) {
      answer.header("Content-Range", range.contentRange());
    }
    return answer.build();
  }

  /**
   * Writes a piece only after the previous one was sent. The framework's stream checks whether the
   * queue of the connection is full, but data that waits for the event loop is not in that queue
   * yet: with many clients, files would fill the memory.
   */
  private static final class OnePiece extends FilterOutputStream {
    /** Timeout of one piece. */
    private static final int WAIT_SECONDS = 60;

    private final HttpServerResponse response;

    private OnePiece(OutputStream out, HttpServerResponse response) {
      super(out);
      this.response = response;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
        out.flush();
        // An empty buffer is written after all previous ones.
        response
            .write(Buffer.buffer())
            .toCompletionStage()
            .toCompletableFuture()
            .get(WAIT_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClientGoneException(e);
      } catch (IOException | ExecutionException | TimeoutException e) {
        throw new ClientGoneException(e);
      }
    }
  }

  /** Fails when the client has disconnected. */
  private static final class Attended extends FilterOutputStream {
    private final HttpServerResponse response;

    private Attended(OutputStream out, HttpServerResponse response) {
      super(out);
      this.response = response;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (response.closed()) {
        throw new ClientGoneException(null);
      }
      out.write(bytes, offset, length);
    }
  }

  /** The client disconnected or stopped reading: no error of the service. */
  public static final class ClientGoneException extends IOException {
    private ClientGoneException(Exception cause) {
      super(cause);
    }
  }
}
