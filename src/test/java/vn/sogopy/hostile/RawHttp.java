package vn.sogopy.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plain HTTP/1.1 client that can send anything, including invalid requests. It uses one
 * connection at a time and keeps it open between requests if possible.
 */
final class RawHttp implements AutoCloseable {
  private static final int ANSWER_WAIT_MS = 60_000;
  private static final int BROKEN_WAIT_MS = 1_500;

  private final int port;
  private Socket socket;
  private InputStream in;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * @param status 0 = the connection was closed without a response
   */
  record Answer(int status, List<String[]> headers, byte[] body) {
    String header(String name) {
      return headers.stream()
          .filter(header -> header[0].equalsIgnoreCase(name))
          .map(header -> header[1])
          .findFirst()
          .orElse(null);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  Answer send(Message message) throws IOException {
    byte[] bytes = message.toBytes();
    boolean reused = socket != null;
    try {
      Answer answer = exchange(bytes, message);
      if (answer.status() == 0 && reused) {
        // The service has closed the connection between two requests.
        return exchange(bytes, message);
      }
      return answer;
    } finally {
      if (!message.framed) {
        close();
      }
    }
  }

  private Answer exchange(byte[] bytes, Message message) throws IOException {
    if (socket == null) {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    }
    socket.setSoTimeout(message.framed ? ANSWER_WAIT_MS : BROKEN_WAIT_MS);
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException refused) {
      // The service responds before it has read everything: the response may still be readable.
    }
    try {
      Answer answer = read(message.method);
      while (answer.status() == 100) {
        answer = read(message.method);
      }
      if (answer.status() == 0 || "close".equalsIgnoreCase(answer.header("Connection"))) {
        close();
      }
      return answer;
    } catch (IOException e) {
      close();
      if (!message.framed || e instanceof java.net.SocketException) {
        return none();
      }
      throw e;
    }
  }

  private static Answer none() {
    return new Answer(0, List.of(), new byte[0]);
  }

  private Answer read(String method) throws IOException {
    String line = line();
    if (line == null) {
      return none();
    }
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
      throw new IllegalStateException("no status line: " + line);
    }
    int status = Integer.parseInt(words[1]);
    List<String[]> headers = new ArrayList<>();
    for (line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.add(new String[] {line.substring(0, colon), line.substring(colon + 1).strip()});
    }
    Answer head = new Answer(status, headers, new byte[0]);
    if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
      return head;
    }
    return new Answer(status, headers, body(head));
  }

  private byte[] body(Answer head) throws IOException {
    String length = head.header("Content-Length");
    if (length != null) {
      return in.readNBytes(Integer.parseInt(length));
    }
    String coding = head.header("Transfer-Encoding");
    if (coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (int size = size(); size > 0; size = size()) {
        out.writeBytes(in.readNBytes(size));
        line();
      }
      line();
      return out.toByteArray();
    }
    byte[] rest = in.readAllBytes();
    close();
    return rest;
  }

  private int size() throws IOException {
    String line = line();
    if (line == null) {
      throw new IOException("the answer ends within its chunks");
    }
    return Integer.parseInt(line.strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.size() == 0 ? null : line.toString(StandardCharsets.ISO_8859_1);
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
