package vn.sogopy.consultation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestOrganization.PAST;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** An organization is not asked after its end; its successors are. */
@QuarkusTest
class EndedConsulteeTest {
  private static final String DAY_BEFORE = "2025-06-30";

  private Consultees consultees;
  private String old;
  private String heir;

  @BeforeEach
  void organizations() {
    consultees = Consultees.of(TestPlan.open());
    old = TestOrganization.make("Sở Giao thông thử");
    heir = TestOrganization.make("Sở Xây dựng thử");
  }

  private static Map<String, Object> asked(String organization, String... days) {
    return json("organization", organization, "requestLetters", letters(days));
  }

  private static List<Object> letters(String... days) {
    return IntStream.range(0, days.length)
        .<Object>mapToObj(i -> json("number", (i + 1) + "/SKHĐT-TH", "date", days[i]))
        .toList();
  }

  @Test
  void requestFromTheDayOfTheEndIsRefused() {
    TestOrganization.end(old, heir);
    consultees
        .post(asked(old, PAST))
        .spec(problem(422, "organization-ended"))
        .body("detail", containsString(TestOrganization.name("Sở Xây dựng thử", heir)))
        .body("detail", containsString("01/7/2025"))
        .body("errors.pointer", contains("/organization"))
        .body("errors.code", contains("organization-ended"))
        .body("errors[0].detail", containsString("(" + heir + ")"));
    // One of its letters is enough.
    consultees.post(asked(old, DAY_BEFORE, "2025-07-15")).spec(problem(422, "organization-ended"));
    // Without a date it is asked today.
    consultees.post(json("organization", old)).spec(problem(422, "organization-ended"));
    consultees
        .post(json("organization", old, "requestLetters", List.of(json("number", "1/A"))))
        .spec(problem(422, "organization-ended"));
    consultees.list().body("items", empty());
  }

  @Test
  void requestFromBeforeTheEndIsEnteredLater() {
    TestOrganization.end(old, heir);
    consultees.post(asked(old, DAY_BEFORE)).statusCode(201);
    consultees
        .list()
        .body("items.organization.code", contains(old))
        .body("counts.asked", equalTo(1))
        .body("counts.notReplied", equalTo(1));
    consultees.post(asked(heir, PAST)).statusCode(201);
  }

  @Test
  void endThatLiesAheadIsJudgedByTheDayOfTheRequest() {
    TestOrganization.endOn("2190-01-01", old, heir);
    consultees
        .post(asked(old, "2190-01-01"))
        .spec(problem(422, "organization-ended"))
        .body("errors[0].detail", containsString("(" + heir + ")"));
    consultees.ask(old);
  }

  @Test
  void listNamesTheEndedOrganizations() {
    TestOrganization.end(old, heir);
    consultees
        .post(List.of(asked("stc", PAST), asked(old, PAST)))
        .spec(problem(422, "organization-ended"))
        .body("errors.pointer", contains("/1/organization"));
    consultees.list().body("items", empty());
    consultees.post(List.of(asked("stc", PAST), asked(old, DAY_BEFORE))).statusCode(200);
  }

  @Test
  void laterLetterIsNotAdded() {
    consultees.ask(asked(old, DAY_BEFORE));
    TestOrganization.end(old, heir);
    consultees
        .patch(old, "*", json("requestLetters", letters(DAY_BEFORE, "2025-08-01")))
        .spec(problem(422, "organization-ended"))
        .body("errors.pointer", contains("/requestLetters"));
    consultees
        .patch(old, "*", json("requestLetters", letters(DAY_BEFORE, "2025-06-29")))
        .statusCode(200);
    consultees.patch(old, "*", json("dossierReceivedOn", "2025-06-30")).statusCode(200);
    // What stood before the end was corrected is not judged again.
    TestOrganization.patch(old, json("dissolvedOn", "2025-01-01")).statusCode(200);
    consultees.patch(old, "*", json("dossierReceivedOn", "2025-07-02")).statusCode(200);
  }

  @Test
  void fileNamesTheSuccessors() {
    TestOrganization.end(old, heir);
    String lines =
        "Mã;Văn bản xin ý kiến;Ngày văn bản\n%s;5/A;2/7/2025\nstc;5/A;2/7/2025\n".formatted(old);
    consultees
        .csv(lines)
        .spec(problem(422, "import-rejected"))
        .body("report.rejected", equalTo(1))
        .body("report.rows.row", contains(2))
        .body("report.rows[0].status", equalTo("INVALID"))
        .body("report.rows[0].errors.code", contains("organization-ended"))
        .body("report.rows[0].errors[0].candidates", contains(heir));
    consultees.list().body("items", empty());
    consultees.csv(lines, "mode", "partial").statusCode(200).body("created", equalTo(1));
    consultees.list().body("items.organization.code", contains("stc"));
    consultees
        .csv(lines.replace("2/7/2025", "2/6/2025"))
        .statusCode(200)
        .body("created", equalTo(1));
  }

  /** Also the second letter of one organization in a row of its own. */
  @Test
  void allRowsOfAnEndedOrganizationAreRejected() {
    TestOrganization.end(old, heir);
    consultees
        .csv(
            "Mã;Văn bản xin ý kiến;Ngày văn bản\n%1$s;5/A;2/6/2025\n%1$s;6/A;2/7/2025\n"
                .formatted(old),
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(0))
        .body("rejected", equalTo(2));
    consultees.list().body("items", empty());
  }

  private Consultees next() {
    return new Consultees(consultees.plan(), consultees.plan().draft());
  }

  private static ValidatableResponse copy(Consultees to) {
    return Api.as(Key.COORDINATOR).queryParam("from", 1).post(to.path()).then().statusCode(200);
  }

  @Test
  void copyPutsSuccessorsInPlaceOnceEach() {
    String other = TestOrganization.make("Sở Quy hoạch thử");
    String stays = TestOrganization.make("Sở Tài chính thử");
    consultees
        .ask(json("organization", old, "contact", json("name", "Ông A")))
        .ask(other)
        .ask(json("organization", stays, "contact", json("name", "Bà B")));
    TestOrganization.end(old, heir);
    TestOrganization.end(other, heir);
    Consultees next = next();
    copy(next).body("created", equalTo(2)).body("rejected", equalTo(0));
    next.list().body("items.organization.code", containsInAnyOrder(heir, stays));
    next.get(stays).body("contact.name", equalTo("Bà B"));
    next.get(heir).body("contact", nullValue());
    // The earlier draft has the list that was.
    consultees.list().body("items.organization.code", containsInAnyOrder(old, other, stays));
    copy(next).body("created", equalTo(0)).body("unchanged", equalTo(2));
  }

  @Test
  void copyKeepsASuccessorThatWasAskedItself() {
    consultees.ask(old).ask(json("organization", heir, "contact", json("name", "Bà B")));
    TestOrganization.end(old, heir);
    Consultees next = next();
    copy(next).body("created", equalTo(1));
    next.get(heir).body("contact.name", equalTo("Bà B"));
  }

  @Test
  void copyFollowsChainsAndSplits() {
    String last = TestOrganization.make("UBND xã thử");
    String other = TestOrganization.make("UBND phường thử");
    consultees.ask(old);
    TestOrganization.end(old, heir);
    TestOrganization.end(heir, last, other);
    Consultees next = next();
    copy(next).body("created", equalTo(2));
    next.list().body("items.organization.code", containsInAnyOrder(last, other));
  }

  @Test
  void copyNamesWhatEndedWithoutASuccessor() {
    consultees.ask(old).ask("stc");
    TestOrganization.end(old);
    Consultees next = next();
    copy(next)
        .body("created", equalTo(1))
        .body("rejected", equalTo(1))
        .body("rows[0].errors.code", contains("organization-ended"))
        .body(
            "rows[0].errors[0].detail",
            containsString(TestOrganization.name("Sở Giao thông thử", old)));
    next.list().body("items.organization.code", contains("stc"));
  }
}
