package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The due date of an answer: the draft's, or the comment's own. */
@QuarkusTest
class AnswerDateTest {

  @Test
  void assignmentSetsTheAnswerDate() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("answerDueOn", "2021-09-30"));
    TestComment comment = plan.comment("x");
    comment.get().body("answerDueOn", equalTo("2021-09-30"));
    assign(comment, json("assignee", "A", "answerDueOn", "2021-10-05"))
        .statusCode(200)
        .body("answerDueOn", equalTo("2021-10-05"));
    assign(comment, json("assignee", "B"))
        .statusCode(200)
        .body("answerDueOn", equalTo("2021-10-05"));
    assign(comment, json("assignee", "B", "answerDueOn", null))
        .statusCode(200)
        .body("answerDueOn", equalTo("2021-09-30"));
    comment
        .history(Key.CONSULTANT)
        .body("items[1].action", equalTo("ASSIGNED"))
        .body("items[1].changes[1].field", equalTo("answerDueOn"))
        .body("items[1].changes[1].before", nullValue())
        .body("items[1].changes[1].after", equalTo("2021-10-05"))
        .body("items[2].changes.field", contains("assignee"))
        .body("items[3].changes[0].before", equalTo("2021-10-05"))
        .body("items[3].changes[0].after", nullValue());
  }

  @Test
  void overdueFilterUsesTheAnswerDate() {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("answerDueOn", today.minusDays(1).toString()));
    TestComment draftsDate = plan.comment("Theo hạn của dự thảo");
    TestComment extended = plan.comment("Được gia hạn");
    assign(extended, json("assignee", "A", "answerDueOn", today.toString())).statusCode(200);
    TestComment answered = plan.comment("Đã trả lời").answer("NOTED");
    assertThat(overdue(plan)).containsExactly(draftsDate.id());

    plan.patchDraft(1, json("answerDueOn", today.toString()));
    assign(extended, json("assignee", "A", "answerDueOn", today.minusDays(1).toString()))
        .statusCode(200);
    assertThat(overdue(plan)).containsExactly(extended.id()).doesNotContain(answered.id());
    assertThat(
            Api.as(Key.CONSULTANT)
                .get(plan.draftPath(1) + "/statistics")
                .then()
                .statusCode(200)
                .extract()
                .<Integer>path("answersOverdue"))
        .isEqualTo(1);
  }

  @Test
  void officeChangesTheDateWhileOpen() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("x").answer("NOTED").giveBack("Xem lại.");
    plan.close();
    comment
        .patch(Key.COORDINATOR, json("answerDueOn", "2021-11-02"))
        .statusCode(200)
        .body("answerDueOn", equalTo("2021-11-02"));
    comment.history(Key.CONSULTANT).body("items[-1].changes.field", contains("answerDueOn"));
    comment
        .patch(Key.CONSULTANT, json("answerDueOn", "2021-12-01"))
        .spec(problem(403, "forbidden"));
    comment.patch(Key.SGTVT, json("answerDueOn", "2021-12-01")).spec(problem(403, "forbidden"));
    comment.patch(Key.COORDINATOR, json("answerDueOn", null)).statusCode(200);
    comment.get().body("answerDueOn", nullValue());
    comment.answer("NOTED").approve();
    comment
        .patch(Key.COORDINATOR, json("answerDueOn", "2021-12-01"))
        .spec(problem(409, "transition-not-allowed"));
  }

  @Test
  void invalidDateIsRefused() {
    TestComment comment = TestPlan.open().comment("x");
    Api.wrong(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(json("assignee", "A", "answerDueOn", "2021-02-30"))
        .put(comment.path() + "/assignment")
        .then()
        .spec(badField("/answerDueOn", "invalid-date"));
    comment.get().body("assignee", nullValue()).body("version", equalTo(0));
  }

  private static ValidatableResponse assign(TestComment comment, Map<String, Object> assignment) {
    return Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(assignment)
        .put(comment.path() + "/assignment")
        .then();
  }

  private static List<String> overdue(TestPlan plan) {
    return Api.as(Key.CONSULTANT)
        .queryParam("answerOverdue", true)
        .get(plan.comments())
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
