package vn.sogopy.security.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CookieJar;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.OtherServers;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Sign-in to the desk by the provider, over HTTP; {@code KeycloakIT} uses a real Keycloak. */
@QuarkusTest
@TestProfile(OtherServers.class)
class ProviderSignInTest {
  private static final String ACCOUNT = "/dang-nhap/tai-khoan";
  private static final Pattern TOKEN = Pattern.compile("name=\"_ma\" value=\"([0-9a-f]{64})\"");

  TestIssuer issuer;

  private CookieJar browser;

  @BeforeEach
  void openABrowser() {
    browser = newBrowser();
  }

  private static CookieJar newBrowser() {
    return new CookieJar(RestAssured.baseURI + ":" + RestAssured.port);
  }

  private JwtClaims person(String role, String name) {
    JwtClaims claims = issuer.claims(role);
    claims.setClaim("azp", TestIssuer.DESK);
    claims.setClaim("name", name);
    issuer.signIn(claims);
    return claims;
  }

  private RequestSpecification request() {
    return given().redirects().follow(false).urlEncodingEnabled(false);
  }

  private Response open(String address) {
    return browser.open(request(), address);
  }

  /** Follows the redirects from the link of the sign-in page to the page that shows something. */
  private Response signIn(String query) {
    return browser.follow(this::request, ACCOUNT + query);
  }

  @Test
  void codeFlowBeginsASession() {
    person("COORDINATOR", "Nông Thị Bích");
    Response start = open(ACCOUNT + "?den=%2Fquan-tri%3Fa%3D1");
    start.then().statusCode(303).header("Location", startsWith(issuer.url() + "/auth?"));
    assertThat(start.header("Location"))
        .contains(
            "response_type=code",
            "client_id=so-gop-y-desk",
            "code_challenge_method=S256",
            "nonce=",
            "%2Fdang-nhap%2Ftai-khoan&");
    assertThat(start.headers().getValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(
            cookie ->
                assertThat(cookie)
                    .containsIgnoringCase("HttpOnly")
                    .contains("Path=/dang-nhap/tai-khoan", "SameSite=Lax"));

    Response code = open(start.header("Location"));
    Response back = open(code.header("Location"));
    back.then().statusCode(303).header("Location", "/quan-tri?a=1");
    assertThat(back.headers().getValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("q_session"))
        .filteredOn(cookie -> cookie.startsWith(SessionMechanism.COOKIE + "="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800");
    assertThat(browser.names()).containsExactly(SessionMechanism.COOKIE);
    open("/").then().statusCode(200).body(containsString("Nông Thị Bích"));
    open("/api/v1/me")
        .then()
        .statusCode(200)
        .body("role", equalTo("COORDINATOR"))
        .body("client", equalTo("oidc:so-gop-y-desk"))
        .body("organization", nullValue());
  }

  @Test
  void rightsAreThoseOfTheToken() {
    JwtClaims claims = person("SUBMITTER", "Văn thư");
    claims.setClaim("organization", "sgtvt");
    claims.setClaim("plans", List.of("bac-kan-2021-2030"));
    signIn("").then().statusCode(200);
    open("/api/v1/me")
        .then()
        .body("role", equalTo("SUBMITTER"))
        .body("organization", equalTo("sgtvt"))
        .body("client", equalTo("oidc:so-gop-y-desk@sgtvt"))
        .body("plans", equalTo(List.of("bac-kan-2021-2030")));
    open("/api/v1" + TestPlan.open().path()).then().statusCode(404);
  }

  /** Looked up at each request: the rest of the rights is that of the sign-in. */
  @Test
  void organizationEndsDuringTheSession() {
    String old = TestOrganization.make("Sở cũ");
    person("SUBMITTER", "Văn thư").setClaim("organization", old);
    signIn("").then().statusCode(200);
    TestOrganization.end(old, TestOrganization.make("Sở mới"));
    browser
        .send(
            request().contentType(ContentType.URLENC).formParam("_ma", "x"),
            "POST",
            "/so/bac-kan-2021-2030/2/gop-y/gui")
        .then()
        .statusCode(403)
        .body(containsString("kết thúc hoạt động từ ngày"));
  }

  @Test
  void leaderReadsRestrictedCommentsIfTheTokenSaysSo() {
    JwtClaims claims = person("VIEWER", "Lãnh đạo");
    claims.setClaim(
        "resource_access",
        Map.of("so-gop-y", Map.of("roles", List.of("VIEWER", "READS_RESTRICTED"))));
    signIn("").then().statusCode(200);
    open("/api/v1/me").then().body("readsRestricted", equalTo(true));
  }

  @Test
  void signingInIsAuditedUnderTheName() {
    String name = "Người " + UUID.randomUUID();
    person("VIEWER", name);
    signIn("").then().statusCode(200);
    assertThat(
            Api.as(Key.ADMIN)
                .queryParam("limit", 20)
                .get("/audit")
                .jsonPath()
                .getList("items.findAll { it.operation == 'AccountResource.signIn' }.name"))
        .contains(name);
  }

  @Test
  void accountTakesThePlaceOfASession() {
    person("VIEWER", "Người thứ nhất");
    signIn("").then().statusCode(200);
    String first = browser.value(SessionMechanism.COOKIE);
    person("COORDINATOR", "Người thứ hai");
    signIn("").then().statusCode(200).body(containsString("Người thứ hai"));
    assertThat(browser.value(SessionMechanism.COOKIE)).isNotEqualTo(first);
  }

  @Test
  void signOutEndsTheSessionOfTheProviderToo() {
    person("VIEWER", "Người xem");
    String page = signIn("").asString();
    String session = browser.value(SessionMechanism.COOKIE);
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    Response out =
        browser.send(
            request().contentType(ContentType.URLENC).formParam("_ma", token.group(1)),
            "POST",
            "/dang-xuat");
    out.then().statusCode(200).header("Clear-Site-Data", "\"storage\"");
    assertThat(out.asString())
        .contains("url=" + issuer.url() + "/logout?client_id=so-gop-y-desk")
        .containsPattern("post_logout_redirect_uri=http%3A%2F%2F[^&]+%2Fdang-nhap&amp;")
        .containsPattern("id_token_hint=[\\w-]+\\.[\\w-]+\\.[\\w-]+\"");
    assertThat(browser.names()).isEmpty();
    request().cookie(SessionMechanism.COOKIE, session).get("/").then().statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https%3A%2F%2Fevil.example%2F",
        "%2F%2Fevil.example%2F",
        "%2Fapi%2Fv1%2Fplans",
        "javascript%3Aalert(1)",
      })
  void otherTargetsAreReplaced(String target) {
    person("VIEWER", "Người xem");
    Response start = open(ACCOUNT + "?den=" + target);
    Response code = open(start.header("Location"));
    open(code.header("Location")).then().statusCode(303).header("Location", "/");
  }

  @Test
  void cookiesOfTheFrameworkAreNotTaken() {
    JwtClaims identity = issuer.claims("ADMIN");
    identity.setAudience(TestIssuer.DESK);
    String access = issuer.token(issuer.claims("ADMIN"));
    request()
        .cookie("q_session_desk", issuer.token(identity) + "|" + access + "|")
        .get(ACCOUNT)
        .then()
        .statusCode(303)
        .header("Location", startsWith(issuer.url() + "/auth?"));
  }

  @Test
  void accountWithoutARoleGetsASentence() {
    person("owner", "Người lạ");
    Response refused = signIn("");
    refused
        .then()
        .statusCode(403)
        .contentType("text/html")
        .body(
            allOf(
                containsString("chưa được cấp quyền trong Sổ Góp Ý"),
                containsString(issuer.url() + "/logout?client_id="),
                containsString("name=\"ma_truy_cap\"")));
    assertThat(browser.names()).doesNotContain(SessionMechanism.COOKIE);
    JwtClaims claims = person("SUBMITTER", "Văn thư");
    claims.setClaim("organization", "nowhere");
    signIn("").then().statusCode(403);
  }

  @Test
  void forgedAnswersOfTheProviderAreRefused() {
    person("ADMIN", "Kẻ gian").setAudience("another");
    failed(signIn(""));
    person("ADMIN", "Kẻ gian").setIssuer("http://127.0.0.1:1");
    failed(signIn(""));
    person("ADMIN", "Kẻ gian").setExpirationTimeMinutesInTheFuture(-1);
    failed(signIn(""));
    person("ADMIN", "Kẻ gian");
    issuer.alterIdToken(
        claims -> {
          claims.setAudience("another");
          return claims;
        });
    failed(signIn(""));
    person("ADMIN", "Kẻ gian");
    issuer.alterIdToken(
        claims -> {
          claims.setStringClaim("nonce", "of an earlier sign-in");
          return claims;
        });
    failed(signIn(""));
  }

  @Test
  void codeOfAnotherBrowserIsRefused() {
    person("ADMIN", "Kẻ gian");
    String code = open(open(ACCOUNT).header("Location")).header("Location");
    CookieJar victim = newBrowser();
    // Its browser has no state: it is sent to the provider and gets a code of its own.
    victim
        .open(request(), code)
        .then()
        .statusCode(303)
        .header("Location", startsWith(issuer.url() + "/auth?"));
    assertThat(victim.names()).doesNotContain(SessionMechanism.COOKIE);
  }

  @Test
  void abandonedSignInGetsASentence() {
    Response start = open(ACCOUNT);
    String state = start.header("Location").replaceAll(".*[?&]state=([^&]+).*", "$1");
    failed(
        open(
            ACCOUNT
                + "?error=access_denied&error_description=%0aforged%20line%3Cscript%3E&state="
                + state));
  }

  private void failed(Response response) {
    response
        .then()
        .statusCode(401)
        .contentType("text/html")
        .body(
            allOf(
                containsString("không thành công"),
                not(containsString("<script>")),
                not(containsString("Exception"))));
    assertThat(browser.names()).doesNotContain(SessionMechanism.COOKIE);
  }

  @Test
  void signInPageOffersTheAccount() {
    given()
        .queryParam("den", "/so/bac-kan-2021-2030/2/hom-nay?a=1&b=2")
        .get("/dang-nhap")
        .then()
        .statusCode(200)
        .body(
            containsString(
                "href=\"/dang-nhap/tai-khoan"
                    + "?den=%2Fso%2Fbac-kan-2021-2030%2F2%2Fhom-nay%3Fa%3D1%26b%3D2\""));
  }

  @Test
  void textsOfAnExpiredFormSurviveTheSignInByAccount() {
    String typed = "Bổ sung <b>tuyến</b> & cầu";
    Response asked =
        given()
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .formParam("noi_dung", typed)
            .post("/so/bac-kan-2021-2030/2/khong-co");
    asked.then().statusCode(401);
    assertThat(asked.asString())
        .contains("target=\"_blank\"", "Đã đăng nhập, gửi tiếp")
        .contains("Bổ sung &lt;b&gt;tuyến&lt;/b&gt; &amp; cầu");
    sendOn(typed).then().statusCode(401).body(containsString("Chưa đăng nhập"));
    person("VIEWER", "Người xem");
    signIn("").then().statusCode(200);
    Response resumed = sendOn(typed);
    resumed.then().statusCode(200);
    assertThat(resumed.asString())
        .contains("action=\"/so/bac-kan-2021-2030/2/khong-co\"")
        .containsPattern(TOKEN)
        .contains("Bổ sung &lt;b&gt;tuyến&lt;/b&gt; &amp; cầu");
  }

  private Response sendOn(String typed) {
    return browser.send(
        given()
            .redirects()
            .follow(false)
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .formParam("_den", "/so/bac-kan-2021-2030/2/khong-co")
            .formParam("noi_dung", typed),
        "POST",
        "/dang-nhap");
  }

  @Test
  void apiNeverRedirects() {
    for (String path : List.of("/plans", "/plans/desk", "/plans/tai-khoan", "/me")) {
      Api.anonymous()
          .redirects()
          .follow(false)
          .get(path)
          .then()
          .statusCode(401)
          .contentType("application/problem+json");
    }
    String token = issuer.token(issuer.claims("VIEWER"));
    Api.anonymous()
        .header("Authorization", "Bearer " + token)
        .get("/plans/desk")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  @Test
  void idTokenIsNoTokenOfTheApi() {
    JwtClaims identity = issuer.claims("VIEWER");
    identity.setAudience(TestIssuer.DESK);
    Api.anonymous()
        .header("Authorization", "Bearer " + issuer.token(identity))
        .get("/me")
        .then()
        .statusCode(401);
  }
}
