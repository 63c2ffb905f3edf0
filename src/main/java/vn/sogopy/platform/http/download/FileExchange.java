package vn.sogopy.platform.http.download;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Function;
import org.apache.commons.io.output.ProxyOutputStream;
import org.jboss.resteasy.reactive.PathPart;
import vn.sogopy.platform.http.Exchange;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.TemporaryFiles;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.text.VietnamTime;

/** Sends a file as the response to the current request; supports conditions and ranges. */
@RequestScoped
public class FileExchange {
  private static final int BUFFER = 64 * 1024;

  @Inject RoutingContext context;
  @Inject Exchange exchange;
  @Inject TemporaryFiles temporary;

  /** The headers of a file. */
  public record Facts(String name, String mediaType, long size, String sha256) {}

  /**
   * Writes bytes of a file, from the first to the last, inclusive; throws FileNotFoundException if
   * the file was deleted meanwhile.
   */
  @FunctionalInterface
  public interface Source {
    void write(long from, long to, OutputStream out) throws IOException;
  }

  /**
   * Makes a file and sends it. The work stops if the client disconnects.
   *
   * @throws ProblemException 503 if the disk cannot be written
   */
  public Response make(String name, String mediaType, TemporaryFile.Content content) {
    return make(Disposition.ATTACHMENT, name, mediaType, content);
  }

  /**
   * As {@link #make(String, String, TemporaryFile.Content)}.
   *
   * @throws ProblemException 400 for a type that browsers do not show
   */
  public Response make(
      Disposition disposition, String name, String mediaType, TemporaryFile.Content content) {
    disposition.requireFor(mediaType);
    return send(disposition, name, mediaType, write(content));
  }

  /**
   * Sends a file that was made, and deletes it at the end of the response. Responds as {@link
   * #send(Facts, Source)}.
   *
   * @throws ProblemException 416 for a range outside the file
   */
  public Response send(Disposition disposition, String name, String mediaType, TemporaryFile file) {
    context.addEndHandler(ended -> file.close());
    return answer(
        disposition,
        new Facts(name, mediaType, file.size(), file.sha256()),
        range -> new PathPart(file.path(), range.from(), range.length()));
  }

  public Response template(TableTemplate template) {
    LocalDate today = VietnamTime.today();
    return make(template.title() + ".xlsx", MediaTypes.XLSX, out -> template.write(today, out));
  }

  /**
   * Sends a stored file. Responds 200; to a GET also 206 or 304. The Content-Length is sent first,
   * so that a client detects a broken stream.
   *
   * @throws ProblemException 416 for a range outside the file, 404 if the file was deleted
   *     meanwhile
   */
  public Response send(Facts file, Source source) {
    return send(Disposition.ATTACHMENT, file, source);
  }

  /**
   * As {@link #send(Facts, Source)}.
   *
   * @throws ProblemException 400 for a type that browsers do not show
   */
  public Response send(Disposition disposition, Facts file, Source source) {
    disposition.requireFor(file.mediaType());
    return answer(
        disposition,
        file,
        range -> {
          TemporaryFile part = spool(out -> copy(source, range, out));
          return new PathPart(part.path(), 0, part.size());
        });
  }

  private static void copy(Source source, ByteRange range, OutputStream out) throws IOException {
    try {
      source.write(range.from(), range.to(), out);
    } catch (FileNotFoundException deleted) {
      throw ProblemException.notFound();
    }
  }

  /**
   * A temporary file until the end of the response. Nothing incomplete is sent, and a slow client
   * holds neither a thread nor memory.
   */
  public TemporaryFile spool(TemporaryFile.Content content) {
    TemporaryFile file = write(content);
    context.addEndHandler(ended -> file.close());
    return file;
  }

  /** Writes a temporary file while the client is connected. The caller closes it. */
  public TemporaryFile write(TemporaryFile.Content content) {
    HttpServerResponse response = context.response();
    return temporary.write(out -> content.write(new Connected(out, response)));
  }

  /**
   * Sends a file while it is made: without size, digest, conditions and ranges. A failure before
   * the first bytes are sent is a problem; a later one breaks the connection, so that no client
   * takes a part for the whole. A slow client holds the thread: the caller limits how many do.
   */
  public Response stream(String name, String mediaType, TemporaryFile.Content content) {
    HttpServerResponse response = context.response();
    StreamingOutput body =
        out -> {
          OutputStream buffer = new BufferedOutputStream(new Connected(out, response), BUFFER);
          try {
            content.write(buffer);
            buffer.flush();
          } catch (IOException | RuntimeException | Error e) {
            if (!response.headWritten()) {
              throw e;
            }
            breakOff(e);
          }
        };
    boolean head = context.request().method().equals(HttpMethod.HEAD);
    return Response.ok(head ? null : body, mediaType)
        .header("Content-Disposition", Download.disposition(name))
        .build();
  }

  /**
   * Closes the connection before the framework ends the response. If the failure were thrown, the
   * framework would reset the response, and that skips the handlers of its end.
   */
  private void breakOff(Throwable failure) {
    ProblemWriter.problemOf(context, failure); // It is logged there.
    context
        .request()
        .connection()
        .close()
        .otherwiseEmpty()
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  /** Stops the work for a client that has disconnected: there is no caller to report it to. */
  private static final class Connected extends ProxyOutputStream {
    private final HttpServerResponse response;

    private Connected(OutputStream out, HttpServerResponse response) {
      super(out);
      this.response = response;
    }

    @Override
    protected void beforeWrite(int length) {
      if (response.closed()) {
        throw FailureProblems.unavailable();
      }
    }

    @Override
    protected void handleIOException(IOException e) throws IOException {
      beforeWrite(0);
      throw e;
    }
  }

  private Response answer(Disposition disposition, Facts file, Function<ByteRange, PathPart> body) {
    String tag = "\"" + file.sha256() + "\"";
    boolean head = context.request().method().equals(HttpMethod.HEAD);
    boolean get = context.request().method().equals(HttpMethod.GET);
    boolean reads = get || head;
    if (reads && exchange.isKnown(tag)) {
      return Response.notModified().header("ETag", tag).build();
    }
    // A range is defined only for GET: RFC 9110 section 14.2.
    ByteRange range =
        ByteRange.of(
            get ? context.request().getHeader("Range") : null,
            context.request().getHeader("If-Range"),
            tag,
            file.size());
    Response.ResponseBuilder answer =
        Response.status(range.partial() ? 206 : 200)
            .type(file.mediaType())
            .entity(head ? null : body.apply(range))
            .header("Content-Length", range.length())
            .header("Content-Disposition", Download.disposition(disposition, file.name()));
    if (disposition == Disposition.INLINE) {
      answer.header(BrowserHeaders.POLICY, Disposition.policy(file.mediaType()));
    }
    if (reads) {
      // The response to a POST cannot be requested again.
      answer.header("ETag", tag).header("Accept-Ranges", "bytes");
    }
    if (range.partial()) {
      answer.header("Content-Range", range.contentRange());
    }
    return answer.build();
  }
}
