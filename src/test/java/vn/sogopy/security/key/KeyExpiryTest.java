package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;

/** A key that expires soon is announced to its owner, in lists and in the log. */
@QuarkusTest
class KeyExpiryTest {
  private static final String HEADER = "X-API-Key-Expires-On";

  @Inject ApiKeyService service;
  @Inject DataSource source;

  private static LocalDate today() {
    return VietnamTime.dayOf(Instant.now());
  }

  private static Response key(String name, LocalDate day) {
    String last = day == null ? null : day.toString();
    return Api.as(Key.ADMIN)
        .body(json("name", name, "role", "VIEWER", "expiresOn", last))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static String keyOf(String organization, LocalDate day) {
    String last = day == null ? null : day.toString();
    return Api.as(Key.ADMIN)
        .body(
            json("name", "x", "role", "SUBMITTER", "organization", organization, "expiresOn", last))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse me(Response key) {
    return Api.as(key.<String>path("key"))
        .header("Accept-Language", "en")
        .get("/me")
        .then()
        .statusCode(200);
  }

  @Test
  void ownerIsWarned() {
    LocalDate soon = today().plusDays(14);
    Response key = key("x", soon);
    me(key)
        .header(HEADER, soon.toString())
        .body("keyExpiresOn", equalTo(soon.toString()))
        .body("warnings[0].pointer", equalTo("/keyExpiresOn"))
        .body("warnings[0].code", equalTo("key-expires"))
        .body("warnings[0].detail", containsString(soon.toString()));
    // On every response, including refusals.
    Api.wrong(key.<String>path("key"))
        .get("/nowhere")
        .then()
        .spec(problem(404, "not-found"))
        .header(HEADER, soon.toString());
  }

  @Test
  void noEarlyWarning() {
    LocalDate later = today().plusDays(15);
    me(key("x", later))
        .header(HEADER, nullValue())
        .body("keyExpiresOn", equalTo(later.toString()))
        .body("warnings", empty());
    me(key("x", null)).header(HEADER, nullValue()).spec(Api.nulls("keyExpiresOn"));
  }

  private static ValidatableResponse list(String... filter) {
    var request = Api.as(Key.ADMIN).queryParam("limit", 200);
    for (int i = 0; i < filter.length; i += 2) {
      request.queryParam(filter[i], filter[i + 1]);
    }
    return request.get("/api-keys").then();
  }

  private static ValidatableResponse wrong(String name, String value) {
    return Api.wrong(Key.ADMIN).queryParam(name, value).get("/api-keys").then();
  }

  /** The organization is new, so that the list has no other keys. */
  @Test
  void filterExpiring() {
    String code = "co-quan-" + UUID.randomUUID().toString().substring(0, 8);
    TestOrganization.make(json("code", code, "name", code, "group", "COMMUNITY", "order", 1));
    String soon = keyOf(code, today());
    String later = keyOf(code, today().plusDays(100));
    String never = keyOf(code, null);
    String over = keyOf(code, today());
    Sql.of(
            "update api_key set expires_on = ? where id = ?",
            today().minusDays(1),
            UUID.fromString(over))
        .execute(source);
    list("expiring", "true", "organization", code)
        .body("items.id", hasItem(soon))
        .body("items.id", not(hasItem(later)))
        .body("items.id", not(hasItem(never)))
        .body("items.id", not(hasItem(over)))
        .body("items.status", everyItem(equalTo("ACTIVE")));
    list("expiring", "false", "organization", code)
        .body("items.id", hasItem(later))
        .body("items.id", hasItem(never))
        .body("items.id", hasItem(over))
        .body("items.id", not(hasItem(soon)));
    list("active", "false", "organization", code)
        .body("items.find { it.id == '" + over + "' }.status", equalTo("EXPIRED"))
        .body("items.status", not(hasItem("ACTIVE")));
    Api.as(Key.ADMIN).delete("/api-keys/" + over).then().statusCode(204);
    list("active", "false", "organization", code)
        .body("items.find { it.id == '" + over + "' }.status", equalTo("REVOKED"));
  }

  @Test
  void filterByRoleAndOrganization() {
    list("organization", "sgtvt")
        .body("items.organization", everyItem(equalTo("sgtvt")))
        .body("items.role", hasItem("SUBMITTER"));
    list("role", "ADMIN,COORDINATOR").body("items.role", not(hasItem("VIEWER")));
    wrong("role", "CHIEF").spec(badParameter("role", "invalid-enum"));
    wrong("expiring", "soon").spec(badParameter("expiring", "invalid-enum"));
  }

  @Test
  void logHasNoKey() {
    Response soon = key("Hệ thống\nSở X", today().plusDays(3));
    String never = key("x", null).path("prefix");
    List<String> lines = new ArrayList<>();
    Handler listener = listener(lines);
    Logger log = Logger.getLogger(ApiKeyService.class.getName());
    log.addHandler(listener);
    try {
      service.logExpiring();
    } finally {
      log.removeHandler(listener);
    }
    assertThat(lines)
        .anyMatch(
            line ->
                line.contains(soon.<String>path("prefix"))
                    && line.contains("(Hệ thống Sở X)")
                    && line.contains(today().plusDays(3).toString()))
        .noneMatch(line -> line.contains(soon.<String>path("key")))
        .noneMatch(line -> line.contains(never));
  }

  private static Handler listener(List<String> lines) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        lines.add(
            entry.getParameters() == null
                ? entry.getMessage()
                : String.format(entry.getMessage(), entry.getParameters()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
