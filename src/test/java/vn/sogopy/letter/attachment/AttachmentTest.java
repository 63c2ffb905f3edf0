package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.letter.SampleFiles;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UploadFolders;

/** Upload, refusal, listing and download of a letter's files. */
@QuarkusTest
class AttachmentTest {
  private static final int PIECE = Pieces.SIZE;
  @Inject DataSource source;

  private TestPlan plan;
  private String letter;

  @BeforeEach
  void letter() {
    plan = TestPlan.open();
    letter = letterOf(json("content", "x"));
  }

  /** No request leaves a temporary file. */
  @AfterEach
  void noTemporaryFileIsLeft() throws InterruptedException {
    String data = ConfigProvider.getConfig().getValue("sogopy.data-dir", String.class);
    UploadFolders.assertEmptied(Path.of(data, "uploads"));
  }

  private String letterOf(Map<String, Object> comment) {
    Map<String, Object> body =
        Api.with(
            comment,
            "letter",
            json("number", UUID.randomUUID().toString().substring(0, 8), "date", "2021-08-24"));
    return plan.comment(Key.SGTVT, body).get().extract().path("letter.id");
  }

  private ValidatableResponse send(Key key, byte[] form) {
    return TestForm.as(key).body(form).post("/letters/" + letter + "/attachments").then();
  }

  private ValidatableResponse attach(Key key, String name, byte[] content) {
    return send(key, TestForm.of(TestForm.part("file", name, content)));
  }

  private String attached(byte[] content) {
    return attach(Key.SGTVT, "a.pdf", content).statusCode(201).extract().path("id");
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private long stored() {
    return Sql.of("select count(*) from attachment where letter_id = ?::uuid", letter)
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  @Test
  void downloadEqualsUpload() {
    byte[] pdf = SampleFiles.pdf(2 * PIECE + 17);
    ValidatableResponse made = attach(Key.SGTVT, "Góp ý về ĐT.258B.pdf", pdf).statusCode(201);
    String id = made.extract().path("id");
    made.header("ETag", "\"" + hash(pdf) + "\"")
        .header("Location", "/api/v1/attachments/" + id)
        .body("letter", equalTo(letter))
        .body("fileName", equalTo("Góp ý về ĐT.258B.pdf"))
        .body("mediaType", equalTo("application/pdf"))
        .body("size", equalTo(pdf.length))
        .body("sha256", equalTo(hash(pdf)));

    ValidatableResponse file = Api.as(Key.CONSULTANT).get("/attachments/" + id).then();
    file.statusCode(200)
        .contentType("application/pdf")
        .header("ETag", "\"" + hash(pdf) + "\"")
        .header("Content-Length", String.valueOf(pdf.length))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .header("Accept-Ranges", "bytes")
        .header(
            "Content-Disposition",
            startsWith(
                "attachment; filename=\"Gop_y_ve_DT.258B.pdf\"; filename*=UTF-8''G%C3%B3p%20"));
    assertThat(file.extract().asByteArray()).isEqualTo(pdf);
  }

  /** As when another request deletes the letter between the look-up and the copy. */
  @Test
  void fileDeletedMeanwhileIsNotThere() {
    String id = attached(SampleFiles.pdf(PIECE + 17));
    Sql.of("delete from attachment_piece where file_id = ? and ordinal = 1", UUID.fromString(id))
        .execute(source);
    Api.as(Key.VIEWER).get("/attachments/" + id).then().spec(problem(404, "not-found"));
  }

  @Test
  void sizesAroundAPieceBoundary() {
    for (int size : new int[] {20, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE}) {
      byte[] pdf = SampleFiles.pdf(size);
      String id = attached(pdf);
      assertThat(Api.as(Key.SGTVT).get("/attachments/" + id).asByteArray()).isEqualTo(pdf);
    }
  }

  @Test
  void rangesAcrossPieces() {
    byte[] pdf = SampleFiles.pdf(2 * PIECE + 17);
    String path = "/attachments/" + attached(pdf);
    for (int[] range :
        new int[][] {{0, 0}, {PIECE - 1, PIECE}, {PIECE, 2 * PIECE - 1}, {5, 2 * PIECE + 16}}) {
      ValidatableResponse part =
          Api.as(Key.VIEWER)
              .header("Range", "bytes=" + range[0] + "-" + range[1])
              .get(path)
              .then()
              .statusCode(206)
              .header("Content-Range", "bytes " + range[0] + "-" + range[1] + "/" + pdf.length)
              .header("Content-Length", String.valueOf(range[1] - range[0] + 1));
      assertThat(part.extract().asByteArray())
          .isEqualTo(Arrays.copyOfRange(pdf, range[0], range[1] + 1));
    }
    Api.as(Key.VIEWER)
        .header("Range", "bytes=" + pdf.length + "-")
        .get(path)
        .then()
        .spec(problem(416, "range-not-satisfiable"))
        .header("Content-Range", "bytes */" + pdf.length);
    Api.as(Key.VIEWER)
        .header("Range", "bytes=0-9")
        .header("If-Range", "\"" + hash(pdf) + "\"")
        .get(path)
        .then()
        .statusCode(206);
    Api.as(Key.VIEWER)
        .header("Range", "bytes=0-9")
        .header("If-Range", "\"other\"")
        .get(path)
        .then()
        .statusCode(200)
        .header("Content-Length", String.valueOf(pdf.length));
  }

  @Test
  void headAndIfNoneMatch() {
    byte[] pdf = SampleFiles.pdf(3000);
    String path = "/attachments/" + attached(pdf);
    Api.anonymous()
        .header("X-API-Key", Key.SGTVT.secret())
        .head(path)
        .then()
        .statusCode(200)
        .header("Content-Length", "3000")
        .header("ETag", "\"" + hash(pdf) + "\"");
    assertThat(
            Api.as(Key.SGTVT)
                .header("If-None-Match", "\"" + hash(pdf) + "\"")
                .get(path)
                .then()
                .statusCode(304)
                .extract()
                .asByteArray())
        .isEmpty();
  }

  @Test
  void theListIsPaged() {
    for (int i = 1; i <= 3; i++) {
      attach(Key.SGTVT, i + ".pdf", SampleFiles.pdf(100 + i)).statusCode(201);
    }
    String path = "/letters/" + letter + "/attachments";
    String next =
        Api.as(Key.VIEWER)
            .queryParam("limit", 2)
            .queryParam("count", true)
            .get(path)
            .then()
            .statusCode(200)
            .body("items.fileName", equalTo(java.util.List.of("1.pdf", "2.pdf")))
            .body("total", is(3))
            .extract()
            .path("next");
    // The validator expects JSON here.
    Api.wrong(Key.VIEWER)
        .queryParam("limit", 2)
        .queryParam("cursor", next)
        .get(path)
        .then()
        .body("items.fileName", equalTo(java.util.List.of("3.pdf")))
        .body("next", equalTo(null));
  }

  @Test
  void rolesOfAttachments() {
    byte[] pdf = SampleFiles.pdf(100);
    String id = attached(pdf);
    attach(Key.COORDINATOR, "b.pdf", pdf).statusCode(201);
    attach(Key.BABE, "c.pdf", pdf).spec(problem(404, "not-found"));
    for (Key key : new Key[] {Key.CONSULTANT, Key.VIEWER, Key.ADMIN}) {
      attach(key, "d.pdf", pdf).spec(problem(403, "forbidden"));
    }
    assertThat(stored()).isEqualTo(2);
    for (Key key : new Key[] {Key.SGTVT, Key.COORDINATOR, Key.CONSULTANT, Key.VIEWER}) {
      Api.as(key).get("/attachments/" + id).then().statusCode(200);
      Api.as(key).get("/letters/" + letter + "/attachments").then().body("items", hasSize(2));
    }
    Api.as(Key.BABE).get("/attachments/" + id).then().spec(problem(404, "not-found"));
    Api.as(Key.BABE)
        .get("/letters/" + letter + "/attachments")
        .then()
        .spec(problem(404, "not-found"));
    Api.as(Key.ADMIN).get("/attachments/" + id).then().spec(problem(403, "forbidden"));
    Api.anonymous().get("/attachments/" + id).then().spec(problem(401, "unauthenticated"));
  }

  @Test
  void viewerGetsNoFileOfRestrictedComments() {
    letter = letterOf(json("content", "x", "restricted", true));
    String id = attached(SampleFiles.pdf(100));
    Api.as(Key.VIEWER).get("/attachments/" + id).then().spec(problem(404, "not-found"));
    Api.as(Key.VIEWER)
        .get("/letters/" + letter + "/attachments")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    Api.as(Key.CONSULTANT).get("/attachments/" + id).then().statusCode(200);
  }

  @Test
  void closedDraftNeedsTheCoordinator() {
    plan.close();
    attach(Key.SGTVT, "a.pdf", SampleFiles.pdf(100)).spec(problem(409, "draft-not-open"));
    attach(Key.COORDINATOR, "a.pdf", SampleFiles.pdf(100)).statusCode(201);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void classifiedLetterRefusesFiles() {
    Sql.of("update letter set classified = true, subject = null where id = ?::uuid", letter)
        .execute(source);
    attach(Key.COORDINATOR, "a.pdf", SampleFiles.pdf(100)).spec(problem(409, "letter-classified"));
    assertThat(stored()).isZero();
  }

  @Test
  void typeIsDetectedByContent() {
    attach(Key.SGTVT, "a.pdf", SampleFiles.docx())
        .statusCode(201)
        .body("mediaType", equalTo(SampleFiles.WORD));
    attach(Key.SGTVT, "b.exe", SampleFiles.pdf(100))
        .statusCode(201)
        .body("fileName", equalTo("b.exe.pdf"));
    attach(Key.SGTVT, "trang.xml", SampleFiles.text("<html><script/></html>"))
        .statusCode(201)
        .body("fileName", equalTo("trang.xml"))
        .body("fileRisk", equalTo("UNKNOWN"));
    assertThat(stored()).isEqualTo(3);
  }

  @Test
  void programAloneIsRefused() {
    attach(Key.SGTVT, "virus.pdf", SampleFiles.text("MZ\u0000\u0001"))
        .spec(problem(415, "unsupported-file-type"))
        .body("detail", containsString("virus.pdf"));
    attach(Key.SGTVT, "virus", SampleFiles.text("#!/bin/sh\nx"))
        .spec(problem(415, "unsupported-file-type"));
    attach(Key.SGTVT, "Góp ý.docx.js", SampleFiles.text("x()"))
        .spec(problem(415, "unsupported-file-type"));
    attach(Key.SGTVT, "a.zip", SampleFiles.zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"))
        .spec(problem(415, "unsupported-file-type"));
    assertThat(stored()).isZero();
    Api.as(Key.SGTVT).get("/letters/" + letter).then().body("leftOut", hasSize(0));
  }

  /** Stored as they are, and never shown by a browser as a part of this site. */
  @Test
  void filesOfAnyTypeAreStored() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("NONE Góp ý.doc application/msword", SampleFiles.ole("WordDocument"));
    files.put("NONE Bản quét.tif image/tiff", SampleFiles.beginning("49492A00"));
    files.put("NONE Bản đồ.dwg image/vnd.dwg", SampleFiles.beginning("414331303237"));
    files.put("NONE a.rtf application/rtf", SampleFiles.text("{\\rtf1 x}"));
    files.put(
        "MACROS Biểu.xls application/vnd.ms-excel", SampleFiles.ole("Workbook", "_VBA_PROJECT"));
    files.put(
        "ARCHIVE Hồ sơ.rar application/x-rar-compressed", SampleFiles.beginning("526172211A0700"));
    files.put("UNKNOWN a.khac application/octet-stream", SampleFiles.beginning("01020304"));
    files.put("UNKNOWN a.html application/octet-stream", SampleFiles.text("<p>x<script/>"));
    files.put(
        "UNKNOWN Bị cắt.pdf application/octet-stream", Arrays.copyOf(SampleFiles.pdf(9000), 8000));
    files.forEach(this::isStored);
    Api.as(Key.VIEWER)
        .get("/letters/" + letter + "/attachments")
        .then()
        .statusCode(200)
        .body(
            "items.fileRisk",
            equalTo(
                files.keySet().stream()
                    .map(expected -> expected.substring(0, expected.indexOf(' ')))
                    .toList()));
  }

  /**
   * @param expected risk, name and media type
   */
  private void isStored(String expected, byte[] content) {
    String risk = expected.substring(0, expected.indexOf(' '));
    String name = expected.substring(expected.indexOf(' ') + 1, expected.lastIndexOf(' '));
    String type = expected.substring(expected.lastIndexOf(' ') + 1);
    String id =
        attach(Key.SGTVT, name, content)
            .statusCode(201)
            .body("fileName", equalTo(name))
            .body("fileRisk", equalTo(risk))
            .body("sha256", equalTo(hash(content)))
            .extract()
            .path("id");
    byte[] read =
        Api.as(Key.VIEWER)
            .get("/attachments/" + id)
            .then()
            .statusCode(200)
            .contentType(type)
            .header("Content-Disposition", startsWith("attachment; filename="))
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Security-Policy", containsString("sandbox"))
            .extract()
            .asByteArray();
    assertThat(read).isEqualTo(content);
  }

  @Test
  void invalidForms() {
    byte[] file = TestForm.part("file", "a.pdf", SampleFiles.pdf(100));
    send(Key.SGTVT, TestForm.of()).spec(badField("/file", "required"));
    send(Key.SGTVT, TestForm.of(TestForm.part("file", "a.pdf", new byte[0])))
        .spec(badField("/file", "required"));
    send(Key.SGTVT, TestForm.of(file, file)).spec(badField("/file", "duplicate-field"));
    send(Key.SGTVT, TestForm.of(file, TestForm.part("x", "a.pdf", SampleFiles.pdf(9))))
        .spec(badField("/x", "unknown-field"));
    send(Key.SGTVT, TestForm.of(TestForm.part("file", null, SampleFiles.pdf(100))))
        .spec(badField("/file", "invalid-format"));
    send(Key.SGTVT, TestForm.of(TestForm.part("file", "a".repeat(5000), SampleFiles.pdf(100))))
        .spec(badField("/file/filename", "too-long"));
    send(Key.SGTVT, TestForm.of(TestForm.part("file", "a\u0001.pdf", SampleFiles.pdf(100))))
        .spec(badField("/file/filename", "invalid-text"));
    send(Key.SGTVT, TestForm.of(file, TestForm.part("note", null, SampleFiles.text("x"))))
        .spec(badField("/note", "unknown-field"));
    send(Key.SGTVT, TestForm.of(file, TestForm.part("note", null, new byte[300 * 1024])))
        .spec(problem(400, "malformed-multipart"));
    for (String type : new String[] {"nonsense", "text/plain; charset=nonsense"}) {
      String headers = "Content-Disposition: form-data; name=\"note\"\r\nContent-Type: " + type;
      send(Key.SGTVT, TestForm.of(file, TestForm.raw(headers, SampleFiles.text("x"))))
          .spec(problem(400, "malformed-multipart"));
    }
    RestAssured.given()
        .header("X-API-Key", Key.SGTVT.secret())
        .post("/api/v1/letters/" + letter + "/attachments")
        .then()
        .spec(problem(415, "unsupported-media-type"));
    send(Key.SGTVT, file).spec(problem(400, "malformed-multipart"));
    send(Key.SGTVT, SampleFiles.text("x")).spec(problem(400, "malformed-multipart"));
    Api.wrong(Key.SGTVT)
        .contentType("multipart/form-data")
        .body(TestForm.of(file))
        .post("/letters/" + letter + "/attachments")
        .then()
        .spec(problem(400, "malformed-multipart"));
    Api.wrong(Key.SGTVT)
        .body("{}")
        .post("/letters/" + letter + "/attachments")
        .then()
        .spec(problem(415, "unsupported-media-type"));
    assertThat(stored()).isZero();
  }

  @Test
  void fileNamesOfOtherClients() {
    byte[] pdf = SampleFiles.pdf(100);
    byte[] utf8 =
        TestForm.raw(
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%C3%9D%20ki%E1%BA%BFn.pdf",
            pdf);
    send(Key.SGTVT, TestForm.of(utf8)).statusCode(201).body("fileName", equalTo("Ý kiến.pdf"));
    byte[] injection =
        TestForm.raw(
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''a%0D%0AX-Evil:1.pdf",
            pdf);
    send(Key.SGTVT, TestForm.of(injection)).spec(badField("/file/filename", "invalid-text"));
  }

  @Test
  void limitWithAndWithoutContentLength() {
    byte[] most = SampleFiles.pdf(25 * 1024 * 1024);
    attach(Key.SGTVT, "a.pdf", most).statusCode(201).body("size", equalTo(most.length));
    byte[] tooMuch =
        TestForm.of(TestForm.part("file", "a.pdf", SampleFiles.pdf(25 * 1024 * 1024 + 1)));
    send(Key.SGTVT, tooMuch).spec(problem(413, "content-too-large"));
    TestForm.as(Key.SGTVT)
        .body(new java.io.ByteArrayInputStream(tooMuch)) // of unknown length: sent in chunks
        .post("/letters/" + letter + "/attachments")
        .then()
        .spec(problem(413, "content-too-large"));
    assertThat(stored()).isEqualTo(1);
  }

  /** Boundary and part headers may differ in a retry; file and name identify it. */
  @Test
  void retryIsComparedByFile() {
    byte[] pdf = SampleFiles.pdf(1000);
    String key = UUID.randomUUID().toString();
    String id =
        TestForm.as(Key.SGTVT)
            .header("Idempotency-Key", key)
            .body(TestForm.of(TestForm.part("file", "a.pdf", pdf)))
            .post("/letters/" + letter + "/attachments")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String other =
        new String(TestForm.of(TestForm.part("file", "a.pdf", pdf)), StandardCharsets.ISO_8859_1)
            .replace(TestForm.BOUNDARY, "another");
    Api.wrong(Key.SGTVT)
        .contentType("multipart/form-data; boundary=another")
        .header("Idempotency-Key", key)
        .body(other.getBytes(StandardCharsets.ISO_8859_1))
        .post("/letters/" + letter + "/attachments")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body("id", equalTo(id));
    for (byte[] changed :
        new byte[][] {
          TestForm.of(TestForm.part("file", "b.pdf", pdf)),
          TestForm.of(TestForm.part("file", "a.pdf", SampleFiles.pdf(1001)))
        }) {
      TestForm.as(Key.SGTVT)
          .header("Idempotency-Key", key)
          .body(changed)
          .post("/letters/" + letter + "/attachments")
          .then()
          .spec(problem(422, "idempotency-key-reused"));
    }
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void filesAreInTheHistoryOfTheLetter() {
    String id = attached(SampleFiles.pdf(100));
    for (Key key : new Key[] {Key.SGTVT, Key.CONSULTANT, Key.VIEWER}) {
      Api.as(key)
          .get("/letters/" + letter + "/history")
          .then()
          .statusCode(200)
          .body("items[-1].action", equalTo("ATTACHED"))
          .body("items[-1].changes[0].after.id", equalTo(id))
          .body("items[-1].changes[0].after.fileName", equalTo("a.pdf"));
    }
    plan.comment(Key.SGTVT, json("content", "y", "restricted", true, "letter", number()));
    Api.as(Key.VIEWER)
        .get("/letters/" + letter + "/history")
        .then()
        .body("items.action", not(hasItem("ATTACHED")));
  }

  /** The letter of the test, as a comment names it. */
  private Map<String, Object> number() {
    return json(
        "number", Api.as(Key.SGTVT).get("/letters/" + letter).path("number"), "date", "2021-08-24");
  }

  /** RFC 9110 section 14.2: a range is defined for GET only. */
  @Test
  void headIgnoresRange() {
    String id = attached(SampleFiles.pdf(100));
    Api.wrong(Key.SGTVT)
        .header("Range", "bytes=0-9")
        .head("/attachments/" + id)
        .then()
        .statusCode(200)
        .header("Content-Length", "100");
  }
}
