package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.TestPlan.section;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Normalisation of texts that come in, and the characters that are refused. */
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
    "'\\u202ea\\u202c', a",
    "'\\u200b\\u3164a\\u00ad\\u2800', a",
    "'a\\u200db\\u0301', 'a\\u200db\\u0301'",
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
    // The raw text is longer than the limit, so the validator refuses the request.
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

  private static final List<String> SHOW_NOTHING =
      List.of(
          "",
          " ",
          "\u202E",
          "\u200B",
          "\u00AD",
          "\u2060",
          "\u180E",
          "\u061C",
          "\uFEFF",
          "\u3164",
          "\u115F",
          "\uFFA0",
          "\u2800",
          "\u0323\u0302",
          " \u200B\u0301\u2800 ");

  @Test
  void textThatShowsNothingIsBlank() {
    for (String nothing : SHOW_NOTHING) {
      wrong(nothing).spec(badField("/content", "blank"));
    }
    assertThat(plan.count()).isZero();
  }

  @Test
  void norIsItAnyOtherText() {
    TestComment comment = plan.comment("x");
    TestPlan preparing = TestPlan.preparing();
    for (String nothing : List.of("\u202E", "\u3164\u2800", "\u0323\u0302")) {
      for (String field : List.of("proposal", "section", "externalId", "reason")) {
        blank("POST", plan.comments(), json("content", "x", field, nothing), "/" + field);
      }
      blank(
          "PUT",
          comment.path() + "/answer",
          json("result", "NOTED", "response", nothing),
          "/response");
      blank("POST", comment.path() + "/withdrawal", json("reason", nothing), "/reason");
      blank("PATCH", plan.draftPath(1), json("title", nothing), "/title");
      blank("PATCH", plan.path(), json("title", nothing), "/title");
      for (String field : List.of("parentBody", "issuer", "abbreviation", "place", "province")) {
        blank(
            "PATCH", plan.path(), json("letterhead", json(field, nothing)), "/letterhead/" + field);
      }
      for (String field : List.of("addressee", "signerTitle", "signerName")) {
        blank(
            "PATCH", plan.path(), json("letterhead", json(field, nothing)), "/letterhead/" + field);
      }
      blank(
          "PATCH",
          plan.path(),
          json("letterhead", json("recipients", List.of("x", nothing))),
          "/letterhead/recipients/1");
      blank(
          "PUT",
          preparing.draftPath(1) + "/sections",
          json("items", List.of(section("A", "x", null), section(nothing, "x", null))),
          "/items/1/code");
      blank(
          "PUT",
          preparing.draftPath(1) + "/sections",
          json("items", List.of(section("A", nothing, null))),
          "/items/0/title");
      blank("POST", "/organizations", json("code", "t", "name", nothing), "/name");
      blank("PATCH", "/organizations/sgtvt", json("aliases", List.of(nothing)), "/aliases/0");
      blank("POST", plan.path() + "/phrases", json("text", nothing), "/text");
      blank(
          "PUT",
          plan.path() + "/milestones",
          json("items", List.of(json("title", nothing))),
          "/items/0/title");
    }
    comment.get().body("version", equalTo(0));
    Api.wrong(Key.COORDINATOR)
        .queryParam("q", "\u200B")
        .get(plan.comments())
        .then()
        .spec(badParameter("q", "blank"));
  }

  private static void blank(String method, String path, Map<String, Object> body, String pointer) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType(method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
        .body(body)
        .request(method, path)
        .then()
        .spec(badField(pointer, "blank"));
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

  /** Overlong forms, a surrogate, beyond U+10FFFF, truncated, a lone continuation byte, Latin-1. */
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

  /** Sends the text as JSON source; the parser resolves the escapes. */
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
