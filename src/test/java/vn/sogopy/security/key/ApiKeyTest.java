package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Keys of other systems: created, shown once, stopped, expired. */
@QuarkusTest
class ApiKeyTest {
  private static final String NOBODY = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";

  @Inject DataSource source;

  private static ValidatableResponse post(Map<String, Object> body) {
    return Api.as(Key.ADMIN).body(body).post("/api-keys").then();
  }

  @Test
  void keyIsShownOnce() {
    String name = "Hệ thống " + UUID.randomUUID();
    Response made =
        post(json("name", name, "role", "SUBMITTER", "organization", "sxd"))
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("key", startsWith("sgy_"))
            .body("prefix", matchesPattern("sgy_[0-9A-Za-z]{8}"))
            .body("createdBy", equalTo("Quản trị (mẫu)"))
            .body("status", equalTo("ACTIVE"))
            .spec(nulls("plans", "expiresOn", "lastUsedAt", "revokedAt"))
            .extract()
            .response();
    String secret = made.path("key");
    assertThat(made.header("Location")).isEqualTo("/api/v1/api-keys/" + made.path("id"));
    assertThat(secret).startsWith(made.<String>path("prefix"));
    // Unique by default: two keys with the same client share externalIds and replays.
    assertThat(made.<String>path("client")).isEqualTo(made.path("prefix"));
    Api.as(secret)
        .get("/me")
        .then()
        .body("name", equalTo(name))
        .body("organization", equalTo("sxd"));
    assertThat(all()).noneMatch(page -> page.contains(secret));
    assertThat(all()).anyMatch(page -> page.contains(made.<String>path("prefix")));
  }

  @Test
  void secretIsNotStored() {
    String secret = post(json("name", "x", "role", "VIEWER")).extract().path("key");
    List<String> rows =
        Sql.of("select api_key::text from api_key").list(source, row -> row.getString(1));
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret.substring(13)));
  }

  private static List<String> all() {
    List<String> pages = new ArrayList<>();
    String cursor = null;
    do {
      var request = Api.as(Key.ADMIN).queryParam("limit", 5);
      Response page =
          (cursor == null ? request : request.queryParam("cursor", cursor)).get("/api-keys");
      page.then().statusCode(200);
      pages.add(page.asString());
      cursor = page.path("next");
    } while (cursor != null);
    return pages;
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"role\": \"VIEWER\"}', /name, required",
    "'{\"name\": \"x\"}', /role, required",
    "'{\"name\": \"x\", \"role\": \"CHIEF\"}', /role, invalid-enum",
    "'{\"name\": \"x\", \"role\": \"SUBMITTER\"}', /organization, required",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"organization\": \"sxd\"}', /organization, not-supported",
    "'{\"name\": \"x\", \"role\": \"SUBMITTER\", \"organization\": \"nope\"}', /organization, unknown-organization",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"plans\": []}', /plans, required",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"plans\": [\"bac-kan-2021-2030\", \"nope\"]}', /plans/1, unknown-plan",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"expiresOn\": \"soon\"}', /expiresOn, invalid-date",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"expiresOn\": \"2021-01-01\"}', /expiresOn, in-the-past",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"key\": \"mine\"}', /key, unknown-field",
    "'{\"name\": \"x\", \"role\": \"ADMIN\", \"readsRestricted\": true}', /readsRestricted, not-supported",
    "'{\"name\": \"x\", \"role\": \"VIEWER\", \"readsRestricted\": \"yes\"}', /readsRestricted, wrong-type",
  })
  void invalidKeys(String body, String pointer, String code) {
    Api.wrong(Key.ADMIN).body(body).post("/api-keys").then().spec(badField(pointer, code));
  }

  @Test
  void revocationIsImmediate() {
    Response made = post(json("name", "x", "role", "VIEWER")).extract().response();
    String secret = made.path("key");
    Api.as(secret).get("/me").then().statusCode(200);
    revoke(made.path("id")).statusCode(204);
    Api.wrong(secret).get("/me").then().spec(problem(401, "unauthenticated"));
    revoke(made.path("id")).statusCode(204); // repeated: nothing changes
    Api.as(Key.ADMIN)
        .queryParam("limit", 200)
        .queryParam("active", false)
        .get("/api-keys")
        .then()
        .body("items.find { it.id == '" + made.path("id") + "' }.revokedAt", notNullValue());
  }

  /** Another replica stops the key, so only the database shows it. */
  @Test
  void revocationReachesOtherReplicas() {
    Response made = post(json("name", "x", "role", "VIEWER")).extract().response();
    String secret = made.path("key");
    Api.as(secret).get("/me").then().statusCode(200);
    Sql.of(
            "update api_key set revoked_at = now() where id = ?",
            UUID.fromString(made.<String>path("id")))
        .execute(source);
    Instant end = Instant.now().plusSeconds(60);
    while (Api.wrong(secret).get("/me").statusCode() != 401) {
      assertThat(Instant.now()).isBefore(end);
      Thread.onSpinWait();
    }
  }

  private static ValidatableResponse revoke(String id) {
    return Api.as(Key.ADMIN).delete("/api-keys/" + id).then();
  }

  @Test
  void unknownKeyIs404() {
    revoke(NOBODY).spec(problem(404, "not-found"));
    revoke("x").spec(problem(404, "not-found"));
  }

  @Test
  void keyIsValidThroughItsLastDay() {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    String tomorrow = keyUntil(today.plusDays(1));
    Api.as(tomorrow).get("/me").then().statusCode(200);
    String yesterday = keyUntil(today);
    Sql.of(
            "update api_key set expires_on = ? where hash = ?",
            today.minusDays(1),
            KeySecret.hash(yesterday))
        .execute(source);
    Api.wrong(yesterday).get("/me").then().spec(problem(401, "unauthenticated"));
  }

  private static String keyUntil(LocalDate day) {
    return post(json("name", "x", "role", "VIEWER", "expiresOn", day.toString()))
        .statusCode(201)
        .body("expiresOn", equalTo(day.toString()))
        .extract()
        .path("key");
  }

  @Test
  void paging() {
    post(json("name", "x", "role", "VIEWER"));
    String next =
        Api.as(Key.ADMIN)
            .queryParam("limit", 2)
            .queryParam("count", true)
            .get("/api-keys")
            .then()
            .body("items", hasSize(2))
            .body("total", notNullValue())
            .extract()
            .path("next");
    String first = Api.as(Key.ADMIN).queryParam("limit", 1).get("/api-keys").path("items[0].id");
    Api.as(Key.ADMIN)
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get("/api-keys")
        .then()
        .body("items.id", not(hasItem(first)));
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(strings = {"so-gop-y", "reminders", "sample"})
  void reservedNamesAreRefused(String client) {
    Api.as(Key.ADMIN)
        .body(json("name", "x", "role", "CONSULTANT", "client", client))
        .post("/api-keys")
        .then()
        .spec(badField("/client", "already-used"));
  }

  /** Such an ADMIN does not see keys of other plans. */
  @Test
  void adminOfSomePlans() {
    String plan = TestPlan.preparing().slug();
    String other = TestPlan.preparing().slug();
    String mine = ofPlans("ADMIN", List.of(plan)).path("id");
    Response bound = ofPlans("ADMIN", List.of(plan, other));
    String secret = bound.path("key");
    ofPlans("VIEWER", null);
    String third = ofPlans("VIEWER", List.of(plan, TestPlan.preparing().slug())).path("id");
    Api.as(secret)
        .get("/api-keys?count=true&limit=1")
        .then()
        .body("items.id", equalTo(List.of(mine)))
        .body("total", equalTo(2));
    String next = Api.as(secret).get("/api-keys?limit=1").path("next");
    Api.as(secret)
        .queryParam("cursor", next)
        .get("/api-keys")
        .then()
        .body("items.id", equalTo(List.of(bound.<String>path("id"))));
    Api.as(secret).delete("/api-keys/" + third).then().spec(problem(404, "not-found"));
    Api.as(secret).delete("/api-keys/" + mine).then().statusCode(204);
  }

  private static Response ofPlans(String role, List<String> plans) {
    return post(json("name", "x", "role", role, "plans", plans))
        .statusCode(201)
        .extract()
        .response();
  }
}
