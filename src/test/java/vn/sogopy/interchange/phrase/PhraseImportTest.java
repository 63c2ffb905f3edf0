package vn.sogopy.interchange.phrase;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Stock phrases as a table. */
@QuarkusTest
class PhraseImportTest {
  private static final String THREE =
      "STT;Câu mẫu;Kết quả\n1;Tiếp thu, đã bổ sung …;tiep thu\n2;Ghi nhận ý kiến của …;NOTED\n3;Xin cảm ơn.;\n";

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse send(String csv, String... query) {
    RequestSpecification request =
        Api.wrong(Key.CONSULTANT)
            .contentType("text/csv")
            .body(csv.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.post(plan.path() + "/phrase-imports").then();
  }

  private ValidatableResponse list() {
    return Api.as(Key.VIEWER).get(plan.path() + "/phrases").then().statusCode(200);
  }

  @Test
  void addedOnce() {
    send(THREE).statusCode(200).body("created", equalTo(3)).body("ignoredColumns", contains("STT"));
    list()
        .body(
            "items.text",
            containsInAnyOrder("Tiếp thu, đã bổ sung …", "Ghi nhận ý kiến của …", "Xin cảm ơn."))
        .body("items.result", containsInAnyOrder("ACCEPTED", "NOTED", null));
    send(THREE, "verbose", "true")
        .body("created", equalTo(0))
        .body("unchanged", equalTo(3))
        .body("rows.row", contains(2, 3, 4));
    list().body("items", hasSize(3));
  }

  @Test
  void dryRunWritesNothing() {
    send(THREE, "dryRun", "true", "verbose", "true")
        .statusCode(200)
        .body("created", equalTo(3))
        .body("rows[0].id", nullValue());
    list().body("items", empty());
  }

  private static final String BAD =
      "Câu mẫu;Kết quả xử lý\n…;Tiếp thu\n;Tiếp thu\nMột câu;Đồng ý\nCâu đúng;Ghi nhận\n";

  @Test
  void badRowsAreReported() {
    send(BAD)
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2, 3, 4))
        .body("report.rows.errors.flatten().code", contains("required", "required", "invalid-enum"))
        .body(
            "report.rows.errors.flatten().column", contains("Câu mẫu", "Câu mẫu", "Kết quả xử lý"));
    list().body("items", empty());
    send(BAD, "mode", "partial").statusCode(200).body("created", equalTo(1));
    list().body("items.text", contains("Câu đúng"));
    send("x\ny\n").spec(badField("", "column-required"));
  }
}
