package vn.sogopy.comment.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Status;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The table of openapi.yaml: every transition from every state. */
@QuarkusTest
class CommentMovesTest {
  private static final Map<String, Object> FINAL = json("result", "NOTED", "response", "Ghi nhận");
  private static final Map<String, Object> DRAFT =
      json("result", "NOTED", "response", "Đang soạn", "final", false);

  /** The state after each transition; "-" where it is refused. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // from,    assign,   unassign, draft,    answer,   approve,  return,   withdraw,  allowed
    "RECEIVED,  ASSIGNED, -,        DRAFTING, ANSWERED, -,        -,        WITHDRAWN, ASSIGNED DRAFTING ANSWERED WITHDRAWN SPLIT",
    "ASSIGNED,  ASSIGNED, RECEIVED, DRAFTING, ANSWERED, -,        -,        WITHDRAWN, RECEIVED ASSIGNED DRAFTING ANSWERED WITHDRAWN SPLIT",
    "DRAFTING,  DRAFTING, DRAFTING, DRAFTING, ANSWERED, -,        -,        WITHDRAWN, DRAFTING ANSWERED WITHDRAWN",
    "ANSWERED,  -,        -,        -,        ANSWERED, APPROVED, RETURNED, WITHDRAWN, ANSWERED APPROVED RETURNED WITHDRAWN",
    "RETURNED,  -,        -,        DRAFTING, ANSWERED, -,        -,        WITHDRAWN, DRAFTING ANSWERED WITHDRAWN",
    "APPROVED,  -,        -,        -,        -,        -,        RETURNED, -,         RETURNED",
    "WITHDRAWN, -,        -,        -,        -,        -,        -,        -,         -",
  })
  void everyTransition(
      String from,
      String assign,
      String unassign,
      String draft,
      String answer,
      String approve,
      String giveBack,
      String withdraw,
      String allowed) {
    TestPlan plan = TestPlan.open();
    String[] targets = {assign, unassign, draft, answer, approve, giveBack, withdraw};
    for (int move = 0; move < targets.length; move++) {
      TestComment comment = bring(plan.comment("x"), from);
      Map<String, Object> before = comment.get().extract().path("$");
      int entries = comment.history(Key.COORDINATOR).extract().path("items.size()");
      ValidatableResponse answered = move(comment, move);
      if (targets[move].equals("-")) {
        answered
            .spec(problem(409, "transition-not-allowed"))
            .body("detail", containsString(Status.valueOf(from).label()));
        for (String state : allowed.split(" ")) {
          String words =
              state.equals("-") ? "không chuyển tiếp được nữa." : Status.valueOf(state).label();
          answered.body("detail", containsString(words));
        }
        comment.get().body("$", equalTo(before));
        comment.history(Key.COORDINATOR).body("items.size()", equalTo(entries));
      } else {
        int version = (Integer) before.get("version") + 1;
        answered
            .statusCode(200)
            .header("ETag", "\"" + version + "\"")
            .body("version", equalTo(version))
            .body("status", equalTo(targets[move]));
        comment
            .history(Key.COORDINATOR)
            .body("items.size()", equalTo(entries + 1))
            .body("items[-1].from", equalTo(from))
            .body("items[-1].to", equalTo(targets[move]));
      }
    }
  }

  private static ValidatableResponse move(TestComment comment, int move) {
    return switch (move) {
      case 0 -> comment.tryAssign("Chuyên gia B");
      case 1 -> comment.tryAssign(null);
      case 2 -> comment.tryAnswer(DRAFT);
      case 3 -> comment.tryAnswer(FINAL);
      case 4 -> comment.tryApprove();
      case 5 -> comment.tryReturn("Chưa rõ");
      default -> comment.tryWithdraw("Nhầm");
    };
  }

  private static TestComment bring(TestComment comment, String state) {
    TestComment there =
        switch (state) {
          case "RECEIVED" -> comment;
          case "ASSIGNED" -> comment.assign("Chuyên gia A");
          case "DRAFTING" -> comment.draft();
          case "ANSWERED" -> comment.answer(FINAL);
          case "RETURNED" -> comment.answer(FINAL).giveBack("Sai");
          case "APPROVED" -> comment.answer(FINAL).approve();
          default -> comment.withdraw("Nhầm");
        };
    assertThat(there.status()).isEqualTo(state);
    return there;
  }

  @Test
  void submitterWithdraws() {
    TestComment comment = TestPlan.open().comment("x");
    Api.as(Key.BABE)
        .header("If-Match", "*")
        .body(json("reason", "x"))
        .post(comment.path() + "/withdrawal")
        .then()
        .spec(problem(404, "not-found"));
    Api.as(Key.SGTVT)
        .header("If-Match", "\"0\"")
        .body(json("reason", "Gửi nhầm"))
        .post(comment.path() + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));
  }

  @Test
  void transitionsWorkAfterTheDraftClosed() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("x");
    plan.close();
    comment.assign("A").draft().answer(FINAL).giveBack("Sai").answer(FINAL).approve();
    assertThat(comment.status()).isEqualTo("APPROVED");
  }

  @Test
  void reasonIsRequired() {
    TestComment comment = TestPlan.open().comment("x").answer(FINAL);
    for (String move : List.of("/return", "/withdrawal")) {
      for (Map<String, Object> body : List.of(json(), json("reason", null), json("reason", " "))) {
        Api.wrong(Key.COORDINATOR)
            .header("If-Match", "*")
            .body(body)
            .post(comment.path() + move)
            .then()
            .spec(Api.badField("/reason", " ".equals(body.get("reason")) ? "blank" : "required"));
      }
    }
    assertThat(comment.status()).isEqualTo("ANSWERED");
  }

  @Test
  void approvalRefusesFields() {
    TestComment comment = TestPlan.open().comment("x").answer(FINAL);
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("note", "x"))
        .post(comment.path() + "/approval")
        .then()
        .spec(Api.badField("/note", "unknown-field"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body("[]")
        .post(comment.path() + "/approval")
        .then()
        .statusCode(400);
  }

  /** The contract defines no body. Generated clients send one of these. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", " null "})
  void approvalRefusesABody(String body) {
    TestComment comment = TestPlan.open().comment("x").answer(FINAL);
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(body)
        .post(comment.path() + "/approval")
        .then()
        .statusCode(200);
  }
}
