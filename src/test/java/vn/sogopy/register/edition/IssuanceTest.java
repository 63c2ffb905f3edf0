package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** The number and date of a report: odd ones give warnings, wrong ones are corrected. */
@QuarkusTest
class IssuanceTest {
  @Inject DataSource source;

  private TestPlan plan;
  private String path;

  @BeforeEach
  void edition() {
    plan = TestPlan.open();
    plan.comment("x").answer("NOTED").approve();
    path = seal();
  }

  private String seal() {
    return "/editions/"
        + Api.as(Key.COORDINATOR)
            .body(json())
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .body("warnings", hasSize(0))
            .body("corrections", hasSize(0))
            .extract()
            .path("id");
  }

  private static LocalDate today() {
    return VietnamTime.dayOf(Instant.now());
  }

  private static ValidatableResponse issue(String edition, String number, LocalDate date) {
    return Api.as(Key.COORDINATOR)
        .body(json("reportNumber", number, "reportDate", date.toString()))
        .post(edition + "/issuance")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse get(String edition) {
    return Api.as(Key.COORDINATOR).get(edition).then().statusCode(200);
  }

  private ValidatableResponse correct(String ifMatch, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", ifMatch)
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path + "/issuance")
        .then();
  }

  private ValidatableResponse wrong(Map<String, Object> patch) {
    return Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(patch)
        .patch(path + "/issuance")
        .then();
  }

  private byte[] register(String format) {
    return Api.as(Key.COORDINATOR)
        .accept("*/*")
        .get(path + "/register?format=" + format)
        .then()
        .statusCode(200)
        .extract()
        .asByteArray();
  }

  @Test
  void correctionKeepsWhatWasBefore() {
    issue(path, "126", today()).body("warnings", hasSize(0));
    String issuedAt = get(path).extract().path("issuance.issuedAt");
    String tag = get(path).extract().header("ETag");
    ValidatableResponse corrected =
        correct(tag, json("reportNumber", "162", "reason", "Gõ nhầm số"))
            .statusCode(200)
            .body("issuance.reportNumber", equalTo("162"))
            .body("issuance.reportDate", equalTo(today().toString()))
            .body("issuance.issuedAt", equalTo(issuedAt))
            .body("corrections", hasSize(1))
            .body("corrections[0].reportNumber", equalTo("126"))
            .body("corrections[0].reportDate", equalTo(today().toString()))
            .body("corrections[0].reason", equalTo("Gõ nhầm số"))
            .body("corrections[0].by", equalTo("Sở Kế hoạch và Đầu tư (mẫu)"))
            .body("corrections[0].at", notNullValue())
            .body("intact", equalTo(true));
    correct(tag, json("reportNumber", "163", "reason", "x"))
        .spec(problem(412, "precondition-failed"));
    correct(
            corrected.extract().header("ETag"),
            json("reportDate", today().minusDays(1).toString(), "reason", "Nhầm ngày"))
        .statusCode(200)
        .body("corrections.reportNumber", contains("126", "162"))
        .body("corrections.reason", contains("Gõ nhầm số", "Nhầm ngày"));
    Api.as(Key.VIEWER)
        .get(plan.draftPath(1) + "/editions")
        .then()
        .body("items[0].corrections", hasSize(2));
  }

  /** The sealed content stays; a paper with the old number is still that of the edition. */
  @Test
  void formsWithTheNumberAreMadeOnceMore() {
    byte[] sealed = register("json");
    issue(path, "126", today());
    byte[] old = register("html");
    byte[] csv = register("csv");
    correct("*", json("reportNumber", "162", "reason", "Gõ nhầm")).statusCode(200);
    byte[] now = register("html");
    assertThat(new String(old, java.nio.charset.StandardCharsets.UTF_8)).contains("126");
    assertThat(new String(now, java.nio.charset.StandardCharsets.UTF_8)).contains("162");
    assertThat(register("html")).isEqualTo(now);
    assertThat(register("json")).isEqualTo(sealed);
    assertThat(register("csv")).isEqualTo(csv);
    get(path)
        .body("files.findAll { it.format == 'HTML' }.correction", equalTo(List.of(0, 1)))
        .body("files.findAll { it.format == 'CSV' }", hasSize(1));
    for (byte[] file : List.of(old, now)) {
      TestForm.as(Key.VIEWER)
          .body(TestForm.of(TestForm.part("file", "x", file)))
          .post("/editions/verifications")
          .then()
          .body("match.edition", equalTo(path.substring("/editions/".length())))
          .body("match.reportNumber", equalTo("162"));
    }
  }

  @Test
  void nothingChangedIsNoCorrection() {
    issue(path, "126", today());
    correct("*", json("reportNumber", "126", "reason", "x"))
        .statusCode(200)
        .body("corrections", hasSize(0));
  }

  @Test
  void badCorrections() {
    correct("*", json("reportNumber", "1", "reason", "x")).spec(problem(409, "edition-not-issued"));
    issue(path, "126", today());
    correct("*", json("reportNumber", "162")).spec(badField("/reason", "required"));
    wrong(json("reportNumber", null, "reason", "x")).spec(badField("/reportNumber", "required"));
    wrong(json("reportDate", "05/10/2021", "reason", "x"))
        .spec(badField("/reportDate", "invalid-date"));
    wrong(json("reportDate", "2021-10-05", "reason", "x", "issuedBy", "y"))
        .spec(badField("/issuedBy", "unknown-field"));
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "162", "reason", "x"))
        .patch(path + "/issuance")
        .then()
        .spec(problem(428, "precondition-required"));
    for (Key key : List.of(Key.CONSULTANT, Key.VIEWER, Key.ADMIN)) {
      Api.as(key)
          .header("If-Match", "*")
          .body(json("reportNumber", "162", "reason", "x"))
          .patch(path + "/issuance")
          .then()
          .spec(problem(403, "forbidden"));
    }
    get(path).body("issuance.reportNumber", equalTo("126")).body("corrections", hasSize(0));
  }

  @Test
  void oddDatesAreWarnings() {
    LocalDate future = today().plusDays(3);
    issue(path, "126", future)
        .body("warnings.code", contains("report-date-in-future"))
        .body("warnings.pointer", contains("/reportDate"))
        .body("warnings[0].detail", containsString(VietnamTime.shortDate(future)));
    get(path).body("warnings.code", contains("report-date-in-future"));
    correct("*", json("reportDate", "2021-10-05", "reason", "Nhầm năm"))
        .statusCode(200)
        .body("warnings.code", contains("report-date-before-seal"));
    correct("*", json("reportDate", today().toString(), "reason", "Đúng ngày"))
        .statusCode(200)
        .body("warnings", hasSize(0));
  }

  @Test
  void numberUsedInThePlanAndYearIsAWarning() {
    issue(path, "126/BC-SKHĐT", today());
    String second = seal();
    issue(second, "126", today())
        .body("warnings.code", contains("report-number-used"))
        .body("warnings.pointer", contains("/reportNumber"));
    Api.as(Key.COORDINATOR)
        .header("Accept-Language", "en")
        .get(second)
        .then()
        .body("warnings[0].detail", containsString("is that of edition 1 of draft 1"));
    // Another plan has its own numbers.
    plan = TestPlan.open();
    issue(seal(), "126", today()).body("warnings", hasSize(0));
  }

  @Test
  void correctionsAreAppendOnly() {
    issue(path, "126", today());
    correct("*", json("reportNumber", "162", "reason", "Gõ nhầm")).statusCode(200);
    UUID id = UUID.fromString(path.substring("/editions/".length()));
    for (String change :
        List.of(
            "update issuance_correction set reason = 'x' where edition_id = ?",
            "delete from issuance_correction where edition_id = ?",
            "update edition set report_number = null, report_date = null where id = ?",
            "update edition set issued_by = 'x' where id = ?")) {
      assertThatThrownBy(() -> Sql.of(change, id).execute(source))
          .as(change)
          .isInstanceOf(SqlException.class)
          .hasStackTraceContaining("an edition is not changed");
    }
  }

  @Test
  void signedCopyWithoutASignatureIsKeptWithAWarning() {
    issue(path, "126", today());
    sign("quet.pdf", "")
        .body("warnings.code", contains("signature-missing"))
        .body("warnings[0].pointer", equalTo("/file"))
        .body("warnings[0].detail", containsString("\"quet.pdf\""));
    sign("ky-so.pdf", "<</Type/Sig/ByteRange [0 10 20 30]/Contents<00>>>\n")
        .body("warnings", hasSize(0));
    get(path)
        .body(
            "files.findAll { it.kind == 'SIGNED_COPY' }.warnings.code",
            equalTo(List.of(List.of("signature-missing"), List.of())));
  }

  private ValidatableResponse sign(String name, String dictionary) {
    byte[] pdf = TestForm.text("%PDF-1.4\n% " + UUID.randomUUID() + "\n" + dictionary + "%%EOF\n");
    return TestForm.as(Key.COORDINATOR)
        .body(TestForm.of(TestForm.part("file", name, pdf)))
        .post(path + "/signed-copies")
        .then()
        .statusCode(201);
  }
}
