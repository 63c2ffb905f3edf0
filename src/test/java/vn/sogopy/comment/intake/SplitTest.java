package vn.sogopy.comment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.comment.Status;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** A comment is split into parts, and the split is undone. */
@QuarkusTest
class SplitTest {
  private TestPlan plan;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
  }

  @Test
  void partInheritsFieldsOfTheWhole() {
    TestComment whole =
        plan.comment(
            Key.SGTVT,
            json(
                "content",
                "Thiếu đường và điện.",
                "section",
                "V.1",
                "alsoSections",
                List.of("BĐ.2"),
                "locator",
                json("page", 45),
                "kind",
                "MISSING",
                "letter",
                json("number", "510/SGTVT-KCHT", "date", "2021-08-24"),
                "author",
                json("fullName", "Nguyễn Văn A"),
                "externalId",
                "s-" + plan.slug(),
                "restricted",
                true));
    Map<String, Object> before = whole.get().extract().path("$");
    Map<String, Object> road = json("content", "Thiếu đường.");
    Map<String, Object> power =
        json("content", "Thiếu điện.", "section", "v.2", "locator", json("page", 50));
    ValidatableResponse answer = Acts.split(Key.CONSULTANT, whole, road, power);

    answer
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(whole.id()))
        .body("status", equalTo("SPLIT"))
        .body("content", equalTo("Thiếu đường và điện."))
        .body("parts", hasSize(2))
        .body("parts.part", contains(1, 2))
        .body("parts.partOf", everyItem(equalTo(whole.id())))
        .body("parts.status", everyItem(equalTo("RECEIVED")))
        .body("parts.version", everyItem(equalTo(0)))
        .body("parts.externalId", everyItem(nullValue()));
    for (String kept :
        List.of(
            "receiptNumber",
            "draft",
            "organization",
            "letter",
            "kind",
            "author",
            "restricted",
            "late",
            "receivedAt")) {
      answer.body("parts." + kept, everyItem(equalTo(before.get(kept))));
    }
    answer
        .body("parts[0].section.code", equalTo("V.1"))
        .body("parts[0].locator.page", equalTo(45))
        .body("parts[0].alsoSections", contains("BĐ.2"))
        .body("parts[1].section.code", equalTo("V.2"))
        .body("parts[1].locator.page", equalTo(50))
        .body("parts[1].alsoSections", equalTo(List.of()));
    whole.get(Key.SGTVT).statusCode(200).body("$", not(hasKey("parts")));
    Api.as(Key.SGTVT)
        .get(whole.path() + "/parts")
        .then()
        .statusCode(200)
        .body("items.content", contains("Thiếu đường.", "Thiếu điện."));
  }

  @Test
  void partsOfAnAssignedCommentAreAssigned() {
    TestComment whole = plan.comment("Hai điểm").assign("Chuyên gia");
    List<TestComment> parts = Acts.split(whole, "Một", "Hai");
    parts.get(1).get().body("status", equalTo("ASSIGNED")).body("assignee", equalTo("Chuyên gia"));
    parts.get(1).history(Key.CONSULTANT).body("items.action", contains("RECEIVED", "ASSIGNED"));
    parts.get(1).history(Key.SGTVT).body("items.action", contains("RECEIVED"));
    parts.get(1).get(Key.SGTVT).body("assignee", nullValue());
  }

  @Test
  void countsIncludePartsNotTheWhole() {
    plan.comment("Một ý khác");
    TestComment whole = plan.comment("Hai điểm");
    Acts.split(whole, "Một", "Hai");
    assertThat(plan.count()).isEqualTo(3);
    list("SPLIT").body("items.id", contains(whole.id())).body("total", equalTo(1));
    list("RECEIVED").body("total", equalTo(3));
    register()
        .body("summary.unasked.comments", equalTo(3))
        .body("groups[0].bodies[0].rows.content", contains("Một ý khác", "Một", "Hai"))
        .body("groups[0].bodies[0].rows.part", contains(null, 1, 2));
  }

  @Test
  void historyOfWholeAndParts() {
    TestComment whole = plan.comment("Hai điểm");
    List<TestComment> parts = Acts.split(whole, "Một", "Hai");
    whole
        .history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "SPLIT"))
        .body("items[1].from", equalTo("RECEIVED"))
        .body("items[1].to", equalTo("SPLIT"))
        .body("items[1].changes[0].after", contains(parts.get(0).id(), parts.get(1).id()));
    int receipt = whole.get().extract().path("receiptNumber");
    parts
        .get(0)
        .history(Key.SGTVT)
        .body("items[0].action", equalTo("RECEIVED"))
        .body("items[0].reason", containsString(String.valueOf(receipt)))
        .body("items[0].changes[0].after", equalTo(whole.id()));
  }

  @Test
  void undoRestoresTheComment() {
    TestComment whole = plan.comment("Hai điểm").assign("Chuyên gia");
    List<TestComment> parts = Acts.split(whole, "Một", "Hai");
    Acts.undo(whole)
        .statusCode(200)
        .header("ETag", notNullValue())
        .body("status", equalTo("ASSIGNED"))
        .body("assignee", equalTo("Chuyên gia"));
    assertThat(plan.count()).isEqualTo(1);
    register().body("summary.unasked.comments", equalTo(1));
    list("WITHDRAWN").body("total", equalTo(0));
    parts.get(0).get().statusCode(200).body("status", equalTo("WITHDRAWN"));
    parts
        .get(0)
        .history(Key.SGTVT)
        .body("items.action", contains("RECEIVED", "UNSPLIT"))
        .body("items[1].reason", notNullValue());
    whole.history(Key.SGTVT).body("items.action", contains("RECEIVED", "SPLIT", "UNSPLIT"));
    Api.as(Key.SGTVT).get(whole.path() + "/parts").then().body("items", equalTo(List.of()));
    whole.answer("EXPLAINED").approve();
  }

  @Test
  void secondSplitStartsWithPartOne() {
    TestComment whole = plan.comment("Hai điểm");
    Acts.split(whole, "Một", "Hai");
    Acts.undo(whole).statusCode(200);
    Acts.split(Key.COORDINATOR, whole, json("content", "A"), json("content", "B"))
        .body("parts.part", contains(1, 2))
        .body("parts.content", contains("A", "B"));
    assertThat(plan.count()).isEqualTo(2);
  }

  @Test
  void partCanBeSplit() {
    TestComment whole = plan.comment("Ba điểm");
    List<TestComment> parts = Acts.split(whole, "Một", "Hai và ba");
    Acts.split(Key.CONSULTANT, parts.get(1), json("content", "Hai"), json("content", "Ba"))
        .statusCode(200)
        .body("parts.part", contains(3, 4))
        .body("parts.partOf", everyItem(equalTo(parts.get(1).id())));
    Acts.undo(whole).spec(problem(409, "split-not-undoable"));
    Acts.undo(parts.get(1)).statusCode(200);
    Acts.undo(whole).statusCode(200);
    assertThat(plan.count()).isEqualTo(1);
  }

  @Test
  void splitWithAnsweredPartsIsNotUndone() {
    TestComment whole = plan.comment("Hai điểm");
    List<TestComment> parts = Acts.split(whole, "Một", "Hai");
    parts.get(1).draft();
    Acts.undo(whole)
        .spec(problem(409, "split-not-undoable"))
        .body("detail", containsString(".2 "))
        .body("detail", containsString(Status.DRAFTING.label()));
    assertThat(whole.status()).isEqualTo("SPLIT");
    parts.get(0).get().body("status", equalTo("RECEIVED"));
  }

  @Test
  void undoNeedsASplitComment() {
    Acts.undo(plan.comment("Một ý"))
        .spec(problem(409, "transition-not-allowed"))
        .body("detail", containsString(Status.RECEIVED.label()));
  }

  @Test
  void commentInWorkIsNotSplit() {
    TestComment comment = plan.comment("Hai điểm").draft();
    Acts.split(Key.CONSULTANT, comment, json("content", "A"), json("content", "B"))
        .spec(problem(409, "transition-not-allowed"))
        .body("detail", containsString(Status.DRAFTING.label()))
        .body("detail", containsString(Status.ANSWERED.label()));
    assertThat(plan.count()).isEqualTo(1);
  }

  @Test
  void splitCommentHasNoTransitions() {
    TestComment whole = plan.comment("Hai điểm");
    Acts.split(whole, "Một", "Hai");
    whole.tryAssign("Ai đó").spec(problem(409, "transition-not-allowed"));
    whole
        .tryAnswer(json("result", "NOTED", "response", "x"))
        .spec(problem(409, "transition-not-allowed"));
    whole.tryWithdraw("Nhầm").spec(problem(409, "transition-not-allowed"));
    whole.patch(Key.COORDINATOR, json("content", "y")).spec(problem(409, "transition-not-allowed"));
    Acts.split(Key.CONSULTANT, whole, json("content", "A"), json("content", "B"))
        .spec(problem(409, "transition-not-allowed"));
  }

  @Test
  void unknownSectionIsRefused() {
    TestComment comment = plan.comment("Hai điểm");
    Acts.split(Key.CONSULTANT, comment, json("content", "A"), json("content", "B", "section", "IX"))
        .spec(badField("/parts/1/section", "unknown-section"));
    assertThat(comment.status()).isEqualTo("RECEIVED");
    assertThat(plan.count()).isEqualTo(1);
  }

  @Test
  void numberOfPartsIsLimited() {
    TestComment comment = plan.comment("Nhiều điểm");
    wrong(comment, json("parts", List.of(json("content", "A"))))
        .spec(badField("/parts", "too-short"));
    wrong(comment, json("parts", Collections.nCopies(51, json("content", "A"))))
        .spec(badField("/parts", "too-long"));
    wrong(comment, json("parts", List.of(json("content", "A"), json("content", ""))))
        .spec(badField("/parts/1/content", "blank"));
    wrong(comment, json()).spec(badField("/parts", "required"));
    Acts.split(
            Key.CONSULTANT,
            comment,
            Collections.nCopies(50, json("content", "A")).toArray(Map[]::new))
        .statusCode(200)
        .body("parts.part[49]", equalTo(50));
  }

  @ParameterizedTest
  @EnumSource(names = {"VIEWER", "SGTVT", "ADMIN"})
  void onlyTheOfficeSplits(Key key) {
    TestComment comment = plan.comment("Hai điểm");
    Acts.split(key, comment, json("content", "A"), json("content", "B"))
        .spec(problem(403, "forbidden"));
    Acts.change(key).delete(comment.path() + "/parts").then().spec(problem(403, "forbidden"));
  }

  @Test
  void otherOrganizationGets404() {
    TestComment comment = plan.comment("Hai điểm");
    List<TestComment> parts = Acts.split(comment, "Một", "Hai");
    Api.as(Key.BABE).get(comment.path() + "/parts").then().spec(problem(404, "not-found"));
    parts.get(0).get(Key.BABE).spec(problem(404, "not-found"));
  }

  @Test
  void ifMatchIsRequired() {
    TestComment comment = plan.comment("Hai điểm");
    Map<String, Object> body = json("parts", List.of(json("content", "A"), json("content", "B")));
    Api.wrong(Key.CONSULTANT)
        .body(body)
        .post(comment.path() + "/parts")
        .then()
        .spec(problem(428, "precondition-required"));
    Api.wrong(Key.CONSULTANT)
        .delete(comment.path() + "/parts")
        .then()
        .spec(problem(428, "precondition-required"));
  }

  @Test
  void oneOfTwoConcurrentSplitsWins() throws Exception {
    TestComment comment = plan.comment("Hai điểm");
    Map<String, Object> body = json("parts", List.of(json("content", "A"), json("content", "B")));
    List<Integer> answers =
        Race.of(
            2,
            runner ->
                Api.as(Key.CONSULTANT)
                    .header("If-Match", "\"0\"")
                    .body(body)
                    .post(comment.path() + "/parts")
                    .statusCode());
    assertThat(answers).containsExactlyInAnyOrder(200, 412);
    assertThat(plan.count()).isEqualTo(2);
  }

  @Test
  void answerAndUndoExcludeEachOther() throws Exception {
    TestComment whole = plan.comment("Hai điểm");
    TestComment part = Acts.split(whole, "Một", "Hai").get(0);
    List<Integer> answers =
        Race.of(
            2,
            runner ->
                runner == 0
                    ? Acts.undo(whole).extract().statusCode()
                    : part.tryAnswer(json("result", "NOTED", "response", "Ghi nhận."))
                        .extract()
                        .statusCode());
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    boolean undone = answers.get(0) == 200;
    assertThat(whole.status()).isEqualTo(undone ? "RECEIVED" : "SPLIT");
    assertThat(part.status()).isEqualTo(undone ? "WITHDRAWN" : "ANSWERED");
  }

  @Test
  void concurrentSplitsGetDifferentNumbers() throws Exception {
    List<TestComment> parts = Acts.split(plan.comment("Bốn điểm"), "Một, hai", "Ba, bốn");
    Race.of(2, runner -> Acts.split(parts.get(runner), "A", "B"));
    List<Integer> numbers = list("RECEIVED").body("total", equalTo(4)).extract().path("items.part");
    assertThat(numbers).containsExactlyInAnyOrder(3, 4, 5, 6);
  }

  @Test
  void repeatedSplitReturnsTheFirstResponse() {
    TestComment comment = plan.comment("Hai điểm");
    Map<String, Object> body = json("parts", List.of(json("content", "A"), json("content", "B")));
    String first = once(comment, body).extract().asString();
    String again = once(comment, body).header("Idempotency-Replayed", "true").extract().asString();
    assertThat(again).isEqualTo(first);
    assertThat(plan.count()).isEqualTo(2);
  }

  private static ValidatableResponse once(TestComment comment, Map<String, Object> body) {
    return Api.as(Key.CONSULTANT)
        .header("If-Match", "\"0\"")
        .header("Idempotency-Key", "split-" + comment.id())
        .body(body)
        .post(comment.path() + "/parts")
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse wrong(TestComment comment, Map<String, Object> body) {
    return Api.wrong(Key.CONSULTANT)
        .header("If-Match", "*")
        .body(body)
        .post(comment.path() + "/parts")
        .then();
  }

  private ValidatableResponse list(String status) {
    return Api.as(Key.COORDINATOR)
        .queryParam("status", status)
        .queryParam("count", true)
        .get(plan.comments())
        .then()
        .statusCode(200);
  }

  private ValidatableResponse register() {
    return Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/register").then().statusCode(200);
  }
}
