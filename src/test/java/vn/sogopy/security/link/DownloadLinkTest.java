package vn.sogopy.security.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.link.DownloadLinkService.DownloadLink;
import vn.sogopy.security.link.DownloadLinkService.DownloadLinkInput;
import vn.sogopy.security.link.LinkSigner.LinkPayload;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UsedKeys;

/** Links to one file, for people in a browser. */
@QuarkusTest
class DownloadLinkTest {
  private static final String BASE = "/api/v1";

  @Inject DataSource source;
  @Inject EntityManager entities;
  @Inject DownloadLinkService service;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.comment("Mở đường");
  }

  private static ValidatableResponse make(String secret, Map<String, Object> body) {
    return Api.as(secret).body(body).post("/download-links").then();
  }

  private static String link(String secret, String path) {
    String url = make(secret, json("path", BASE + path)).statusCode(201).extract().path("url");
    UsedKeys.note(url.substring(url.indexOf("link=") + "link=".length()));
    return url;
  }

  private static RequestSpecification browser() {
    return Api.anonymous().basePath("").urlEncodingEnabled(false);
  }

  private static ValidatableResponse open(String url) {
    return browser().get(url).then();
  }

  private static Map<String, String> key(String role, String... plans) {
    Map<String, Object> body = json("name", "Người tải", "role", role);
    if (plans.length > 0) {
      body.put("plans", List.of(plans));
    }
    var made = Api.as(Key.ADMIN).body(body).post("/api-keys").then().statusCode(201).extract();
    return Map.of("id", made.path("id"), "secret", made.path("key"));
  }

  @Test
  void createLink() {
    String path = BASE + plan.draftPath(1) + "/register?format=csv";
    Instant before = Instant.now();
    ValidatableResponse made =
        make(Key.VIEWER.secret(), json("path", path, "minutes", 60))
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("path", equalTo(path))
            .body("url", startsWith(path + "&link="));
    String url = made.extract().path("url");
    assertThat(made.extract().header("Location")).endsWith(url);
    assertThat(Instant.parse(made.extract().path("expiresAt")))
        .isBetween(
            before.plus(Duration.ofMinutes(60)).minusSeconds(1),
            Instant.now().plus(Duration.ofMinutes(60)));
    assertThat(url).doesNotContain(Key.VIEWER.secret());
    open(url)
        .statusCode(200)
        .header("Content-Disposition", startsWith("attachment"))
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer");
  }

  /** The response has the same bytes as one with the key. */
  @Test
  void everyFile() {
    String letter = UUID.randomUUID().toString().substring(0, 8);
    TestLetter sent =
        TestLetter.send(plan, Key.SGTVT, TestLetter.letter(letter, "Sửa cầu Bắc Kạn"));
    byte[] scan = "%PDF-1.4\nx\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    String attachment =
        TestForm.as(Key.SGTVT)
            .body(TestForm.of(TestForm.part("file", "scan.pdf", scan)))
            .post(sent.path() + "/attachments")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String edition =
        Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true, "allowUnplaced", true))
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String draft = plan.draftPath(1);
    for (String path :
        List.of(
            "/attachments/" + attachment,
            "/editions/" + edition + "/register?format=docx",
            "/editions/" + edition + "/register?format=xlsx&view=section",
            "/editions/" + edition + "/register/file?format=docx",
            draft + "/register/file?format=docx",
            draft + "/consultees/file?format=csv",
            draft + "/readiness/file",
            draft + "/sections/file",
            draft + "/register?format=docx",
            draft + "/register?format=xlsx",
            draft + "/register?format=pdf",
            draft + "/register?format=html",
            draft + "/comment-imports/template",
            draft + "/consultees?format=csv",
            draft + "/readiness?format=html",
            draft + "/sections?format=csv",
            draft + "/worklist?open=true")) {
      String url = link(Key.COORDINATOR.secret(), path);
      ValidatableResponse got = open(url).statusCode(200);
      ValidatableResponse own = Api.as(Key.COORDINATOR).urlEncodingEnabled(false).get(path).then();
      assertThat(got.extract().contentType()).as(path).isEqualTo(own.extract().contentType());
      assertThat(got.extract().asByteArray()).as(path).isNotEmpty();
      browser().head(url).then().statusCode(200);
    }
    String url = link(Key.COORDINATOR.secret(), "/attachments/" + attachment);
    assertThat(open(url).extract().asByteArray()).isEqualTo(scan);
    browser().header("Range", "bytes=0-3").get(url).then().statusCode(206).body(equalTo("%PDF"));
  }

  @Test
  void textInTheQuery() {
    String url = link(Key.CONSULTANT.secret(), plan.draftPath(1) + "/worklist?section=MĐ&q=mở");
    open(url).statusCode(200);
  }

  @Test
  void linkBelongsToPathAndQuery() {
    String draft = plan.draftPath(1);
    String url = link(Key.COORDINATOR.secret(), draft + "/register?format=csv");
    String token = url.substring(url.indexOf("link="));
    for (String other :
        List.of(
            draft + "/register?format=docx&" + token,
            draft + "/register?format=csv&public=true&" + token,
            draft + "/register?" + token,
            draft + "/register?format=csv&" + token + "&" + token,
            draft + "/register?format=csv&link=",
            draft + "/register?format=csv&link=x.y",
            draft + "/register?format=csv&" + token + "A",
            TestPlan.open().draftPath(1) + "/register?format=csv&" + token,
            "/me?" + token,
            "/nowhere?" + token)) {
      open(BASE + other)
          .spec(problem(401, "link-invalid"))
          .header("WWW-Authenticate", startsWith("Bearer"))
          .body(not(containsString(token)));
    }
  }

  @Test
  void linkIsReadOnly() {
    String url = link(Key.COORDINATOR.secret(), plan.draftPath(1) + "/worklist");
    browser().body("x").post(url).then().spec(problem(401, "link-invalid"));
    browser().delete(url).then().spec(problem(401, "link-invalid"));
  }

  @Test
  void linkAndKeyAreRefused() {
    String url = link(Key.VIEWER.secret(), plan.draftPath(1) + "/register?format=csv");
    String secret = Key.VIEWER.secret();
    browser().header("X-API-Key", secret).get(url).then().spec(problem(401, "link-invalid"));
    browser()
        .header("Authorization", "Bearer " + secret)
        .get(url)
        .then()
        .spec(problem(401, "link-invalid"));
  }

  @Test
  void expiry() {
    Caller viewer = new Caller("A", "a", Role.VIEWER, null, null, "oidc:a");
    String path = BASE + plan.draftPath(1) + "/register?format=csv";
    Actor actor = new Actor(viewer, Instant.now().minus(Duration.ofMinutes(16)));
    DownloadLink over = service.create(actor, new DownloadLinkInput(path, 15), Instant.MAX);
    open(over.url())
        .spec(problem(401, "link-expired"))
        .body("detail", containsString("tạo liên kết mới"))
        .body("instance", equalTo(BASE + plan.draftPath(1) + "/register"));
    browser()
        .header("Accept-Language", "en")
        .get(over.url())
        .then()
        .body("detail", containsString("make a new one"));
    open(over.url() + "x").spec(problem(401, "link-invalid"));
  }

  /** Rights that cannot be looked up later are in the link, which expires with the token. */
  @Test
  void oidcCaller() {
    Caller caller = new Caller("Bà B", "web", Role.VIEWER, null, Set.of(plan.slug()), "oidc:b");
    String path = BASE + plan.draftPath(1) + "/register?format=csv";
    Actor now = Actor.now(caller);
    DownloadLinkInput hour = new DownloadLinkInput(path, 60);
    DownloadLink link = service.create(now, hour, null);
    assertThat(link.expiresAt()).isBetween(now.at().plusSeconds(299), now.at().plusSeconds(300));
    open(link.url()).statusCode(200);
    Instant end = now.at().plusSeconds(42);
    assertThat(service.create(now, hour, end).expiresAt()).isBetween(end.minusSeconds(1), end);
    TestPlan other = TestPlan.open();
    DownloadLink foreign =
        service.create(
            now,
            new DownloadLinkInput(BASE + other.draftPath(1) + "/register?format=csv", 5),
            null);
    open(foreign.url()).spec(problem(404, "not-found"));
  }

  @Test
  void revokedKeyRevokesItsLinks() {
    Map<String, String> key = key("VIEWER");
    String url = link(key.get("secret"), plan.draftPath(1) + "/register?format=csv");
    open(url).statusCode(200);
    Api.as(Key.ADMIN).delete("/api-keys/" + key.get("id")).then().statusCode(204);
    open(url).spec(problem(401, "link-invalid"));
  }

  @Test
  void rightsAreCheckedAtUse() {
    Map<String, String> key = key("COORDINATOR", plan.slug());
    String url = link(key.get("secret"), plan.draftPath(1) + "/worklist");
    // No link has used the key, so it is not cached by its id.
    Sql.of("update api_key set role = 'VIEWER' where id = ?", UUID.fromString(key.get("id")))
        .execute(source);
    open(url).spec(problem(403, "forbidden"));
  }

  @Test
  void refusalsEqualThoseOfTheKey() {
    String submitter = link(Key.SGTVT.secret(), plan.draftPath(1) + "/register?format=csv");
    open(submitter).spec(problem(403, "forbidden"));
    open(link(Key.VIEWER.secret(), "/attachments/" + UUID.randomUUID()))
        .spec(problem(404, "not-found"));
    open(link(Key.VIEWER.secret(), plan.draftPath(1) + "/register?format=csv&nope=1"))
        .spec(Api.badParameter("nope", "unknown-parameter"));
  }

  /** A link shows restricted comments only if its creator may see them. */
  @Test
  void restrictedFollowsTheCreator() {
    plan.comment(Key.SGTVT, json("content", "Tuyến đường mật Zanzibar", "restricted", true));
    String path = plan.draftPath(1) + "/register?format=csv";
    assertThat(text(link(Key.COORDINATOR.secret(), path))).contains("Zanzibar");
    assertThat(text(link(Key.VIEWER.secret(), path)))
        .contains("Mở đường")
        .doesNotContain("Zanzibar");
  }

  private static String text(String url) {
    return new String(open(url).statusCode(200).extract().asByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void badRequests() {
    for (String path : List.of("/api/v1/me", "/api/v1/../q/metrics", "/q/metrics")) {
      make(Key.VIEWER.secret(), json("path", path)).spec(badField("/path", "not-a-download"));
    }
    for (String path : List.of("https://evil.example/x", "//evil.example/x", "x y", "")) {
      ValidatableResponse refused =
          Api.wrong(Key.VIEWER).body(json("path", path)).post("/download-links").then();
      refused.spec(badField("/path", path.isEmpty() ? "blank" : "invalid-format"));
    }
    String good = BASE + plan.draftPath(1) + "/register?format=csv";
    for (int minutes : new int[] {0, 61}) {
      Api.wrong(Key.VIEWER)
          .body(json("path", good, "minutes", minutes))
          .post("/download-links")
          .then()
          .spec(badField("/minutes", "out-of-range"));
    }
    Api.wrong(Key.VIEWER)
        .header("Idempotency-Key", "k")
        .body(json("path", good))
        .post("/download-links")
        .then()
        .spec(badHeader("Idempotency-Key", "not-supported"));
    Api.anonymous()
        .body(json("path", good))
        .post("/download-links")
        .then()
        .spec(problem(401, "unauthenticated"));
  }

  /** One random secret, shared by all replicas. */
  @Test
  void secretIsStoredOnce() {
    link(Key.VIEWER.secret(), plan.draftPath(1) + "/register?format=csv");
    List<byte[]> rows =
        Sql.of("select secret from download_link_secret")
            .list(source, row -> row.getBytes("secret"));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0)).hasSize(32).isNotEqualTo(new byte[32]);
    DownloadLinkService replica = new DownloadLinkService();
    replica.entities = entities;
    LinkPayload payload = new LinkPayload(UUID.randomUUID(), null, 1, null);
    LinkSigner signer = QuarkusTransaction.requiringNew().call(replica::signer);
    assertThat(signer.sign(payload, "/")).isEqualTo(service.signer().sign(payload, "/"));
  }
}
