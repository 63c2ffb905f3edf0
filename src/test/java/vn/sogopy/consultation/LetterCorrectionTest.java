package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Corrections of the entered data of a letter. */
@QuarkusTest
class LetterCorrectionTest {

  @Test
  void everyFieldWithHistory() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, with(letter("1/A"), "receivedOn", "2021-08-25"));
    letter
        .patch(
            Key.COORDINATOR,
            json(
                "number", "2 /A",
                "date", "2021-08-23",
                "arrivalNumber", "77",
                "receivedOn", "2021-08-26",
                "signer", json("fullName", "Trần B"),
                "position", "DISAGREES",
                "channel", "EMAIL",
                "subject", "Góp ý",
                "occasion", "Họp",
                "inReplyTo", "9/X",
                "reason", "Gõ nhầm"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("numberNormalized", equalTo("2/A"))
        .body("signer", equalTo(json("fullName", "Trần B", "position", null)))
        .body("channel", equalTo("EMAIL"))
        .body("version", equalTo(1));
    letter
        .history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "CORRECTED"))
        .body("items[1].reason", equalTo("Gõ nhầm"))
        .body(
            "items[1].changes.field",
            contains(
                "number",
                "date",
                "arrivalNumber",
                "receivedOn",
                "signer",
                "position",
                "channel",
                "subject",
                "occasion",
                "inReplyTo"))
        .body(
            "items[1].changes[0]",
            equalTo(json("field", "number", "before", "1/A", "after", "2 /A")));
    letter
        .patch(
            Key.COORDINATOR,
            json(
                "signer",
                json("fullName", null),
                "channel",
                null,
                "subject",
                null,
                "position",
                null))
        .statusCode(200)
        .body("channel", equalTo("LETTER"))
        .spec(nulls("signer", "subject", "position"));
  }

  @Test
  void equalValuesAreNoChange() {
    TestLetter letter = send(TestPlan.open(), Key.SGTVT, letter("1/A"));
    letter.patch(Key.SGTVT, json("number", "1/A")).statusCode(200).header("ETag", "\"0\"");
    letter.history(Key.SGTVT).body("items.action", contains("RECEIVED"));
  }

  @Test
  void ifMatchIsRequired() {
    TestLetter letter = send(TestPlan.open(), Key.SGTVT, letter("1/A"));
    Api.as(Key.SGTVT)
        .contentType("application/merge-patch+json")
        .body(json("subject", "x"))
        .patch(letter.path())
        .then()
        .spec(problem(428, "precondition-required"));
    Api.as(Key.SGTVT)
        .header("If-Match", "\"7\"")
        .contentType("application/merge-patch+json")
        .body(json("subject", "x"))
        .patch(letter.path())
        .then()
        .spec(problem(412, "precondition-failed"));
    Api.as(Key.SGTVT).header("If-None-Match", "\"0\"").get(letter.path()).then().statusCode(304);
  }

  @Test
  void otherFieldsAreRefused() {
    TestLetter letter = send(TestPlan.open(), Key.SGTVT, letter("1/A"));
    // LetterMoveTest: the organization can be corrected.
    for (String field : List.of("plan", "classified", "late", "comments")) {
      Api.wrong(Key.COORDINATOR)
          .header("If-Match", "*")
          .contentType("application/merge-patch+json")
          .body(json(field, null))
          .patch(letter.path())
          .then()
          .spec(badField("/" + field, "unknown-field"));
    }
    letter.patch(Key.COORDINATOR, json("subject", "x")).statusCode(200);
  }

  @Test
  void submitterCorrectsUntilWorkBegins() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "a", "b"));
    List<TestComment> comments = letter.comments(plan);
    comments.get(0).withdraw("Nhầm");
    letter.patch(Key.SGTVT, json("subject", "x")).statusCode(200);
    comments.get(1).assign("Chuyên gia");
    letter.patch(Key.SGTVT, json("subject", "y")).spec(problem(409, "letter-in-work"));
    letter.patch(Key.COORDINATOR, json("subject", "y")).statusCode(200);
    plan.close();
    letter.patch(Key.COORDINATOR, json("subject", "z")).spec(problem(409, "draft-not-open"));
    letter
        .patch(Key.SGTVT, json("subject", "z", "reason", "x"))
        .spec(problem(409, "draft-not-open"));
    letter.patch(Key.COORDINATOR, json("subject", "z", "reason", "x")).statusCode(200);
  }

  @Test
  void letterNumbersStayUnique() {
    TestPlan plan = TestPlan.open();
    TestLetter one = send(plan, Key.SGTVT, letter("1/A"));
    TestLetter two = send(plan, Key.SGTVT, letter("2/A"));
    two.patch(Key.COORDINATOR, json("number", " 1 / a"))
        .spec(problem(409, "letter-exists"))
        .header("Location", "/api/v1" + one.path());
    TestLetter lastYear = send(plan, Key.SGTVT, with(letter("1/A"), "date", "2020-08-24"));
    lastYear.patch(Key.COORDINATOR, json("date", "2021-01-01")).spec(problem(409, "letter-exists"));
    two.patch(Key.COORDINATOR, json("number", "3/A")).statusCode(200);
  }

  @Test
  void letterWithCommentsCannotAgree() {
    TestPlan plan = TestPlan.open();
    TestLetter letter = send(plan, Key.SGTVT, letter("1/A", "a"));
    letter
        .patch(Key.COORDINATOR, json("position", "AGREES"))
        .spec(problem(409, "letter-has-comments"));
    letter.comments(plan).get(0).withdraw("Nhầm");
    letter.patch(Key.COORDINATOR, json("position", "AGREES")).statusCode(200);
  }

  @Test
  void lateIsRecalculated() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    TestLetter letter =
        send(plan, Key.SGTVT, with(letter("1/A", "a", "b"), "receivedOn", "2021-09-16"));
    TestComment comment = letter.comments(plan).get(1);
    comment.get().body("late", equalTo(true));
    letter
        .patch(Key.COORDINATOR, json("receivedOn", "2021-09-15", "reason", "Xem lại sổ"))
        .statusCode(200)
        .body("late", equalTo(false));
    letter.history(Key.SGTVT).body("items[1].changes.field", contains("receivedOn"));
    comment.get().body("late", equalTo(false)).body("version", equalTo(0));
    // An unknown day of receipt means the day of entry.
    letter
        .patch(Key.COORDINATOR, json("receivedOn", null))
        .body("late", equalTo(true))
        .body("receivedOn", equalTo(null));
  }

  /** Either the letter has comments or it agrees, never both. */
  @Test
  void commentDuringChangeToAgreement() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestPlan plan = TestPlan.open();
      TestLetter letter = send(plan, Key.SGTVT, letter("1/A"));
      List<Integer> statuses =
          Race.of(
              5,
              runner ->
                  runner == 0
                      ? letter
                          .patch(Key.COORDINATOR, json("position", "AGREES"))
                          .extract()
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
      int taken = Collections.frequency(statuses.subList(1, 5), 201);
      assertThat(plan.count()).isEqualTo(taken);
      assertThat(statuses.get(0)).isEqualTo(taken == 0 ? 200 : 409);
    }
  }

  @Test
  void oneOfTwoConcurrentNumbersWins() throws Exception {
    TestPlan plan = TestPlan.open();
    List<TestLetter> letters =
        List.of(
            send(plan, Key.SGTVT, letter("1/A")),
            send(plan, Key.SGTVT, letter("2/A")),
            send(plan, Key.SGTVT, letter("3/A")));
    List<Integer> statuses =
        Race.of(
            3,
            runner ->
                letters
                    .get(runner)
                    .patch(Key.COORDINATOR, json("number", "9/A"))
                    .extract()
                    .statusCode());
    assertThat(statuses).containsOnlyOnce(200);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(2);
    Api.as(Key.COORDINATOR)
        .queryParam("number", "9/A")
        .get(TestLetter.letters(plan))
        .then()
        .body("items.number", contains("9/A"))
        .body("items.id", hasItem(letters.get(statuses.indexOf(200)).id()));
  }

  /** Otherwise an organization could make its letter punctual. */
  @Test
  void submitterCannotCorrectTheArrival() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    TestLetter letter =
        send(
            plan,
            Key.COORDINATOR,
            with(
                with(with(letter("1/A"), "organization", "sgtvt"), "receivedOn", "2021-09-20"),
                "arrivalNumber",
                "77"));
    letter
        .patch(Key.SGTVT, json("receivedOn", "2021-09-15", "arrivalNumber", "70"))
        .spec(badField("/receivedOn", "not-supported"))
        .spec(badField("/arrivalNumber", "not-supported"));
    letter
        .patch(Key.SGTVT, json("receivedOn", null))
        .spec(badField("/receivedOn", "not-supported"));
    letter.patch(Key.SGTVT, json("subject", "Góp ý", "receivedOn", "2021-09-20")).statusCode(200);
    letter
        .get()
        .body("late", equalTo(true))
        .body("receivedOn", equalTo("2021-09-20"))
        .body("arrivalNumber", equalTo("77"));
    TestLetter own = send(plan, Key.SGTVT, with(letter("2/A"), "receivedOn", "2021-09-20"));
    own.patch(Key.SGTVT, json("receivedOn", "2021-09-15"))
        .spec(badField("/receivedOn", "not-supported"));
    own.patch(Key.SGTVT, json("arrivalNumber", "70"))
        .spec(badField("/arrivalNumber", "not-supported"));
    own.patch(Key.COORDINATOR, json("receivedOn", "2021-09-15"))
        .body("late", equalTo(false))
        .body("claimed.receivedOn", equalTo("2021-09-20"));
  }
}
