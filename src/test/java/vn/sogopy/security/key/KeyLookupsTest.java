package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.ResponseSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Lookups of keys in the database, the cache, and the replacement of keys. */
@QuarkusTest
class KeyLookupsTest {
  @Inject KeyCache cache;

  private static String mistyped() {
    String key = KeySecret.generate();
    char last = key.charAt(key.length() - 1);
    return key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0');
  }

  private static Response key(Map<String, Object> body) {
    return Api.as(Key.ADMIN)
        .body(body)
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  @Test
  void mistypedKeyNeedsNoQuery() {
    long lookups =
        CountingDriver.lookupsOfKeysDuring(
            () -> {
              for (int i = 0; i < 20; i++) {
                Api.wrong(mistyped()).get("/me").then().spec(problem(401, "unauthenticated"));
              }
            });
    assertThat(lookups).isZero();
  }

  @Test
  void mistypedDiffersFromUnknown() {
    Api.wrong(mistyped())
        .get("/me")
        .then()
        .spec(problem(401, "unauthenticated"))
        .spec(at("X-API-Key"));
    Api.anonymous()
        .header("Authorization", "Bearer " + mistyped())
        .get("/me")
        .then()
        .spec(at("Authorization"))
        .header("WWW-Authenticate", "Bearer realm=\"sogopy\"");
    assertThat(Api.wrong(KeySecret.generate()).get("/me").<List<?>>path("errors")).isNull();
  }

  private static ResponseSpecification at(String header) {
    return new ResponseSpecBuilder()
        .expectBody("errors[0].header", equalTo(header))
        .expectBody("errors[0].code", equalTo("checksum"))
        .build();
  }

  /** Less than one lookup per request; in a running service one in three seconds. */
  @Test
  void unknownKeyIsCached() {
    String unknown = KeySecret.generate();
    long lookups =
        CountingDriver.lookupsOfKeysDuring(
            () -> {
              for (int i = 0; i < 50; i++) {
                Api.wrong(unknown).get("/me").then().statusCode(401);
              }
            });
    assertThat(lookups).isBetween(1L, 40L);
  }

  @Test
  void unknownKeyCacheIsBounded() {
    List<byte[]> hashes =
        IntStream.range(0, 3 * KeyCache.MAX_UNKNOWN)
            .mapToObj(i -> KeySecret.hash("unknown " + i))
            .toList();
    hashes.forEach(cache::load);
    assertThat(hashes).filteredOn(cache::isUnknown).hasSizeLessThan(2 * KeyCache.MAX_UNKNOWN);
  }

  @Test
  void duplicatePlanIsOnePlan() {
    String slug = TestPlan.open().slug();
    String secret =
        key(json("name", "x", "role", "VIEWER", "plans", List.of(slug, slug))).path("key");
    Api.as(secret).get("/me").then().statusCode(200).body("plans", equalTo(List.of(slug)));
  }

  /** Two keys of one client are valid together. A retry with either finds the effect. */
  @Test
  void keyRotationHasNoGap() {
    TestPlan plan = TestPlan.open();
    String client = "eoffice-" + UUID.randomUUID();
    Map<String, Object> wanted =
        json("name", "x", "role", "SUBMITTER", "organization", "sgtvt", "client", client);
    Response first = key(wanted);
    Response second = key(wanted);
    Map<String, Object> comment = json("content", "x", "externalId", "a-1");
    String retry = UUID.randomUUID().toString();
    String made = post(first, plan, comment, retry).then().statusCode(201).extract().path("id");

    post(second, plan, comment, retry)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(made));
    post(second, plan, comment, UUID.randomUUID().toString())
        .then()
        .statusCode(200)
        .body("id", equalTo(made)); // by its externalId
    Api.as(Key.ADMIN).delete("/api-keys/" + first.path("id")).then().statusCode(204);
    post(first, plan, comment, retry).then().spec(problem(401, "unauthenticated"));
    post(second, plan, comment, retry).then().statusCode(201).body("id", equalTo(made));
  }

  private static Response post(
      Response key, TestPlan plan, Map<String, Object> comment, String retry) {
    return Api.as(key.<String>path("key"))
        .header("Idempotency-Key", retry)
        .body(comment)
        .post(plan.comments());
  }

  /** The name is for display; the code binds the key. */
  @Test
  void renamedOrganizationKeepsItsKey() {
    String code = "co-quan-" + UUID.randomUUID().toString().substring(0, 8);
    TestOrganization.make(
        json("code", code, "name", "Tên cũ " + code, "group", "COMMUNITY", "order", 1));
    String secret = key(json("name", "x", "role", "SUBMITTER", "organization", code)).path("key");
    Api.as(Key.COORDINATOR)
        .header("If-Match", "\"0\"")
        .contentType("application/merge-patch+json")
        .body(json("name", "Tên mới " + code))
        .patch("/organizations/" + code)
        .then()
        .statusCode(200);
    Api.as(secret).get("/me").then().statusCode(200).body("organization", equalTo(code));
    Api.as(secret)
        .body(json("content", "x"))
        .post(TestPlan.open().comments())
        .then()
        .statusCode(201)
        .body("organization.name", equalTo("Tên mới " + code));
  }
}
