package vn.sogopy.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import vn.sogopy.platform.database.TestServers;

/**
 * A real Keycloak on this machine, from its distribution (profile "keycloak" in pom.xml), with the
 * project's realm. Its data lasts from one start to the next.
 */
public final class Keycloak implements AutoCloseable {
  public static final String REALM = "so-gop-y";
  private static final Duration READY_WAIT = Duration.ofMinutes(10);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path home;
  private final int port;
  private final String password = UUID.randomUUID().toString();
  private Process process;

  /**
   * Prepares a server without starting it.
   *
   * @param home the unpacked distribution; data of an earlier run is removed
   */
  public Keycloak(Path home) throws IOException {
    this.home = home;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    Path data = home.resolve("data");
    if (Files.exists(data)) {
      TestServers.deleteTree(data);
    }
    Path imports = Files.createDirectories(data.resolve("import"));
    Files.copy(
        Path.of("src/main/keycloak/so-gop-y-realm.json"), imports.resolve("so-gop-y-realm.json"));
  }

  /** Starts it and waits until it answers, for some minutes at most. */
  public void start() throws IOException, InterruptedException {
    Path output = home.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx512m",
                "JAVA_OPTS_APPEND",
                "-XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                password));
    process = builder.start();
    Instant end = Instant.now().plus(READY_WAIT);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IOException("Keycloak did not start:\n" + Files.readString(output));
      }
      Thread.sleep(500);
    }
  }

  private boolean answers() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer())).timeout(Duration.ofSeconds(20)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops its processes. */
  public void stop() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null && process.isAlive()) {
      stop();
    }
  }

  public String base() {
    return "http://127.0.0.1:" + port;
  }

  public String issuer() {
    return issuer(REALM);
  }

  public String issuer(String realm) {
    return base() + "/realms/" + realm;
  }

  /** A request to the administration of the realm. */
  public RequestSpecification admin() {
    String token =
        token(
            "master",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", password));
    return given()
        .baseUri(base())
        .basePath("/admin/realms/" + REALM)
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON);
  }

  /** An access token of a realm, for the fields of the token request. */
  public String token(String realm, Map<String, String> form) {
    return given()
        .baseUri(issuer(realm))
        .formParams(form)
        .post("/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** The internal id of a client. */
  public String client(String clientId) {
    return admin().queryParam("clientId", clientId).get("/clients").path("[0].id");
  }

  /** Gives an account one role of the service. */
  public void grant(String user, String role) {
    String service = client("so-gop-y");
    Map<String, Object> found =
        admin().get("/clients/" + service + "/roles/" + role).jsonPath().getMap("");
    admin()
        .body(List.of(found))
        .post("/users/" + user + "/role-mappings/clients/" + service)
        .then()
        .statusCode(204);
  }

  /** Creates a person with this password. */
  public String person(String name, String password, Map<String, List<String>> attributes) {
    admin()
        .body(
            Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.vn",
                "emailVerified",
                true,
                "firstName",
                "Bích",
                "lastName",
                "Nông Thị",
                "attributes",
                attributes,
                "credentials",
                List.of(Map.of("type", "password", "value", password))))
        .post("/users")
        .then()
        .statusCode(201);
    return admin().queryParam("username", name).get("/users").path("[0].id");
  }
}
