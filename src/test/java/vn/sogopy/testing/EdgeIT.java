package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * The packaged service on a network: TLS, other origins, proxies, unknown paths, and a log at the
 * lowest level.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeIT {
  private static final String ORIGIN = "https://pages.example";
  private static final String PROXY = "127.0.0.2";

  private Path folder;
  private PackagedService service;
  private SelfMadeCertificate certificate;
  private String key;

  @BeforeAll
  void start(@TempDir Path parent) throws Exception {
    folder = parent;
    DatabaseTemplate.copyTo(folder.resolve("data"));
    certificate = SelfMadeCertificate.in(folder);
    Map<String, String> settings = new LinkedHashMap<>(certificate.settings());
    settings.put("QUARKUS_HTTP_SSL_PORT", "0");
    settings.put("SOGOPY_CORS_ORIGINS", "https://other.example," + ORIGIN);
    settings.put("SOGOPY_TRUSTED_PROXIES", PROXY);
    // Unknown paths are refused without a delay, however often they are requested.
    settings.put("SOGOPY_LIMITS_FAILURE_DELAY", "10ms");
    settings.put("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true");
    settings.put("QUARKUS_LOG_LEVEL", "TRACE");
    settings.put("QUARKUS_LOG_CATEGORY__IO_VERTX_EXT_WEB__LEVEL", "TRACE");
    settings.put("QUARKUS_LOG_CATEGORY__ORG_HIBERNATE__LEVEL", "TRACE");
    service = PackagedService.start(folder.resolve("data"), settings);
    key = service.key("COORDINATOR");
  }

  @AfterAll
  void stop() throws Exception {
    if (service != null) {
      service.close();
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    return send(HttpRequest.newBuilder(service.uri(path)), headers);
  }

  private HttpResponse<String> preflight(String origin) throws Exception {
    return send(
        HttpRequest.newBuilder(service.uri("/api/v1/comments/x"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "PATCH",
        "Access-Control-Request-Headers",
        "authorization,if-match,idempotency-key");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request, String... headers)
      throws Exception {
    return send(HttpClient.newHttpClient(), request, headers);
  }

  private static HttpResponse<String> send(
      HttpClient client, HttpRequest.Builder request, String... headers) throws Exception {
    return client.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" | ", answer.headers().allValues(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/dev-ui",
        "/q/dev-ui/",
        "/q/dev",
        "/q/dev/",
        "/q/dev-v1",
        "/q/dev-mcp",
        "/q/arc",
        "/q/arc/beans",
        "/q/info",
        "/q/console",
        "/q/health-ui",
        "/q/logging-stream",
        "/q/routes",
        "/q/graphql-ui",
        "/q/",
        "/q",
        "/@vite/client",
        "/actuator",
        "/actuator/env",
        "/.env",
        "/.git/config",
        "/META-INF/MANIFEST.MF",
        "/application.properties",
        "/index.html",
        "/debug"
      })
  void unknownPath(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isIn(401, 404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(get(path, "X-API-Key", key).statusCode()).isEqualTo(404);
  }

  @Test
  void swaggerUiRunsOnlyItsScripts() throws Exception {
    for (String page : new String[] {"index.html", "oauth2-redirect.html"}) {
      HttpResponse<String> answer = get("/q/swagger-ui/" + page);
      String policy = header(answer, "Content-Security-Policy");
      String scripts = policy.replaceAll(".*script-src ([^;]*);.*", "$1");
      assertThat(scripts).startsWith("'self' 'sha256-").doesNotContain("unsafe");
      Matcher inline = Pattern.compile("(?s)<script[^>]*>(.*?)</script>").matcher(answer.body());
      int found = 0;
      while (inline.find()) {
        byte[] text = inline.group(1).getBytes(StandardCharsets.UTF_8);
        if (!new String(text, StandardCharsets.UTF_8).isBlank()) {
          byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
          assertThat(scripts).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
          found++;
        }
      }
      assertThat(found).isPositive();
    }
  }

  @Test
  void configuredOriginIsAllowed() throws Exception {
    HttpResponse<String> asked = preflight(ORIGIN);
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(header(asked, "Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
    assertThat(header(asked, "Access-Control-Allow-Headers"))
        .contains("Authorization", "If-Match", "Idempotency-Key", "Content-Type");
    for (String path : new String[] {"/api/v1/me", "/api/v1/nothing"}) {
      HttpResponse<String> answer = get(path, "Origin", ORIGIN, "X-API-Key", key);
      assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
      assertThat(header(answer, "Access-Control-Expose-Headers"))
          .contains("ETag", "Location", "Link", "X-Request-Id", "RateLimit");
      assertThat(header(answer, "Access-Control-Allow-Credentials")).isEqualTo("false");
      // No cache keeps an answer for another origin.
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "*",
        "http://pages.example",
        "https://pages.example:8443",
        "https://pages.example.evil.example",
        "https://PAGES.example"
      })
  void otherOriginsAreRefused(String origin) throws Exception {
    HttpResponse<String> asked = preflight(origin);
    assertThat(asked.statusCode()).isEqualTo(403);
    HttpResponse<String> answer = get("/api/v1/me", "Origin", origin, "X-API-Key", key);
    assertThat(answer.statusCode()).isEqualTo(403);
    for (HttpResponse<String> each : List.of(asked, answer)) {
      assertThat(each.headers().map().keySet()).doesNotContain("access-control-allow-origin");
    }
  }

  /** A plain socket: the HTTP client of JDK 17 cannot choose its local address. */
  private String raw(String from, String path, String headers) throws IOException {
    URI uri = service.uri(path);
    try (Socket socket =
        new Socket(
            InetAddress.getByName(uri.getHost()), uri.getPort(), InetAddress.getByName(from), 0)) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: a.example\r\n"
              + headers
              + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String forwarded(String address) {
    return "X-Forwarded-For: "
        + address
        + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: evil.example\r\n"
        + "X-Forwarded-Prefix: /evil\r\nForwarded: for=7.7.7.7;host=evil.example;proto=https\r\n";
  }

  @Test
  void onlyTheConfiguredProxyIsTrusted() throws Exception {
    String path = "/api/v1/organizations/seen-from-";
    String stranger = raw("127.0.0.1", path + "stranger", forwarded("8.8.8.8"));
    String proxy = raw(PROXY, path + "proxy", forwarded("9.9.9.9"));

    for (int i = 0; i < 1_200 && !service.output().contains(path + "proxy"); i++) {
      Thread.sleep(25); // the log line comes after the response
    }
    assertThat(service.output())
        .contains("127.0.0.1 - \"GET " + path + "stranger")
        .contains("9.9.9.9 - \"GET " + path + "proxy")
        .doesNotContain("8.8.8.8 -", "7.7.7.7 -", "/evil/api");
    assertThat(stranger).contains("401").doesNotContain("Strict-Transport-Security");
    assertThat(proxy).contains("401").contains("Strict-Transport-Security: max-age=31536000");
  }

  /** No link contains the host name of the request. */
  @Test
  void hostIsNotEchoed() throws Exception {
    String as = "X-API-Key: " + key + "\r\n" + forwarded("9.9.9.9");
    for (String path :
        new String[] {
          "/api/v1/organizations?limit=1", "/q/swagger-ui", "/q/openapi?format=json", "/nothing"
        }) {
      for (String from : new String[] {"127.0.0.1", PROXY}) {
        assertThat(raw(from, path, as)).startsWith("HTTP/1.1 ").doesNotContain(".example", "/evil");
      }
    }
    assertThat(raw("127.0.0.1", "/api/v1/organizations?limit=1", as)).contains("Link: </api/v1/");
  }

  @Test
  void overTls() throws Exception {
    Matcher port = Pattern.compile("and https://[^:]+:(\\d+)").matcher(service.output());
    assertThat(port.find()).isTrue();
    URI me = URI.create("https://127.0.0.1:" + port.group(1) + "/api/v1/nothing");
    for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
      SSLContext trusting = certificate.trusted();
      SSLParameters parameters = trusting.getDefaultSSLParameters();
      parameters.setProtocols(new String[] {version});
      HttpClient client =
          HttpClient.newBuilder().sslContext(trusting).sslParameters(parameters).build();
      HttpResponse<String> answer =
          send(client, HttpRequest.newBuilder(me), "Authorization", "Bearer " + key);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(version);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(header(answer, "Strict-Transport-Security"))
          .isEqualTo("max-age=31536000; includeSubDomains");

      // With a length and in chunks. In HTTP/1.1 the response closes the connection; HTTP/2 forbids
      // that header.
      byte[] huge = new byte[2_000_000];
      for (BodyPublisher body :
          List.of(
              BodyPublishers.ofByteArray(huge),
              BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge)))) {
        HttpRequest.Builder post = HttpRequest.newBuilder(me.resolve("/api/v1/plans")).POST(body);
        HttpResponse<String> tooLarge =
            send(client, post, "X-API-Key", key, "Content-Type", "application/json");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("content-too-large");
        assertThat(header(tooLarge, "Connection")).isEmpty();
      }
    }
    assertThat(header(get("/api/v1/me"), "Strict-Transport-Security")).isEmpty();
  }

  @Test
  void logHasNoSecrets() throws Exception {
    Secrets secrets = new Secrets();
    for (String file : new String[] {"password", "superuser-password"}) {
      secrets.add(file, Files.readString(folder.resolve("data/pg/" + file)).strip());
    }
    secrets.add("password of the key store", SelfMadeCertificate.PASSWORD);
    Map<String, String> keys = new LinkedHashMap<>();
    for (Key each : Key.values()) {
      keys.put(each.name(), service.key(each.name()));
    }
    new SecretRequests(service.uri("/"), secrets).send(keys);
    assertThat(service.output()).contains(" DEBUG ", "GET /api/v1/attachments/");
    assertThat(secrets.found(service.log())).isEmpty();
  }
}
