package vn.sogopy.interchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Status;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class BulkTest {
  private TestPlan plan;
  private TestComment one;
  private TestComment two;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    one = plan.comment("một");
    two = plan.comment("hai");
  }

  private static Map<String, Object> seen(TestComment comment, int version) {
    return json("id", comment.id(), "version", version);
  }

  @Test
  void bulkAnswerEqualsSingleAnswer() {
    Map<String, Object> full =
        json(
            "id",
            one.id(),
            "version",
            0,
            "result",
            "ALREADY_COVERED",
            "response",
            "  Đã có.\r\n",
            "revision",
            json("section", "v.1", "page", 48, "note", "bảng 3"),
            "sameAs",
            two.id(),
            "final",
            true);
    Map<String, Object> draft = with(Bulk.answer(two, 0, "Đang rà soát"), "final", false);
    Bulk.post(Key.CONSULTANT, plan, "answers", List.of(full, draft))
        .statusCode(200)
        .body("received", equalTo(2))
        .body("updated", equalTo(2))
        .body("rejected", equalTo(0))
        .body("rows", empty());
    one.get()
        .body("status", equalTo("ANSWERED"))
        .body("version", equalTo(1))
        .body("answer.result", equalTo("ALREADY_COVERED"))
        .body("answer.response", equalTo("Đã có."))
        .body("answer.revision.section", equalTo("V.1")) // in the spelling of the outline
        .body("answer.revision.page", equalTo(48))
        .body("answer.sameAs", equalTo(two.id()));
    two.get().body("status", equalTo("DRAFTING")).body("version", equalTo(1));
    one.history(Key.COORDINATOR).body("items.action", contains("RECEIVED", "ANSWERED"));
    two.history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "DRAFTED"))
        .body("items[1].from", equalTo("RECEIVED"))
        .body("items[1].to", equalTo("DRAFTING"))
        .body("items[1].changes.field", contains("result", "response"));
  }

  @Test
  void allTransitionsInArrays() {
    List<Map<String, Object>> assignments =
        List.of(
            with(with(seen(one, 0), "assignee", "Chuyên gia A"), "answerDueOn", "2021-10-05"),
            with(seen(two, 0), "assignee", "Chuyên gia B"));
    Bulk.post(Key.CONSULTANT, plan, "assignments", assignments).body("updated", equalTo(2));
    one.get()
        .body("status", equalTo("ASSIGNED"))
        .body("assignee", equalTo("Chuyên gia A"))
        .body("answerDueOn", equalTo("2021-10-05"));
    Bulk.post(
            Key.CONSULTANT,
            plan,
            "answers",
            List.of(Bulk.answer(one, 1, "x"), Bulk.answer(two, 1, "y")))
        .body("updated", equalTo(2));
    Bulk.post(Key.COORDINATOR, plan, "approvals", List.of(seen(two, 2)))
        .body("updated", equalTo(1));
    List<Map<String, Object>> returns =
        List.of(
            with(seen(one, 2), "reason", "Ghi rõ trang"), with(seen(two, 3), "reason", "Xem lại"));
    Bulk.post(Key.COORDINATOR, plan, "returns", returns).body("updated", equalTo(2));
    one.get().body("status", equalTo("RETURNED")).body("returnReason", equalTo("Ghi rõ trang"));
    // Each history entry has the reason of its own item.
    one.history(Key.COORDINATOR).body("items[-1].reason", equalTo("Ghi rõ trang"));
    two.history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "ASSIGNED", "ANSWERED", "APPROVED", "RETURNED"))
        .body("items[-1].reason", equalTo("Xem lại"));
  }

  @Test
  void repetitionWritesNothing() {
    List<Map<String, Object>> assignments = List.of(with(seen(one, 0), "assignee", "A"));
    List<Map<String, Object>> answers =
        List.of(
            with(Bulk.answer(one, 1, "x"), "revision", json("page", 5)), Bulk.answer(two, 0, "y"));
    List<Map<String, Object>> approvals = List.of(seen(one, 2));
    List<Map<String, Object>> returns = List.of(with(seen(two, 1), "reason", "Sai"));
    for (int time = 0; time < 2; time++) {
      // In the second round the state is already reached: assigned, approved.
      String count = time == 0 ? "updated" : "unchanged";
      Bulk.post(Key.CONSULTANT, plan, "assignments", assignments).body(count, equalTo(1));
      if (time == 0) {
        Bulk.post(Key.CONSULTANT, plan, "answers", answers).body(count, equalTo(2));
        Bulk.post(Key.CONSULTANT, plan, "answers", answers, "verbose", true)
            .body("unchanged", equalTo(2))
            .body("rows.row", contains(1, 2))
            .body("rows.status", contains("UNCHANGED", "UNCHANGED"))
            .body("rows.id", contains(one.id(), two.id()));
      } else {
        Bulk.post(Key.CONSULTANT, plan, "answers", answers.subList(0, 1)).body(count, equalTo(1));
      }
      Bulk.post(Key.COORDINATOR, plan, "approvals", approvals).body(count, equalTo(1));
      Bulk.post(Key.COORDINATOR, plan, "returns", returns).body(count, equalTo(1));
    }
    assertThat(one.version()).isEqualTo(3);
    assertThat(two.version()).isEqualTo(2);
  }

  @Test
  void returnedCommentRefusesTheOldAnswer() {
    one.answer(json("result", "EXPLAINED", "response", "x")).giveBack("Sai");
    Bulk.post(Key.CONSULTANT, plan, "answers", List.of(Bulk.answer(one, 0, "x")))
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].status", equalTo("CONFLICT"))
        .body("report.rows[0].errors[0].code", equalTo("version-conflict"));
    // A client that has read the return may answer again.
    Bulk.post(Key.CONSULTANT, plan, "answers", List.of(Bulk.answer(one, 2, "x")))
        .body("updated", equalTo(1));
  }

  @Test
  void aStaleVersionIsAConflict() {
    two.answer("NOTED");
    List<Map<String, Object>> items = List.of(Bulk.answer(one, 0, "x"), Bulk.answer(two, 0, "y"));
    Bulk.post(Key.CONSULTANT, plan, "answers", items)
        .spec(problem(422, "import-rejected"))
        .body("report.received", equalTo(2))
        .body("report.updated", equalTo(1))
        .body("report.rejected", equalTo(1))
        .body("report.rows", hasSize(1))
        .body("report.rows[0].row", equalTo(2))
        .body("report.rows[0].status", equalTo("CONFLICT"))
        .body("report.rows[0].id", equalTo(two.id()))
        .body("report.rows[0].errors[0].code", equalTo("version-conflict"))
        .body("report.rows[0].errors[0].column", equalTo("version"))
        .body("report.rows[0].errors[0].value", equalTo("0"))
        .body("report.rows[0].errors[0].detail", containsString("phiên bản hiện nay là 1"));
    assertThat(one.status()).isEqualTo("RECEIVED"); // nothing is written
    Bulk.post(Key.CONSULTANT, plan, "answers", items, "mode", "partial")
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rejected", equalTo(1))
        .body("rows[0].row", equalTo(2));
    assertThat(one.status()).isEqualTo("ANSWERED");
    two.get().body("answer.response", equalTo("Đã trả lời"));
  }

  @Test
  void transitionNotAllowedIsAConflict() {
    two.withdraw("Nhầm");
    Bulk.post(Key.COORDINATOR, plan, "approvals", List.of(seen(one, 0), seen(two, 1)))
        .spec(problem(422, "import-rejected"))
        .body("report.rows.status", contains("CONFLICT", "CONFLICT"))
        .body("report.rows[0].errors[0].code", equalTo("transition-not-allowed"))
        .body("report.rows[0].errors[0].column", nullValue())
        .body("report.rows[0].errors[0].detail", containsString(Status.RECEIVED.label()))
        .body("report.rows[1].errors[0].detail", containsString(Status.WITHDRAWN.label()));
    Bulk.post(Key.COORDINATOR, plan, "returns", List.of(with(seen(one, 0), "reason", "x")))
        .body("report.rows[0].errors[0].code", equalTo("transition-not-allowed"));
    Bulk.post(Key.CONSULTANT, plan, "assignments", List.of(with(seen(two, 1), "assignee", "A")))
        .body("report.rows[0].errors[0].code", equalTo("transition-not-allowed"));
  }

  @Test
  void unknownCommentIsInvalid() {
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment ofDraft2 = plan.comment(2, Key.SGTVT, json("content", "x"));
    TestComment ofAnother = TestPlan.open().comment("x");
    UUID nobody = UUID.randomUUID();
    List<Map<String, Object>> items =
        List.of(
            Bulk.answer(one, 0, "x"),
            Bulk.answer(ofDraft2, 0, "x"),
            Bulk.answer(ofAnother, 0, "x"),
            Bulk.answer(new TestComment(nobody.toString()), 0, "x"),
            Bulk.answer(one, 0, "x"));
    Bulk.post(Key.CONSULTANT, plan, "answers", items, "mode", "partial")
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rows.row", contains(2, 3, 4, 5))
        .body("rows.status", contains("INVALID", "INVALID", "INVALID", "INVALID"))
        .body("rows[0].errors[0].code", equalTo("unknown-comment"))
        .body("rows[1].errors[0].code", equalTo("unknown-comment"))
        .body("rows[2].errors[0].code", equalTo("unknown-comment"))
        .body("rows[2].errors[0].value", equalTo(nobody.toString()))
        .body("rows[2].errors[0].column", equalTo("id"))
        .body("rows[0].errors[0].detail", containsString("không thuộc lần dự thảo này"))
        .body("rows[3].errors[0].code", equalTo("already-used"));
    assertThat(ofDraft2.status()).isEqualTo("RECEIVED");
  }

  @Test
  void answerRulesAreRowErrors() {
    Map<String, Object> noPlace = with(Bulk.answer(one, 0, "x"), "result", "ALREADY_COVERED");
    Map<String, Object> noSection =
        with(
            with(Bulk.answer(two, 0, "x"), "result", "ALREADY_COVERED"),
            "revision",
            json("section", "XX"));
    Bulk.post(Key.CONSULTANT, plan, "answers", List.of(noPlace, noSection))
        .spec(problem(422, "import-rejected"))
        .body("report.rows.status", contains("INVALID", "INVALID"))
        .body("report.rows[0].errors[0].column", equalTo("revision"))
        .body("report.rows[0].errors[0].code", equalTo("place-required"))
        .body("report.rows[1].errors[0].column", equalTo("revision/section"))
        .body("report.rows[1].errors[0].value", equalTo("XX"))
        .body("report.rows[1].errors[0].code", equalTo("unknown-section"));
    String nobody = UUID.randomUUID().toString();
    Bulk.post(
            Key.CONSULTANT,
            plan,
            "answers",
            List.of(
                with(Bulk.answer(one, 0, "x"), "sameAs", one.id()),
                with(Bulk.answer(two, 0, "x"), "sameAs", nobody)))
        .body("report.rows[0].errors[0].column", equalTo("sameAs"))
        .body("report.rows[0].errors[0].code", equalTo("unknown-comment"))
        .body("report.rows[1].errors[0].value", equalTo(nobody));
  }

  @ParameterizedTest
  @CsvSource({
    "answers, /1/response, required, response, ",
    "answers, /1/result, invalid-enum, result, MAYBE",
    "answers, /1/version, required, version, ",
    "answers, /1/id, required, id, ",
    "answers, /1/words, unknown-field, words, x",
    "approvals, /1/result, unknown-field, result, NOTED",
    "returns, /1/reason, required, reason, ",
    "assignments, /1/answerDueOn, invalid-date, answerDueOn, 5/10/2021"
  })
  void invalidShapeRefusesTheArray(
      String what, String pointer, String code, String field, String value) {
    Map<String, Object> good =
        switch (what) {
          case "answers" -> Bulk.answer(one, 0, "x");
          case "returns" -> with(seen(one, 0), "reason", "x");
          case "assignments" -> with(seen(one, 0), "assignee", "A");
          default -> seen(one, 0);
        };
    Map<String, Object> bad = with(with(good, "id", two.id()), field, value);
    Api.wrong(Key.COORDINATOR)
        .body(List.of(good, bad))
        .queryParam("mode", "partial")
        .post(plan.draftPath(1) + "/" + what)
        .then()
        .spec(badField(pointer, code));
    assertThat(one.status()).isEqualTo("RECEIVED");
  }

  @Test
  void arrayHasOneToAThousandItems() {
    String path = plan.draftPath(1) + "/approvals";
    Api.wrong(Key.COORDINATOR)
        .body(seen(one, 0))
        .post(path)
        .then()
        .spec(badField("", "wrong-type"));
    Api.wrong(Key.COORDINATOR).body("null").post(path).then().spec(badField("", "empty-body"));
    Api.wrong(Key.COORDINATOR).body("[null]").post(path).then().spec(badField("/0", "required"));
    Api.wrong(Key.COORDINATOR).body(List.of()).post(path).then().spec(badField("", "required"));
    List<?> many = java.util.Collections.nCopies(1_001, seen(one, 0));
    Api.wrong(Key.COORDINATOR).body(many).post(path).then().spec(badField("", "too-long"));
  }

  @Test
  void parametersAreChecked() {
    Api.wrong(Key.COORDINATOR)
        .body(List.of(seen(one, 0)))
        .queryParam("mode", "some")
        .post(plan.draftPath(1) + "/approvals")
        .then()
        .spec(badParameter("mode", "invalid-enum"));
  }

  @Test
  void dryRunWritesNothing() {
    List<Map<String, Object>> items = List.of(Bulk.answer(one, 0, "x"), Bulk.answer(two, 7, "y"));
    Bulk.post(Key.CONSULTANT, plan, "answers", items, "mode", "partial", "dryRun", true)
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rejected", equalTo(1));
    Bulk.post(Key.CONSULTANT, plan, "answers", items, "dryRun", true)
        .spec(problem(422, "import-rejected"));
    one.get().body("status", equalTo("RECEIVED")).body("version", equalTo(0));
    one.history(Key.COORDINATOR).body("items", hasSize(1));
  }

  @Test
  void idempotencyKeyRepeatsTheResponse() {
    String key = UUID.randomUUID().toString();
    for (int time = 0; time < 2; time++) {
      Api.as(Key.CONSULTANT)
          .header("Idempotency-Key", key)
          .body(List.of(Bulk.answer(one, 0, "x")))
          .post(plan.draftPath(1) + "/answers")
          .then()
          .statusCode(200)
          .header("Idempotency-Replayed", time == 0 ? nullValue() : equalTo("true"))
          .body("updated", equalTo(1));
    }
    Api.as(Key.CONSULTANT)
        .header("Idempotency-Key", key)
        .body(List.of(Bulk.answer(one, 1, "y")))
        .post(plan.draftPath(1) + "/answers")
        .then()
        .spec(problem(422, "idempotency-key-reused"));
  }

  @ParameterizedTest
  @CsvSource({
    "answers, SGTVT VIEWER ADMIN",
    "assignments, SGTVT VIEWER ADMIN",
    "approvals, SGTVT VIEWER ADMIN CONSULTANT",
    "returns, SGTVT VIEWER ADMIN CONSULTANT"
  })
  void rolesEqualSingleTransitions(String what, String refused) {
    for (String key : refused.split(" ")) {
      Api.wrong(Key.valueOf(key))
          .body("[{}]")
          .post(plan.draftPath(1) + "/" + what)
          .then()
          .spec(problem(403, "forbidden"));
    }
    Api.wrong(Key.COORDINATOR)
        .body("[{}]")
        .post(plan.draftPath(9) + "/" + what)
        .then()
        .spec(problem(404, "not-found"));
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body("id;version")
        .post(plan.draftPath(1) + "/" + what)
        .then()
        .spec(problem(415, "unsupported-media-type"));
  }

  @Test
  void transitionsWorkAfterTheDraftClosed() {
    plan.close();
    Bulk.post(Key.CONSULTANT, plan, "answers", List.of(Bulk.answer(one, 0, "x")))
        .body("updated", equalTo(1));
  }

  @Test
  void assignmentKeepsOtherFields() {
    Bulk.post(
            Key.CONSULTANT,
            plan,
            "assignments",
            List.of(with(with(seen(one, 0), "assignee", "A"), "answerDueOn", "2021-10-05")))
        .body("updated", equalTo(1));
    Bulk.post(Key.CONSULTANT, plan, "assignments", List.of(with(seen(one, 1), "assignee", "B")))
        .body("updated", equalTo(1));
    one.get().body("assignee", equalTo("B")).body("answerDueOn", equalTo("2021-10-05"));
    Map<String, Object> back = with(with(seen(one, 2), "assignee", null), "answerDueOn", null);
    Bulk.post(Key.CONSULTANT, plan, "assignments", List.of(back)).body("updated", equalTo(1));
    one.get().body("status", equalTo("RECEIVED")).body("assignee", nullValue());
    // The comment has no assignee already.
    Bulk.post(Key.CONSULTANT, plan, "assignments", List.of(back)).body("unchanged", equalTo(1));
  }
}
