package vn.sogopy.comment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Every filter of the lists in openapi.yaml. Comments are named by their content. */
@QuarkusTest
class CommentFilterTest {
  @Inject DataSource source;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private TestComment sgtvt(String name, Object... fields) {
    return comment(Key.SGTVT, name, fields);
  }

  private TestComment comment(Key key, String name, Object... fields) {
    Map<String, Object> body = json(fields);
    body.put("content", name);
    return plan.comment(key, body);
  }

  private List<String> list(String... query) {
    return listAt(plan.comments(), query);
  }

  private static List<String> listAt(String path, String... query) {
    RequestSpecification request = Api.as(Key.COORDINATOR);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.get(path).then().statusCode(200).extract().path("items.content");
  }

  @Test
  void byState() {
    sgtvt("received");
    sgtvt("assigned").assign("A");
    sgtvt("drafting").draft();
    sgtvt("answered").answer("NOTED");
    sgtvt("returned").answer("NOTED").giveBack("x");
    sgtvt("approved").answer("NOTED").approve();
    sgtvt("withdrawn").withdraw("x");
    assertThat(list("status", "ASSIGNED")).containsExactly("assigned");
    assertThat(list("status", "ASSIGNED,WITHDRAWN")).containsExactly("assigned", "withdrawn");
    assertThat(list("status", "APPROVED", "status", "ANSWERED,RETURNED"))
        .containsExactly("answered", "returned", "approved");
    assertThat(list("open", "true"))
        .containsExactly("received", "assigned", "drafting", "returned");
    assertThat(list("open", "false"))
        .containsExactly("received", "assigned", "drafting", "answered", "returned", "approved");
    assertThat(list("open", "true", "status", "DRAFTING,APPROVED")).containsExactly("drafting");
    assertThat(list("status", "SPLIT")).isEmpty();
    assertThat(list("updatedSince", "2099-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void withdrawnCommentsAreListedOnlyWhenAskedFor() {
    sgtvt("kept");
    TestComment gone = sgtvt("withdrawn", "externalId", "edoc-1").withdraw("x");
    assertThat(list()).containsExactly("kept");
    assertThat(listAt(plan.path() + "/comments")).containsExactly("kept");
    assertThat(list("q", "withdrawn")).isEmpty();
    assertThat(list("status", "WITHDRAWN")).containsExactly("withdrawn");
    // Who names one comment sees what became of it.
    String receipt = gone.get().extract().path("receiptNumber").toString();
    assertThat(list("receiptNumber", receipt)).containsExactly("withdrawn");
    assertThat(list("externalId", "edoc-1")).containsExactly("withdrawn");
    assertThat(list("receiptNumber", receipt, "status", "RECEIVED")).isEmpty();
  }

  @Test
  void byReceiptNumber() {
    TestComment one = sgtvt("one");
    sgtvt("two");
    String receipt = one.get().extract().path("receiptNumber").toString();
    assertThat(list("receiptNumber", receipt)).containsExactly("one");
    assertThat(listAt(plan.path() + "/comments", "receiptNumber", receipt)).containsExactly("one");
    Acts.split(one, "one.a", "one.b");
    assertThat(list("receiptNumber", receipt)).containsExactlyInAnyOrder("one.a", "one.b");
    assertThat(list("receiptNumber", receipt, "status", "SPLIT")).containsExactly("one");
    assertThat(list("receiptNumber", "1")).isEmpty();
    Api.wrong(Key.COORDINATOR)
        .queryParam("receiptNumber", "A1")
        .get(plan.comments())
        .then()
        .spec(badParameter("receiptNumber", "out-of-range"));
  }

  @Test
  void byPage() {
    sgtvt("ranges", "locator", json("pages", "45-47, 50"));
    sgtvt("one page", "locator", json("page", 46));
    sgtvt("nowhere");
    assertThat(list("onPage", "46")).containsExactly("ranges", "one page");
    assertThat(list("onPage", "50")).containsExactly("ranges");
    assertThat(list("onPage", "48")).isEmpty();
    assertThat(listAt(plan.path() + "/comments", "onPage", "45")).containsExactly("ranges");
    Api.wrong(Key.COORDINATOR)
        .queryParam("onPage", "0")
        .get(plan.comments())
        .then()
        .spec(badParameter("onPage", "out-of-range"));
  }

  @Test
  void byResultAndKind() {
    sgtvt("a", "kind", "DATA").answer("ACCEPTED");
    sgtvt("b", "kind", "QUESTION").answer("NOTED").approve();
    sgtvt("c", "kind", "DATA");
    assertThat(list("result", "NOTED")).containsExactly("b");
    assertThat(list("result", "NOTED,ACCEPTED")).containsExactly("a", "b");
    assertThat(list("kind", "DATA")).containsExactly("a", "c");
    assertThat(list("kind", "DATA", "kind", "QUESTION")).containsExactly("a", "b", "c");
    assertThat(list("kind", "DATA", "result", "NOTED")).isEmpty();
  }

  @Test
  void byOpen() {
    sgtvt("no place").answer(json("result", "ACCEPTED", "response", "x"));
    sgtvt("in the making").answer(json("result", "ACCEPTED", "response", "x", "final", false));
    sgtvt("place").answer("ACCEPTED");
    sgtvt("approved, no place")
        .answer(json("result", "PARTIALLY_ACCEPTED", "response", "x"))
        .approve();
    sgtvt("needs none").answer(json("result", "NOTED", "response", "x"));
    assertThat(list("revisionOpen", "true")).containsExactly("no place", "approved, no place");
    assertThat(list("revisionOpen", "false")).hasSize(5);
    assertThat(list("needsReview", "true")).isEmpty();
    assertThat(list("needsReview", "false")).hasSize(5);
    assertThat(list("escalated", "true")).isEmpty();
    assertThat(list("escalated", "false")).hasSize(5);
  }

  @Test
  void byDirection() {
    sgtvt("not asked");
    Acts.escalate(sgtvt("asked"), "x").statusCode(200);
    TestComment directed = sgtvt("directed");
    Acts.escalate(directed, "x").statusCode(200);
    Acts.put(Key.COORDINATOR, directed, "direction", json("text", "x")).statusCode(200);
    assertThat(list("directed", "true")).containsExactly("directed");
    assertThat(list("directed", "false")).containsExactly("not asked", "asked");
    assertThat(list("escalated", "true", "directed", "false")).containsExactly("asked");
  }

  @Test
  void byOverdueAnswer() {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    sgtvt("open");
    sgtvt("answered").answer("NOTED");
    assertThat(list("answerOverdue", "true")).isEmpty(); // no due date
    plan.patchDraft(1, json("answerDueOn", today.plusDays(1).toString()));
    assertThat(list("answerOverdue", "true")).isEmpty();
    plan.patchDraft(1, json("answerDueOn", today.minusDays(1).toString()));
    assertThat(list("answerOverdue", "true")).containsExactly("open");
  }

  @Test
  void bySectionWithSubsections() {
    sgtvt("general");
    sgtvt("I", "section", "I");
    sgtvt("V", "section", "V");
    sgtvt("V.1", "section", "V.1");
    sgtvt("V.2", "section", "V.2");
    sgtvt("also V.1", "section", "MĐ.1", "alsoSections", List.of("BĐ.2", "V.1"));
    assertThat(list("section", "V.1")).containsExactly("V.1", "also V.1");
    assertThat(list("section", "v")).containsExactly("V", "V.1", "V.2", "also V.1");
    assertThat(list("section", "BCTH")).containsExactly("I", "V", "V.1", "V.2", "also V.1");
    assertThat(list("section", "md")).containsExactly("also V.1");
    assertThat(list("section", "DMC")).isEmpty();
    assertThat(list("general", "true")).containsExactly("general");
    assertThat(list("general", "false")).containsExactly("I", "V", "V.1", "V.2", "also V.1");
  }

  @Test
  void bySectionAcrossDrafts() {
    sgtvt("one", "section", "V.1");
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    plan.comment(2, Key.SGTVT, json("content", "two", "section", "V.2"));
    assertThat(listAt(plan.path() + "/comments", "section", "V")).containsExactly("one", "two");
    assertThat(listAt(plan.path() + "/comments")).containsExactly("one", "two");
    assertThat(list("section", "V")).containsExactly("one");
    assertThat(listAt(plan.draftPath(2) + "/comments")).containsExactly("two");
  }

  @Test
  void byOrganizationAndLetter() {
    Object letter = json("number", "1/A", "date", "2021-08-24");
    TestComment first = sgtvt("a", "letter", letter);
    sgtvt("b");
    comment(Key.BABE, "c", "letter", letter);
    assertThat(list("organization", "sgtvt")).containsExactly("a", "b");
    assertThat(list("group", "DISTRICT")).containsExactly("c");
    assertThat(list("letter", first.get().extract().path("letter.id"))).containsExactly("a");
    assertThat(list("letter", first.id())).isEmpty();
  }

  @Test
  void byAssigneeLateAndRestricted() {
    sgtvt("a").assign("Chuyên gia A");
    sgtvt("b", "restricted", true).assign("Chuyên gia B");
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    Api.as(Key.COORDINATOR)
        .body(List.of(json("organization", "sgtvt", "dueOn", "2099-12-31")))
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
    comment(Key.BABE, "c");
    assertThat(list("assignee", "Chuyên gia A")).containsExactly("a");
    assertThat(list("assignee", "CHUYEN  gia a")).containsExactly("a");
    assertThat(list("assignee", "Chuyên gia")).isEmpty();
    assertThat(list("late", "true")).containsExactly("c");
    assertThat(list("late", "false")).containsExactly("a", "b");
    assertThat(list("restricted", "true")).containsExactly("b");
    assertThat(list("restricted", "false")).containsExactly("a", "c");
  }

  /** Days are days in Vietnam, UTC+7: 17:00Z is midnight there. */
  @ParameterizedTest
  @CsvSource({
    "receivedFrom, 2021-08-25, b c",
    "receivedTo, 2021-08-24, a",
    "receivedTo, 2021-08-25, a b",
    "receivedFrom, 2021-08-26, c",
    "updatedSince, 2021-08-24T17:00:00Z, b c",
    "updatedSince, 2021-08-25T00:00:00.001+07:00, c",
  })
  void byTime(String filter, String value, String expected) {
    at(sgtvt("a"), "2021-08-24T16:59:59.999Z");
    at(sgtvt("b"), "2021-08-24T17:00:00Z");
    at(sgtvt("c"), "2021-08-25T17:00:00Z");
    assertThat(list(filter, value)).containsExactly(expected.split(" "));
  }

  private void at(TestComment comment, String instant) {
    Instant at = Instant.parse(instant);
    Sql.of(
            "update comment set received_at = ?, updated_at = ? where id = ?",
            at,
            at,
            UUID.fromString(comment.id()))
        .execute(source);
  }

  @Test
  void allFiltersTogether() {
    sgtvt("a", "section", "V.1", "kind", "DATA").assign("A");
    sgtvt("b", "section", "V.1", "kind", "DATA");
    assertThat(
            list(
                "status", "ASSIGNED,RECEIVED",
                "kind", "DATA",
                "open", "true",
                "section", "V",
                "organization", "sgtvt",
                "group", "PROVINCIAL",
                "assignee", "A",
                "late", "false",
                "restricted", "false",
                "receivedFrom", "2021-01-01",
                "receivedTo", "2199-12-31",
                "updatedSince", "2021-01-01T00:00:00Z",
                "q", "a",
                "sort", "section"))
        .containsExactly("a");
  }
}
