package vn.sogopy.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * Sign-on with a real Keycloak and the shipped realm, against the packaged service; only in the
 * Maven profile "keycloak". The tests run in order: the service starts while Keycloak is down, and
 * at the end Keycloak stops and starts again.
 */
@EnabledIfSystemProperty(
    named = "sogopy.test.keycloak",
    matches = ".+",
    disabledReason = "needs a Keycloak of 160 MB: ./mvnw verify -Pkeycloak, as .ci/run does")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
  private static final String COMMENTS = "/api/v1/plans/bac-kan-2021-2030/drafts/2/comments";

  /** Longer than the life of a token plus the allowed difference of clocks, on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String password = UUID.randomUUID().toString();
  private final String deskSecret = UUID.randomUUID().toString();
  private Keycloak keycloak;
  private PackagedService service;
  private String redirect;
  private String secret;

  @BeforeAll
  void startTheServiceAlone(@TempDir Path folder) throws Exception {
    keycloak = new Keycloak(Path.of(System.getProperty("sogopy.test.keycloak")));
    Path data = folder.resolve("data");
    DatabaseTemplate.copyTo(data);
    service =
        PackagedService.start(
            data,
            Map.of(
                "SOGOPY_OIDC_AUTH_SERVER_URL",
                keycloak.issuer(),
                "SOGOPY_OIDC_KEYS_EVERY",
                "2s",
                "SOGOPY_OIDC_DESK_CLIENT_SECRET",
                deskSecret));
    redirect = service.uri("/q/swagger-ui/oauth2-redirect.html").toString();
  }

  @AfterAll
  void stop() throws Exception {
    try (Keycloak provider = keycloak;
        PackagedService last = service) {
      assertThat(last.output()).doesNotContain("\tat ").doesNotContain(deskSecret);
    }
  }

  @Test
  @Order(1)
  void startsWithoutKeycloak() throws Exception {
    withKey(service.key("SGTVT")).statusCode(200);
    me("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln")
        .statusCode(503)
        .header("Retry-After", "10")
        .contentType("application/problem+json")
        .body("code", equalTo("sign-on-unavailable"));
    given()
        .get(service.uri("/dang-nhap/tai-khoan"))
        .then()
        .statusCode(503)
        .contentType("text/html")
        .body(containsString("đang không trả lời"));
  }

  @Test
  @Order(2)
  void findsKeycloakWithoutARestart() throws Exception {
    keycloak.start();
    String sender = keycloak.client("so-gop-y-sender");
    secret = keycloak.admin().get("/clients/" + sender + "/client-secret").path("value");
    String account =
        keycloak.admin().get("/clients/" + sender + "/service-account-user").path("id");
    Map<String, Object> user =
        new HashMap<>(keycloak.admin().get("/users/" + account).jsonPath().getMap(""));
    user.put("attributes", Map.of("organization", List.of("sgtvt")));
    keycloak.admin().body(user).put("/users/" + account).then().statusCode(204);
    keycloak.grant(account, "SUBMITTER");
    changeClient("so-gop-y-web", Map.of("redirectUris", List.of(redirect)));
    changeClient(
        "so-gop-y-desk",
        Map.of(
            "secret",
            deskSecret,
            "redirectUris",
            List.of(service.uri("/dang-nhap/tai-khoan").toString()),
            "attributes",
            Map.of("post.logout.redirect.uris", service.uri("/dang-nhap").toString())));

    until(200, this::machine);
  }

  @Test
  @Order(3)
  void clientActsForItsOrganization() throws Exception {
    String token = machine();
    me(token)
        .statusCode(200)
        .body("name", equalTo("service-account-so-gop-y-sender"))
        .body("role", equalTo("SUBMITTER"))
        .body("organization", equalTo("sgtvt"))
        .body("client", equalTo("oidc:so-gop-y-sender@sgtvt"))
        .body("plans", nullValue());
    String own = comment(token, "sgtvt").then().statusCode(201).extract().header("Location");
    comment(token, "sxd").then().statusCode(403);
    get(own, token).statusCode(200);
    get("/api/v1/plans/bac-kan-2021-2030/drafts/2/statistics", token).statusCode(403);
    get("/api/v1/api-keys", token).statusCode(403);

    String other = person("so-xay-dung", "SUBMITTER", Map.of("organization", List.of("sxd")));
    get(own, other).statusCode(404);
    me(other).statusCode(200).body("client", equalTo("oidc:so-gop-y-web@sxd"));
  }

  @Test
  @Order(4)
  void signOnInTheBrowser() throws Exception {
    String scheme = "components.securitySchemes.oidc.";
    given()
        .get(service.uri("/q/openapi?format=json"))
        .then()
        .body(scheme + "type", equalTo("oauth2"))
        .body(
            scheme + "flows.authorizationCode.authorizationUrl",
            equalTo(keycloak.issuer() + "/protocol/openid-connect/auth"))
        .body(
            scheme + "flows.authorizationCode.tokenUrl",
            equalTo(keycloak.issuer() + "/protocol/openid-connect/token"));
    given().get(redirect).then().statusCode(200);

    String token =
        person("phong-tong-hop", "COORDINATOR", Map.of("plans", List.of("bac-kan-2021-2030")));
    me(token)
        .statusCode(200)
        .body("name", equalTo("Bích Nông Thị"))
        .body("role", equalTo("COORDINATOR"))
        .body("organization", nullValue())
        .body("client", equalTo("oidc:so-gop-y-web"))
        .body("plans", equalTo(List.of("bac-kan-2021-2030")));
    get("/api/v1/plans/bac-kan-2021-2030/drafts/2/statistics", token).statusCode(200);
    get("/api/v1/plans/another", token).statusCode(404);
  }

  /** A person in a browser: the form of Keycloak, a page of the desk, sign-out of both. */
  @Test
  @Order(5)
  void signInToTheDesk() throws Exception {
    String name = "dieu-phoi";
    keycloak.grant(keycloak.person(name, password, Map.of()), "COORDINATOR");
    CookieJar browser = new CookieJar(service.uri("/").toString());
    String page = "/so/bac-kan-2021-2030/2/hom-nay";
    String offer = follow(browser, page).then().statusCode(200).extract().asString();
    String link = Jsoup.parse(offer).select("a.button").attr("href");
    assertThat(link).isEqualTo("/dang-nhap/tai-khoan?den=" + encode(page));

    Response form = follow(browser, link);
    form.then().statusCode(200).body(containsString("kc-form-login"));
    Response back =
        browser.send(
            page().formParam("username", name).formParam("password", password),
            "POST",
            Jsoup.parse(form.asString()).select("form").attr("action"));
    back.then().statusCode(302);
    browser.open(page(), back.header("Location")).then().statusCode(303).header("Location", page);
    String home = follow(browser, "/").then().statusCode(200).extract().asString();
    assertThat(home).contains("Bích Nông Thị", "Điều phối");
    follow(browser, "/api/v1/me")
        .then()
        .statusCode(200)
        .body("role", equalTo("COORDINATOR"))
        .body("client", equalTo("oidc:so-gop-y-desk"));

    Response out =
        browser.send(
            page().formParam("_ma", Jsoup.parse(home).select("input[name=_ma]").attr("value")),
            "POST",
            "/dang-xuat");
    String ended = Jsoup.parse(out.asString()).select("main a").attr("href");
    assertThat(ended).startsWith(keycloak.issuer() + "/protocol/openid-connect/logout?");
    follow(browser, ended).then().statusCode(200).body(containsString("ma_truy_cap"));
    follow(browser, "/").then().body(containsString("ma_truy_cap"));
    // The session of Keycloak has ended, too: it asks for the password again.
    follow(browser, link).then().statusCode(200).body(containsString("kc-form-login"));
  }

  private static RequestSpecification page() {
    return given()
        .redirects()
        .follow(false)
        .urlEncodingEnabled(false)
        .contentType(ContentType.URLENC.withCharset("UTF-8"));
  }

  private static Response follow(CookieJar browser, String address) {
    return browser.follow(KeycloakIT::page, address);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  @Order(6)
  void refusalNamesTheClaim() throws Exception {
    forbidden(person("khong-vai-tro", null, Map.of()), "resource_access/so-gop-y/roles");
    String twice = person("hai-vai-tro", "VIEWER", Map.of());
    me(twice).statusCode(200);
    keycloak.grant((String) Tokens.claims(twice).get("sub"), "ADMIN");
    forbidden(signOn("hai-vai-tro"), "resource_access/so-gop-y/roles");
    forbidden(person("khong-co-quan", "SUBMITTER", Map.of()), "organization");
    forbidden(
        person("co-quan-la", "SUBMITTER", Map.of("organization", List.of("nowhere"))),
        "organization");
    forbidden(
        person("thua-co-quan", "VIEWER", Map.of("organization", List.of("sxd"))), "organization");
  }

  @Test
  @Order(7)
  void alteredTokenIsRefused() throws Exception {
    String token = machine();
    invalid(Tokens.unsigned(token));
    invalid(Tokens.tampered(token, "\"organization\":\"sgtvt\"", "\"organization\":\"sxd\""));
    String key = given().get(keycloak.issuer()).then().statusCode(200).extract().path("public_key");
    byte[] der = Base64.getDecoder().decode(key);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----";
    invalid(Tokens.confused(token, der));
    invalid(Tokens.confused(token, pem.getBytes(StandardCharsets.US_ASCII)));

    given().header("X-API-Key", token).get(service.uri("/api/v1/me")).then().statusCode(401);
    given()
        .header("X-API-Key", service.key("SGTVT"))
        .auth()
        .oauth2(token)
        .get(service.uri("/api/v1/me"))
        .then()
        .statusCode(401);
    me(token).statusCode(200);
  }

  @Test
  @Order(8)
  void aTokenForAnotherServiceOrOfAnotherRealmIsRefused() throws Exception {
    String id = UUID.randomUUID().toString();
    Map<String, Object> stranger =
        Map.of("clientId", "stranger", "serviceAccountsEnabled", true, "secret", id);
    keycloak.admin().body(stranger).post("/clients").then().statusCode(201);
    invalid(keycloak.token(Keycloak.REALM, credentials("stranger", id)));

    Map<String, Object> audience =
        Map.of(
            "name",
            "audience",
            "protocol",
            "openid-connect",
            "protocolMapper",
            "oidc-audience-mapper",
            "config",
            Map.of("included.custom.audience", "so-gop-y", "access.token.claim", "true"));
    Map<String, Object> sender = new HashMap<>(stranger);
    sender.put("protocolMappers", List.of(audience));
    keycloak
        .admin()
        .basePath("/admin/realms")
        .body(Map.of("realm", "elsewhere", "enabled", true, "clients", List.of(sender)))
        .post()
        .then()
        .statusCode(201);
    String foreign = keycloak.token("elsewhere", credentials("stranger", id));
    assertThat(Tokens.claims(foreign).get("aud").toString()).contains("so-gop-y");
    invalid(foreign);
  }

  @Test
  @Order(9)
  void anExpiredTokenIsRefused() throws Exception {
    Map<String, Object> realm = new HashMap<>(keycloak.admin().get().jsonPath().getMap(""));
    realm.put("accessTokenLifespan", 1);
    keycloak.admin().body(realm).put().then().statusCode(204);
    String token = machine();
    realm.put("accessTokenLifespan", 300);
    keycloak.admin().body(realm).put().then().statusCode(204);

    until(401, () -> token);
    invalid(token);
    me(machine()).statusCode(200);
  }

  @Test
  @Order(10)
  void keyRotation() throws Exception {
    String old = machine();
    me(old).statusCode(200);
    String realm = keycloak.admin().get().path("id");
    List<String> providers =
        keycloak
            .admin()
            .queryParam("type", "org.keycloak.keys.KeyProvider")
            .get("/components")
            .path("findAll { it.providerId == 'rsa-generated' }.id");
    keycloak
        .admin()
        .body(
            Map.of(
                "name",
                "rolled-over",
                "providerId",
                "rsa-generated",
                "providerType",
                "org.keycloak.keys.KeyProvider",
                "parentId",
                realm,
                "config",
                Map.of("priority", List.of("500"), "algorithm", List.of("RS256"))))
        .post("/components")
        .then()
        .statusCode(201);
    String young = machine();
    assertThat(young.split("\\.")[0]).isNotEqualTo(old.split("\\.")[0]);
    until(200, () -> young);
    me(old).statusCode(200);

    for (String provider : providers) {
      keycloak.admin().delete("/components/" + provider).then().statusCode(204);
    }
    until(401, () -> old);
    me(young).statusCode(200);
  }

  @Test
  @Order(11)
  void knownKeysWorkWithoutKeycloak() throws Exception {
    String token = machine();
    keycloak.stop();

    withKey(service.key("SGTVT")).statusCode(200);
    me(token).statusCode(200);
    invalid(Tokens.unsigned(token));
    untilTheDeskSaysSo();
    String unknown = Tokens.withKeyId(token, "never-seen");
    until(503, () -> unknown);
    me(unknown).header("Retry-After", "10").body("code", equalTo("sign-on-unavailable"));
    me(token).statusCode(200);

    keycloak.start();
    until(401, () -> unknown);
    until(200, this::machine);
  }

  private void changeClient(String clientId, Map<String, Object> changes) {
    String id = keycloak.client(clientId);
    Map<String, Object> client =
        new HashMap<>(keycloak.admin().get("/clients/" + id).jsonPath().getMap(""));
    client.putAll(changes);
    keycloak.admin().body(client).put("/clients/" + id).then().statusCode(204);
  }

  /** That the provider does not answer: it is asked every 2 s. */
  private void untilTheDeskSaysSo() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    int last;
    do {
      Thread.sleep(500);
      last = page().get(service.uri("/dang-nhap/tai-khoan")).statusCode();
    } while (last != 503 && Instant.now().isBefore(end));
    assertThat(last).isEqualTo(503);
  }

  private String machine() {
    return keycloak.token(Keycloak.REALM, credentials("so-gop-y-sender", secret));
  }

  private static Map<String, String> credentials(String client, String secret) {
    return Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret);
  }

  /** The token of a new person with one role of the service, or none. */
  private String person(String name, String role, Map<String, List<String>> attributes)
      throws Exception {
    String id = keycloak.person(name, password, attributes);
    if (role != null) {
      keycloak.grant(id, role);
    }
    return signOn(name);
  }

  private String signOn(String name) throws Exception {
    return CodeFlow.signOn(keycloak, redirect, name, password);
  }

  private ValidatableResponse me(String token) throws IOException {
    return get("/api/v1/me", token);
  }

  private ValidatableResponse get(String path, String token) throws IOException {
    return given().auth().oauth2(token).get(service.uri(path)).then();
  }

  private ValidatableResponse withKey(String key) throws IOException {
    return given().header("X-API-Key", key).get(service.uri("/api/v1/me")).then();
  }

  private Response comment(String token, String organization) throws IOException {
    return given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(Map.of("content", "Đề nghị rà soát.", "organization", organization))
        .post(service.uri(COMMENTS));
  }

  private void invalid(String token) throws IOException {
    me(token)
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", startsWith("Bearer "))
        .header("WWW-Authenticate", containsString("invalid_token"))
        .body("code", equalTo("unauthenticated"));
  }

  private void forbidden(String token, String claim) throws IOException {
    me(token)
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("token-not-entitled"))
        .body("detail", containsString("\"" + claim + "\""));
  }

  private interface TokenSource {
    String get() throws Exception;
  }

  private void until(int status, TokenSource token) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    int last;
    do {
      Thread.sleep(500);
      last = me(token.get()).extract().statusCode();
    } while (last != status && Instant.now().isBefore(end));
    assertThat(last).isEqualTo(status);
  }
}
