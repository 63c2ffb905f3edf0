package vn.sogopy.platform.http.limit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that speaks by the byte; it gives up after a while, so that a test ends. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  Wire(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  static String head(String line, String... headers) {
    return line + "\r\nHost: x\r\n" + String.join("", headers);
  }

  Wire send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /**
   * What comes until the server closes the connection.
   *
   * @throws SocketTimeoutException if it does not
   */
  String untilClosed() throws IOException {
    return untilClosed(null);
  }

  /** As {@link #untilClosed()}, sending this every 100 ms meanwhile. */
  String untilClosed(String dribble) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    int looks = 0;
    socket.setSoTimeout(100);
    while (looks < PATIENCE_MILLIS / 100) {
      try {
        if (dribble != null) {
          send(dribble);
        }
        int next = in.read();
        if (next < 0) {
          return all.toString(StandardCharsets.UTF_8);
        }
        all.write(next);
        all.writeBytes(in.readNBytes(in.available()));
      } catch (SocketTimeoutException nothing) {
        looks++;
      } catch (IOException reset) {
        return all.toString(StandardCharsets.UTF_8);
      }
    }
    throw new SocketTimeoutException("the server keeps the connection: " + all);
  }

  /**
   * Waits until the server has closed the connection, and reads nothing.
   *
   * @throws SocketTimeoutException if it does not
   */
  void awaitClosed() throws IOException, InterruptedException {
    for (int looks = 0; looks < PATIENCE_MILLIS / 100; looks++) {
      Thread.sleep(100);
      try {
        send("X");
      } catch (IOException closed) {
        return;
      }
    }
    throw new SocketTimeoutException("the server keeps the connection");
  }

  /** The next line, without its end; what the server closed before is an empty one. */
  String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    for (int next = in.read(); next >= 0 && next != '\r'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
