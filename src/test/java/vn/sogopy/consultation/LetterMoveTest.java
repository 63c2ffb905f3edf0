package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A letter that was entered under the wrong body moves to the right one, with its comments. */
@QuarkusTest
class LetterMoveTest {
  private static final String RIGHT = "ubnd-huyen-ba-be";

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private TestLetter wrong(String number, String... contents) {
    return send(plan, Key.COORDINATOR, with(letter(number, contents), "organization", "sgtvt"));
  }

  private static ValidatableResponse move(TestLetter letter) {
    return letter.patch(Key.COORDINATOR, json("organization", RIGHT, "reason", "Nhầm cơ quan"));
  }

  private Map<String, Object> asked(String organization) {
    return Consultees.of(plan).get(organization).statusCode(200).extract().path("$");
  }

  @Test
  void letterMovesWithItsComments() {
    TestLetter letter = wrong("1/A", "Một", "Hai");
    List<TestComment> comments = letter.comments(plan);
    comments.get(0).assign("Chuyên gia");
    move(letter)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("organization", equalTo(RIGHT))
        .body("commentCount", equalTo(2));
    letter
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "CORRECTED"))
        .body("items[1].reason", equalTo("Nhầm cơ quan"))
        .body(
            "items[1].changes",
            equalTo(List.of(json("field", "organization", "before", "sgtvt", "after", RIGHT))));
    for (TestComment comment : comments) {
      comment.get().body("organization.code", equalTo(RIGHT));
      comment
          .history(Key.COORDINATOR)
          .body("items[-1].action", equalTo("CORRECTED"))
          .body("items[-1].reason", equalTo("Nhầm cơ quan"))
          .body(
              "items[-1].changes",
              equalTo(List.of(json("field", "organization", "before", "sgtvt", "after", RIGHT))));
      comment.get(Key.BABE).statusCode(200);
      comment.get(Key.SGTVT).spec(problem(404, "not-found"));
    }
    assertThat(comments.get(0).status()).isEqualTo("ASSIGNED");
    letter.get(Key.BABE).statusCode(200);
    letter.get(Key.SGTVT).spec(problem(404, "not-found"));
  }

  @Test
  void repliesAndCountsFollow() {
    Consultees.of(plan).ask("sgtvt").ask(RIGHT);
    TestLetter letter = wrong("1/A", "Một");
    assertThat(asked("sgtvt")).containsEntry("state", "COMMENTED");
    assertThat(asked(RIGHT)).containsEntry("state", "NOT_REPLIED");
    move(letter).statusCode(200);
    assertThat(asked("sgtvt")).containsEntry("state", "NOT_REPLIED");
    assertThat(asked(RIGHT)).containsEntry("state", "COMMENTED");
  }

  @Test
  void numberBelongsToTheRightBody() {
    TestLetter letter = wrong("1/A", "Một");
    TestLetter there = send(plan, Key.BABE, letter("1/A"));
    move(letter).spec(problem(409, "letter-exists")).header("Location", "/api/v1" + there.path());
    letter.get().body("organization", equalTo("sgtvt"));
    letter.comments(plan).get(0).get().body("organization.code", equalTo("sgtvt"));
    // Number and body are corrected at once.
    letter
        .patch(
            Key.COORDINATOR,
            json("organization", RIGHT, "number", "2/A", "reason", "Nhầm cơ quan, số"))
        .statusCode(200)
        .body("number", equalTo("2/A"));
    // Its former identity is free again.
    wrong("1/A");
  }

  /** The letters that it replaced belong to the same body. */
  @Test
  void replacedLettersMoveToo() {
    TestLetter first = wrong("1/A", "Một");
    TestComment old = first.comments(plan).get(0);
    TestLetter second =
        send(
            plan,
            Key.COORDINATOR,
            with(with(letter("2/A", "Hai"), "organization", "sgtvt"), "replaces", first.id()));
    move(first).spec(problem(409, "letter-withdrawn"));
    move(second).statusCode(200).body("replaces", equalTo(first.id()));
    first.get().body("organization", equalTo(RIGHT)).body("replacedBy", equalTo(second.id()));
    first
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "REPLACED", "CORRECTED"))
        .body("items[-1].reason", equalTo("Nhầm cơ quan"));
    old.get().body("organization.code", equalTo(RIGHT)).body("status", equalTo("WITHDRAWN"));
    first.get(Key.SGTVT).spec(problem(404, "not-found"));
  }

  @Test
  void withdrawnAndSplitCommentsMoveToo() {
    TestLetter letter = wrong("1/A", "Một", "Hai và ba");
    List<TestComment> comments = letter.comments(plan);
    comments.get(0).withdraw("Nhầm");
    List<String> parts =
        Api.as(Key.CONSULTANT)
            .header("If-Match", "*")
            .body(json("parts", List.of(json("content", "Hai"), json("content", "Ba"))))
            .post(comments.get(1).path() + "/parts")
            .then()
            .statusCode(200)
            .extract()
            .path("parts.id");
    move(letter).statusCode(200);
    comments.forEach(comment -> comment.get().body("organization.code", equalTo(RIGHT)));
    parts.forEach(id -> new TestComment(id).get().body("organization.code", equalTo(RIGHT)));
    assertThat(comments.get(0).status()).isEqualTo("WITHDRAWN");
    assertThat(comments.get(1).status()).isEqualTo("SPLIT");
  }

  /** An answer may name the body; the sealed copy stays as it was. */
  @Test
  void approvedAnswersAreReviewedAndEditionsStay() {
    TestLetter letter = wrong("1/A", "Một");
    TestComment comment = letter.comments(plan).get(0).answer("NOTED").approve();
    String edition =
        "/editions/"
            + Api.as(Key.COORDINATOR)
                .body(json())
                .post(plan.draftPath(1) + "/editions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    byte[] sealed = register(edition);
    move(letter).statusCode(200);
    comment
        .get()
        .body("status", equalTo("APPROVED"))
        .body("needsReview", equalTo(true))
        .body("sealedIn", hasSize(1));
    comment
        .history(Key.COORDINATOR)
        .body("items[-1].changes.field", contains("organization", "needsReview"));
    assertThat(register(edition)).isEqualTo(sealed);
    Api.as(Key.VIEWER).get(edition).then().body("intact", equalTo(true));
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/register")
        .then()
        .body("groups.bodies.flatten().code", hasItem(RIGHT))
        .body("groups.bodies.flatten().code", not(hasItem("sgtvt")));
  }

  private static byte[] register(String edition) {
    return Api.as(Key.COORDINATOR).accept("*/*").get(edition + "/register").asByteArray();
  }

  /** That body could no longer see the comment and reply. */
  @Test
  void requestAboutARestrictedCommentIsClosedFirst() {
    TestLetter letter =
        send(
            plan,
            Key.COORDINATOR,
            with(
                with(letter("1/A"), "organization", "sgtvt"),
                "comments",
                List.of(json("content", "Kín", "restricted", true))));
    String request =
        Api.as(Key.CONSULTANT)
            .body(json("to", "sgtvt", "kind", "DATA", "text", "Số liệu?"))
            .post(letter.comments(plan).get(0).path() + "/requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    move(letter).spec(problem(409, "request-open"));
    letter.get().body("organization", equalTo("sgtvt"));
    Api.as(Key.SGTVT)
        .header("If-Match", "*")
        .body(json("reply", "4,2 MW"))
        .put("/requests/" + request + "/reply")
        .then()
        .statusCode(200);
    move(letter).statusCode(200);
    Api.as(Key.SGTVT).get("/requests/" + request).then().spec(problem(404, "not-found"));
  }

  @Test
  void onlyTheCoordinatorWithAReason() {
    TestLetter letter = wrong("1/A");
    letter
        .patch(Key.SGTVT, json("organization", RIGHT, "reason", "x"))
        .spec(problem(403, "forbidden"));
    letter
        .patch(Key.COORDINATOR, json("organization", RIGHT))
        .spec(badField("/reason", "required"));
    letter
        .patch(Key.COORDINATOR, json("organization", "nobody", "reason", "x"))
        .spec(badField("/organization", "unknown-organization"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("organization", null, "reason", "x"))
        .patch(letter.path())
        .then()
        .spec(badField("/organization", "required"));
    letter.patch(Key.SGTVT, json("organization", "sgtvt", "subject", "x")).statusCode(200);
    letter.get().body("organization", equalTo("sgtvt")).body("version", equalTo(1));
  }

  /** The right body's system hears of the letter as of a new one, the office does not. */
  @Test
  void feedOfTheRightBody() {
    TestLetter letter = wrong("1/A", "Một");
    String comment = letter.comments(plan).get(0).id();
    changes(Key.BABE).body("items", hasSize(0));
    int office = changes(Key.COORDINATOR).extract().<List<?>>path("items").size();
    move(letter).statusCode(200);
    changes(Key.BABE)
        .body("items.subject", containsInAnyOrder(letter.id(), comment))
        .body(
            "items.type",
            containsInAnyOrder("vn.sogopy.letter.received", "vn.sogopy.comment.received"));
    changes(Key.SGTVT).body("items", hasSize(0));
    changes(Key.COORDINATOR).body("items", hasSize(office));
  }

  private ValidatableResponse changes(Key key) {
    return Api.as(key).get(plan.path() + "/changes").then().statusCode(200);
  }
}
