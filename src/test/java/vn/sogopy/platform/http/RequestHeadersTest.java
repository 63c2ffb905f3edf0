package vn.sogopy.platform.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** X-Request-Id and Accept-Language. */
@QuarkusTest
class RequestHeadersTest {

  @Test
  void requestIdIsAcceptedOrGenerated() {
    Api.as(Key.VIEWER)
        .header("X-Request-Id", "edoc-1.2:3_4")
        .get("/me")
        .then()
        .header("X-Request-Id", "edoc-1.2:3_4");
    Api.as(Key.VIEWER).get("/me").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    Api.as(Key.VIEWER)
        .header("X-Request-Id", "a b<c>")
        .get("/me")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    Api.wrong("none")
        .header("X-Request-Id", "of-mine")
        .get("/me")
        .then()
        .header("X-Request-Id", "of-mine")
        .body("requestId", equalTo("of-mine"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|Không tìm thấy",
        "vi|Không tìm thấy",
        "vi-VN,vi;q=0.9,en;q=0.8|Không tìm thấy",
        "en|Not found",
        "en-US,en;q=0.9|Not found",
        "fr|Không tìm thấy",
        "fr, en;q=0.5|Not found",
        "*|Không tìm thấy",
        "en;q=0, vi|Không tìm thấy",
        "en;q=0|Không tìm thấy",
        "!!|Không tìm thấy",
      })
  void languageOfTheCaller(String language, String title) {
    var request = Api.wrong(Key.VIEWER);
    if (language != null) {
      request.header("Accept-Language", language);
    }
    request.get("/plans/no-such-plan").then().body("title", equalTo(title));
  }

  /** Found by hostile requests. */
  @ParameterizedTest
  @ValueSource(strings = {"-", ";", "en-"})
  void unknownLanguageIsVietnamese(String language) {
    Api.wrong(Key.SGTVT)
        .header("Accept-Language", language)
        .body(json("content", ""))
        .post(TestPlan.open().comments())
        .then()
        .statusCode(400)
        .header("Content-Language", "vi");
  }

  @Test
  void errorsFollowTheLanguage() {
    Api.wrong(Key.SGTVT)
        .header("Accept-Language", "en")
        .body(json("content", ""))
        .post(TestPlan.open().comments())
        .then()
        .body(
            "errors[0].detail",
            equalTo(
                "Nothing of it can be seen: it is empty, or has only white space and invisible characters."));
  }
}
