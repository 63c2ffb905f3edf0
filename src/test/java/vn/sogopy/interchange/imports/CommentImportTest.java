package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

/** Comments imported from NDJSON files. */
@QuarkusTest
class CommentImportTest {
  private TestPlan plan;
  private Imports imports;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    imports = new Imports(plan);
  }

  private static final String GOOD =
      """
      {"organization": "sgtvt", "letter": {"number": "1/A", "date": "2021-09-01"}, "section": "V.1", "alsoSections": ["MD.1"], "content": "Một"}

      {"organization": "sgtvt", "letter": {"number": "01 /A", "date": "2021-09-02"}, "content": "Hai", "kind": "DATA", "externalId": "e-2"}
      {"organization": "stc", "content": "Ba", "locator": {"page": 4}}
      """;

  @Test
  void everyLineCreatesAComment() {
    imports
        .ndjson(GOOD, "verbose", "true")
        .statusCode(200)
        .body("received", equalTo(3))
        .body("created", equalTo(3))
        .body("rows.row", contains(1, 3, 4))
        .body("rows.status", contains("CREATED", "CREATED", "CREATED"));
    var items =
        Api.as(Key.COORDINATOR).get(plan.comments() + "?sort=receivedAt").then().statusCode(200);
    items.body("items.content", contains("Một", "Hai", "Ba"));
    items.body("items.kind", contains("OTHER", "DATA", "OTHER"));
    items.body("items[0].section.code", equalTo("V.1"));
    items.body("items[0].alsoSections", contains("MĐ.1"));
    String letter = items.extract().path("items[0].letter.id");
    items.body("items[1].letter.id", equalTo(letter));
    Api.as(Key.COORDINATOR)
        .get("/letters/" + letter)
        .then()
        .statusCode(200)
        .body("number", equalTo("1/A"));
    Api.as(Key.COORDINATOR)
        .get("/comments/" + items.extract().path("items[2].id") + "/history")
        .then()
        .body("items.action", contains("RECEIVED"));
  }

  @Test
  void repetitionCreatesNothing() {
    imports.ndjson(GOOD).body("created", equalTo(3));
    imports
        .ndjson(GOOD.replace("\"Ba\"", "\"  ba \""), "verbose", "true")
        .statusCode(200)
        .body("created", equalTo(0))
        .body("unchanged", equalTo(3))
        .body("rows.id", contains(notNullValue(), notNullValue(), notNullValue()));
    imports
        .ndjson(GOOD.replace("Hai", "Khác"), "mode", "partial")
        .statusCode(200)
        .body("unchanged", equalTo(2))
        .body("rejected", equalTo(1))
        .body("rows[0].status", equalTo("CONFLICT"))
        .body("rows[0].errors[0].code", equalTo("external-id-conflict"));
    // A comment that was corrected is still recognised.
    String id = Api.as(Key.COORDINATOR).get(plan.comments()).path("items[2].id");
    new vn.sogopy.testing.TestComment(id)
        .patch(Key.COORDINATOR, json("content", "Ba, đã sửa"))
        .statusCode(200);
    imports.ndjson(GOOD).body("unchanged", equalTo(3));
    assertThat(plan.count()).isEqualTo(3);
  }

  /** An invalid number is one bad row; the import goes on. */
  @Test
  void invalidNumberIsReported() {
    for (String none : List.of("\u200B", "\u202E", "×", "\u3164")) {
      String line =
          "{\"organization\": \"stc\", \"content\": \"x\", \"letter\": {\"number\": \""
              + none
              + "\", \"date\": \"2021-09-01\"}}\n";
      imports
          .ndjson(GOOD + line, "mode", "partial", "dryRun", "true")
          .statusCode(200)
          .body("received", equalTo(4))
          .body("created", equalTo(3))
          .body("rows.row", contains(3, 5))
          .body("rows[0].status", equalTo("CREATED"))
          .body("rows[0].errors[0].column", equalTo("/letter/date"))
          .body("rows[0].errors[0].code", equalTo("letter-differs"))
          .body("rows[1].errors[0].column", equalTo("/letter/number"))
          .body("rows[1].errors[0].code", equalTo(none.equals("×") ? "invalid-format" : "blank"));
      imports
          .csv(
              "Cơ quan,Văn bản,Ngày văn bản,Nội dung\nstc," + none + ",1/9/2021,x\nstc,,,y\n",
              "mode",
              "partial",
              "dryRun",
              "true")
          .statusCode(200)
          .body("received", equalTo(2))
          .body("created", equalTo(1))
          .body("rows.status", contains("INVALID"));
    }
    assertThat(plan.count()).isZero();
  }

  @Test
  void cellsWithInvisibleCharactersAreEmpty() {
    imports
        .csv(
            "Cơ quan,Mục,Nội dung\nstc,\u200B,\u202Ex\u202C\nstc,V.1,\u2800\u0301\n",
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows.row", contains(3))
        .body("rows[0].errors[0].code", equalTo("required"));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.content", contains("x"))
        .body("items.section", contains((Object) null));
  }

  @Test
  void rangesOfPages() {
    String line =
        "{\"organization\": \"stc\", \"content\": \"Ba\", \"locator\": {\"pages\": \"%s\"}}\n";
    imports
        .ndjson(line.formatted("50, 45–46") + line.formatted("50-45"), "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows.row", contains(2))
        .body("rows[0].errors[0].column", equalTo("/locator/pages"))
        .body("rows[0].errors[0].code", equalTo("invalid-format"));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.locator.page", contains(45))
        .body("items.locator.pages", contains("45-46, 50"));
  }

  @Test
  void duplicateInAFileIsOneComment() {
    String line = "{\"organization\": \"stc\", \"content\": \"Ba\"}\n";
    String coded = "{\"organization\": \"stc\", \"content\": \"Bốn\", \"externalId\": \"x\"}\n";
    imports
        .ndjson(line + line + coded + coded + coded.replace("Bốn", "Năm"), "mode", "partial")
        .body("received", equalTo(5))
        .body("created", equalTo(2))
        .body("unchanged", equalTo(2))
        .body("rows.status", contains("CONFLICT"))
        .body("rows.row", contains(5));
    // Another organization or another letter may have the same words.
    imports.ndjson(line.replace("stc", "snv")).body("created", equalTo(1));
    imports
        .ndjson(line.replace("}", ", \"letter\": {\"number\": \"9/B\", \"date\": \"2021-09-01\"}}"))
        .body("created", equalTo(1));
  }

  private static final String BAD =
      """
      {"organization": "stc", "content": "Tốt"}
      {"organization": "so-giao-thong-van-taii", "content": "x"}
      {"organization": "stc", "content": "x", "section": "V.9"}
      {"organization": "stc", "content": ""}
      {"organization": "stc", "content": "x", "nope": 1}
      {"organization": "stc", "content":
      {"content": "x"}
      {"organization": "stc", "content": "x", "letter": {"number": "1/A", "date": "2021-02-31"}}
      """;

  /** In one batch or in two. */
  @Test
  void textStoredWithAnIdIsRecognized() {
    String first = "{\"organization\": \"stc\", \"content\": \"Một\", \"externalId\": \"w-1\"}\n";
    String again = "{\"organization\": \"stc\", \"content\": \" một\"}\n";
    imports.ndjson(first + again).body("created", equalTo(1)).body("unchanged", equalTo(1));
    imports.ndjson(again).body("created", equalTo(0)).body("unchanged", equalTo(1));
    assertThat(plan.count()).isOne();
  }

  @Test
  void invalidRowPreventsTheImport() {
    imports
        .ndjson(BAD)
        .spec(problem(422, "import-rejected"))
        .body("report.received", equalTo(8))
        .body("report.created", equalTo(1))
        .body("report.rejected", equalTo(7))
        .body("report.rows.row", contains(2, 3, 4, 5, 6, 7, 8))
        .body("report.rows[0].errors[0].column", equalTo("/organization"))
        .body("report.rows[0].errors[0].candidates", hasItem("sgtvt"))
        .body("report.rows[1].errors[0].code", equalTo("unknown-section"))
        .body("report.rows[1].errors[0].value", equalTo("V.9"))
        .body("report.rows[1].errors[0].candidates", hasItem("V.1"))
        .body("report.rows[2].errors[0].code", equalTo("blank"))
        .body("report.rows[3].errors[0].code", equalTo("unknown-field"))
        .body("report.rows[4].errors[0].code", equalTo("malformed-json"))
        .body("report.rows[5].errors[0].code", equalTo("required"))
        .body("report.rows[6].errors[0].column", equalTo("/letter/date"));
    assertThat(plan.count()).isZero();
    imports.ndjson(BAD, "mode", "partial", "dryRun", "true").body("created", equalTo(1));
    assertThat(plan.count()).isZero();
    imports.ndjson(BAD, "mode", "partial").statusCode(200).body("created", equalTo(1));
    assertThat(plan.count()).isEqualTo(1);
  }

  @Test
  void dryRunCreatesNoLetter() {
    imports.ndjson(GOOD, "dryRun", "true").statusCode(200).body("created", equalTo(3));
    Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/letters").then().body("items", empty());
    imports.ndjson(GOOD).body("created", equalTo(3));
  }

  @Test
  void submitterImportsOwnComments() {
    byte[] lines =
        "{\"content\": \"a\"}\n{\"organization\": \"sgtvt\", \"content\": \"b\"}\n{\"organization\": \"stc\", \"content\": \"c\"}"
            .getBytes(StandardCharsets.UTF_8);
    imports
        .send(Key.SGTVT, Imports.NDJSON, lines, "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows[0].row", equalTo(3))
        .body("rows[0].errors[0].code", equalTo("foreign-organization"));
    imports.send(Key.CONSULTANT, Imports.NDJSON, lines).spec(problem(403, "forbidden"));
  }

  @Test
  void agreementRefusesComments() {
    Api.as(Key.COORDINATOR)
        .body(
            json(
                "organization", "stc", "number", "5/C", "date", "2021-09-01", "position", "AGREES"))
        .post(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(201);
    imports
        .ndjson(
            "{\"organization\": \"stc\", \"content\": \"x\", \"letter\": {\"number\": \"5/C\", \"date\": \"2021-09-01\"}}")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("letter-agrees"));
  }

  @Test
  void closedDraftNeedsAReason() {
    imports.ndjson("{\"organization\": \"stc\", \"content\": \"x\"}").statusCode(200);
    plan.close();
    imports
        .ndjson("{\"organization\": \"stc\", \"content\": \"y\"}")
        .spec(problem(409, "draft-not-open"));
    imports
        .ndjson(
            "{\"organization\": \"stc\", \"content\": \"x\"}\n{\"organization\": \"stc\", \"content\": \"y\"}\n"
                + "{\"organization\": \"stc\", \"content\": \"z\", \"reason\": \"Gửi muộn\"}",
            "mode",
            "partial")
        .statusCode(200)
        .body("unchanged", equalTo(1))
        .body("created", equalTo(1))
        .body("rows[0].row", equalTo(2))
        .body("rows[0].errors[0].column", equalTo("/reason"));
    imports
        .send(Key.SGTVT, Imports.NDJSON, "{\"content\": \"q\"}".getBytes(StandardCharsets.UTF_8))
        .spec(problem(409, "draft-not-open"));
  }

  @Test
  void orderOfChecks() {
    byte[] bad = "{".getBytes(StandardCharsets.UTF_8);
    String notThere = plan.draftPath(9) + "/comment-imports";
    plan.draft();
    String preparing = plan.draftPath(2) + "/comment-imports";
    post(Api.wrong("wrong"), "text/plain", bad, notThere).spec(problem(401, "unauthenticated"));
    post(Api.wrong(Key.VIEWER), "text/plain", bad, notThere)
        .spec(problem(415, "unsupported-media-type"));
    post(Api.wrong(Key.VIEWER), Imports.NDJSON, bad, notThere).spec(problem(403, "forbidden"));
    post(Api.wrong(Key.COORDINATOR), Imports.NDJSON, bad, notThere).spec(problem(404, "not-found"));
    post(Api.wrong(Key.COORDINATOR).queryParam("nope", "x"), Imports.NDJSON, bad, preparing)
        .spec(badParameter("nope", "unknown-parameter"));
    post(Api.wrong(Key.COORDINATOR).queryParam("mode", "x"), Imports.NDJSON, bad, preparing)
        .spec(badParameter("mode", "invalid-enum"));
    post(Api.wrong(Key.COORDINATOR), Imports.NDJSON, bad, preparing)
        .spec(problem(409, "draft-not-open"));
    post(Api.wrong(Key.COORDINATOR), Imports.NDJSON, bad, imports.path())
        .spec(problem(422, "import-rejected"));
    post(
            Api.wrong(Key.COORDINATOR),
            Imports.NDJSON,
            "\n \n".getBytes(StandardCharsets.UTF_8),
            imports.path())
        .spec(badField("", "empty-body"));
  }

  private static ValidatableResponse post(
      io.restassured.specification.RequestSpecification request,
      String type,
      byte[] body,
      String path) {
    return request.contentType(type).body(body).post(path).then();
  }

  @Test
  void retryRepeatsTheResponse() {
    for (boolean again : List.of(false, true)) {
      var answer =
          Api.wrong(Key.COORDINATOR)
              .header("Idempotency-Key", plan.slug())
              .contentType(Imports.NDJSON)
              .body(GOOD.getBytes(StandardCharsets.UTF_8))
              .post(imports.path())
              .then()
              .statusCode(200)
              .body("created", equalTo(3));
      assertThat(answer.extract().header("Idempotency-Replayed") != null).isEqualTo(again);
    }
    assertThat(plan.count()).isEqualTo(3);
  }

  @Test
  void formContentIsCompared() {
    for (String name : List.of("a.ndjson", "a.csv", "a")) {
      byte[] file =
          (name.equals("a.csv")
                  ? "organization,content\nstc,Một\n"
                  : "{\"organization\": \"stc\", \"content\": \"Một\"}\n")
              .getBytes(StandardCharsets.UTF_8);
      Api.wrong(Key.COORDINATOR)
          .contentType("multipart/form-data")
          .multiPart("file", name, file, "application/octet-stream")
          .post(imports.path())
          .then()
          .statusCode(200)
          .body("received", equalTo(1));
    }
    assertThat(plan.count()).isEqualTo(1);
  }

  @Test
  void linesAreWrittenInBatches() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 1_700; i++) {
      lines.append(
          "{\"organization\": \"stc\", \"letter\": {\"number\": \"%d/A\", \"date\": \"2021-09-01\"}, \"content\": \"Ý kiến %d\"}\n"
              .formatted(i / 3, i % 1_600));
    }
    imports
        .ndjson(lines.toString())
        .statusCode(200)
        .body("received", equalTo(1_700))
        .body("created", equalTo(1_700));
    imports.ndjson(lines.toString()).statusCode(200).body("unchanged", equalTo(1_700));
    assertThat(plan.count()).isEqualTo(1_700);
  }

  /** Two concurrent imports of the same comments, and single comments beside one of them. */
  @Test
  void concurrentImportsCreateNoDuplicates() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      lines.append(
          "{\"organization\": \"sgtvt\", \"letter\": {\"number\": \"%d/L\", \"date\": \"2021-09-01\"}, \"content\": \"Ý kiến %d\", \"externalId\": \"r-%d\"}\n"
              .formatted(i % 7, i, i));
    }
    List<Integer> statuses =
        Race.of(
            6,
            runner ->
                runner < 3
                    ? imports.ndjson(lines.toString()).extract().statusCode()
                    : Api.as(Key.COORDINATOR)
                        .body(
                            json(
                                "organization",
                                "sgtvt",
                                "letter",
                                json("number", runner + "/L", "date", "2021-09-01"),
                                "content",
                                "Ý kiến " + runner,
                                "externalId",
                                "r-" + runner))
                        .post(plan.comments())
                        .statusCode());
    assertThat(statuses).allMatch(status -> status == 200 || status == 201);
    assertThat(plan.count()).isEqualTo(60);
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/letters?limit=200")
        .then()
        .body("items.size()", equalTo(7));
  }
}
