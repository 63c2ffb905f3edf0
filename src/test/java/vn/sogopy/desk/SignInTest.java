package vn.sogopy.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Sessions of people: sign-in, sign-out, forms of other sites, redirects to other sites. */
@QuarkusTest
class SignInTest {

  @Test
  void pageLeadsToTheSignInAndBack() {
    Response asked =
        given().redirects().follow(false).get("/so/bac-kan-2021-2030/2/hom-nay?a=1&b=2");
    asked.then().statusCode(303);
    assertThat(asked.header("Location"))
        .isEqualTo("/dang-nhap?den=%2Fso%2Fbac-kan-2021-2030%2F2%2Fhom-nay%3Fa%3D1%26b%3D2");
    given()
        .queryParam("den", "/so/bac-kan-2021-2030/2/hom-nay?a=1&b=2")
        .get("/dang-nhap")
        .then()
        .statusCode(200)
        .body(containsString("value=\"/so/bac-kan-2021-2030/2/hom-nay?a=1&amp;b=2\""));
    DeskBrowser.signIn(DeskBrowser.code(Key.COORDINATOR), "/so/bac-kan-2021-2030/2/hom-nay?a=1&b=2")
        .then()
        .statusCode(303)
        .header("Location", "/so/bac-kan-2021-2030/2/hom-nay?a=1&b=2");
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    assertThat(DeskBrowser.signIn(DeskBrowser.code(Key.VIEWER), "/").header("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=28800")
        .doesNotContain("Secure");
    String remote =
        given()
            .redirects()
            .follow(false)
            .header("Host", "so-gop-y.example.vn")
            .contentType(ContentType.URLENC)
            .formParam("ma_truy_cap", DeskBrowser.code(Key.VIEWER))
            .post("/dang-nhap")
            .header("Set-Cookie");
    assertThat(remote).contains("Secure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wrong", "sgy_aaaaaaaa_0_00000000", "<script>alert(1)</script>"})
  void wrongCodeIsRefusedWithoutRepeatingIt(String code) {
    DeskBrowser.signIn(code, "/")
        .then()
        .statusCode(401)
        .header("Set-Cookie", equalTo(null))
        .body(
            allOf(
                containsString("Mã truy cập không đúng hoặc đã dừng"),
                not(containsString("<script>alert"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "/so/../../x",
        "javascript:alert(1)",
        "/api/v1/plans",
        "/so\r\nSet-Cookie: a=b",
        "/%2f%2fevil.example",
      })
  void otherTargetsAreReplaced(String target) {
    DeskBrowser.signIn(DeskBrowser.code(Key.VIEWER), target)
        .then()
        .statusCode(303)
        .header("Location", "/");
    given()
        .queryParam("den", target)
        .get("/dang-nhap")
        .then()
        .statusCode(200)
        .body(containsString("name=\"_den\" value=\"/\""));
  }

  @Test
  void sessionIsNewAtEverySignIn() {
    String planted = "a".repeat(43);
    String session =
        given()
            .redirects()
            .follow(false)
            .cookie(SessionMechanism.COOKIE, planted)
            .contentType(ContentType.URLENC)
            .formParam("ma_truy_cap", DeskBrowser.code(Key.VIEWER))
            .post("/dang-nhap")
            .cookie(SessionMechanism.COOKIE);
    assertThat(session).isNotEqualTo(planted).hasSize(43);
    given()
        .redirects()
        .follow(false)
        .cookie(SessionMechanism.COOKIE, planted)
        .get("/")
        .then()
        .statusCode(303);
  }

  @Test
  void signOutEndsTheSession() {
    DeskBrowser person = DeskBrowser.of(Key.VIEWER);
    person
        .post("/dang-xuat", Map.of())
        .then()
        .statusCode(303)
        .header("Location", "/dang-nhap")
        .header("Clear-Site-Data", "\"storage\"");
    person.request().get("/").then().statusCode(303).header("Location", notNullValue());
  }

  @Test
  void stoppedCodeEndsItsSessions() {
    Response made =
        Api.as(Key.ADMIN)
            .body(Api.json("name", "Trần Thị Thử", "role", "VIEWER", "person", true))
            .post("/api-keys");
    DeskBrowser person = DeskBrowser.of(made.jsonPath().getString("key"));
    assertThat(person.page("/")).contains("Trần Thị Thử");
    Api.as(Key.ADMIN).delete("/api-keys/" + made.jsonPath().getString("id")).then().statusCode(204);
    person.request().get("/").then().statusCode(303);
  }

  @Test
  void keyOfASystemIsNoCode() {
    DeskBrowser.signIn(Key.COORDINATOR.secret(), "/").then().statusCode(401);
  }

  @Test
  void cookieReadsTheApiAndChangesNothing() {
    DeskBrowser person = DeskBrowser.of(Key.COORDINATOR);
    person.request().get("/api/v1/me").then().statusCode(200).body("role", equalTo("COORDINATOR"));
    person
        .request()
        .contentType(ContentType.JSON)
        .body("{\"slug\": \"by-cookie\", \"title\": \"Không được\"}")
        .post("/api/v1/plans")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    person.request().get("/api/v1/plans/by-cookie").then().statusCode(404);
  }

  @Test
  void formWithoutItsTokenIsRefused() {
    DeskBrowser person = DeskBrowser.of(Key.VIEWER);
    for (String token : new String[] {"", "x", DeskBrowser.of(Key.VIEWER).token()}) {
      person
          .request()
          .contentType(ContentType.URLENC)
          .formParam("_ma", token)
          .post("/dang-xuat")
          .then()
          .statusCode(403);
    }
    assertThat(person.page("/")).contains("Quy hoạch");
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example, 403", "null, 403", "http://localhost, 403"})
  void formOfAnotherOriginIsRefused(String origin, int status) {
    DeskBrowser person = DeskBrowser.of(Key.VIEWER);
    person.form().header("Origin", origin).post("/dang-xuat").then().statusCode(status);
    given()
        .header("Origin", origin)
        .contentType(ContentType.URLENC)
        .formParam("ma_truy_cap", DeskBrowser.code(Key.VIEWER))
        .post("/dang-nhap")
        .then()
        .statusCode(status);
    given()
        .header("Origin", origin)
        .contentType(ContentType.URLENC)
        .formParam("noi_dung", "không phải của tôi")
        .post("/so/bac-kan-2021-2030/2/y-kien")
        .then()
        .statusCode(status)
        .body(not(containsString("không phải của tôi")));
  }

  @Test
  void textsOfAnExpiredFormAreKept() {
    String typed = "Bổ sung <b>tuyến</b> \"QL.3\" & cầu\nDòng hai";
    Response asked =
        given()
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .formParam("noi_dung", typed)
            .formParam("_phien", "7")
            .formParam("_ma", "cũ")
            .post("/so/bac-kan-2021-2030/2/khong-co");
    asked.then().statusCode(401).contentType("text/html");
    assertThat(asked.asString())
        .contains(
            "name=\"_den\" value=\"/so/bac-kan-2021-2030/2/khong-co\"",
            "name=\"_phien\" value=\"7\"",
            "Bổ sung &lt;b&gt;tuyến&lt;/b&gt; &quot;QL.3&quot; &amp; cầu\nDòng hai")
        .doesNotContain("cũ");
    Response resumed =
        given()
            .contentType(ContentType.URLENC.withCharset("UTF-8"))
            .formParam("ma_truy_cap", DeskBrowser.code(Key.VIEWER))
            .formParam("_den", "/so/bac-kan-2021-2030/2/khong-co")
            .formParam("noi_dung", typed)
            .formParam("_phien", "7")
            .post("/dang-nhap");
    resumed.then().statusCode(200);
    String token = FormToken.of(resumed.cookie(SessionMechanism.COOKIE));
    assertThat(resumed.asString())
        .contains(
            "action=\"/so/bac-kan-2021-2030/2/khong-co\"",
            "name=\"_ma\" value=\"" + token + "\"",
            "name=\"_phien\" value=\"7\"",
            "Bổ sung &lt;b&gt;tuyến&lt;/b&gt; &quot;QL.3&quot; &amp; cầu\nDòng hai")
        .doesNotContain(DeskBrowser.code(Key.VIEWER));
  }

  /** With its address, in the encoding of its page; a script puts the sign-in in place of all. */
  @Test
  void formOfALetterWithManyPointsExpiresAndComesBackWhole() {
    TestPlan plan = TestPlan.open();
    String path = "/so/" + plan.slug() + "/1/gop-y/gui";
    List<byte[]> parts = new ArrayList<>();
    parts.add(SubmitterScreenTest.field("so_van_ban", "250/SGTVT-KH"));
    parts.add(SubmitterScreenTest.field("ngay_van_ban", "2021-08-24"));
    for (int i = 1; i <= 250; i++) {
      parts.add(SubmitterScreenTest.field("muc", ""));
      parts.add(SubmitterScreenTest.field("trang", String.valueOf(i)));
      String content = "Ý kiến " + i + " " + "đề nghị ".repeat(700);
      parts.add(SubmitterScreenTest.field("noi_dung", content));
      parts.add(SubmitterScreenTest.field("de_xuat", ""));
    }
    parts.add(TestForm.part("tep", "quet.pdf", new byte[5 * 1024 * 1024]));
    Response asked = multipart(given().header("HX-Request", "true"), parts).post(path + "?ve=x");
    asked
        .then()
        .statusCode(401)
        .header("HX-Retarget", "body")
        .header("HX-Reselect", "unset")
        .body(containsString("name=\"_den\" value=\"" + path + "?ve=x\""))
        .body(containsString("enctype=\"multipart/form-data\""));
    assertThat(asked.asString().split("name=\"noi_dung\"")).hasSize(251);

    parts.remove(parts.size() - 1);
    parts.add(SubmitterScreenTest.field("ma_truy_cap", DeskBrowser.code(Key.SGTVT)));
    parts.add(SubmitterScreenTest.field("_den", path));
    Response resumed = multipart(given(), parts).post("/dang-nhap");
    resumed
        .then()
        .statusCode(200)
        .body(containsString("action=\"" + path + "\" enctype=\"multipart/form-data\""));
    assertThat(resumed.asString().split("name=\"noi_dung\"")).hasSize(251);

    String session = resumed.cookie(SessionMechanism.COOKIE);
    parts.add(SubmitterScreenTest.field("_ma", FormToken.of(session)));
    multipart(given().redirects().follow(false).cookie(SessionMechanism.COOKIE, session), parts)
        .post(path)
        .then()
        .statusCode(303);
    Api.as(Key.COORDINATOR)
        .get(TestLetter.letters(plan))
        .then()
        .body("items[0].commentCount", equalTo(250));
  }

  private static RequestSpecification multipart(RequestSpecification request, List<byte[]> parts) {
    return request
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(TestForm.of(parts.toArray(byte[][]::new)));
  }

  /** Nobody who is not signed in fills the memory of the service. */
  @ParameterizedTest
  @ValueSource(ints = {20, 6_000})
  void expiredFormThatIsTooGreatIsNotKeptAndSaysSo(int fields) {
    String text = "a".repeat(fields == 20 ? 250_000 : 1);
    String form =
        IntStream.range(0, fields)
            .mapToObj(i -> "noi_dung=" + text)
            .collect(Collectors.joining("&"));
    given()
        .contentType(ContentType.URLENC)
        .body(form)
        .post("/so/bac-kan-2021-2030/2/gop-y/gui")
        .then()
        .statusCode(401)
        .body(containsString("quay lại trang trước và gửi lại"))
        .body(not(containsString("name=\"noi_dung\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data"})
  void whatIsNoFormIsAskedToSignIn(String type) {
    given()
        .contentType(type)
        .body(TestForm.text("{}"))
        .post("/so/bac-kan-2021-2030/2/y-kien")
        .then()
        .statusCode(401)
        .body(containsString("name=\"ma_truy_cap\""));
  }

  @Test
  void failedFormComesBackWithItsTexts() {
    DeskBrowser person = DeskBrowser.of(Key.COORDINATOR);
    person
        .post(
            "/so/bac-kan-2021-2030/2/co-quan/khong-co/lien-he",
            Map.of("noi_dung_lien_he", "Vẫn còn <b>đây</b>", "ngay_lien_he", "2021-09-01"))
        .then()
        .statusCode(404)
        .contentType("text/html")
        .body(containsString("Không tìm thấy"))
        .body(containsString("value=\"Vẫn còn &lt;b&gt;đây&lt;/b&gt;\""))
        .body(containsString("action=\"/so/bac-kan-2021-2030/2/co-quan/khong-co/lien-he\""));
  }

  @Test
  void signingInIsAuditedUnderTheName() {
    DeskBrowser.of(Key.SGTVT);
    assertThat(
            Api.as(Key.ADMIN)
                .queryParam("limit", 20)
                .get("/audit")
                .jsonPath()
                .getList("items.findAll { it.operation == 'SignInResource.signIn' }.name"))
        .contains("Văn thư Sở Giao thông vận tải (mẫu)");
  }
}
