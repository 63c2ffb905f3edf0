package vn.sogopy.consultation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The round of an appraisal council, whose members are the consultees. */
@QuarkusTest
class AppraisalTest {
  private TestPlan plan;
  private Consultees members;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.patchDraft(1, json("kind", "APPRAISAL"));
    members = Consultees.of(plan).ask("sgtvt").ask("stc").ask("sxd");
  }

  private void letter(String organization, String channel, String position, String... comments) {
    Map<String, Object> letter =
        json(
            "organization",
            organization,
            "number",
            "1/" + organization,
            "date",
            "2021-12-10",
            "position",
            position,
            "channel",
            channel);
    if (comments.length > 0) {
      letter.put("comments", List.of(json("content", comments[0])));
    }
    Api.as(Key.COORDINATOR)
        .body(letter)
        .post(plan.draftPath(1) + "/letters")
        .then()
        .statusCode(201);
  }

  private ValidatableResponse register() {
    return Api.as(Key.VIEWER).get(plan.draftPath(1) + "/register").then().statusCode(200);
  }

  @Test
  void councilIsAReplyThere() {
    letter("sgtvt", "COUNCIL", "COMMENTS", "Bổ sung số liệu");
    letter("stc", "COUNCIL", "AGREES");
    letter("sxd", "WORKSHOP", "COMMENTS", "Tại hội thảo");
    members.get("sgtvt").body("state", equalTo("COMMENTED")).body("comments", equalTo(1));
    members.get("stc").body("state", equalTo("AGREED"));
    members.get("sxd").body("state", equalTo("NOT_REPLIED"));
    members
        .list()
        .body("counts.asked", equalTo(3))
        .body("counts.replied", equalTo(2))
        .body("counts.agreed", equalTo(1))
        .body("counts.comments", equalTo(1))
        .body("counts.unasked.comments", equalTo(1));
    plan.patchDraft(1, json("kind", "CONSULTATION"));
    members
        .list()
        .body("counts.replied", equalTo(0))
        .body("counts.comments", equalTo(0))
        .body("counts.unasked.comments", equalTo(2));
  }

  @Test
  void titleAndAddresseeAreThoseOfTheCouncilOrOfTheDraft() {
    letter("sgtvt", "COUNCIL", "COMMENTS", "Bổ sung số liệu");
    register()
        .body(
            "title",
            startsWith(
                "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN CỦA HỘI ĐỒNG THẨM ĐỊNH ĐỐI VỚI DỰ THẢO (LẦN 1) "))
        .body("letterhead.addressee", equalTo("Hội đồng thẩm định"))
        .body("asked.bodies.flatten().note.findAll { it != null }", empty());
    plan.patchDraft(
        1,
        json(
            "reportSubject",
            "ý kiến của Hội đồng thẩm định Quy hoạch tỉnh A",
            "addressee",
            "Thường trực Hội đồng thẩm định"));
    register()
        .body(
            "title",
            equalTo(
                "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN CỦA HỘI ĐỒNG THẨM ĐỊNH QUY HOẠCH TỈNH A"))
        .body(
            "report.subject",
            equalTo(
                "Tổng hợp, tiếp thu, giải trình ý kiến của Hội đồng thẩm định Quy hoạch tỉnh A"))
        .body("letterhead.addressee", equalTo("Thường trực Hội đồng thẩm định"));
    plan.patchDraft(1, json("kind", "CONSULTATION", "reportSubject", null, "addressee", null));
    register().body("title", containsString("GIẢI TRÌNH Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO (LẦN 1) "));
  }

  @Test
  void kindIsGivenWhenTheDraftIsMade() {
    for (String kind : new String[] {"APPRAISAL", null}) {
      Api.as(Key.COORDINATOR)
          .body(json("title", "Thẩm định", "kind", kind))
          .post(plan.path() + "/drafts")
          .then()
          .statusCode(201)
          .body("kind", equalTo(kind == null ? "CONSULTATION" : kind));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"kind\": \"COUNCIL\"}', /kind, invalid-enum",
    "'{\"kind\": null}', /kind, required",
    "'{\"reportSubject\": \"\"}', /reportSubject, blank",
    "'{\"addressee\": 1}', /addressee, wrong-type",
  })
  void invalidSettings(String patch, String pointer, String code) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(plan.draftPath(1))
        .then()
        .spec(badField(pointer, code));
    Api.as(Key.VIEWER).get(plan.draftPath(1)).then().body("kind", equalTo("APPRAISAL"));
  }
}
