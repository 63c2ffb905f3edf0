package vn.sogopy.interchange.wordletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A letter in Word becomes proposed points that can be posted without changes. */
@QuarkusTest
class ProposedPartsTest {
  private static final List<String> FIELDS =
      List.of("content", "section", "locator", "kind", "proposal");

  private TestPlan plan;
  private TestLetter letter;

  @BeforeEach
  void letter() {
    plan = TestPlan.open();
    letter = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("510/SGTVT-KCHT"));
  }

  private ValidatableResponse propose(Key key, Map<String, Object> body) {
    return Api.as(key).body(body).post(letter.path() + "/proposed-parts").then();
  }

  private ValidatableResponse wrong(Key key, Map<String, Object> body) {
    return Api.wrong(key).body(body).post(letter.path() + "/proposed-parts").then();
  }

  private static String attach(TestLetter letter, byte[] file) {
    return TestForm.as(Key.SGTVT)
        .body(TestForm.of(TestForm.part("file", "góp ý.docx", file)))
        .post(letter.path() + "/attachments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static byte[] numbered() {
    return new SampleDocx().text(SampleLetters.whole(SampleLetters.NUMBERED)).bytes();
  }

  private void posted(Map<String, Object> sent, Map<String, Object> kept) {
    assertThat(kept.get("content")).isEqualTo(sent.get("content"));
    assertThat(kept.get("kind")).isEqualTo(sent.get("kind"));
    assertThat(kept.get("locator")).isEqualTo(sent.get("locator"));
    Map<?, ?> section = (Map<?, ?>) kept.get("section");
    assertThat(section == null ? null : section.get("code")).isEqualTo(sent.get("section"));
  }

  @Test
  void proposalCanBePosted() {
    String file = attach(letter, numbered());
    List<Map<String, Object>> items =
        propose(Key.SGTVT, json("attachment", file))
            .statusCode(200)
            .body("items", hasSize(5))
            .body("items[0].section", equalTo("V.1"))
            .body("items[0].locator.page", equalTo(45))
            .body("position", equalTo("COMMENTS"))
            .extract()
            .path("items");
    assertThat(plan.count()).isZero();
    for (Map<String, Object> item : items) {
      Map<String, Object> comment = new LinkedHashMap<>(item);
      comment.keySet().retainAll(FIELDS);
      Map<String, Object> kept =
          plan.comment(
                  Key.SGTVT,
                  Api.with(
                      comment, "letter", json("number", "510/SGTVT-KCHT", "date", "2021-08-24")))
              .get()
              .extract()
              .path("");
      posted(comment, kept);
    }
    assertThat(letter.comments(plan)).hasSize(5);
    // Within a new letter as well.
    List<Map<String, Object>> comments =
        items.stream()
            .map(
                item -> {
                  Map<String, Object> comment = new LinkedHashMap<>(item);
                  comment.keySet().retainAll(FIELDS);
                  return comment;
                })
            .toList();
    TestLetter other =
        TestLetter.send(
            plan, Key.SGTVT, Api.with(TestLetter.letter("511/SGTVT"), "comments", comments));
    assertThat(other.comments(plan)).hasSize(5);
  }

  @Test
  void pastedTextEqualsTheFile() {
    String text = SampleLetters.text(SampleLetters.whole(SampleLetters.NUMBERED));
    List<String> pasted =
        propose(Key.COORDINATOR, json("text", text)).extract().path("items.content");
    String file = attach(letter, numbered());
    propose(Key.COORDINATOR, json("attachment", file)).body("items.content", equalTo(pasted));
    propose(Key.COORDINATOR, json("text", "Nhất trí với dự thảo."))
        .statusCode(200)
        .body("items", hasSize(0))
        .body("position", equalTo("AGREES"))
        .body("skipped.reason", contains("AGREEMENT"));
  }

  @Test
  void idempotencyKeyRepeatsTheResponse() {
    for (String replayed : new String[] {null, "true"}) {
      var answer =
          Api.as(Key.SGTVT)
              .header("Idempotency-Key", "đề".length() + letter.id())
              .body(json("text", "1. Đề nghị a."))
              .post(letter.path() + "/proposed-parts")
              .then()
              .statusCode(200);
      assertThat(answer.extract().header("Idempotency-Replayed")).isEqualTo(replayed);
    }
  }

  @Test
  void invisibleLetterIs404() {
    Map<String, Object> text = json("text", "1. Đề nghị a.");
    propose(Key.CONSULTANT, text).spec(problem(403, "forbidden"));
    propose(Key.VIEWER, text).spec(problem(403, "forbidden"));
    propose(Key.ADMIN, text).spec(problem(403, "forbidden"));
    propose(Key.BABE, text).spec(problem(404, "not-found"));
    Api.as(Key.SGTVT)
        .body(text)
        .post("/letters/" + UUID.randomUUID() + "/proposed-parts")
        .then()
        .spec(problem(404, "not-found"));
  }

  @Test
  void fileOrTextIsRequired() {
    String id = UUID.randomUUID().toString();
    wrong(Key.SGTVT, json()).spec(badField("/attachment", "required"));
    wrong(Key.SGTVT, json("attachment", id, "text", "x")).spec(badField("/text", "not-supported"));
    wrong(Key.SGTVT, json("attachment", "x")).statusCode(400);
    wrong(Key.SGTVT, json("text", " ")).statusCode(400);
    wrong(Key.SGTVT, json("text", "x".repeat(200_001))).spec(badField("/text", "too-long"));
    wrong(Key.SGTVT, json("text", "x", "more", 1)).spec(badField("/more", "unknown-field"));
    propose(Key.SGTVT, json("text", "\uD83D\uDE00".repeat(200_000))).statusCode(200);
  }

  @Test
  void fileOfAnotherLetterIsRefused() {
    TestLetter other = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("9/SGTVT"));
    String file = attach(other, numbered());
    propose(Key.SGTVT, json("attachment", file))
        .spec(badField("/attachment", "unknown-attachment"));
    propose(Key.SGTVT, json("attachment", UUID.randomUUID().toString()))
        .spec(badField("/attachment", "unknown-attachment"));
  }

  @Test
  void otherFilesAreRefused() {
    String pdf = attach(letter, "%PDF-1.4\n1 0 obj\n\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    propose(Key.SGTVT, json("attachment", pdf)).spec(problem(415, "not-a-word-file"));
  }

  @Test
  void hostileFilesAreRefused() throws IOException {
    String body = "<w:document xmlns:w=\"w\"><w:body>%s</w:body></w:document>";
    String dtd = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    refused(dtd + body.formatted("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"), "word-file-damaged");
    refused("<w:document", "word-file-damaged");
    refused(body.formatted(" ".repeat(17 * 1024 * 1024)), "word-file-too-large");
    refused(body.formatted("<w:p><w:r>".repeat(500)), "word-file-too-large");
    refused(body.formatted("<w:p/>".repeat(20_001)), "word-file-too-large");
  }

  private void refused(String document, String code) throws IOException {
    String file = attach(letter, docx(document));
    propose(Key.SGTVT, json("attachment", file)).spec(problem(422, code));
  }

  private static byte[] docx(String document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
      part(zip, "word/document.xml", document);
    }
    return out.toByteArray();
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
