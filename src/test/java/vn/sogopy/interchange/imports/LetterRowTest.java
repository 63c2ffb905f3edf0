package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** What rows state of their letters: columns, replies without comments, rows to be decided. */
@QuarkusTest
class LetterRowTest {
  private TestPlan plan;
  private Imports imports;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    imports = new Imports(plan);
  }

  private ValidatableResponse letters() {
    return Api.as(Key.COORDINATOR)
        .queryParam("sort", "organization")
        .get(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(200);
  }

  private static final String HEADINGS =
      "Cơ quan;Số văn bản;Ngày văn bản;Ngày đến;Số đến;Ý kiến trả lời;Hình thức;Người ký;"
          + "Chức vụ người ký;Trích yếu;Nội dung góp ý\n";

  @Test
  void columnsOfTheLetter() {
    imports
        .csv(
            HEADINGS.replace("Ý kiến trả lời", "QUAN ĐIỂM")
                + "sgtvt;510/SGTVT-KCHT;ngày 24 tháng 8 năm 2021;ngày 7 tháng 9 năm 2021;1543;"
                + "Cơ bản nhất trí, có ý kiến;Văn bản điện tử;Nguyễn Văn A;Phó Giám đốc;Góp ý;Một\n"
                + "sgtvt;510/SGTVT-KCHT;24/8/2021;;;;;;;;Hai\n"
                + "snv;2/SNV;2021-09-01;16/9/2021;;không nhất trí;EMAIL;;;;Ba\n")
        .statusCode(200)
        .body("created", equalTo(3))
        .body("ignoredColumns", empty())
        .body("rows", empty());
    letters()
        .body("items.organization", contains("snv", "sgtvt"))
        .body("items.receivedOn", contains("2021-09-16", "2021-09-07"))
        .body("items.late", contains(true, false))
        .body("items.arrivalNumber", contains(null, "1543"))
        .body("items.position", contains("DISAGREES", "AGREES_WITH_COMMENTS"))
        .body("items.channel", contains("EMAIL", "EDOC"))
        .body(
            "items.signer",
            contains(null, json("fullName", "Nguyễn Văn A", "position", "Phó Giám đốc")))
        .body("items.subject", contains(null, "Góp ý"))
        .body("items.commentCount", contains(1, 2));
  }

  @Test
  void namesOfTheFieldsAreHeadings() {
    imports
        .csv(
            "organization,letter,letter date,receivedOn,arrivalNumber,position,channel,signer,subject,content\n"
                + "stc,1/A,2021-09-01,2021-09-02,7,COMMENTS,PORTAL,A,B,x\n")
        .statusCode(200)
        .body("ignoredColumns", empty());
    letters()
        .body("items[0].receivedOn", equalTo("2021-09-02"))
        .body("items[0].arrivalNumber", equalTo("7"))
        .body("items[0].position", equalTo("COMMENTS"))
        .body("items[0].channel", equalTo("PORTAL"))
        .body("items[0].signer.fullName", equalTo("A"))
        .body("items[0].subject", equalTo("B"));
  }

  @Test
  void badCellsAreNamed() {
    imports
        .csv(
            HEADINGS
                + "stc;1/A;1/9/2021;31/9/2021;;Có lẽ;Fax;;;;x\n"
                + "stc;;;3/9/2021;;;;;;;y\n"
                + "stc;;;;;;Hội nghị, hội thảo;;;;Ở hội nghị\n",
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows.row", contains(2, 3))
        .body("rows[0].errors.column", contains("Ngày đến", "Ý kiến trả lời", "Hình thức"))
        .body("rows[0].errors.code", contains("invalid-date", "invalid-enum", "invalid-enum"))
        .body("rows[1].errors.column", containsInAnyOrder("Số văn bản", "Ngày văn bản"))
        .body("rows[1].errors.code", contains("required", "required"));
    letters().body("items", empty());
  }

  @Test
  void replyWithoutCommentsFilesTheLetterAlone() {
    String reply = "stc;7/STC-TH;1/9/2021;3/9/2021;12;Nhất trí, không có ý kiến thêm;;;;;";
    imports
        .csv(
            HEADINGS + reply + "\n" + reply + "Nhất trí với nội dung dự thảo.\n", "verbose", "true")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("rows.status", contains("CREATED", "UNCHANGED"));
    String id =
        letters()
            .body("items", hasSize(1))
            .body("items[0].position", equalTo("AGREES"))
            .body("items[0].receivedOn", equalTo("2021-09-03"))
            .body("items[0].commentCount", equalTo(0))
            .extract()
            .path("items[0].id");
    assertThat(plan.count()).isZero();
    imports
        .csv(HEADINGS + reply + "\n", "verbose", "true")
        .body("unchanged", equalTo(1))
        .body("rows[0].id", equalTo(id));
    // The letter says so already.
    imports.csv(HEADINGS + "stc;7/STC-TH;1/9/2021;;;;;;;;Nhất trí\n").body("unchanged", equalTo(1));
    letters().body("items", hasSize(1)).body("items[0].version", equalTo(0));
  }

  private static String line(String organization, String letter, String content) {
    return "{\"organization\": \"%s\", \"letter\": %s%s}\n"
        .formatted(
            organization, letter, content == null ? "" : ", \"content\": \"" + content + "\"");
  }

  private static String letter(String number, String more) {
    return "{\"number\": \"%s\", \"date\": \"2021-09-01\"%s}".formatted(number, more);
  }

  private static final String AGREES = ", \"position\": \"AGREES\"";

  @Test
  void replyAsALine() {
    String reply = letter("7/STC", AGREES + ", \"receivedOn\": \"2021-09-02\"");
    imports
        .ndjson(
            line("stc", reply, null)
                + line("snv", letter("8/SNV", AGREES), "")
                + line("sct", letter("9/SCT", AGREES), "Không có ý kiến."))
        .statusCode(200)
        .body("created", equalTo(3));
    letters()
        .body("items.position", contains("AGREES", "AGREES", "AGREES"))
        .body("items.commentCount", contains(0, 0, 0));
    assertThat(plan.count()).isZero();
    imports
        .ndjson(
            line("stc", "{\"number\": \"8/STC\"" + AGREES + "}", null)
                + line("stc", letter("8/STC", AGREES + ", \"nope\": 1"), null)
                + line("stc", letter("8/STC", ""), null)
                + line("stc", letter("8/STC", AGREES), "Đề nghị bổ sung")
                + line("stc", letter("7/STC", ""), "Đề nghị bổ sung"),
            "mode",
            "partial")
        .statusCode(200)
        .body("rejected", equalTo(5))
        .body(
            "rows.errors.column.flatten()",
            contains("/letter/date", "/letter/nope", "/content", "/letter/position", "/letter"))
        .body(
            "rows.errors.code.flatten()",
            contains("required", "unknown-field", "required", "letter-agrees", "letter-agrees"));
    letters().body("items", hasSize(3));
  }

  @Test
  void agreementWithoutAPositionIsToBeDecided() {
    String rows =
        "stc;7/STC-TH;1/9/2021;;;;;;;;Nhất trí với dự thảo\n"
            + "snv;8/SNV;1/9/2021;;;;;;;;không có ý kiến\n"
            + "sct;9/SCT;1/9/2021;;;;;;;;Đề nghị bổ sung\n";
    imports
        .csv(HEADINGS + rows)
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2, 3));
    for (String dryRun : new String[] {"true", "false"}) {
      imports
          .csv(HEADINGS + rows, "mode", "partial", "dryRun", dryRun)
          .statusCode(200)
          .body("created", equalTo(1))
          .body("rejected", equalTo(2))
          .body("rows.row", contains(2, 3))
          .body("rows.errors.code.flatten()", contains("only-agrees", "only-agrees"))
          .body("rows[0].errors[0].column", equalTo("Nội dung góp ý"))
          .body("rows[0].errors[0].value", equalTo("Nhất trí với dự thảo"))
          .body("rows[0].errors[0].candidates", contains("Nhất trí, không có ý kiến thêm"));
    }
    assertThat(plan.count()).isOne();
    letters().body("items.organization", contains("sct"));
    // Decided: one is a reply, the other a comment all the same.
    imports
        .csv(
            HEADINGS
                + "stc;7/STC-TH;1/9/2021;;;nhất trí;;;;;Nhất trí với dự thảo\n"
                + "snv;8/SNV;1/9/2021;;;Có ý kiến góp ý;;;;;không có ý kiến\n")
        .statusCode(200)
        .body("created", equalTo(2));
    assertThat(plan.count()).isEqualTo(2);
    imports
        .ndjson(line("stc", letter("10/STC", ""), "Nhất trí"), "mode", "partial")
        .body("rows[0].errors[0].column", equalTo("/content"))
        .body("rows[0].errors[0].candidates", contains("AGREES"));
  }

  @Test
  void replyForALetterThatSaysOtherwiseIsAConflict() {
    imports.ndjson(line("stc", letter("7/STC", ""), "Một")).body("created", equalTo(1));
    imports
        .ndjson(
            line("stc", letter("7/STC", AGREES), null)
                + line("snv", letter("8/SNV", ""), "Hai")
                + line("snv", letter("8/SNV", AGREES), null)
                + line("sct", letter("9/SCT", AGREES), null)
                + line("sct", letter("9/SCT", ""), "Ba"),
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.row", contains(1, 3, 5))
        .body("rows.status", contains("CONFLICT", "CONFLICT", "INVALID"))
        .body(
            "rows.errors.code.flatten()",
            contains("letter-differs", "letter-differs", "letter-agrees"))
        .body("rows[0].errors[0].column", equalTo("/letter/position"));
    letters().body("items.position", contains(null, null, "AGREES"));
    assertThat(plan.count()).isEqualTo(2);
  }

  /** Nothing is overwritten; the difference is told once for each letter. */
  @Test
  void whatTheLetterHasOtherwiseIsTold() {
    String first = letter("7/STC", ", \"receivedOn\": \"2021-09-02\"");
    imports.ndjson(line("stc", first, "Một")).body("rows", empty());
    String other = letter("7/STC", ", \"receivedOn\": \"2021-09-20\", \"channel\": \"EMAIL\"");
    imports
        .ndjson(line("stc", other, "Hai") + line("stc", other, "Ba") + line("stc", first, "Một"))
        .statusCode(200)
        .body("created", equalTo(2))
        .body("unchanged", equalTo(1))
        .body("rows.row", contains(1))
        .body("rows[0].status", equalTo("CREATED"))
        .body("rows[0].errors.column", contains("/letter/receivedOn", "/letter/channel"))
        .body("rows[0].errors.code", contains("letter-differs", "letter-differs"));
    letters()
        .body("items[0].receivedOn", equalTo("2021-09-02"))
        .body("items[0].channel", equalTo("LETTER"))
        .body("items[0].version", equalTo(0));
  }

  @Test
  void submitterOnlyClaimsTheArrival() {
    String line =
        "{\"content\": \"Một\", \"letter\": "
            + letter("1/A", ", \"receivedOn\": \"2021-09-02\"")
            + "}\n{\"letter\": "
            + letter("2/A", AGREES)
            + "}";
    imports
        .send(Key.SGTVT, Imports.NDJSON, line.getBytes(StandardCharsets.UTF_8))
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows[0].errors.code", contains("receipt-claimed"));
    LocalDate today = VietnamTime.dayOf(Instant.now());
    letters()
        .body("items.receivedOn", contains(today.toString(), today.toString()))
        .body("items.find { it.number == '1/A' }.claimed.receivedOn", equalTo("2021-09-02"));
  }

  @Test
  void replyIntoAClosedDraftNeedsAReason() {
    String reply = "{\"organization\": \"stc\", \"letter\": " + letter("7/STC", AGREES);
    imports.ndjson(reply + "}").statusCode(200);
    plan.close();
    String late = reply.replace("7/STC", "8/STC");
    imports
        .ndjson(
            reply + "}\n" + late + "}\n" + late.replace("8/", "9/") + ", \"reason\": \"Muộn\"}",
            "mode",
            "partial")
        .statusCode(200)
        .body("unchanged", equalTo(1))
        .body("created", equalTo(1))
        .body("rows.row", contains(2))
        .body("rows[0].errors[0].column", equalTo("/reason"));
    letters().body("items", hasSize(2));
  }

  /** The letter of a heading gets what the rows below it state. */
  @Test
  void letterOfAHeading() {
    imports
        .csv(
            "STT;Cơ quan;Ngày đến;Nội dung góp ý\n"
                + ";1. Sở Tài chính (kèm theo văn bản số 7/STC-TH ngày 01/9/2021);;\n"
                + "1.1;;3/9/2021;Một\n1.2;;;Hai\n")
        .statusCode(200)
        .body("created", equalTo(2));
    letters()
        .body("items.number", contains("7/STC-TH"))
        .body("items.receivedOn", contains("2021-09-03"));
  }
}
