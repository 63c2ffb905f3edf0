package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A body that violates the contract is a 400, and nothing is written. */
@QuarkusTest
class BadJsonTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @AfterEach
  void nothingWasWritten() {
    assertThat(plan.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"content\" \"x\"} | 1 | 13",
        "{\"content\": \"x\", | 1 | 17",
        "{\"content\": 'x'} | 1 | 14",
        "{\"content\": NaN} | 1 | 17",
        "{\"content\": \"x\"} {} | 1 | 18",
        "{\"content\": \"x\"}] | 1 | 17",
        "// no | 1 | 2",
      })
  void malformedJsonNamesLineAndColumn(String body, int line, int column) {
    post(body)
        .spec(problem(400, "malformed-json"))
        .body("detail", containsString("dòng " + line + ", cột "));
  }

  @Test
  void theLineIsCounted() {
    post("{\n  \"content\": \"x\",\n  \"kind\" }")
        .spec(problem(400, "malformed-json"))
        .body("detail", allOf(containsString("dòng 3"), containsString("cột 1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "[]", "\"x\"", "1", "true"})
  void theBodyMustBeAnObject(String body) {
    post(body).statusCode(400);
  }

  @Test
  void emptyBody() {
    post("").spec(badField("", "empty-body"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"content\": \"x\", \"contents\": 1}', /contents",
    "'{\"content\": \"x\", \"Kind\": \"DATA\"}', /Kind",
    "'{\"content\": \"x\", \"letter\": {\"number\": \"1\", \"date\": \"2021-08-24\", \"symbol\": 1}}', /letter/symbol",
    "'{\"content\": \"x\", \"a/b~c\": 1}', /a~1b~0c",
    "'{\"content\": \"x\", \"id\": null}', /id",
    "'{\"content\": \"x\", \"\": 1}', /",
  })
  void unknownField(String body, String pointer) {
    post(body).spec(badField(pointer, "unknown-field"));
  }

  @Test
  void unknownFieldWithInvalidName() {
    post("{\"content\": \"x\", \"\\ud800\": 1}").statusCode(400);
  }

  @Test
  void unknownFieldWithLongName() {
    post("{\"content\": \"x\", \"" + "n".repeat(40_000) + "\": 1}").spec(badField("", "too-long"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"content\": \"x\", \"content\": \"y\"}', /content",
    "'{\"content\": \"x\", \"locator\": {\"page\": 1, \"page\": 2}}', /locator/page",
  })
  void duplicateField(String body, String pointer) {
    post(body).spec(badField(pointer, "duplicate-field"));
  }

  @ParameterizedTest
  @CsvSource({
    "content, 5, wrong-type",
    "content, 5.5, wrong-type",
    "content, true, wrong-type",
    "content, [\"x\"], wrong-type",
    "content, {}, wrong-type",
    "content, null, required",
    "content, \"\", blank",
    "content, \" \\n \", blank",
    "restricted, \"true\", wrong-type",
    "restricted, 1, wrong-type",
    "restricted, \"\", wrong-type",
    "kind, 0, invalid-enum",
    "kind, \"\", invalid-enum",
    "kind, \"data\", invalid-enum",
    "kind, \"NOPE\", invalid-enum",
    "section, \"\", blank",
    "alsoSections, \"V.1\", wrong-type",
    "alsoSections/0, [null], required",
    "alsoSections/0, [\"\"], blank",
    "locator, [], wrong-type",
    "locator, \"\", wrong-type",
    "locator/page, {\"page\": 1.5}, wrong-type",
    "locator/page, {\"page\": 1.0}, wrong-type",
    "locator/page, {\"page\": \"1\"}, wrong-type",
    "locator/page, {\"page\": \"\"}, wrong-type",
    "locator/page, {\"page\": true}, wrong-type",
    "locator/page, {\"page\": 0}, out-of-range",
    "locator/page, {\"page\": -1}, out-of-range",
    "locator/page, {\"page\": 100001}, out-of-range",
    "locator/page, {\"page\": 99999999999}, out-of-range",
    "locator/page, {\"page\": 1e99}, wrong-type",
    "letter, \"510/SGTVT\", wrong-type",
    "letter/date, {\"number\": \"1\"}, required",
    "letter/date, '{\"number\": \"1\", \"date\": \"1582-10-10\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"1899-12-31\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"2201-01-01\"}', invalid-date",
    "letter/number, '{\"number\": \"×\", \"date\": \"2021-08-24\"}', invalid-format",
    "letter/number, '{\"number\": \"1\\n2\", \"date\": \"2021-08-24\"}', invalid-format",
    "letter/number, '{\"number\": \"\u200b\", \"date\": \"2021-08-24\"}', blank",
    "letter/number, {\"date\": \"2021-08-24\"}, required",
    "letter/date, '{\"number\": \"1\", \"date\": \"24/8/2021\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"2021-02-30\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"2021-8-4\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"+12021-08-24\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"2021-08-24T00:00:00Z\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": \"\"}', invalid-date",
    "letter/date, '{\"number\": \"1\", \"date\": [2021, 8, 24]}', wrong-type",
    "letter/date, '{\"number\": \"1\", \"date\": 18863}', wrong-type",
    "follows, \"x\", invalid-format",
    "follows, \"\", invalid-format",
    "follows, \"AAAAAAAAAAAAAAAAAAAAAA==\", invalid-format",
    "follows, \"1-2-3-4-5\", invalid-format",
    "follows, 7, wrong-type",
    "externalId, 7, wrong-type",
    "externalId, \"a\\nb\", invalid-format",
  })
  void valueOfWrongType(String field, String value, String code) {
    String name = field.split("/")[0];
    String content = name.equals("content") ? "" : "\"content\": \"x\", ";
    post("{" + content + "\"" + name + "\": " + value + "}").spec(badField("/" + field, code));
  }

  @Test
  void hugeNumber() {
    post("{\"content\": \"x\", \"locator\": {\"page\": " + "9".repeat(5_000) + "}}")
        .spec(badField("", "too-long"));
  }

  @Test
  void deepNesting() {
    String objects = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    String arrays = "[".repeat(10_000) + "]".repeat(10_000);
    post("{\"content\": \"x\", \"nope\": " + objects + "}").statusCode(400);
    post("{\"content\": \"x\", \"alsoSections\": " + arrays + "}").statusCode(400);
    post(arrays).statusCode(400);
    patch("{\"title\": " + objects + "}").spec(badField("", "too-deep"));
    patch("{\"title\": " + arrays + "}").spec(badField("", "too-deep"));
  }

  @Test
  void allErrorsAreReported() {
    Api.wrong(Key.SGTVT)
        .body(json("content", "", "proposal", "", "locator", json("page", 0)))
        .post(plan.comments())
        .then()
        .spec(badField("/content", "blank"))
        .spec(badField("/proposal", "blank"))
        .spec(badField("/locator/page", "out-of-range"))
        .body("errors.size()", equalTo(3));
  }

  @Test
  void patchIsParsedStrictly() {
    for (String patch :
        new String[] {"{\"title\": 5}", "{\"title\": null}", "{\"nope\": null}", "[]", "{\"a\":"}) {
      patch(patch).statusCode(400);
    }
  }

  private ValidatableResponse patch(String body) {
    return Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(body)
        .patch(plan.draftPath(1))
        .then();
  }

  private ValidatableResponse post(String body) {
    return Api.wrong(Key.SGTVT)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post(plan.comments())
        .then();
  }
}
