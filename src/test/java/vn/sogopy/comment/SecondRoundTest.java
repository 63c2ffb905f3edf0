package vn.sogopy.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestPlan.section;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Revisions, reactions and follow-ups that link one draft to the next. */
@QuarkusTest
class SecondRoundTest {
  private TestPlan plan;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
  }

  private int draftNumbered(int number, String... codes) {
    Api.as(Key.COORDINATOR)
        .body(json("title", "Dự thảo", "number", number))
        .post(plan.path() + "/drafts")
        .then()
        .statusCode(201);
    outline(number, codes);
    return number;
  }

  private void outline(int draft, String... codes) {
    if (codes.length > 0) {
      List<Map<String, Object>> items =
          java.util.Arrays.stream(codes).map(code -> section(code, "x", null)).toList();
      Api.as(Key.COORDINATOR)
          .header("If-Match", "*")
          .body(json("items", items))
          .put(plan.draftPath(draft) + "/sections")
          .then()
          .statusCode(200);
    }
  }

  private static Map<String, Object> answer(String result, String section) {
    return json("result", result, "response", "x", "revision", json("section", section));
  }

  private ValidatableResponse open(Key key, String filter) {
    return Api.as(key).get(plan.comments() + "?" + filter).then().statusCode(200);
  }

  @Test
  void placeIsCheckedAgainstTheNextDraft() {
    draftNumbered(4, "IV", "V");
    TestComment comment = plan.comment("x");
    comment
        .tryAnswer(answer("ACCEPTED", "V.1"))
        .spec(badField("/revision/section", "unknown-section"))
        .body("errors[0].detail", containsString("4"));
    comment
        .tryAnswer(answer("ACCEPTED", "iv"))
        .statusCode(200)
        .body("answer.revision.section", equalTo("IV"));
    comment.revise(json("section", "v")).body("answer.revision.section", equalTo("V"));
  }

  @Test
  void alreadyCoveredPlaceIsInThisDraftOrTheNext() {
    draftNumbered(2, "IV");
    TestComment comment = plan.comment("x");
    comment.tryAnswer(answer("ALREADY_COVERED", "v.1")).statusCode(200);
    comment.get().body("answer.revision.section", equalTo("V.1"));
    comment.tryAnswer(answer("ALREADY_COVERED", "iv")).statusCode(200);
    comment.revise(json("section", "V.2")).statusCode(200);
    comment
        .tryAnswer(answer("ALREADY_COVERED", "IX"))
        .spec(badField("/revision/section", "unknown-section"));
  }

  @Test
  void unknownPlaceIsAnOpenPoint() {
    TestComment kept = plan.comment("a").answer(answer("ACCEPTED", "v.1"));
    TestComment broken = plan.comment("b").answer(answer("ACCEPTED", "V.9"));
    open(Key.CONSULTANT, "revisionOpen=true").body("items", hasSize(0));
    draftNumbered(3, "V.1");
    open(Key.CONSULTANT, "revisionOpen=true").body("items.id", contains(broken.id()));
    outline(3, "V.9");
    open(Key.CONSULTANT, "revisionOpen=true").body("items.id", contains(kept.id()));
  }

  @Test
  void filtersDoNotRevealAnEscalationOrDirectionToTheCommenter() {
    TestComment asked = plan.comment("a");
    TestComment plain = plan.comment("b");
    Acts.escalate(asked, "Xin ý kiến.").statusCode(200);
    Acts.put(Key.COORDINATOR, asked, "direction", json("text", "Thống nhất.")).statusCode(200);
    for (String filter : List.of("escalated", "directed")) {
      open(Key.SGTVT, filter + "=false").body("items.id", contains(asked.id(), plain.id()));
      open(Key.SGTVT, filter + "=true").body("items", hasSize(0));
      open(Key.CONSULTANT, filter + "=false").body("items.id", contains(plain.id()));
    }
    asked.answer("NOTED").approve();
    for (String filter : List.of("escalated", "directed")) {
      open(Key.SGTVT, filter + "=true").body("items.id", contains(asked.id()));
      open(Key.SGTVT, filter + "=false").body("items.id", contains(plain.id()));
    }
  }

  @Test
  void reactionBelongsToItsAnswer() {
    TestComment comment = plan.comment("a").answer("EXPLAINED").approve();
    Acts.put(Key.SGTVT, comment, "reaction", json("reaction", "MAINTAINED", "note", "Vẫn vậy."))
        .statusCode(200);
    comment.giveBack("Xem lại.");
    comment.get().body("reaction.reaction", equalTo("MAINTAINED"));
    comment.answer("ACCEPTED");
    comment.get(Key.SGTVT).body("reaction", nullValue());
    comment
        .history(Key.COORDINATOR)
        .body("items[-1].action", equalTo("ANSWERED"))
        .body("items[-1].changes.field", hasItem("reaction"))
        .body("items[-1].changes.find { it.field == 'reaction' }.before.note", equalTo("Vẫn vậy."))
        .body("items.action", hasItem("REACTED"));
  }

  private ValidatableResponse follow(Key key, int draft, Map<String, Object> comment) {
    return Api.as(key).body(comment).post(plan.draftPath(draft) + "/comments").then();
  }

  @Test
  void followsOnlyOwnLiveCommentsOfEarlierDrafts() {
    TestComment own = plan.comment("a");
    TestComment gone = plan.comment("b").withdraw("nhầm");
    TestComment whole = plan.comment("c");
    Acts.split(whole, "c1", "c2");
    draftNumbered(3, "V.1");
    plan.patchDraft(3, json("status", "OPEN"));
    TestComment same = plan.comment(3, Key.SGTVT, json("content", "d"));
    for (TestComment wrong : List.of(gone, whole, same)) {
      follow(Key.SGTVT, 3, json("content", "x", "follows", wrong.id()))
          .spec(badField("/follows", "not-followable"));
    }
    follow(
            Key.COORDINATOR,
            3,
            json("content", "x", "organization", "ubnd-huyen-ba-be", "follows", own.id()))
        .spec(badField("/follows", "not-followable"));
    follow(Key.SGTVT, 3, json("content", "x", "follows", own.id())).statusCode(201);
  }

  @Test
  void viewerGetsNoIdsOfRestrictedComments() {
    TestComment secret =
        plan.comment(Key.SGTVT, json("content", "a", "restricted", true)).answer("NOTED");
    TestComment shared =
        plan.comment("b")
            .answer(json("result", "NOTED", "response", "x", "sameAs", secret.id()))
            .approve();
    TestComment followed = plan.comment("c");
    draftNumbered(2, "V.1");
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment open = plan.comment(2, Key.SGTVT, json("content", "d", "follows", secret.id()));
    plan.comment(2, Key.SGTVT, json("content", "e", "follows", followed.id(), "restricted", true));
    shared.get(Key.VIEWER).statusCode(200).body("answer.sameAs", nullValue());
    open.get(Key.VIEWER).statusCode(200).body("follows", nullValue());
    followed.history(Key.VIEWER).body("items.action", not(hasItem("FOLLOWED")));
    followed.history(Key.CONSULTANT).body("items.action", hasItem("FOLLOWED"));
    shared.get(Key.CONSULTANT).body("answer.sameAs", equalTo(secret.id()));
    open.get(Key.CONSULTANT).body("follows", equalTo(secret.id()));
  }

  @Test
  void commentWithRequestsToOthersCannotBeRestricted() {
    TestComment comment = plan.comment("a");
    String request = Acts.asked(comment, "ubnd-huyen-ba-be", null);
    comment
        .patch(Key.COORDINATOR, json("restricted", true))
        .spec(problem(409, "request-open"))
        .body("detail", containsString("UBND huyện Ba Bể"));
    comment.patch(Key.COORDINATOR, json("content", "b")).statusCode(200);
    Acts.reply(Key.BABE, request, "x").statusCode(200);
    comment.patch(Key.COORDINATOR, json("restricted", true)).statusCode(200);
  }

  @Test
  void splitWithUsedPartsIsNotUndone() {
    TestComment asked = plan.comment("a");
    TestComment part = Acts.split(asked, "a1", "a2").get(0);
    Acts.asked(part, "sct", null);
    Acts.undo(asked).spec(problem(409, "split-in-use"));

    TestComment raised = plan.comment("b");
    Acts.escalate(Acts.split(raised, "b1", "b2").get(1), "Xin ý kiến.").statusCode(200);
    Acts.undo(raised).spec(problem(409, "split-in-use"));

    TestComment taken = plan.comment("c");
    Acts.escalate(taken, "Từ trước.").statusCode(200);
    Acts.split(taken, "c1", "c2").get(0).withdraw("nhầm");
    Acts.undo(taken).statusCode(200).body("status", equalTo("RECEIVED"));
  }

  @Test
  void partsOfAnUndoneSplitAreNotListed() {
    TestComment comment = plan.comment("a");
    Acts.split(comment, "a1", "a2");
    Acts.undo(comment).statusCode(200);
    open(Key.CONSULTANT, "status=WITHDRAWN").body("items", hasSize(0));
  }
}
