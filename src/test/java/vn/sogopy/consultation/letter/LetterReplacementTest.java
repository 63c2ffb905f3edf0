package vn.sogopy.consultation.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;
import static vn.sogopy.testing.TestLetter.trySend;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A letter replaces another. Official mail that has arrived is never refused. */
@QuarkusTest
class LetterReplacementTest {

  @Test
  void unapprovedCommentsAreWithdrawn() {
    TestPlan plan = TestPlan.open();
    TestLetter old =
        send(plan, Key.SGTVT, letter("1/A", "nhận", "giao", "soạn", "chờ", "trả", "duyệt", "rút"));
    List<TestComment> comments = old.comments(plan);
    comments.get(1).assign("Chuyên gia");
    comments.get(2).draft();
    comments.get(3).answer("EXPLAINED");
    comments.get(4).answer("EXPLAINED").giveBack("Rõ hơn");
    comments.get(5).answer("EXPLAINED").approve();
    comments.get(6).withdraw("Nhầm");
    int withdrawnAlready = comments.get(6).version();

    TestLetter corrected = send(plan, Key.SGTVT, with(letter("2/A", "mới"), "replaces", old.id()));

    for (TestComment comment : comments.subList(0, 5)) {
      comment
          .history(Key.COORDINATOR)
          .body("items[-1].action", equalTo("WITHDRAWN"))
          .body("items[-1].to", equalTo("WITHDRAWN"))
          .body("items[-1].reason", equalTo("Thay bằng văn bản số 2/A ngày 24/8/2021"));
      assertThat(comment.status()).isEqualTo("WITHDRAWN");
    }
    comments.get(1).history(Key.COORDINATOR).body("items[-1].from", equalTo("ASSIGNED"));
    comments.get(5).get().body("status", equalTo("APPROVED")).body("needsReview", equalTo(true));
    comments
        .get(5)
        .history(Key.SGTVT)
        .body("items[-1].action", equalTo("FLAGGED"))
        .body(
            "items[-1].changes",
            contains(json("field", "needsReview", "before", false, "after", true)))
        .body("items[-1].reason", equalTo("Thay bằng văn bản số 2/A ngày 24/8/2021"));
    assertThat(comments.get(6).version()).isEqualTo(withdrawnAlready);

    old.get().body("replacedBy", equalTo(corrected.id())).body("commentCount", equalTo(1));
    corrected.get().body("replaces", equalTo(old.id())).body("commentCount", equalTo(1));
    old.history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "REPLACED"))
        .body("items[1].changes[0].after", equalTo(corrected.id()));
    Api.as(Key.COORDINATOR)
        .queryParam("needsReview", true)
        .get(plan.comments())
        .then()
        .body("items.id", contains(comments.get(5).id()));
  }

  @Test
  void approvedCommentsNeedReview() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "duyệt"));
    TestComment comment = old.comments(plan).get(0);
    comment.answer("EXPLAINED").approve();
    send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    comment.giveBack("Xem lại");
    comment.get().body("needsReview", equalTo(true));
    comment.answer("EXPLAINED").approve();
    comment.get().body("needsReview", equalTo(false));
    comment.history(Key.COORDINATOR).body("items[-1].changes.field", hasItem("needsReview"));
  }

  @Test
  void newLetterMayReuseTheNumber() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
    TestLetter corrected = send(plan, Key.SGTVT, with(letter("1/A", "mới"), "replaces", old.id()));
    // From now on the number names the new letter.
    plan.comment(
            Key.SGTVT,
            json("content", "thêm", "letter", json("number", "1/A", "date", "2021-08-24")))
        .get()
        .body("letter.id", equalTo(corrected.id()));
    trySend(plan, Key.SGTVT, letter("1/A"))
        .spec(problem(409, "letter-exists"))
        .header("Location", "/api/v1" + corrected.path());
    TestLetter third = send(plan, Key.SGTVT, with(letter("1/A"), "replaces", corrected.id()));
    third.get().body("replaces", equalTo(corrected.id()));
  }

  @Test
  void replacedLetterTakesNoComments() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
    send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    Api.as(Key.SGTVT)
        .body(json("content", "x", "letter", json("number", "1/A", "date", "2021-08-24")))
        .post(plan.comments())
        .then()
        .spec(badField("/letter", "letter-replaced"));
  }

  @Test
  void numberOfAReplacedLetterIsFree() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
    send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    TestLetter again = send(plan, Key.SGTVT, letter("1/A", "mới"));
    trySend(plan, Key.SGTVT, letter("1/A"))
        .spec(problem(409, "letter-exists"))
        .header("Location", "/api/v1" + again.path());
  }

  @Test
  void replacementIsNamed() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A"));
    TestLetter by = send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    trySend(plan, Key.SGTVT, with(letter("3/A"), "replaces", old.id()))
        .spec(badField("/replaces", "letter-replaced"))
        .body(
            "errors[0].detail",
            equalTo("Văn bản này đã được thay bằng văn bản số 2/A (" + by.id() + ")."));
  }

  /** The letter was entered without the replacement, which is set by a correction. */
  @Test
  void replacementByLaterCorrection() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ", "duyệt"));
    List<TestComment> comments = old.comments(plan);
    comments.get(1).answer("EXPLAINED").approve();
    TestLetter other = send(plan, Key.SGTVT, letter("2/A", "mới"));
    Map<String, Object> replaces = json("replaces", old.id());

    other.patch(Key.SGTVT, replaces).spec(badField("/replaces", "not-supported"));
    other
        .patch(Key.COORDINATOR, json("replaces", other.id()))
        .spec(badField("/replaces", "unknown-letter"));
    TestLetter foreign = send(plan, Key.BABE, letter("7/B"));
    other
        .patch(Key.COORDINATOR, json("replaces", foreign.id()))
        .spec(badField("/replaces", "unknown-letter"));
    // It may take the number of the old one then.
    other
        .patch(Key.COORDINATOR, with(replaces, "number", "1/A"))
        .statusCode(200)
        .body("replaces", equalTo(old.id()));

    old.get()
        .body("replacedBy", equalTo(other.id()))
        .body("withdrawnAt", notNullValue())
        .body("commentCount", equalTo(1));
    old.history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "REPLACED"))
        .body("items[1].reason", equalTo("Thay bằng văn bản số 1/A ngày 24/8/2021"));
    other.history(Key.SGTVT).body("items[1].changes.field", hasItem("replaces"));
    assertThat(comments.get(0).status()).isEqualTo("WITHDRAWN");
    comments.get(1).get().body("needsReview", equalTo(true));

    TestLetter third = send(plan, Key.SGTVT, letter("3/A"));
    other
        .patch(Key.COORDINATOR, json("replaces", third.id()))
        .spec(badField("/replaces", "not-supported"));
    other
        .patch(Key.COORDINATOR, json("replaces", null))
        .spec(badField("/replaces", "not-supported"));
    third.patch(Key.COORDINATOR, replaces).spec(badField("/replaces", "letter-replaced"));
    old.patch(Key.COORDINATOR, json("replaces", third.id())).spec(problem(409, "letter-withdrawn"));
  }

  @Test
  void onlyAValidLetterOfTheSameDraftIsReplaced() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
    trySend(plan, Key.BABE, with(letter("2/A"), "replaces", old.id()))
        .spec(badField("/replaces", "unknown-letter"));
    trySend(TestPlan.open(), Key.SGTVT, with(letter("2/A"), "replaces", old.id()))
        .spec(badField("/replaces", "unknown-letter"));
    send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    trySend(plan, Key.SGTVT, with(letter("3/A"), "replaces", old.id()))
        .spec(badField("/replaces", "letter-replaced"));
  }

  @Test
  void refusedLetterReplacesNothing() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
    send(plan, Key.SGTVT, letter("2/A"));
    trySend(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()))
        .spec(problem(409, "letter-exists"));
    old.get().body("replacedBy", equalTo(null)).body("commentCount", equalTo(1));
    assertThat(old.comments(plan).get(0).status()).isEqualTo("RECEIVED");
  }

  @Test
  void oneOfTwoConcurrentReplacementsWins() throws Exception {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ", "cũ nữa"));
    List<Integer> statuses =
        Race.of(
            6,
            runner ->
                Api.as(Key.SGTVT)
                    .body(with(letter(runner + 2 + "/A", "mới"), "replaces", old.id()))
                    .post(letters(plan))
                    .statusCode());
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(Collections.frequency(statuses, 400)).isEqualTo(5);
    old.get().body("commentCount", equalTo(0));
  }

  /** In either order, no comment of the old letter stays open. */
  @Test
  void concurrentCommentIsWithdrawnOrRefused() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestPlan plan = TestPlan.open();
      TestLetter old = send(plan, Key.SGTVT, letter("1/A", "cũ"));
      List<Integer> statuses =
          Race.of(
              5,
              runner ->
                  runner == 0
                      ? Api.as(Key.SGTVT)
                          .body(with(letter("2/A"), "replaces", old.id()))
                          .post(letters(plan))
                          .statusCode()
                      : Api.as(Key.SGTVT)
                          .body(
                              json(
                                  "content",
                                  "x",
                                  "letter",
                                  json("number", "1/A", "date", "2021-08-24")))
                          .post(plan.comments())
                          .statusCode());
      assertThat(statuses.get(0)).isEqualTo(201);
      assertThat(statuses.subList(1, 5)).allMatch(status -> status == 201 || status == 400);
      old.get().body("commentCount", equalTo(0));
    }
  }
}
