package vn.sogopy.comment;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The rules of an answer, its revision and its history. docs/domain.md section 5. */
@QuarkusTest
class AnswerTest {
  private static final Map<String, Object> NOTED = json("result", "NOTED", "response", "Ghi nhận");

  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void comment() {
    plan = TestPlan.open();
    comment = plan.comment("x");
  }

  @Test
  void answerWithAllFields() {
    Map<String, Object> place = json("section", "V.1", "page", 48, "note", "bảng 3");
    comment
        .tryAnswer(json("result", "ACCEPTED", "response", "  Tiếp thu.\r\n", "revision", place))
        .statusCode(200)
        .body("status", equalTo("ANSWERED"))
        .body("answer.result", equalTo("ACCEPTED"))
        .body("answer.response", equalTo("Tiếp thu."))
        .body("answer.revision", equalTo(with(place, "pages", "48")))
        .body("answer.answeredBy", equalTo("Đơn vị tư vấn (mẫu)"))
        .body("answer.answeredAt", notNullValue())
        .spec(nulls("answer.sameAs", "returnReason"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCEPTED", "PARTIALLY_ACCEPTED", "EXPLAINED", "NOTED", "OUT_OF_SCOPE"})
  void placeIsOptional(String result) {
    comment
        .tryAnswer(json("result", result, "response", "x"))
        .statusCode(200)
        .spec(nulls("answer.revision"));
  }

  @Test
  void alreadyCoveredNeedsAPlace() {
    Map<String, Object> covered = json("result", "ALREADY_COVERED", "response", "Đã có");
    comment.tryAnswer(covered).spec(badField("/revision", "place-required"));
    comment
        .tryAnswer(with(covered, "revision", json("page", null)))
        .spec(badField("/revision", "place-required"));
    comment.answer(with(covered, "final", false)); // not final yet
    comment.answer(with(covered, "revision", json("section", "V.1")));
  }

  @Test
  void placeIsRequiredWhenADraftAnswerBecomesFinal() {
    comment.answer(json("result", "ALREADY_COVERED", "response", "x", "revision", json("page", 1)));
    comment.revise(json("page", null)).spec(badField("", "place-required"));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, /result, required",
    "{\"response\": \"x\"}, /result, required",
    "{\"result\": \"NOTED\"}, /response, required",
    "'{\"result\": \"NOTED\", \"response\": \"\"}', /response, blank",
    "'{\"result\": \"NOTED\", \"response\": \" \\t\\n\"}', /response, blank",
    "'{\"result\": \"NOTED\", \"response\": null}', /response, required",
    "'{\"result\": \"NOTED\", \"response\": \"\", \"final\": false}', /response, blank",
    "'{\"result\": \"PENDING\", \"response\": \"x\"}', /result, invalid-enum",
    "'{\"result\": \"Tiếp thu\", \"response\": \"x\"}', /result, invalid-enum",
    "'{\"result\": \"NOTED\", \"response\": \"x\", \"revision\": {\"page\": 0}}', /revision/page, out-of-range",
    "'{\"result\": \"NOTED\", \"response\": \"x\", \"revision\": {\"at\": 0}}', /revision/at, unknown-field",
    "'{\"result\": \"NOTED\", \"response\": \"x\", \"final\": \"no\"}', /final, wrong-type",
    "'{\"result\": \"NOTED\", \"response\": \"x\", \"isFinal\": false}', /isFinal, unknown-field",
    "'{\"result\": \"NOTED\", \"response\": \"x\", \"sameAs\": \"0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11\"}', /sameAs, unknown-comment",
  })
  void invalidAnswersAreRefused(String body, String pointer, String code) {
    Api.wrong(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(body)
        .put(comment.path() + "/answer")
        .then()
        .spec(badField(pointer, code));
    comment.get().body("status", equalTo("RECEIVED")).spec(nulls("answer"));
  }

  @Test
  void sameAsRefersToACommentOfThePlan() {
    TestComment other = plan.comment("y");
    comment
        .tryAnswer(with(NOTED, "sameAs", other.id()))
        .statusCode(200)
        .body("answer.sameAs", equalTo(other.id()));
    ValidatableResponse itself = other.tryAnswer(with(NOTED, "sameAs", other.id()));
    itself.spec(badField("/sameAs", "unknown-comment"));
    String elsewhere = TestPlan.open().comment("z").id();
    other.tryAnswer(with(NOTED, "sameAs", elsewhere)).spec(badField("/sameAs", "unknown-comment"));
  }

  @Test
  void revisionSectionIsCheckedAgainstTheNextOutline() {
    Map<String, Object> answer = with(NOTED, "revision", json("section", "XX.9"));
    comment.answer(answer); // no next draft
    plan.draft();
    comment.answer(answer); // without an outline
    plan.outline(2);
    comment.tryAnswer(answer).spec(badField("/revision/section", "unknown-section"));
    comment.revise(json("section", "XX.9")).spec(badField("/section", "unknown-section"));
    comment.answer(with(NOTED, "revision", json("section", "md.1")));
  }

  @Test
  void placeCanBeCorrectedInAnyStatus() {
    comment.revise(json("page", 1)).spec(problem(409, "answer-missing"));
    comment.draft();
    place("DRAFTING", 11);
    comment.answer("ACCEPTED");
    place("ANSWERED", 12);
    comment.giveBack("Sai");
    place("RETURNED", 13);
    comment.answer("ACCEPTED").approve();
    place("APPROVED", 14);
    plan.close();
    place("APPROVED", 15);
    comment.get().body("answer.result", equalTo("ACCEPTED"));
    comment
        .revise(json("section", null, "page", null, "note", null))
        .statusCode(200)
        .spec(nulls("answer.revision"));
  }

  private void place(String state, int page) {
    int version = comment.version();
    comment
        .revise(json("page", page))
        .statusCode(200)
        .body("status", equalTo(state))
        .body("version", equalTo(version + 1))
        .body(
            "answer.revision",
            equalTo(json("section", null, "page", page, "pages", "" + page, "note", null)));
    comment.history(Key.COORDINATOR).body("items[-1].action", equalTo("REVISED"));
  }

  @Test
  void returnReasonIsKeptUntilTheNextReturn() {
    comment.answer("NOTED").giveBack("Chưa rõ trang");
    comment.get().body("returnReason", equalTo("Chưa rõ trang"));
    comment.answer("NOTED").giveBack("Vẫn chưa rõ");
    comment.get().body("returnReason", equalTo("Vẫn chưa rõ"));
  }

  @Test
  void historyHasActorActionAndReason() {
    comment.assign("Chuyên gia A").answer("ACCEPTED").giveBack("Sai trang").answer("EXPLAINED");
    comment.approve();
    comment
        .history(Key.COORDINATOR)
        .body(
            "items.action",
            equalTo(
                List.of("RECEIVED", "ASSIGNED", "ANSWERED", "RETURNED", "ANSWERED", "APPROVED")))
        .body(
            "items.to",
            equalTo(
                List.of("RECEIVED", "ASSIGNED", "ANSWERED", "RETURNED", "ANSWERED", "APPROVED")))
        .body("items[0].by", equalTo("Sở Giao thông vận tải (mẫu)"))
        .body("items[1].by", equalTo("Đơn vị tư vấn (mẫu)"))
        .body("items[3].by", equalTo("Sở Kế hoạch và Đầu tư (mẫu)"))
        .body("items[3].reason", equalTo("Sai trang"))
        .body("items[0].changes", hasSize(0))
        .body(
            "items[1].changes",
            equalTo(List.of(json("field", "assignee", "before", null, "after", "Chuyên gia A"))))
        .body("items[2].changes.field", equalTo(List.of("result", "response", "revision")))
        .body(
            "items[4].changes",
            equalTo(List.of(json("field", "result", "before", "ACCEPTED", "after", "EXPLAINED"))))
        .spec(nulls("items[0].from", "items[0].reason", "items[5].reason"));
  }
}
