package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The check of what is missing before the submission. */
@QuarkusTest
class ReadinessTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse readiness(Key key) {
    return Api.as(key).get(plan.draftPath(1) + "/readiness").then().statusCode(200);
  }

  @Test
  void everythingIsReady() {
    plan.comment("x").answer("ACCEPTED").approve();
    readiness(Key.VIEWER)
        .body("ready", equalTo(true))
        .body("unanswered.total", equalTo(0))
        .body("unplaced.items", empty());
  }

  @Test
  void missingItemsAreListed() {
    TestComment open = plan.comment("Chưa trả lời");
    TestComment promised =
        plan.comment("hứa").answer(json("result", "ACCEPTED", "response", "Sẽ sửa.")).approve();
    TestComment same = plan.comment(Key.BABE, json("content", "chua  trả lời!"));
    plan.comment("nhầm").withdraw("Nhầm");
    readiness(Key.CONSULTANT)
        .body("ready", equalTo(false))
        .body("unanswered.total", equalTo(2))
        .body("unanswered.items.id", contains(open.id(), same.id()))
        .body("unanswered.items.state", hasItem("Mới tiếp nhận"))
        .body("unplaced.items.id", contains(promised.id()))
        .body("duplicates", hasSize(1))
        .body("duplicates[0].points.id", contains(open.id(), same.id()));
  }

  /** The figures count restricted comments; the lists do not name them. */
  @Test
  void viewerGetsFiguresOfRestricted() {
    plan.comment(Key.SGTVT, json("content", "kín đáo", "restricted", true));
    readiness(Key.VIEWER)
        .body("ready", equalTo(false))
        .body("unanswered.total", equalTo(0))
        .body("unanswered.items", empty())
        .body("counts.unasked.byResult.PENDING", equalTo(1))
        .body("restrictedLeftOut", equalTo(1));
    readiness(Key.COORDINATOR)
        .body("ready", equalTo(false))
        .body("unanswered.total", equalTo(1))
        .body("restrictedLeftOut", equalTo(0));
    assertThat(
            Api.as(Key.VIEWER)
                .accept("text/html")
                .get(plan.draftPath(1) + "/readiness?format=html")
                .asString())
        .contains("Bản này không bao gồm 01 ý kiến thuộc diện hạn chế tiếp cận.")
        .doesNotContain("kín đáo");
  }

  @Test
  void acceptedAndNotConfirmedIsListed() {
    TestComment confirmed = plan.comment("đồng ý").answer("ACCEPTED").approve();
    TestComment silent = plan.comment("im lặng").answer("ACCEPTED").approve();
    plan.comment("giữ nguyên").answer("EXPLAINED").approve();
    Acts.put(Key.SGTVT, confirmed, "reaction", json("reaction", "AGREED")).statusCode(200);
    readiness(Key.VIEWER)
        .body("ready", equalTo(true))
        .body("unconfirmed.total", equalTo(1))
        .body("unconfirmed.items.id", contains(silent.id()));
  }

  private void publish(Map<String, Object> publication) {
    plan.patchDraft(1, json("publication", publication));
  }

  @Test
  void publicationOfThirtyDaysIsEnough() {
    readiness(Key.VIEWER)
        .body("publication.enough", equalTo(false))
        .body("publication.days", equalTo(0))
        .body("publication.daysNeeded", equalTo(30))
        .body("publication.detail", containsString("Chưa ghi việc đăng tải dự thảo"));
    publish(json("url", "https://a.gov.vn/1", "from", "2021-08-16", "to", "2021-09-13"));
    readiness(Key.VIEWER)
        .body("publication.enough", equalTo(false))
        .body("publication.days", equalTo(29))
        .body("publication.detail", containsString("29 ngày, chưa đủ"));
    // A merge patch: the address and the first day stay.
    publish(json("to", "2021-09-14"));
    readiness(Key.VIEWER)
        .body("ready", equalTo(true))
        .body("publication.enough", equalTo(true))
        .body("publication.days", equalTo(30))
        .body(
            "publication.detail",
            equalTo(
                "Đăng tải tại https://a.gov.vn/1, từ ngày 16/8/2021 đến hết ngày 14/9/2021: 30 ngày"));
    Api.as(Key.VIEWER)
        .get(plan.draftPath(1) + "/register")
        .then()
        .body(
            "report.paragraphs",
            hasItem(containsString("từ ngày 16/8/2021 đến hết ngày 14/9/2021 (30 ngày).")));
    publish(null);
    readiness(Key.VIEWER).body("publication.days", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"from\": \"2021-08-16\"}', url, required",
    "'{\"url\": \"https://a.vn\"}', from, required",
    "'{\"url\": \"javascript:alert(1)\", \"from\": \"2021-08-16\"}', url, invalid-format",
    "'{\"url\": \"https://a.vn\", \"from\": \"2021-08-16\", \"to\": \"2021-08-15\"}', to, invalid-period",
    "'{\"url\": \"https://a.vn\", \"from\": \"2021-08-32\"}', from, invalid-date",
  })
  void invalidPublication(String publication, String field, String code) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body("{\"publication\": " + publication + "}")
        .patch(plan.draftPath(1))
        .then()
        .spec(badField("/publication/" + field, code));
    readiness(Key.VIEWER).body("publication.days", equalTo(0));
  }

  @Test
  void sampleListsOrganizationsWithoutReply() {
    Api.as(Key.COORDINATOR)
        .get("/plans/bac-kan-2021-2030/drafts/2/readiness")
        .then()
        .statusCode(200)
        .body("silent.size()", greaterThan(20))
        .body("silent.phone.findAll { it != null }.size()", greaterThan(20))
        .body("mark", equalTo("DỮ LIỆU MẪU"));
  }

  @Test
  void unusualDatesAreListed() {
    plan.comment(
        Key.SGTVT, json("content", "x", "letter", json("number", "1/A", "date", "2199-01-01")));
    readiness(Key.VIEWER)
        .body("oddDates.number", contains("1/A"))
        .body("oddDates[0].warnings.code", hasItem("date-in-future"));
  }

  @Test
  void asHtml() {
    plan.comment("<script>alert(1)</script> & \"nháy\"");
    Response page =
        Api.as(Key.VIEWER).accept("text/html").get(plan.draftPath(1) + "/readiness?format=html");
    page.then().statusCode(200).contentType("text/html;charset=UTF-8");
    assertThat(page.asString())
        .contains(
            "RÀ SOÁT ĐIỀU KIỆN TRÌNH",
            "Chưa đủ điều kiện chốt: còn 01 ý kiến chưa xử lý xong.",
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;nháy&quot;")
        .doesNotContain("<script>");
  }

  @Test
  void rolesAndInvalidParameters() {
    Api.as(Key.SGTVT).get(plan.draftPath(1) + "/readiness").then().spec(problem(403, "forbidden"));
    Api.wrong(Key.VIEWER)
        .get(plan.draftPath(1) + "/readiness?format=pdf")
        .then()
        .spec(badParameter("format", "invalid-enum"));
  }
}
