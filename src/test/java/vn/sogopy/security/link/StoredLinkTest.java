package vn.sogopy.security.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.link.DownloadLinkService.DownloadLink;
import vn.sogopy.security.link.DownloadLinkService.DownloadLinkInput;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UsedKeys;

/** Links of a COORDINATOR for days: listed, revocable, audited, without restricted comments. */
@QuarkusTest
class StoredLinkTest {
  private static final String BASE = "/api/v1";
  private static final int WEEK = 7 * 24 * 60;

  @Inject DownloadLinkService service;

  private TestPlan plan;
  private String file;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.comment("Mở đường");
    file = plan.draftPath(1) + "/register/file?format=csv";
  }

  private static ValidatableResponse make(String secret, String path, int minutes) {
    return Api.as(secret)
        .body(json("path", BASE + path, "minutes", minutes))
        .post("/download-links")
        .then();
  }

  private static Map<String, String> link(String secret, String path) {
    var made = make(secret, path, WEEK).statusCode(201).body("id", notNullValue()).extract();
    String url = made.path("url");
    UsedKeys.note(url.substring(url.indexOf("link=") + "link=".length()));
    return Map.of("id", made.path("id"), "url", url);
  }

  private static ValidatableResponse open(String url) {
    return Api.anonymous().basePath("").urlEncodingEnabled(false).get(url).then();
  }

  private static ValidatableResponse revoke(String id) {
    return Api.as(Key.COORDINATOR).delete("/download-links/" + id).then();
  }

  private static ValidatableResponse list() {
    return Api.as(Key.COORDINATOR)
        .queryParam("limit", 200)
        .get("/download-links")
        .then()
        .statusCode(200);
  }

  private static String key(String role, String... plans) {
    return Api.as(Key.ADMIN)
        .body(json("name", "x", "role", role, "plans", List.of(plans)))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  @Test
  void weekIsListedAndRevoked() {
    Instant before = Instant.now();
    Map<String, String> link = link(Key.COORDINATOR.secret(), file);
    open(link.get("url")).statusCode(200);
    String row = "items.find { it.id == '" + link.get("id") + "' }.";
    ValidatableResponse listed =
        list()
            .body("items[0].id", equalTo(link.get("id")))
            .body(row + "path", equalTo(BASE + file))
            .body(row + "plan", equalTo(plan.slug()))
            .body(row + "createdBy", equalTo("Sở Kế hoạch và Đầu tư (mẫu)"))
            .spec(nulls("items[0].revokedAt", "items[0].revokedBy"));
    assertThat(Instant.parse(listed.extract().path(row + "expiresAt")))
        .isAfter(before.plus(Duration.ofMinutes(WEEK)).minusSeconds(2));
    assertThat(listed.extract().asString())
        .doesNotContain(link.get("url").substring(link.get("url").indexOf("link=")));
    revoke(link.get("id")).statusCode(204);
    open(link.get("url")).spec(problem(401, "link-invalid"));
    list()
        .body(row + "revokedAt", notNullValue())
        .body(row + "revokedBy", equalTo("Sở Kế hoạch và Đầu tư (mẫu)"));
    revoke(link.get("id")).statusCode(204);
    revoke(UUID.randomUUID().toString()).spec(problem(404, "not-found"));
  }

  /** The archive of a plan cannot be made without restricted comments. */
  @Test
  void archiveHasAnHour() {
    String path = plan.path() + "/archive";
    make(Key.COORDINATOR.secret(), path, 61).spec(badField("/minutes", "out-of-range"));
    make(Key.COORDINATOR.secret(), path, 60).statusCode(201).spec(nulls("id"));
  }

  /** The link of an hour is signed and not stored, as before. */
  @Test
  void hourIsNotListed() {
    make(Key.COORDINATOR.secret(), file, 60).statusCode(201).spec(nulls("id"));
    list().body("items.findAll { it.plan == '" + plan.slug() + "' }", hasSize(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"CONSULTANT", "VIEWER", "SGTVT", "ADMIN"})
  void othersHaveAnHour(Key key) {
    make(key.secret(), file, 60).statusCode(201);
    make(key.secret(), file, 61).spec(badField("/minutes", "out-of-range"));
    Api.as(key).get("/download-links").then().spec(problem(403, "forbidden"));
    Api.as(key)
        .delete("/download-links/" + UUID.randomUUID())
        .then()
        .spec(problem(403, "forbidden"));
  }

  @Test
  void badRequests() {
    Api.wrong(Key.COORDINATOR)
        .body(json("path", BASE + file, "minutes", WEEK + 1))
        .post("/download-links")
        .then()
        .spec(badField("/minutes", "out-of-range"));
    for (String unknown :
        List.of(
            "/attachments/" + UUID.randomUUID(),
            "/editions/" + UUID.randomUUID() + "/register/file?format=pdf",
            "/organizations/template",
            "/plans/khong-co/drafts/1/register/file?format=pdf")) {
      make(Key.COORDINATOR.secret(), unknown, WEEK).spec(badField("/path", "not-a-download"));
    }
    // Of a plan that the key is not for.
    make(key("COORDINATOR", TestPlan.open().slug()), file, WEEK)
        .spec(badField("/path", "not-a-download"));
  }

  @Test
  void eachOpeningIsAudited() {
    Map<String, String> link = link(Key.COORDINATOR.secret(), file);
    for (int opened = 1; opened <= 2; opened++) {
      open(link.get("url")).statusCode(200);
      Api.as(Key.ADMIN)
          .queryParam("credential", "link:" + link.get("id"))
          .get("/audit")
          .then()
          .body("items", hasSize(opened))
          .body("items[0].operation", equalTo("exportRegister"))
          .body("items[0].plan", equalTo(plan.slug()))
          .body("items[0].name", equalTo("Sở Kế hoạch và Đầu tư (mẫu)"));
    }
  }

  /** Also of what is no export for a key. */
  @ParameterizedTest
  @ValueSource(strings = {"/readiness/file", "/readiness?format=html", "/consultees/template"})
  void openingOfAPageIsAudited(String path) {
    Map<String, String> link = link(Key.COORDINATOR.secret(), plan.draftPath(1) + path);
    open(link.get("url")).statusCode(200);
    Api.as(Key.ADMIN)
        .queryParam("credential", "link:" + link.get("id"))
        .get("/audit")
        .then()
        .body("items", hasSize(1))
        .body("items[0].plan", equalTo(plan.slug()));
  }

  @Test
  void neverWithRestrictedComments() {
    plan.comment(Key.SGTVT, json("content", "Tuyến đường mật Zanzibar", "restricted", true));
    String edition =
        "/editions/"
            + Api.as(Key.COORDINATOR)
                .body(json("allowUnanswered", true))
                .post(plan.draftPath(1) + "/editions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    for (String path :
        List.of(
            file,
            plan.draftPath(1) + "/readiness/file",
            edition + "/register/file?format=csv",
            edition + "/register/file?format=html")) {
      String week = text(link(Key.COORDINATOR.secret(), path).get("url"));
      assertThat(week).as(path).doesNotContain("Zanzibar");
    }
    assertThat(text(link(Key.COORDINATOR.secret(), file).get("url"))).contains("Mở đường");
    String hour = make(Key.COORDINATOR.secret(), file, 60).extract().path("url");
    assertThat(text(hour)).contains("Zanzibar");
    open(link(Key.COORDINATOR.secret(), edition + "/register/file?format=csv&public=false")
            .get("url"))
        .spec(problem(403, "forbidden"));
  }

  private static String text(String url) {
    return new String(open(url).statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void keyOfAnotherPlanKnowsNoLink() {
    Map<String, String> link = link(Key.COORDINATOR.secret(), file);
    String other = key("COORDINATOR", TestPlan.open().slug());
    Api.as(other).get("/download-links").then().body("items.id", not(hasItem(link.get("id"))));
    Api.as(other)
        .delete("/download-links/" + link.get("id"))
        .then()
        .spec(problem(404, "not-found"));
    open(link.get("url")).statusCode(200);
    Api.as(key("COORDINATOR", plan.slug()))
        .delete("/download-links/" + link.get("id"))
        .then()
        .statusCode(204);
    open(link.get("url")).spec(problem(401, "link-invalid"));
  }

  /** A token lives for minutes: the link outlives it, since it can be revoked. */
  @Test
  void linkOfAPersonOutlivesTheToken() {
    Caller person =
        new Caller("Bà B", "web", Role.COORDINATOR, null, Set.of(plan.slug()), "oidc:b");
    Actor now = Actor.now(person);
    DownloadLink link =
        service.create(now, new DownloadLinkInput(BASE + file, WEEK), now.at().plusSeconds(300));
    assertThat(link.expiresAt()).isAfter(now.at().plus(Duration.ofMinutes(WEEK)).minusSeconds(2));
    open(link.url()).statusCode(200).header("Content-Disposition", startsWith("attachment"));
    revoke(link.id().toString()).statusCode(204);
    open(link.url()).spec(problem(401, "link-invalid"));
  }

  @Test
  void expiry() {
    Caller person = new Caller("Bà B", "web", Role.COORDINATOR, null, null, "oidc:b");
    Actor then = new Actor(person, Instant.now().minus(Duration.ofMinutes(WEEK + 1)));
    DownloadLink link = service.create(then, new DownloadLinkInput(BASE + file, WEEK), null);
    open(link.url()).spec(problem(401, "link-expired"));
  }
}
