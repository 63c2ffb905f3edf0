package vn.sogopy.desk;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.security.session.SessionMechanism;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** A person at the desk: signed in, with the cookie of the session. Follows no redirect. */
public final class DeskBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_ma\" value=\"([0-9a-f]{64})\"");

  private final String session;

  private DeskBrowser(String session) {
    this.session = session;
  }

  /** Signs in with the code of the sample for a person of the same role (and organization). */
  public static DeskBrowser of(Key role) {
    return of(code(role));
  }

  static String code(Key role) {
    String person =
        switch (role) {
          case ADMIN -> "ADMIN";
          case COORDINATOR -> "COORDINATOR";
          case CONSULTANT -> "EXPERT";
          case VIEWER -> "LEADER";
          case SGTVT -> "SUBMITTER";
          case BABE -> throw new IllegalArgumentException("the sample has no person there");
        };
    return Key.secret("SOGOPY_CODE_" + person);
  }

  public static DeskBrowser of(String code) {
    Response response = signIn(code, "/");
    response.then().statusCode(303);
    return new DeskBrowser(response.cookie(SessionMechanism.COOKIE));
  }

  /**
   * Signs in a new person.
   *
   * @param fields of the account beside its name, such as role, organization and plans
   */
  public static DeskBrowser of(Map<String, Object> fields) {
    Map<String, Object> account = Api.with(fields, "person", true);
    account.putIfAbsent("name", "Người thử " + fields.get("role"));
    return of(
        Api.as(Key.ADMIN)
            .body(account)
            .post("/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("key"));
  }

  static Response signIn(String code, String target) {
    return given()
        .redirects()
        .follow(false)
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam("ma_truy_cap", code)
        .formParam("_den", target)
        .post("/dang-nhap");
  }

  /** The cookie of the session. */
  public String session() {
    return session;
  }

  public RequestSpecification request() {
    return given().redirects().follow(false).cookie(SessionMechanism.COOKIE, session);
  }

  /** A page; its status is 200. */
  public String page(String path) {
    return request().get(path).then().statusCode(200).extract().asString();
  }

  /** Sends a form with the token of the session. */
  public Response post(String path, Map<String, ?> fields) {
    return form().formParams(fields).post(path);
  }

  /** A form with the token, to which fields can be added. */
  public RequestSpecification form() {
    return request().contentType(ContentType.URLENC.withCharset("UTF-8")).formParam("_ma", token());
  }

  /** The token in the forms of this session. */
  public String token() {
    Matcher token = TOKEN.matcher(page("/"));
    if (!token.find()) {
      throw new AssertionError("the page has no token");
    }
    return token.group(1);
  }
}
