package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** What a single comment states of its letter. */
@QuarkusTest
class CommentLetterTest {
  private static final Map<String, Object> LETTER =
      json(
          "number", "510/SGTVT-KCHT",
          "date", "2021-08-24",
          "receivedOn", "2021-09-07",
          "arrivalNumber", "1543",
          "position", "AGREES_WITH_COMMENTS",
          "channel", "EDOC",
          "signer", json("fullName", "Nguyễn Văn A", "position", "Phó Giám đốc"),
          "subject", "Góp ý dự thảo");

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
  }

  private ValidatableResponse send(Key key, String content, Map<String, Object> letter) {
    return send(key, json("organization", "sgtvt", "content", content, "letter", letter));
  }

  private ValidatableResponse send(Key key, Map<String, Object> comment) {
    return Api.as(key).body(comment).post(plan.comments()).then();
  }

  private static TestLetter letterOf(ValidatableResponse comment) {
    return new TestLetter(comment.extract().path("letter.id"));
  }

  private static String today() {
    return VietnamTime.dayOf(Instant.now()).toString();
  }

  @Test
  void letterIsMadeOfWhatIsSent() {
    var comment =
        send(Key.COORDINATOR, "Một", LETTER)
            .statusCode(201)
            .body("warnings", empty())
            .body("late", equalTo(false));
    letterOf(comment)
        .get()
        .body("receivedOn", equalTo("2021-09-07"))
        .body("arrivalNumber", equalTo("1543"))
        .body("position", equalTo("AGREES_WITH_COMMENTS"))
        .body("channel", equalTo("EDOC"))
        .body("signer", equalTo(LETTER.get("signer")))
        .body("subject", equalTo("Góp ý dự thảo"))
        .body("claimed", equalTo(null))
        .body("late", equalTo(false));
    var late =
        send(
                Key.COORDINATOR,
                "Hai",
                with(with(LETTER, "number", "2/A"), "receivedOn", "2021-09-16"))
            .statusCode(201)
            .body("late", equalTo(true));
    letterOf(late).get().body("late", equalTo(true));
  }

  @Test
  void nothingElseIsNeeded() {
    var comment =
        send(Key.COORDINATOR, "Một", json("number", "1/A", "date", "2021-08-24"))
            .statusCode(201)
            .body("warnings", empty());
    letterOf(comment)
        .get()
        .body("receivedOn", equalTo(today()))
        .body("channel", equalTo("LETTER"))
        .body("position", equalTo(null))
        .body("signer", equalTo(null));
  }

  @Test
  void whatTheLetterHasOtherwiseIsAWarning() {
    TestLetter letter = letterOf(send(Key.COORDINATOR, "Một", LETTER).statusCode(201));
    Map<String, Object> other =
        json(
            "number", " 510/SGTVT–KCHT",
            "date", "2021-08-25",
            "receivedOn", "2021-09-01",
            "arrivalNumber", "9",
            "position", "DISAGREES",
            "channel", "EMAIL",
            "signer", json("fullName", "Trần B"),
            "subject", "Khác");
    String id =
        send(Key.COORDINATOR, "Hai", other)
            .statusCode(201)
            .body("letter.id", equalTo(letter.id()))
            .body("letter.date", equalTo("2021-08-24"))
            .body("warnings.code", everyItem(equalTo("letter-differs")))
            .body(
                "warnings.pointer",
                contains(
                    "/letter/date",
                    "/letter/receivedOn",
                    "/letter/arrivalNumber",
                    "/letter/position",
                    "/letter/channel",
                    "/letter/signer/fullName",
                    "/letter/subject"))
            .body("warnings[1].detail", containsString("07/9/2021"))
            .body("warnings[3].detail", containsString("Cơ bản nhất trí, có ý kiến"))
            .extract()
            .path("id");
    letter
        .get()
        .body("version", equalTo(0))
        .body("receivedOn", equalTo("2021-09-07"))
        .body("position", equalTo("AGREES_WITH_COMMENTS"))
        .body("signer.fullName", equalTo("Nguyễn Văn A"));
    letter.history(Key.COORDINATOR).body("items.action", contains("RECEIVED"));
    new TestComment(id).get().body("warnings", empty());
    // The same values in other words are no difference.
    send(Key.COORDINATOR, "Ba", with(LETTER, "subject", "GÓP Ý  dự thảo"))
        .body("warnings", empty());
  }

  /** The comment is the same, whatever is stated of its letter. */
  @Test
  void repeatedCommentIsWarnedAbout() {
    Map<String, Object> comment =
        json("organization", "sgtvt", "content", "Một", "letter", LETTER, "externalId", "e-1");
    String id = send(Key.COORDINATOR, comment).statusCode(201).extract().path("id");
    send(Key.COORDINATOR, comment).statusCode(200).body("warnings", empty());
    Api.as(Key.COORDINATOR)
        .header("Accept-Language", "en")
        .body(with(comment, "letter", with(LETTER, "arrivalNumber", "9")))
        .post(plan.comments())
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("warnings.pointer", contains("/letter/arrivalNumber"))
        .body("warnings[0].detail", containsString("says otherwise: 1543"));
    assertThat(plan.count()).isOne();
  }

  /** Day and number of arrival belong to the receiver. */
  @Test
  void submitterOnlyClaimsTheArrival() {
    var comment =
        send(Key.SGTVT, json("content", "Một", "letter", LETTER))
            .statusCode(201)
            .body("late", equalTo(true))
            .body("warnings.code", contains("receipt-claimed", "receipt-claimed"))
            .body("warnings.pointer", contains("/letter/receivedOn", "/letter/arrivalNumber"));
    TestLetter letter = letterOf(comment);
    letter
        .get()
        .body("receivedOn", equalTo(today()))
        .body("arrivalNumber", equalTo(null))
        .body("claimed", equalTo(json("receivedOn", "2021-09-07", "arrivalNumber", "1543")))
        .body("position", equalTo("AGREES_WITH_COMMENTS"))
        .body("late", equalTo(true));
    letter.patch(Key.COORDINATOR, json("receivedOn", "2021-09-07")).body("late", equalTo(false));
    new TestComment(comment.extract().path("id")).get().body("late", equalTo(false));
  }

  @Test
  void badInputChangesNothing() {
    bad(with(LETTER, "position", "AGREES"), "/letter/position", "letter-agrees");
    bad(with(LETTER, "position", "MAYBE"), "/letter/position", "invalid-enum");
    bad(with(LETTER, "channel", "FAX"), "/letter/channel", "invalid-enum");
    bad(with(LETTER, "receivedOn", "7/9/2021"), "/letter/receivedOn", "invalid-date");
    bad(with(LETTER, "arrivalNumber", "1".repeat(51)), "/letter/arrivalNumber", "too-long");
    bad(with(LETTER, "subject", "x".repeat(2_001)), "/letter/subject", "too-long");
    bad(
        with(LETTER, "signer", json("fullName", "A\nB")),
        "/letter/signer/fullName",
        "invalid-format");
    bad(with(LETTER, "occasion", "x"), "/letter/occasion", "unknown-field");
    assertThat(plan.count()).isZero();
    Api.as(Key.COORDINATOR).get(TestLetter.letters(plan)).then().body("items", empty());
  }

  private void bad(Map<String, Object> letter, String pointer, String code) {
    Api.wrong(Key.COORDINATOR)
        .body(json("organization", "sgtvt", "content", "Nhất trí", "letter", letter))
        .post(plan.comments())
        .then()
        .spec(badField(pointer, code));
  }
}
