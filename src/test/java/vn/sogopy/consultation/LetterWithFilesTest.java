package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.part;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
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

  private static final byte[] PROGRAM = text("MZ\u0000\u0001");
  private static final String PROGRAM_SHA256 = HexFormat.of().formatHex(Sha256.of(PROGRAM));

  /** Nobody answers an official letter with an error for a file that its sender attached. */
  @Test
  void programIsLeftOut() {
    String id =
        send(
                letter(", \"comments\": [{\"content\": \"Ý kiến.\"}]"),
                part("file", "a.pdf", PDF),
                part("file", "Cài đặt.pdf", PROGRAM),
                part("file", "chạy.js", text("x()")))
            .statusCode(201)
            .body("commentCount", equalTo(1))
            .body("leftOut.fileName", contains("Cài đặt.pdf", "chạy.js"))
            .body("leftOut[0].size", equalTo(PROGRAM.length))
            .body("leftOut[0].sha256", equalTo(PROGRAM_SHA256))
            .body("leftOut[0].mediaType", equalTo("application/x-msdownload"))
            .body("warnings.code", contains("date-before-draft", "file-left-out", "file-left-out"))
            .body("warnings.pointer", contains("/date", "/leftOut/0", "/leftOut/1"))
            .body("warnings[1].detail", containsString("\"Cài đặt.pdf\" là chương trình"))
            .extract()
            .path("id");
    assertThat(files(id)).containsExactly("a.pdf");
    TestLetter letter = new TestLetter(id);
    for (Key key : List.of(Key.SGTVT, Key.COORDINATOR, Key.CONSULTANT, Key.VIEWER)) {
      letter.get(key).body("leftOut.sha256", hasItem(PROGRAM_SHA256));
    }
    Api.as(Key.COORDINATOR)
        .header("Accept-Language", "en")
        .get(plan.draftPath(1) + "/letters")
        .then()
        .body("items[0].leftOut", hasSize(2))
        .body("items[0].warnings[1].detail", containsString("is a program or a script"));
    letter
        .history(Key.VIEWER)
        .body("items.action", contains("RECEIVED", "ATTACHED", "LEFT_OUT", "LEFT_OUT"))
        .body("items[2].changes[0].after.sha256", equalTo(PROGRAM_SHA256));
  }

  /** It would tell what the letter of a restricted comment carried. */
  @Test
  void filesLeftOutOfARestrictedLetterAreHidden() {
    String id =
        send(
                letter(", \"comments\": [{\"content\": \"x\", \"restricted\": true}]"),
                part("file", "a.exe", PROGRAM))
            .statusCode(201)
            .extract()
            .path("id");
    TestLetter letter = new TestLetter(id);
    letter
        .get(Key.VIEWER)
        .body("leftOut", hasSize(0))
        .body("warnings.code", not(hasItem("file-left-out")));
    letter.history(Key.VIEWER).body("items.action", contains("RECEIVED"));
    letter
        .get(Key.CONSULTANT)
        .body("leftOut", hasSize(1))
        .body("warnings.code", hasItem("file-left-out"));
    letter.history(Key.CONSULTANT).body("items.action", contains("RECEIVED", "LEFT_OUT"));
  }

  @Test
  void retriesWithAProgram() {
    byte[] external = letter(", \"externalId\": \"e-4\"");
    byte[] file = part("file", "a.pdf", PDF);
    byte[] program = part("file", "b.exe", PROGRAM);
    String key = UUID.randomUUID().toString();
    String first = null;
    for (int i = 0; i < 2; i++) {
      String answer =
          TestForm.as(Key.SGTVT)
              .header("Idempotency-Key", key)
              .body(TestForm.of(external, file, program))
              .post(plan.draftPath(1) + "/letters")
              .then()
              .statusCode(201)
              .header("Idempotency-Replayed", i == 0 ? null : "true")
              .body("leftOut.fileName", contains("b.exe"))
              .extract()
              .asString();
      assertThat(first == null || first.equals(answer)).isTrue();
      first = answer;
    }
    // The program that was left out is a part of what is compared.
    for (byte[] other :
        List.of(
            TestForm.of(external, file),
            TestForm.of(external, file, part("file", "b.exe", text("MZ\u0000\u0002"))))) {
      TestForm.as(Key.SGTVT)
          .header("Idempotency-Key", key)
          .body(other)
          .post(plan.draftPath(1) + "/letters")
          .then()
          .spec(problem(422, "idempotency-key-reused"));
    }
    send(external, file, program).statusCode(200).body("leftOut", hasSize(1));
    send(external, program).statusCode(200).body("warnings", hasSize(2));
    send(external, file, part("file", "b.exe", text("MZ\u0000\u0002")))
        .spec(problem(409, "external-id-conflict"));
    String id = send(external, file).statusCode(200).extract().path("id");
    new TestLetter(id).get().body("leftOut", hasSize(1));
    assertThat(files(id)).containsExactly("a.pdf");
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
