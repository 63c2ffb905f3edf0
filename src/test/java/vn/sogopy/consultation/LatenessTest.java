package vn.sogopy.consultation;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;
import static vn.sogopy.testing.TestLetter.trySend;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Due dates and consultees change after letters have arrived. All documents agree. */
@QuarkusTest
class LatenessTest {
  private static final String NOTE = "Gửi sau thời hạn";

  private TestPlan plan;
  private TestLetter letter;
  private TestComment comment;
  private TestComment alone;

  @BeforeEach
  void arrivedADayLate() {
    plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    letter =
        send(
            plan,
            Key.COORDINATOR,
            with(with(letter("1/A", "x"), "organization", "sgtvt"), "receivedOn", "2021-09-16"));
    comment = letter.comments(plan).get(0);
    alone = plan.comment(Key.SGTVT, json("content", "Không kèm văn bản"));
  }

  private void consistently(boolean late, boolean aloneLate) {
    letter.get().body("late", equalTo(late));
    comment.get().body("late", equalTo(late));
    alone.get().body("late", equalTo(aloneLate));
    int comments = (late ? 1 : 0) + (aloneLate ? 1 : 0);
    total(plan.comments(), true, comments);
    total(plan.comments(), false, 2 - comments);
    total(letters(plan), true, late ? 1 : 0);
    total(letters(plan), false, late ? 0 : 1);
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/register?format=json")
        .then()
        .statusCode(200)
        .body(row("x") + ".note", late ? equalTo(NOTE) : nullValue())
        .body(row("Không kèm văn bản") + ".note", aloneLate ? equalTo(NOTE) : nullValue());
  }

  private static String row(String content) {
    return "groups.bodies.flatten().rows.flatten().find { it.content == '%s' }".formatted(content);
  }

  private static void total(String list, boolean late, int expected) {
    Api.as(Key.COORDINATOR)
        .queryParam("late", late)
        .queryParam("count", true)
        .get(list)
        .then()
        .body("total", equalTo(expected));
  }

  private void lateBodies(int expected) {
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/statistics")
        .then()
        .body("counts.lateBodies", equalTo(expected));
  }

  @Test
  void draftDueDateExtended() {
    consistently(true, true);
    plan.patchDraft(1, json("dueOn", "2021-09-16"));
    consistently(false, true);
    plan.patchDraft(1, json("dueOn", "2099-12-31"));
    consistently(false, false);
    plan.patchDraft(1, json("dueOn", null));
    consistently(false, false);
  }

  @Test
  void ownDueDateSetExtendedAndRemoved() {
    Consultees consultees = Consultees.of(plan);
    consultees.ask("sgtvt");
    consistently(true, true);
    lateBodies(1);
    consultees.patch("sgtvt", "*", json("dueOn", "2021-09-16"));
    consistently(false, true);
    lateBodies(0);
    consultees.patch("sgtvt", "*", json("dueOn", null));
    consistently(true, true);
    lateBodies(1);
  }

  @Test
  void consulteeAddedAndRemovedLater() {
    Consultees consultees = Consultees.of(plan);
    consultees.ask(json("organization", "sgtvt", "dueOn", "2099-12-31"));
    consistently(false, false);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .delete(consultees.path("sgtvt"))
        .then()
        .statusCode(204);
    consistently(true, true);
  }

  /** After the draft has closed, the day of receipt still decides. */
  @Test
  void commentAfterTheDraftClosed() {
    plan.patchDraft(1, json("dueOn", "2021-09-20"));
    plan.close();
    for (String day : new String[] {"2021-09-20", "2021-09-21"}) {
      trySend(
              plan,
              Key.COORDINATOR,
              with(
                  with(
                      with(letter(day, "x"), "organization", "sgtvt"),
                      "reason",
                      "Thư đến, vào sổ sau"),
                  "receivedOn",
                  day))
          .statusCode(201)
          .body("late", equalTo(day.equals("2021-09-21")))
          .body("comments[0].late", equalTo(day.equals("2021-09-21")));
    }
  }

  /** Without a due date, the end of the consultation is the limit. */
  @Test
  void closedDraftWithoutDueDateIsLate() {
    TestPlan undated = TestPlan.open();
    TestLetter before = send(undated, Key.SGTVT, letter("1/A", "x"));
    undated.close();
    TestLetter after =
        send(undated, Key.COORDINATOR, with(closed("2/A"), "receivedOn", "2021-09-16"));
    TestComment word =
        undated.comment(
            Key.COORDINATOR, json("organization", "sgtvt", "content", "y", "reason", "Đến muộn"));
    before.get().body("late", equalTo(false));
    before.comments(undated).get(0).get().body("late", equalTo(false));
    after.get().body("late", equalTo(true));
    after.comments(undated).get(0).get().body("late", equalTo(true));
    word.get().body("late", equalTo(true));
    // A due date that is set later decides from then on.
    undated.patchDraft(1, json("dueOn", "2021-09-16"));
    after.get().body("late", equalTo(false));
  }

  private static Map<String, Object> closed(String number) {
    return with(with(letter(number, "x"), "organization", "sgtvt"), "reason", "Đến muộn");
  }
}
