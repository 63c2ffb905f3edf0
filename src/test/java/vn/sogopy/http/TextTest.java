package vn.sogopy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Words: what is done to them on the way in, and which characters do not get in. */
@QuarkusTest
class TextTest {
  /** One code point, two UTF-16 units, four bytes. */
  private static final String ASTRAL = "\uD840\uDC00";

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @ParameterizedTest
  @CsvSource({
    "'a\\r\\nb\\rc\\nd', 'a\\nb\\nc\\nd'",
    "'\\n  \\ta \\u00a0\\u3000', a",
    "'a\\tb', 'a\\tb'",
    "'\\ufeffa', a",
    "'a\\u200bb', 'a\\u200bb'",
  })
  void wordsAreTidied(String sent, String kept) throws JsonProcessingException {
    send(sent).statusCode(201).body("content", equalTo(unescaped(kept)));
  }

  @Test
  void decomposedVietnameseBecomesComposed() {
    String words = "Đề nghị bổ sung quy hoạch đường tỉnh ở Ngân Sơn";
    post(Normalizer.normalize(words, Normalizer.Form.NFD))
        .statusCode(201)
        .body("content", equalTo(words));
  }

  @Test
  void lengthsAreCountedInCodePointsAfterThat() {
    post(ASTRAL.repeat(20_000)).statusCode(201).body("content", equalTo(ASTRAL.repeat(20_000)));
    // Longer as they are sent, so the contract, which sees only that, has them refused.
    wrong("  " + "ệ".repeat(20_000) + "\r\n").statusCode(201);
    wrong(Normalizer.normalize("ệ".repeat(20_000), Normalizer.Form.NFD)).statusCode(201);
    wrong(ASTRAL.repeat(20_001)).spec(badField("/content", "too-long"));
    wrong("a".repeat(20_001)).spec(badField("/content", "too-long"));
    assertThat(plan.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\u0000",
        "\\u0001",
        "\\u0008",
        "\\u000b",
        "\\u000c",
        "\\u001f",
        "\\u007f",
        "\\u0080",
        "\\u0085",
        "\\u009f",
        "\\ufffe",
        "\\uffff",
        "\\ufdd0",
        "\\ufdef",
        "\\ud83f\\udffe",
        "\\udbff\\udfff",
        "\\ud800",
        "\\udfff",
        "\\ud800x",
        "\\udc00\\ud800",
      })
  void charactersThatNoCommentHolds(String escaped) {
    send("a" + escaped + "b").spec(badField("/content", "invalid-text"));
    assertThat(plan.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\uffff"})
  void norAnyOtherText(String escaped) {
    Api.wrong(Key.SGTVT)
        .body("{\"content\": \"x\", \"section\": \"V" + escaped + "\"}")
        .post(plan.comments())
        .then()
        .spec(badField("/section", "invalid-text"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"title\": \"V" + escaped + "\"}")
        .patch(plan.draftPath(1))
        .then()
        .spec(badField("/title", "invalid-text"));
  }

  /** Overlong forms, a surrogate, beyond U+10FFFF, cut short, a lone continuation, Latin-1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "c0af",
        "e080af",
        "f08080af",
        "eda080",
        "edbfbf",
        "f4908080",
        "e1bb",
        "80",
        "ff",
        "e9",
      })
  void bytesThatAreNoUtf8(String hex) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("{\"content\": \"".getBytes(StandardCharsets.UTF_8));
    body.writeBytes(java.util.HexFormat.of().parseHex(hex));
    body.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    Api.wrong(Key.SGTVT)
        .body(body.toByteArray())
        .post(plan.comments())
        .then()
        .spec(badField("", "invalid-utf8"));
    assertThat(plan.count()).isZero();
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    Api.wrong(Key.SGTVT)
        .body("\uFEFF{\"content\": \"x\"}".getBytes(StandardCharsets.UTF_8))
        .post(plan.comments())
        .then()
        .statusCode(201);
  }

  @Test
  void utf16IsNotGuessed() {
    Api.wrong(Key.SGTVT)
        .body("{\"content\": \"x\"}".getBytes(StandardCharsets.UTF_16))
        .post(plan.comments())
        .then()
        .statusCode(400);
  }

  /** As JSON writes it: escapes are the parser's to read. */
  private ValidatableResponse send(String escaped) {
    return Api.wrong(Key.SGTVT)
        .body("{\"content\": \"" + escaped + "\"}")
        .post(plan.comments())
        .then();
  }

  private ValidatableResponse post(String content) {
    return Api.as(Key.SGTVT).body(json("content", content)).post(plan.comments()).then();
  }

  private ValidatableResponse wrong(String content) {
    return Api.wrong(Key.SGTVT).body(json("content", content)).post(plan.comments()).then();
  }

  private static String unescaped(String escaped) throws JsonProcessingException {
    return new ObjectMapper().readValue('"' + escaped + '"', String.class);
  }
}
