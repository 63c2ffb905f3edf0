package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * A second service on the database of the first, which is external for it: refused starts, and the
 * delay until it refuses a stopped key and the session of a stopped code.
 */
class TwoServicesIT {
  private static final String ADMIN = "first-0123456789abcdef0123456789abcdef";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path parent;

  private static Path data;
  private static PackagedService first;

  @BeforeAll
  static void start() throws Exception {
    data = parent.resolve("first");
    DatabaseTemplate.copyTo(data);
    first =
        PackagedService.start(
            data, Map.of("SOGOPY_SAMPLE_DATA", "false", "SOGOPY_BOOTSTRAP_ADMIN_KEY", ADMIN));
  }

  @AfterAll
  static void stop() throws Exception {
    first.close();
  }

  private static String url(String database) throws IOException {
    String port = Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(3);
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static void sql(String user, String database, String file, String statement)
      throws Exception {
    String password = Files.readString(data.resolve("pg").resolve(file)).strip();
    try (Connection connection = DriverManager.getConnection(url(database), user, password);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static void sql(String statement) throws Exception {
    sql("sogopy", "sogopy", "password", statement);
  }

  private static Map<String, String> onTheSameDatabase(String... more) throws Exception {
    Map<String, String> variables = new HashMap<>();
    variables.put("QUARKUS_DATASOURCE_JDBC_URL", url("sogopy"));
    variables.put("QUARKUS_DATASOURCE_USERNAME", "sogopy");
    variables.put(
        "QUARKUS_DATASOURCE_PASSWORD", Files.readString(data.resolve("pg/password")).strip());
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  /** One line for the operator, without a stack trace. */
  private static void refuses(Path folder, Map<String, String> variables, String... words)
      throws Exception {
    try (PackagedService second = PackagedService.launch(folder, variables)) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output()).doesNotContain("\tat ", "Exception");
      assertThat(second.output().lines().filter(line -> line.startsWith("so-gop-y cannot start. ")))
          .singleElement()
          .asString()
          .contains(words);
    }
  }

  private static Path folder() throws IOException {
    return Files.createTempDirectory(parent, "second-");
  }

  private static HttpResponse<String> send(
      PackagedService service, String method, String path, String key, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.uri("/api/v1" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("X-API-Key", key)
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode key() throws Exception {
    String wanted = "{\"name\": \"x\", \"role\": \"VIEWER\", \"client\": \"eoffice\"}";
    HttpResponse<String> made = send(first, "POST", "/api-keys", ADMIN, wanted);
    assertThat(made.statusCode()).isEqualTo(201);
    return JSON.readTree(made.body());
  }

  private static int me(PackagedService service, String key) throws Exception {
    return send(service, "GET", "/me", key, null).statusCode();
  }

  /** The cookie of a person who has signed in at a page. */
  private static String signIn(PackagedService service, String code) throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(service.uri("/dang-nhap"))
            .POST(HttpRequest.BodyPublishers.ofString("ma_truy_cap=" + code))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();
    HttpResponse<String> answer = HTTP.send(form, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "");
  }

  private static int page(PackagedService service, String cookie) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(service.uri("/")).header("Cookie", cookie).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  @Test
  void stoppedCodeEndsTheSessionsOfTheOtherService() throws Exception {
    try (PackagedService second = PackagedService.start(folder(), onTheSameDatabase())) {
      String wanted = "{\"name\": \"Người thử\", \"role\": \"VIEWER\", \"person\": true}";
      JsonNode code = JSON.readTree(send(first, "POST", "/api-keys", ADMIN, wanted).body());
      String cookie = signIn(first, code.get("key").asText());
      assertThat(page(first, cookie)).isEqualTo(200);
      assertThat(page(second, cookie)).isEqualTo(200);

      String path = "/api-keys/" + code.get("id").asText();
      assertThat(send(first, "DELETE", path, ADMIN, null).statusCode()).isEqualTo(204);
      Instant end = Instant.now().plusSeconds(5);

      assertThat(page(first, cookie)).isEqualTo(303);
      Instant sent = Instant.now();
      while (page(second, cookie) != 303) {
        assertThat(sent).isBefore(end);
        Thread.sleep(20); // below the client's request rate
        sent = Instant.now();
      }
    }
  }

  @Test
  void revocationReachesTheOtherService() throws Exception {
    try (PackagedService second = PackagedService.start(folder(), onTheSameDatabase())) {
      JsonNode old = key();
      String stopped = old.get("key").asText();
      String successor = key().get("key").asText();
      assertThat(me(second, stopped)).isEqualTo(200);
      assertThat(me(second, successor)).isEqualTo(200);

      String path = "/api-keys/" + old.get("id").asText();
      assertThat(send(first, "DELETE", path, ADMIN, null).statusCode()).isEqualTo(204);

      Instant end = Instant.now().plusSeconds(5);

      assertThat(me(first, stopped)).isEqualTo(401);
      Instant sent = Instant.now();
      while (me(second, stopped) != 401) {
        assertThat(sent).isBefore(end);
        assertThat(me(second, successor)).isEqualTo(200);
        Thread.sleep(20); // below the client's request rate
        sent = Instant.now();
      }
      assertThat(me(first, successor)).isEqualTo(200);
      assertThat(second.stop()).isEqualTo(143);
      // The stop wrote the uses held in memory.
      String list = send(first, "GET", "/api-keys", ADMIN, null).body();
      for (JsonNode shown : JSON.readTree(list).get("items")) {
        if (shown.get("id").equals(old.get("id"))) {
          assertThat(shown.get("lastUsedAt").isNull()).isFalse();
          assertThat(shown.get("status").asText()).isEqualTo("REVOKED");
        }
      }
    }
  }

  @Test
  void unusableDatabase() throws Exception {
    refuses(
        folder(),
        onTheSameDatabase("QUARKUS_DATASOURCE_PASSWORD", "wrong"),
        url("sogopy"),
        "QUARKUS_DATASOURCE_PASSWORD");
    refuses(
        folder(),
        onTheSameDatabase("QUARKUS_DATASOURCE_JDBC_URL", url("nowhere") + "?user=sogopy"),
        url("nowhere") + " is not there",
        "QUARKUS_DATASOURCE_JDBC_URL");
    refuses(
        folder(),
        onTheSameDatabase("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/sogopy"),
        "jdbc:postgresql://127.0.0.1:1/sogopy cannot be reached",
        "QUARKUS_DATASOURCE_JDBC_URL");
  }

  @Test
  void unsafeProvider() throws Exception {
    refuses(
        folder(),
        onTheSameDatabase("SOGOPY_OIDC_AUTH_SERVER_URL", "http://sso.example.vn/realms/x"),
        "SOGOPY_OIDC_AUTH_SERVER_URL must be an https URL");
  }

  @Test
  void databaseOfAnotherBuild() throws Exception {
    sql("postgres", "postgres", "superuser-password", "create database older owner sogopy");
    sql(
        "sogopy",
        "older",
        "password",
        """
        create table flyway_schema_history (installed_rank int primary key, version varchar(50),
          description varchar(200) not null, type varchar(20) not null, script varchar(1000) not null,
          checksum int, installed_by varchar(100) not null,
          installed_on timestamp not null default now(), execution_time int not null, success boolean not null);
        insert into flyway_schema_history values
          (1, '1', 'main job', 'SQL', 'V1__main_job.sql', 1, 'sogopy', now(), 1, true),
          (2, '25', 'no empty letterhead', 'SQL', 'V25__no_empty_letterhead.sql', 1, 'sogopy', now(), 1, true)
        """);
    refuses(
        folder(),
        onTheSameDatabase("QUARKUS_DATASOURCE_JDBC_URL", url("older")),
        "made by another build",
        "QUARKUS_DATASOURCE_JDBC_URL",
        "SOGOPY_DATA_DIR");
  }

  @Test
  void theSampleAndItsKeys() throws Exception {
    refuses(
        folder(),
        onTheSameDatabase("SOGOPY_SAMPLE_DATA", "true"),
        "SOGOPY_SAMPLE_DATA=false",
        "SOGOPY_START_ALLOW=sample-keys");
    sql("update api_key set sample = true where created_by = 'first start'");
    try {
      refuses(folder(), onTheSameDatabase(), "SOGOPY_START_ALLOW=sample-keys");
      // This database asks for scram-sha-256, so the service may listen for other machines.
      Map<String, String> allowed =
          onTheSameDatabase("SOGOPY_START_ALLOW", "sample-keys", "QUARKUS_HTTP_HOST", "0.0.0.0");
      try (PackagedService second = PackagedService.start(folder(), allowed)) {
        assertThat(second.output()).contains("WARN", "Keys of the sample");
      }
    } finally {
      sql("update api_key set sample = false");
    }
  }

  @Test
  void trustingDatabase() throws Exception {
    Path hba = data.resolve("pg/data/pg_hba.conf");
    String before = Files.readString(hba);
    Files.writeString(hba, before.replace("scram-sha-256", "trust"));
    reload(true);
    try {
      refuses(
          folder(),
          onTheSameDatabase("QUARKUS_HTTP_HOST", "0.0.0.0"),
          "pg_hba.conf",
          "QUARKUS_HTTP_HOST=127.0.0.1");
    } finally {
      Files.writeString(hba, before);
      reload(false);
    }
  }

  /** Makes the server reload its files, and waits until it trusts all connections, or none. */
  private static void reload(boolean trusts) throws Exception {
    sql("postgres", "postgres", "superuser-password", "select pg_reload_conf()");
    for (int i = 0; i < 3_000 && trusts() != trusts; i++) {
      Thread.sleep(20);
    }
    assertThat(trusts()).isEqualTo(trusts);
  }

  private static boolean trusts() throws IOException {
    try (Connection connection =
        DriverManager.getConnection(url("sogopy"), "sogopy", "not the password")) {
      return true;
    } catch (SQLException refused) {
      return false;
    }
  }

  @Test
  void readableKeyFiles() throws Exception {
    Path folder = folder();
    Path file = Files.writeString(folder.resolve("admin-key.env"), "SOGOPY_KEY_ADMIN=x\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    refuses(folder, onTheSameDatabase(), "chmod 600 '", "admin-key.env'");
  }

  @Test
  void noUsableKey() throws Exception {
    sql("update api_key set revoked_at = now() where revoked_at is null");
    try {
      refuses(folder(), onTheSameDatabase(), "SOGOPY_BOOTSTRAP_ADMIN_KEY");
      refuses(
          folder(),
          onTheSameDatabase("SOGOPY_BOOTSTRAP_ADMIN_KEY", ADMIN),
          "SOGOPY_BOOTSTRAP_ADMIN_KEY was stopped");
      String next = "second-0123456789abcdef0123456789abcdef";
      try (PackagedService second =
          PackagedService.start(folder(), onTheSameDatabase("SOGOPY_BOOTSTRAP_ADMIN_KEY", next))) {
        assertThat(me(second, next)).isEqualTo(200);
      }
    } finally {
      sql("update api_key set revoked_at = null where created_by = 'first start'");
    }
  }
}
