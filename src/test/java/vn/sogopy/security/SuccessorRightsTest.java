package vn.sogopy.security;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Acts;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The keys of an organization that has ended and of its successors. */
@QuarkusTest
class SuccessorRightsTest {
  private TestPlan plan;
  private String old;
  private String heir;
  private String oldKey;
  private String heirKey;

  @BeforeEach
  void organizations() {
    plan = TestPlan.open();
    old = TestOrganization.make("Sở Giao thông thử");
    heir = TestOrganization.make("Sở Xây dựng thử");
    oldKey = TestOrganization.key(old);
    heirKey = TestOrganization.key(heir);
  }

  private ValidatableResponse post(String key, Map<String, Object> comment) {
    return Api.as(key).body(comment).post(plan.comments()).then();
  }

  private TestComment sent(String key, String content) {
    return new TestComment(
        post(key, json("content", content)).statusCode(201).extract().path("id"));
  }

  private static RequestSpecification change(String key) {
    return Api.as(key).header("If-Match", "*");
  }

  private static ValidatableResponse patch(String key, TestComment comment, String content) {
    return change(key)
        .contentType("application/merge-patch+json")
        .body(json("content", content))
        .patch(comment.path())
        .then();
  }

  private ValidatableResponse list(String key) {
    return Api.as(key).get(plan.comments()).then().statusCode(200);
  }

  private ValidatableResponse letter(RequestSpecification by, Map<String, Object> letter) {
    return by.body(letter).post(TestLetter.letters(plan)).then();
  }

  // ------------------------------------------------------------- the ended organization

  @Test
  void keyOfAnEndedOrganizationOnlyReads() {
    TestComment comment = sent(oldKey, "Đường.");
    TestOrganization.end(old, heir);
    list(oldKey).body("items.id", contains(comment.id()));
    Api.as(oldKey).get(comment.path()).then().statusCode(200);
    Api.as(oldKey).get("/me").then().statusCode(200).body("organization", equalTo(old));
    post(oldKey, json("content", "Nữa."))
        .spec(problem(403, "key-of-ended-organization"))
        .body("detail", containsString(TestOrganization.name("Sở Xây dựng thử", heir)))
        .body("detail", containsString("(" + heir + ")"))
        .body("detail", containsString("01/7/2025"));
    patch(oldKey, comment, "Khác.").spec(problem(403, "key-of-ended-organization"));
    change(oldKey)
        .body(json("reason", "Nhầm"))
        .post(comment.path() + "/withdrawal")
        .then()
        .spec(problem(403, "key-of-ended-organization"));
    change(oldKey)
        .body(json("reaction", "AGREED"))
        .put(comment.path() + "/reaction")
        .then()
        .spec(problem(403, "key-of-ended-organization"));
    letter(Api.as(oldKey), TestLetter.letter("1/A"))
        .spec(problem(403, "key-of-ended-organization"));
    Api.wrong(oldKey)
        .contentType("application/x-ndjson")
        .body("{\"content\": \"Nữa.\"}\n".getBytes(StandardCharsets.UTF_8))
        .post(plan.draftPath(1) + "/comment-imports")
        .then()
        .spec(problem(403, "key-of-ended-organization"));
    comment.get().body("content", equalTo("Đường.")).body("status", equalTo("RECEIVED"));
    list(heirKey).body("items.id", contains(comment.id()));
  }

  @Test
  void refusalIsInBothLanguages() {
    TestOrganization.end(old, heir);
    Api.as(oldKey)
        .header("Accept-Language", "en")
        .body(json("content", "x"))
        .post(plan.comments())
        .then()
        .spec(problem(403, "key-of-ended-organization"))
        .body("detail", containsString("has ended"))
        .body("detail", containsString(heir));
  }

  @Test
  void refusalWithoutASuccessor() {
    TestOrganization.end(old);
    post(oldKey, json("content", "x"))
        .spec(problem(403, "key-of-ended-organization"))
        .body("detail", containsString("chưa ghi"));
  }

  /** It is refused before the draft is looked up and the body is read. */
  @Test
  void refusalComesBeforeOtherChecks() {
    TestOrganization.end(old, heir);
    Api.wrong(oldKey)
        .body("no json")
        .post("/plans/nowhere/drafts/1/comments")
        .then()
        .spec(problem(403, "key-of-ended-organization"));
    // What no SUBMITTER may do stays forbidden in general.
    Api.as(oldKey)
        .body(json("code", "x", "name", "x", "group", "COMMUNITY", "order", 1))
        .post("/organizations")
        .then()
        .spec(problem(403, "forbidden"));
  }

  @Test
  void verificationWritesNothingAndStays() {
    TestOrganization.end(old, heir);
    Api.wrong(oldKey)
        .contentType("multipart/form-data; boundary=" + TestForm.BOUNDARY)
        .body(TestForm.of(TestForm.part("file", "x", TestForm.text("x"))))
        .post("/editions/verifications")
        .then()
        .statusCode(200)
        .body("match", nullValue());
  }

  @Test
  void nothingChangesBeforeTheDay() {
    TestComment comment = sent(oldKey, "Đường.");
    TestOrganization.endOn("2190-01-01", old, heir);
    post(oldKey, json("content", "Vẫn gửi.")).statusCode(201);
    Api.as(heirKey).get(comment.path()).then().spec(problem(404, "not-found"));
    list(heirKey).body("items", empty());
  }

  @Test
  void correctedMergerTakesTheRightsBack() {
    TestComment comment = sent(oldKey, "Đường.");
    TestOrganization.end(old, heir);
    Api.as(heirKey).get(comment.path()).then().statusCode(200);
    TestOrganization.patch(old, json("dissolvedOn", null, "successors", null)).statusCode(200);
    Api.as(heirKey).get(comment.path()).then().spec(problem(404, "not-found"));
    patch(oldKey, comment, "Đường tỉnh.").statusCode(200);
  }

  @Test
  void coordinatorEntersLettersFromBeforeTheEnd() {
    TestOrganization.end(old, heir);
    letter(
            Api.as(Key.COORDINATOR),
            with(with(TestLetter.letter("12/A"), "organization", old), "date", "2025-06-25"))
        .statusCode(201)
        .body("organization", equalTo(old))
        .body("warnings.code", not(hasItem("date-after-end")));
    // Odd, but taken.
    letter(
            Api.as(Key.COORDINATOR),
            with(with(TestLetter.letter("14/A"), "organization", old), "date", "2025-07-01"))
        .statusCode(201)
        .body("warnings.code", hasItem("date-after-end"))
        .body("warnings.detail", hasItem(containsString("01/7/2025")));
    post(
            Key.COORDINATOR.secret(),
            json(
                "organization",
                old,
                "content",
                "Đến muộn.",
                "letter",
                json("number", "13/A", "date", "2025-06-26")))
        .statusCode(201)
        .body("organization.code", equalTo(old));
  }

  // ------------------------------------------------------------- the successor

  @Test
  void successorSeesAndCorrects() {
    TestComment comment = sent(oldKey, "Đường.");
    list(heirKey).body("items", empty());
    TestOrganization.end(old, heir);
    list(heirKey)
        .body("items.id", contains(comment.id()))
        .body("items.organization.code", contains(old));
    Api.as(heirKey)
        .get(plan.path() + "/comments?organization=" + old)
        .then()
        .body("items.id", contains(comment.id()));
    Api.as(heirKey)
        .queryParam("q", "duong")
        .get(plan.comments())
        .then()
        .body("items.id", contains(comment.id()));
    patch(heirKey, comment, "Đường tỉnh.")
        .statusCode(200)
        .body("content", equalTo("Đường tỉnh."))
        .body("organization.code", equalTo(old));
    Api.as(heirKey)
        .get(comment.path() + "/history")
        .then()
        .statusCode(200)
        .body("items.action", contains("RECEIVED", "CORRECTED"))
        .body("items[1].by", equalTo("Khóa " + heir));
    comment.get(Key.BABE).spec(problem(404, "not-found"));
  }

  @Test
  void successorWithdrawsAndReacts() {
    TestComment mistaken = sent(oldKey, "Nhầm.");
    TestComment answered = sent(oldKey, "Đường.").answer("ACCEPTED").approve();
    TestOrganization.end(old, heir);
    change(heirKey)
        .body(json("reason", "Cơ quan cũ gửi nhầm"))
        .post(mistaken.path() + "/withdrawal")
        .then()
        .statusCode(200)
        .body("status", equalTo("WITHDRAWN"));
    change(heirKey)
        .body(json("reaction", "MAINTAINED", "note", "Vẫn đề nghị."))
        .put(answered.path() + "/reaction")
        .then()
        .statusCode(200)
        .body("reaction.by", equalTo("Khóa " + heir));
  }

  @Test
  void successorSendsForItselfAlone() {
    TestOrganization.end(old, heir);
    post(heirKey, json("organization", old, "content", "x")).spec(problem(403, "forbidden"));
    post(heirKey, json("content", "x")).statusCode(201).body("organization.code", equalTo(heir));
    letter(Api.as(heirKey), with(TestLetter.letter("1/A"), "organization", old))
        .spec(problem(403, "forbidden"));
  }

  @Test
  void restrictedCommentsPassToTheSuccessor() {
    String id =
        post(oldKey, json("content", "Kín.", "restricted", true))
            .statusCode(201)
            .extract()
            .path("id");
    TestOrganization.end(old, heir);
    Api.as(heirKey).get("/comments/" + id).then().statusCode(200);
  }

  @Test
  void chainIsFollowed() {
    String last = TestOrganization.make("Sở cuối");
    String lastKey = TestOrganization.key(last);
    TestComment first = sent(oldKey, "Một.");
    TestComment second = sent(heirKey, "Hai.");
    TestOrganization.end(old, heir);
    TestOrganization.end(heir, last);
    list(lastKey).body("items.id", contains(first.id(), second.id()));
    patch(lastKey, first, "Một, sửa.").statusCode(200);
    list(heirKey).body("items.id", contains(first.id(), second.id()));
    patch(heirKey, first, "Không.")
        .spec(problem(403, "key-of-ended-organization"))
        .body("detail", containsString("(" + last + ")"));
  }

  @Test
  void everySuccessorOfASplitHasTheRights() {
    String other = TestOrganization.make("Sở khác");
    String otherKey = TestOrganization.key(other);
    TestComment comment = sent(oldKey, "Đường.");
    TestOrganization.end(old, heir, other);
    for (String key : List.of(heirKey, otherKey)) {
      list(key).body("items.id", contains(comment.id()));
    }
    post(oldKey, json("content", "x"))
        .body("detail", containsString("(" + heir + ")"))
        .body("detail", containsString("(" + other + ")"));
  }

  /** The letter would stay with the successor when the merger is corrected. */
  @Test
  void successorMovesNoLetterToItself() {
    String id =
        letter(Api.as(oldKey), TestLetter.letter("12/A", "Đường."))
            .statusCode(201)
            .extract()
            .path("id");
    TestOrganization.end(old, heir);
    change(heirKey)
        .contentType("application/merge-patch+json")
        .body(json("organization", heir, "reason", "Nhập nhầm"))
        .patch("/letters/" + id)
        .then()
        .spec(problem(403, "forbidden"));
    new TestLetter(id).get().statusCode(200).body("organization", equalTo(old));
  }

  @Test
  void lettersPassToTheSuccessor() {
    String id =
        letter(Api.as(oldKey), TestLetter.letter("12/A", "Đường."))
            .statusCode(201)
            .extract()
            .path("id");
    TestOrganization.end(old, heir);
    Api.as(heirKey)
        .get(TestLetter.letters(plan))
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    change(heirKey)
        .contentType("application/merge-patch+json")
        .body(json("subject", "Góp ý dự thảo"))
        .patch("/letters/" + id)
        .then()
        .statusCode(200)
        .body("subject", equalTo("Góp ý dự thảo"))
        .body("organization", equalTo(old));
    Api.as(Key.BABE).get("/letters/" + id).then().spec(problem(404, "not-found"));
  }

  @Test
  void requestsPassToTheSuccessor() {
    TestComment comment = plan.comment("Thiếu số liệu.");
    String request = Acts.asked(comment, old, null);
    TestOrganization.end(old, heir);
    Api.as(heirKey)
        .queryParam("organization", old)
        .get("/requests")
        .then()
        .statusCode(200)
        .body("items.id", contains(request));
    change(heirKey)
        .body(json("reply", "4,2 MW"))
        .put("/requests/" + request + "/reply")
        .then()
        .statusCode(200)
        .body("repliedBy", equalTo("Khóa " + heir));
    Api.as(heirKey)
        .queryParam("organization", "sct")
        .get("/requests")
        .then()
        .spec(problem(403, "forbidden"));
  }

  @Test
  void endedOrganizationIsNotAskedForFigures() {
    TestComment comment = plan.comment("Thiếu số liệu.");
    TestOrganization.end(old, heir);
    Acts.ask(comment, json("to", old, "kind", "DATA", "text", "Số liệu?"))
        .spec(problem(422, "organization-ended"))
        .body("errors.pointer", contains("/to"))
        .body("errors[0].detail", containsString("(" + heir + ")"));
    comment.get().body("waitingFor", empty());
    Acts.asked(comment, heir, null);
  }

  @Test
  void nothingIsAssignedToAnEndedOrganization() {
    TestComment comment = plan.comment("Đường.");
    String name = TestOrganization.name("Sở Giao thông thử", old);
    TestOrganization.end(old, heir);
    comment
        .tryAssign(name)
        .spec(badField("/assignee", "organization-ended"))
        .body("errors[0].detail", containsString("(" + heir + ")"));
    comment.tryAssign(old).spec(badField("/assignee", "organization-ended"));
    comment.get().body("assignee", nullValue());
    comment.assign(TestOrganization.name("Sở Xây dựng thử", heir));
    Api.as(Key.CONSULTANT)
        .body(List.of(json("id", comment.id(), "version", 1, "assignee", name)))
        .post(plan.draftPath(1) + "/assignments")
        .then()
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors.code", contains("organization-ended"));
  }

  /** The successor reads the restricted comment of its predecessor anyway. */
  @Test
  void successorIsAskedAboutARestrictedComment() {
    TestComment secret =
        new TestComment(
            post(oldKey, json("content", "Kín.", "restricted", true)).extract().path("id"));
    TestOrganization.end(old, heir);
    String request = Acts.asked(secret, heir, null);
    Api.as(heirKey).get("/requests/" + request).then().statusCode(200);
    Acts.ask(secret, json("to", "sct", "kind", "DATA", "text", "Số liệu?"))
        .spec(problem(409, "comment-restricted"));
  }

  @Test
  void successorFollowsACommentOfItsPredecessor() {
    TestComment before = sent(oldKey, "Đường.");
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    Map<String, Object> next = json("content", "Vẫn chưa có đường.", "follows", before.id());
    String path = plan.draftPath(2) + "/comments";
    Api.as(heirKey).body(next).post(path).then().spec(badField("/follows", "unknown-comment"));
    TestOrganization.end(old, heir);
    String id = Api.as(heirKey).body(next).post(path).then().statusCode(201).extract().path("id");
    Api.as(heirKey).get(before.path()).then().body("followedBy", contains(id));
    Api.as(Key.COORDINATOR)
        .body(with(next, "organization", heir))
        .post(path)
        .then()
        .statusCode(201);
    Api.as(Key.COORDINATOR)
        .body(with(next, "organization", "sgtvt"))
        .post(path)
        .then()
        .spec(badField("/follows", "not-followable"));
  }

  // ------------------------------------------------------------- externalId

  @Test
  void commentsAreFoundByTheirExternalId() {
    Map<String, Object> body =
        json("content", "Đường.", "section", "V.1", "externalId", "edoc-778-3");
    String id = post(oldKey, body).statusCode(201).extract().path("id");
    TestOrganization.end(old, heir);
    Api.as(heirKey)
        .queryParam("externalId", "edoc-778-3")
        .get(plan.comments())
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
    post(heirKey, body).statusCode(200).body("id", equalTo(id));
    post(heirKey, with(body, "content", "Khác."))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1/comments/" + id);
    // To another organization the externalId is free.
    post(Key.BABE.secret(), body).statusCode(201);
    Api.as(Key.BABE)
        .queryParam("externalId", "edoc-778-4")
        .get(plan.comments())
        .then()
        .body("items", empty());
  }

  @Test
  void ownExternalIdComesFirst() {
    Map<String, Object> body = json("content", "Đường.", "externalId", "1");
    String before = post(oldKey, body).statusCode(201).extract().path("id");
    String own = post(heirKey, body).statusCode(201).extract().path("id");
    TestOrganization.end(old, heir);
    post(heirKey, body).statusCode(200).body("id", equalTo(own));
    Api.as(heirKey)
        .queryParam("externalId", "1")
        .get(plan.comments())
        .then()
        .body("items.id", containsInAnyOrder(before, own));
  }

  @Test
  void importFindsThePredecessorsComments() {
    Map<String, Object> body = json("content", "Đường.", "externalId", "edoc-1");
    post(oldKey, body).statusCode(201);
    TestOrganization.end(old, heir);
    Api.wrong(heirKey)
        .contentType("application/x-ndjson")
        .body(
            "{\"content\": \"Đường.\", \"externalId\": \"edoc-1\"}\n"
                .getBytes(StandardCharsets.UTF_8))
        .post(plan.draftPath(1) + "/comment-imports")
        .then()
        .statusCode(200)
        .body("created", equalTo(0))
        .body("unchanged", equalTo(1));
  }

  @Test
  void lettersAreFoundByTheirExternalId() {
    Map<String, Object> body = with(TestLetter.letter("12/A", "Đường."), "externalId", "edoc-642");
    String id = letter(Api.as(oldKey), body).statusCode(201).extract().path("id");
    TestOrganization.end(old, heir);
    letter(Api.as(heirKey), body).statusCode(200).body("id", equalTo(id));
    letter(Api.as(heirKey), with(body, "number", "13/A"))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1/letters/" + id);
  }

  @Test
  void clientPassesToTheSuccessor() {
    String client = "eoffice-" + UUID.randomUUID();
    String before = TestOrganization.key(old, client);
    Map<String, Object> wanted =
        json("name", "x", "role", "SUBMITTER", "organization", heir, "client", client);
    Api.as(Key.ADMIN)
        .body(wanted)
        .post("/api-keys")
        .then()
        .spec(badField("/client", "already-used"));
    Map<String, Object> body = json("content", "Đường.", "externalId", "1");
    String id = post(before, body).statusCode(201).extract().path("id");
    TestOrganization.end(old, heir);
    String after = Api.as(Key.ADMIN).body(wanted).post("/api-keys").then().extract().path("key");
    post(after, body).statusCode(200).body("id", equalTo(id));
  }
}
