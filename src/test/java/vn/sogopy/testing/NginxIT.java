package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * Debian's nginx with {@code src/main/nginx/sogopy.conf} in front of the packaged service. Only the
 * addresses and the certificate of that file are replaced.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NginxIT {
  private static final Path FILE = Path.of("src/main/nginx/sogopy.conf");

  /** The limit of the file for one address. */
  private static final int MOST_UNDER_WAY = 200;

  private static final String SLOW = "127.0.0.3";
  private static final String OTHER = "127.0.0.4";
  private static final int PATIENCE_MILLIS = 120_000;

  private Path folder;
  private PackagedService service;
  private Process nginx;
  private SSLContext tls;
  private int port;
  private String submitter;

  @BeforeAll
  void start(@TempDir Path parent) throws Exception {
    Path program =
        Stream.of(System.getenv("PATH").split(":"), new String[] {"/usr/sbin"})
            .flatMap(Stream::of)
            .map(place -> Path.of(place, "nginx"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(program != null, "nginx is not installed");
    folder = parent;
    DatabaseTemplate.copyTo(folder.resolve("data"));
    service =
        PackagedService.start(
            folder.resolve("data"), Map.of("SOGOPY_TRUSTED_PROXIES", "127.0.0.1"));
    submitter = service.key("SGTVT");
    SelfMadeCertificate certificate = SelfMadeCertificate.in(folder);
    certificate.writePem(folder.resolve("tls.crt"), folder.resolve("tls.key"));
    tls = certificate.trusted();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Files.writeString(folder.resolve("sogopy.conf"), configuration());
    Files.writeString(
        folder.resolve("nginx.conf"),
        """
        daemon off;
        user root;
        pid nginx.pid;
        events { worker_connections 2000; }
        http {
          client_body_temp_path body;
          proxy_temp_path proxy;
          fastcgi_temp_path fastcgi;
          uwsgi_temp_path uwsgi;
          scgi_temp_path scgi;
          include sogopy.conf;
        }
        """);
    nginx =
        new ProcessBuilder(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                folder.resolve("error.log").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
    awaitNginx();
  }

  private String configuration() throws IOException {
    String text = Files.readString(FILE);
    text = replaced(text, "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
    text = replaced(text, "127.0.0.1:8080", "127.0.0.1:" + service.port());
    text = replaced(text, "/etc/nginx/tls.crt", folder.resolve("tls.crt").toString());
    text = replaced(text, "/etc/nginx/tls.key", folder.resolve("tls.key").toString());
    return replaced(text, "/var/log/nginx/sogopy.log", folder.resolve("access.log").toString());
  }

  private static String replaced(String text, String part, String by) {
    assertThat(text.split(Pattern.quote(part), -1)).as(part).hasSize(2);
    return text.replace(part, by);
  }

  private void awaitNginx() throws Exception {
    while (true) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        return;
      } catch (IOException notYet) {
        assertThat(nginx.isAlive()).as(Files.readString(folder.resolve("nginx.log"))).isTrue();
        Thread.sleep(50);
      }
    }
  }

  @AfterAll
  void stop() throws Exception {
    if (nginx != null) {
      nginx.destroy();
      nginx.waitFor();
    }
    if (service != null) {
      service.close();
    }
  }

  /** A connection from this local address. */
  private Socket connect(String from) throws IOException {
    Socket plain = new Socket();
    plain.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    plain.connect(new InetSocketAddress("127.0.0.1", port));
    Socket socket = tls.getSocketFactory().createSocket(plain, "127.0.0.1", port, true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String head(String line, String... headers) {
    return line + " HTTP/1.1\r\nHost: x\r\n" + String.join("", headers);
  }

  private String key() {
    return "X-API-Key: " + submitter + "\r\n";
  }

  private static String length(int bytes) {
    return "Content-Type: application/json\r\nContent-Length: " + bytes + "\r\n\r\n";
  }

  private String ask(String from, String request) throws IOException {
    try (Socket socket = connect(from)) {
      send(socket, request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String me(String from) throws IOException {
    return ask(from, head("GET /api/v1/me", key(), "Connection: close\r\n\r\n"));
  }

  /** The bytes until the proxy closes the connection; sends the text meanwhile, unless null. */
  private static String untilClosed(Socket socket, String dribble) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    socket.setSoTimeout(100);
    for (int looks = 0; looks < PATIENCE_MILLIS / 100; looks++) {
      try {
        if (dribble != null) {
          send(socket, dribble);
        }
        int next = in.read();
        if (next < 0) {
          return all.toString(StandardCharsets.UTF_8);
        }
        all.write(next);
      } catch (SocketTimeoutException nothing) {
        continue;
      } catch (IOException reset) {
        return all.toString(StandardCharsets.UTF_8);
      }
    }
    throw new SocketTimeoutException("the connection is kept: " + all);
  }

  @Test
  void addressOfTheClientIsForwarded() throws Exception {
    String body = "{\"content\": \"Qua máy chủ trung gian\"}";
    String answer =
        ask(
            "127.0.0.2",
            head(
                "POST /api/v1/plans/bac-kan-2021-2030/drafts/2/comments",
                key(),
                "X-Request-Id: through-nginx\r\n",
                "X-Forwarded-For: 192.0.2.1\r\n",
                "Connection: close\r\n",
                length(body.getBytes(StandardCharsets.UTF_8).length),
                body));
    assertThat(answer).startsWith("HTTP/1.1 201");
    String line =
        ask(
            "127.0.0.2",
            head(
                "GET /api/v1/audit?requestId=through-nginx",
                "X-API-Key: " + service.key("ADMIN") + "\r\n",
                "Connection: close\r\n\r\n"));
    assertThat(line).contains("\"address\":\"127.0.0.2\"");
  }

  @Test
  void slowHeadersTimeOut() throws Exception {
    try (Socket socket = connect("127.0.0.5")) {
      send(socket, "GET /q/health/live HTTP/1.1\r\n");
      assertThat(untilClosed(socket, "X-A: b\r\n")).doesNotContain("HTTP/1.1 200");
    }
  }

  /** The maximum of slow bodies of one address; then one more, and one of another address. */
  @Test
  void slowBodiesDoNotBlockOthers() throws Exception {
    List<Socket> dribbling = new ArrayList<>();
    try {
      for (int i = 0; i < MOST_UNDER_WAY; i++) {
        Socket socket = connect(SLOW);
        dribbling.add(socket);
        send(
            socket,
            head(
                "POST /api/v1/plans/bac-kan-2021-2030/drafts/2/comments",
                key(),
                length(5_000),
                "{"));
      }
      // The last of them may still be on its way to a worker of nginx.
      String refused = me(SLOW);
      for (int i = 0; i < 100 && !refused.startsWith("HTTP/1.1 429"); i++) {
        refused = me(SLOW);
      }
      assertThat(refused).startsWith("HTTP/1.1 429");
      for (int i = 0; i < 20; i++) {
        for (Socket socket : dribbling) {
          send(socket, " ");
        }
        assertThat(me(OTHER)).startsWith("HTTP/1.1 200");
      }
      // No thread of the service waits for a body: no part of them has reached it.
      assertThat(service.jcmd("Thread.print")).doesNotContain("VertxInputStream");
      // The bodies stop: each connection is closed, and the address may send again.
      for (Socket socket : dribbling) {
        assertThat(untilClosed(socket, null)).doesNotContain("HTTP/1.1 20");
      }
      assertThat(me(SLOW)).startsWith("HTTP/1.1 200");
    } finally {
      for (Socket socket : dribbling) {
        socket.close();
      }
    }
    assertThat(Files.readString(folder.resolve("access.log")))
        .contains(SLOW)
        .contains("/comments\" 408");
  }
}
