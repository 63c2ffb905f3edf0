package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** The dossier as a ZIP: its entries, by caller. */
@QuarkusTest
class RegisterZipTest {
  private TestPlan plan;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
  }

  /** Longer than one piece in the database. */
  private static byte[] pdf(int seed) {
    byte[] bytes = new byte[300_000];
    Arrays.fill(bytes, (byte) seed);
    System.arraycopy(TestForm.text("%PDF-1.4\n"), 0, bytes, 0, 9);
    System.arraycopy(TestForm.text("\n%%EOF\n"), 0, bytes, bytes.length - 7, 7);
    return bytes;
  }

  private void letter(String number, boolean restricted, byte[]... files) {
    String letter =
        plan.comment(
                Key.SGTVT,
                json(
                    "content",
                    "Ý kiến tại " + number,
                    "restricted",
                    restricted,
                    "letter",
                    json("number", number, "date", "2021-08-24")))
            .get()
            .extract()
            .path("letter.id");
    for (byte[] file : files) {
      TestForm.as(Key.SGTVT)
          .body(TestForm.of(TestForm.part("file", "Văn bản.pdf", file)))
          .post("/letters/" + letter + "/attachments")
          .then()
          .statusCode(201);
    }
  }

  private Map<String, byte[]> zip(Key key, String query) throws IOException {
    Response answer =
        Api.as(key)
            .accept("application/zip")
            .get(plan.draftPath(1) + "/register?format=zip" + query);
    answer.then().statusCode(200).contentType("application/zip");
    byte[] bytes = answer.asByteArray();
    assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      entries.put(entry.getName(), in.readAllBytes());
    }
    return entries;
  }

  private static String words(byte[] docx) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
        XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
      return extractor.getText();
    }
  }

  @Test
  void reportsAndAttachments() throws IOException {
    letter("510/SGTVT-KCHT", false, pdf(1), pdf(2));
    letter("511/SGTVT", false);
    letter("512/SGTVT", false, pdf(3));

    Map<String, byte[]> zip = zip(Key.VIEWER, "");

    assertThat(zip.keySet())
        .containsExactly(
            RegisterFiles.SUMMARY,
            RegisterFiles.RESPONSE,
            "001_SGTVT_510-SGTVT-KCHT.pdf",
            "001_SGTVT_510-SGTVT-KCHT_2.pdf",
            "003_SGTVT_512-SGTVT.pdf");
    assertThat(zip.get("001_SGTVT_510-SGTVT-KCHT.pdf")).isEqualTo(pdf(1));
    assertThat(zip.get("001_SGTVT_510-SGTVT-KCHT_2.pdf")).isEqualTo(pdf(2));
    assertThat(zip.get("003_SGTVT_512-SGTVT.pdf")).isEqualTo(pdf(3));
    assertThat(words(zip.get(RegisterFiles.SUMMARY)))
        .contains("BẢNG TỔNG HỢP Ý KIẾN GÓP Ý", "Ý kiến tại 510/SGTVT-KCHT");
    assertThat(words(zip.get(RegisterFiles.RESPONSE)))
        .contains("BẢNG GIẢI TRÌNH, TIẾP THU Ý KIẾN GÓP Ý", "Ý kiến tại 510/SGTVT-KCHT");
  }

  /** The file of a letter covers all its comments. */
  @Test
  void filesOfRestrictedComments() throws IOException {
    letter("1/A", true, pdf(1));
    letter("2/A", false, pdf(2));
    String hidden = "001_SGTVT_1-A.pdf";
    String open = "002_SGTVT_2-A.pdf";

    assertThat(zip(Key.COORDINATOR, "")).containsKeys(hidden, open);
    assertThat(zip(Key.CONSULTANT, "")).containsKeys(hidden, open);
    assertThat(zip(Key.COORDINATOR, "&public=true")).containsKey(open).doesNotContainKey(hidden);
    assertThat(zip(Key.VIEWER, "")).containsKey(open).doesNotContainKey(hidden);
    assertThat(words(zip(Key.VIEWER, "").get(RegisterFiles.SUMMARY)))
        .contains("Ý kiến tại 2/A")
        .doesNotContain("Ý kiến tại 1/A");
  }

  @Test
  void extractHasOnlyItsFiles() throws IOException {
    letter("1/A", false, pdf(1));
    assertThat(zip(Key.VIEWER, "&organization=sgtvt")).containsKey("001_SGTVT_1-A.pdf");
    assertThat(zip(Key.VIEWER, "&organization=sxd")).hasSize(2);
  }

  /** The other formats over HTTP. */
  @Test
  void workbookAndPage() throws IOException {
    letter("1/A", false);
    byte[] book =
        Api.as(Key.VIEWER)
            .accept("*/*")
            .get(plan.draftPath(1) + "/register?format=xlsx")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(book).startsWith('P', 'K');
    String page =
        Api.as(Key.VIEWER)
            .accept("text/html")
            .get(plan.draftPath(1) + "/register?format=html&view=section")
            .then()
            .statusCode(200)
            .contentType("text/html;charset=UTF-8")
            .extract()
            .asString();
    assertThat(page).startsWith("<!DOCTYPE html>").contains("Ý kiến tại 1/A");
  }
}
