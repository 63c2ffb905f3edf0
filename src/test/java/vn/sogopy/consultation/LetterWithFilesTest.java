package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.part;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** A letter, its comments and its files in one request, stored completely or not at all. */
@QuarkusTest
class LetterWithFilesTest {
  private static final byte[] PDF = text("%PDF-1.4\n%%EOF");

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private static byte[] letter(String more) {
    return part(
        "letter",
        null,
        text(
            "{\"number\": \"642/SGTVT-KCHT\", \"date\": \"2021-09-06\", \"position\": \"COMMENTS\""
                + more
                + "}"));
  }

  private ValidatableResponse send(byte[]... parts) {
    return TestForm.as(Key.SGTVT)
        .body(TestForm.of(parts))
        .post(plan.draftPath(1) + "/letters")
        .then();
  }

  private int letters() {
    return Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(200)
        .extract()
        .path("items.size()");
  }

  @Test
  void letterWithCommentsAndFiles() {
    String id =
        send(
                part("file", "Phụ lục.pdf", PDF),
                letter(", \"comments\": [{\"content\": \"Ý kiến.\"}]"),
                part("file", "Văn bản.pdf", text("%PDF-1.4\n%\n%%EOF")))
            .statusCode(201)
            .header("Location", containsString("/api/v1/letters/"))
            .body("commentCount", equalTo(1))
            .extract()
            .path("id");
    Api.as(Key.SGTVT)
        .get("/letters/" + id + "/attachments")
        .then()
        .body("items.fileName", contains("Phụ lục.pdf", "Văn bản.pdf"));
    Api.as(Key.SGTVT)
        .get("/letters/" + id + "/history")
        .then()
        .body("items.action", contains("RECEIVED", "ATTACHED", "ATTACHED"));
  }

  @Test
  void filesAreOptional() {
    send(letter("")).statusCode(201);
  }

  @Test
  void invalidPartStoresNothing() {
    byte[] file = part("file", "a.pdf", PDF);
    send(letter(""), file, part("file", "b.pdf", text("MZ\u0000")))
        .spec(problem(415, "unsupported-file-type"));
    send(letter(", \"comments\": [{\"content\": \"x\", \"section\": \"Z.9\"}]"), file)
        .spec(badField("/comments/0/section", "unknown-section"));
    send(letter(", \"subjekt\": \"x\""), file).spec(badField("/subjekt", "unknown-field"));
    send(file).spec(badField("/letter", "required"));
    send(letter(""), letter(""), file).spec(badField("/letter", "duplicate-field"));
    send(part("letter", null, text("{")), file).spec(problem(400, "malformed-json"));
    byte[][] eleven = new byte[12][];
    eleven[0] = letter("");
    for (int i = 1; i < eleven.length; i++) {
      eleven[i] = file;
    }
    send(eleven).spec(badField("/file", "too-long"));
    send(letter(", \"classified\": true"), file).spec(badField("/file", "classified"));
    assertThat(letters()).isZero();
    assertThat(plan.count()).isZero();
  }

  /** The parser skips such a part: the scan was lost although the status was 201. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; filename=\"a.pdf\"",
        "Content-Disposition: form-data",
        "Content-Disposition: attachment; name=\"file\"; filename=\"a.pdf\"",
        "Content-Disposition: form-data; name=\"\"; filename=\"a.pdf\"",
        "Content-Type: application/pdf"
      })
  void fileWithoutName(String headers) {
    byte[] file = TestForm.raw(headers, PDF);
    send(letter(""), file)
        .spec(badField("/file", "invalid-format"))
        .body("errors.detail", hasItem(containsString("name=\"letter\", name=\"file\"")));
    send(file, letter("")).spec(badField("/file", "invalid-format"));
    send(letter(""), part("file", "a.pdf", PDF), file).spec(badField("/file", "invalid-format"));
    assertThat(letters()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scan", "File", "files", "file[]"})
  void fileWithUnknownPartName(String name) {
    send(letter(""), part(name, "a.pdf", PDF))
        .spec(badField("/" + name, "unknown-field"))
        .spec(badField("/file", "invalid-format"))
        .body("errors.detail", hasItem(containsString("name=\"file\"")));
    assertThat(letters()).isZero();
  }

  @Test
  void duplicateIsRefusedWithItsFiles() {
    send(letter(""), part("file", "a.pdf", PDF)).statusCode(201);
    send(letter(""), part("file", "a.pdf", PDF)).spec(problem(409, "letter-exists"));
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void retries() {
    byte[] external = letter(", \"externalId\": \"e-1\"");
    byte[] file = part("file", "a.pdf", PDF);
    String key = UUID.randomUUID().toString();
    String id = null;
    for (int i = 0; i < 2; i++) {
      ValidatableResponse answer =
          TestForm.as(Key.SGTVT)
              .header("Idempotency-Key", key)
              .body(TestForm.of(external, file))
              .post(plan.draftPath(1) + "/letters")
              .then()
              .statusCode(201)
              .header("Idempotency-Replayed", i == 0 ? null : "true");
      assertThat(id == null || id.equals(answer.extract().path("id"))).isTrue();
      id = answer.extract().path("id");
    }
    TestForm.as(Key.SGTVT)
        .header("Idempotency-Key", key)
        .body(TestForm.of(external, part("file", "a.pdf", text("%PDF-1.5\n%%EOF"))))
        .post(plan.draftPath(1) + "/letters")
        .then()
        .spec(problem(422, "idempotency-key-reused"));
    // externalId finds the existing letter; its files are not duplicated.
    send(external, file).statusCode(200).body("id", equalTo(id));
    Api.as(Key.SGTVT).get("/letters/" + id + "/attachments").then().body("items", hasSize(1));
  }

  private List<String> files(String id) {
    return Api.as(Key.SGTVT)
        .get("/letters/" + id + "/attachments")
        .then()
        .statusCode(200)
        .extract()
        .path("items.fileName");
  }

  /** Nothing that is answered with 2xx is discarded. */
  @Test
  void retryAttachesMissingFiles() {
    byte[] external = letter(", \"externalId\": \"e-2\"");
    String id = send(external).statusCode(201).extract().path("id");
    send(external, part("file", "a.pdf", PDF), part("file", "b.pdf", PDF))
        .statusCode(200)
        .body("id", equalTo(id));
    assertThat(files(id)).containsExactly("a.pdf", "b.pdf");
    send(external, part("file", "b.pdf", PDF)).statusCode(200);
    send(external).statusCode(200);
    assertThat(files(id)).containsExactly("a.pdf", "b.pdf");
  }

  @Test
  void retryWithOtherFilesIsAConflict() {
    byte[] external = letter(", \"externalId\": \"e-3\"");
    String id = send(external, part("file", "a.pdf", PDF)).statusCode(201).extract().path("id");
    for (byte[] other :
        List.of(part("file", "b.pdf", PDF), part("file", "a.pdf", text("%PDF-1.7\n%%EOF\n")))) {
      send(external, other)
          .spec(problem(409, "external-id-conflict"))
          .header("Location", "/api/v1/letters/" + id);
      send(external, part("file", "a.pdf", PDF), other).spec(problem(409, "external-id-conflict"));
    }
    assertThat(files(id)).containsExactly("a.pdf");
  }

  @Test
  void errorNamesTheFile() {
    byte[] file = part("file", "a.pdf", PDF);
    send(letter(""), file, part("file", "a\u0001.pdf", PDF))
        .spec(badField("/file/1/filename", "invalid-text"));
    send(letter(""), file, file, part("file", "c.pdf", new byte[0]))
        .spec(badField("/file/2", "required"));
    byte[] latin =
        "Content-Disposition: form-data; name=\"file\"; filename=\"G\u00F3p.pdf\""
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    send(
            letter(""),
            file,
            text("--" + TestForm.BOUNDARY + "\r\n"),
            latin,
            text("\r\n\r\n%PDF-1.4\n%%EOF\r\n"))
        .spec(badField("/file/1/filename", "invalid-utf8"));
    assertThat(letters()).isZero();
  }
}
