package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.send;
import static vn.sogopy.testing.TestLetter.trySend;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** The coordinator withdraws a letter. */
@QuarkusTest
class LetterWithdrawalTest {

  private static ValidatableResponse withdraw(TestLetter letter) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("reason", "Nhập nhầm cơ quan"))
        .post(letter.path() + "/withdrawal")
        .then();
  }

  @Test
  void commentsAreWithdrawn() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "nhận", "chờ", "duyệt"));
    List<TestComment> comments = letter.comments(plan);
    comments.get(1).answer("EXPLAINED");
    comments.get(2).answer("EXPLAINED").approve();

    withdraw(letter)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("withdrawnAt", notNullValue())
        .body("replacedBy", nullValue())
        .body("commentCount", equalTo(1));

    assertThat(comments.get(0).status()).isEqualTo("WITHDRAWN");
    assertThat(comments.get(1).status()).isEqualTo("WITHDRAWN");
    comments.get(2).get().body("status", equalTo("APPROVED")).body("needsReview", equalTo(true));
    comments.get(0).history(Key.SGTVT).body("items[-1].reason", equalTo("Nhập nhầm cơ quan"));
    letter
        .history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "WITHDRAWN"))
        .body("items[1].reason", equalTo("Nhập nhầm cơ quan"));
  }

  @Test
  void withdrawalIsDoneOnce() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A"));
    TestLetter by = send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    withdraw(old).spec(problem(409, "letter-withdrawn"));
    withdraw(by).statusCode(200);
    withdraw(by).spec(problem(409, "letter-withdrawn"));
    trySend(plan, Key.SGTVT, with(letter("3/A"), "replaces", by.id()))
        .spec(badField("/replaces", "letter-withdrawn"));
    Api.as(Key.SGTVT)
        .body(json("content", "x", "letter", json("number", "2/A", "date", "2021-08-24")))
        .post(plan.comments())
        .then()
        .spec(badField("/letter", "letter-withdrawn"));
  }

  @Test
  void numberIsFreeAfterwards() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A"));
    withdraw(letter).statusCode(200);
    send(plan, Key.SGTVT, letter("1/A"));
  }

  @Test
  void preconditionsAndRoles() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A"));
    String path = letter.path() + "/withdrawal";
    Api.wrong(Key.COORDINATOR)
        .body(json("reason", "x"))
        .post(path)
        .then()
        .spec(problem(428, "precondition-required"));
    Api.as(Key.COORDINATOR)
        .header("If-Match", "\"7\"")
        .body(json("reason", "x"))
        .post(path)
        .then()
        .spec(problem(412, "precondition-failed"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("reason", " "))
        .post(path)
        .then()
        .spec(badField("/reason", "blank"));
    for (Key key : List.of(Key.SGTVT, Key.CONSULTANT, Key.VIEWER, Key.ADMIN)) {
      Api.as(key)
          .header("If-Match", "*")
          .body(json("reason", "x"))
          .post(path)
          .then()
          .spec(problem(403, "forbidden"));
    }
    letter.get().body("withdrawnAt", nullValue());
  }

  /** docs/domain.md section 6: with all letters withdrawn, an organization counts in F. */
  @Test
  void organizationIsNotReplied() {
    TestPlan plan = TestPlan.open();
    Api.as(Key.COORDINATOR)
        .body(List.of(json("organization", "sgtvt")))
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
    TestLetter first = send(plan, Key.SGTVT, letter("1/A", "một", "hai"));
    TestLetter second = send(plan, Key.SGTVT, letter("2/A", "ba"));
    assertThat(counts(plan)).containsExactly(1, 1, 0, 1, 0, 3);
    withdraw(second).statusCode(200);
    assertThat(counts(plan)).containsExactly(1, 1, 0, 1, 0, 2);
    withdraw(first).statusCode(200);
    assertThat(counts(plan)).containsExactly(1, 0, 0, 0, 1, 0);
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/consultees/sgtvt")
        .then()
        .statusCode(200)
        .body("state", equalTo("NOT_REPLIED"));
  }

  /** Asked, replied, agreed, commented, not replied, comments. */
  private static List<Integer> counts(TestPlan plan) {
    JsonPath counts =
        Api.as(Key.COORDINATOR)
            .get(plan.draftPath(1) + "/statistics")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .setRootPath("counts");
    return List.of(
        counts.getInt("asked"),
        counts.getInt("replied"),
        counts.getInt("agreed"),
        counts.getInt("commented"),
        counts.getInt("notReplied"),
        counts.getInt("comments"));
  }
}
