package vn.sogopy.comment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The reaction of the commenter to an answer: agrees, maintains, or comments again. */
@QuarkusTest
class ReactionTest {
  private static final Map<String, Object> AGREED = json("reaction", "AGREED");
  private static final Map<String, Object> MAINTAINED =
      json("reaction", "MAINTAINED", "note", "Vẫn đề nghị bổ sung.");

  private TestPlan plan;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
  }

  @Test
  void commenterMaintainsTheComment() {
    TestComment comment = approved();
    react(Key.SGTVT, comment, MAINTAINED)
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("reaction.reaction", equalTo("MAINTAINED"))
        .body("reaction.note", equalTo("Vẫn đề nghị bổ sung."))
        .body("reaction.by", notNullValue())
        .body("reaction.at", notNullValue());
    comment
        .history(Key.SGTVT)
        .body("items[-1].action", equalTo("REACTED"))
        .body("items[-1].changes.field", contains("reaction", "note"))
        .body("items[-1].changes.after", contains("MAINTAINED", "Vẫn đề nghị bổ sung."));
    react(Key.SGTVT, comment, AGREED)
        .statusCode(200)
        .body("reaction.reaction", equalTo("AGREED"))
        .body("reaction.note", nullValue());
  }

  @Test
  void officeRecordsAReaction() {
    TestComment comment = approved();
    react(Key.COORDINATOR, comment, AGREED).statusCode(200);
    comment.get(Key.VIEWER).body("reaction.reaction", equalTo("AGREED"));
  }

  @Test
  void maintainedNeedsANote() {
    TestComment comment = approved();
    react(Key.SGTVT, comment, json("reaction", "MAINTAINED")).spec(badField("/note", "required"));
    comment.get().body("reaction", nullValue());
  }

  @Test
  void reactionNeedsAnApprovedAnswer() {
    TestComment comment = plan.comment("Một ý");
    react(Key.SGTVT, comment, AGREED)
        .spec(problem(409, "wrong-state"))
        .body("detail", containsString(Status.RECEIVED.label()))
        .body("detail", containsString(Status.APPROVED.label()));
    comment.answer("EXPLAINED");
    react(Key.SGTVT, comment, AGREED).spec(problem(409, "wrong-state"));
    comment.get().body("reaction", nullValue());
  }

  @Test
  void reactionIsKeptAfterAReturn() {
    TestComment comment = approved();
    react(Key.SGTVT, comment, MAINTAINED).statusCode(200);
    comment.giveBack("Xem lại.");
    comment.get(Key.SGTVT).body("reaction.reaction", equalTo("MAINTAINED"));
    comment.history(Key.SGTVT).body("items.action", contains("RECEIVED", "REACTED"));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONSULTANT", "VIEWER", "ADMIN"})
  void otherRolesCannotReact(Key key) {
    react(key, approved(), AGREED).spec(problem(403, "forbidden"));
  }

  @Test
  void otherOrganizationCannotReact() {
    react(Key.BABE, approved(), AGREED).spec(problem(404, "not-found"));
  }

  @Test
  void invalidInputAndStaleVersionAreRefused() {
    TestComment comment = approved();
    wrong(comment, json("note", "x")).spec(badField("/reaction", "required"));
    wrong(comment, json("reaction", "YES")).spec(badField("/reaction", "invalid-enum"));
    Api.as(Key.SGTVT)
        .header("If-Match", "\"0\"")
        .body(AGREED)
        .put(comment.path() + "/reaction")
        .then()
        .spec(problem(412, "precondition-failed"));
    Api.wrong(Key.SGTVT)
        .body(AGREED)
        .put(comment.path() + "/reaction")
        .then()
        .spec(problem(428, "precondition-required"));
  }

  @Test
  void followingCommentMaintainsTheEarlierOne() {
    TestComment old = approved();
    int version = old.version();
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment again =
        plan.comment(2, Key.SGTVT, json("content", "Vẫn thiếu.", "follows", old.id()));
    again.get().body("follows", equalTo(old.id())).body("followedBy", equalTo(List.of()));
    old.get(Key.SGTVT)
        .body("followedBy", contains(again.id()))
        .body("version", equalTo(version + 1));
    old.history(Key.SGTVT)
        .body("items[-1].action", equalTo("FOLLOWED"))
        .body("items[-1].changes[0].after", equalTo(again.id()));
  }

  @Test
  void viewerDoesNotSeeARestrictedFollower() {
    TestComment old = approved();
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment again =
        plan.comment(
            2, Key.SGTVT, json("content", "Kín.", "follows", old.id(), "restricted", true));
    old.get(Key.VIEWER).body("followedBy", equalTo(List.of()));
    old.get(Key.CONSULTANT).body("followedBy", hasItem(again.id()));
  }

  @Test
  void twoConcurrentFollowersAreBothRecorded() throws Exception {
    TestComment old = approved();
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    List<TestComment> both =
        Race.of(
            2,
            runner ->
                plan.comment(2, Key.SGTVT, json("content", "Vẫn thiếu.", "follows", old.id())));
    old.get().body("followedBy", containsInAnyOrder(both.get(0).id(), both.get(1).id()));
  }

  private TestComment approved() {
    return plan.comment("Một ý").answer("EXPLAINED").approve();
  }

  private static ValidatableResponse react(
      Key key, TestComment comment, Map<String, Object> reaction) {
    return Acts.put(key, comment, "reaction", reaction);
  }

  private static ValidatableResponse wrong(TestComment comment, Map<String, Object> body) {
    return Api.wrong(Key.SGTVT)
        .header("If-Match", "*")
        .body(body)
        .put(comment.path() + "/reaction")
        .then();
  }
}
