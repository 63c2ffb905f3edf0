package vn.sogopy.security;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** A submitter sees its own comments and no unapproved answer, a viewer nothing restricted. */
@QuarkusTest
class VisibilityTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse list(Key key, String query) {
    return Api.as(key).get(plan.comments() + query).then().statusCode(200);
  }

  @Test
  void submitterSeesOwnComments() {
    TestComment mine = plan.comment("Của Sở");
    TestComment theirs = plan.comment(Key.BABE, json("content", "Của huyện"));
    for (String path : List.of(plan.comments(), plan.path() + "/comments")) {
      Api.as(Key.SGTVT)
          .queryParam("count", true)
          .get(path)
          .then()
          .body("items.id", equalTo(List.of(mine.id())))
          .body("total", equalTo(1));
    }
    mine.get(Key.SGTVT).statusCode(200);
    theirs.get(Key.SGTVT).spec(problem(404, "not-found"));
    theirs.history(Key.SGTVT).spec(problem(404, "not-found"));
    list(Key.SGTVT, "?q=huyen").body("items", hasSize(0));
    list(Key.SGTVT, "?organization=ubnd-huyen-ba-be").body("items", hasSize(0));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"CONSULTANT", "COORDINATOR", "VIEWER"})
  void officeSeesAll(Key key) {
    String mine = plan.comment("Của Sở").id();
    String theirs = plan.comment(Key.BABE, json("content", "Của huyện")).id();
    list(key, "").body("items.id", equalTo(List.of(mine, theirs)));
  }

  @Test
  void answersAreHiddenUntilApproval() {
    TestComment comment = plan.comment("Đường").assign("Chuyên gia A");
    hidden(comment, 1);
    comment.answer(json("result", "ACCEPTED", "response", "Bổ sung cầu", "final", false));
    hidden(comment, 1);
    comment.answer(json("result", "ACCEPTED", "response", "Bổ sung cầu"));
    hidden(comment, 1);
    comment.giveBack("Chưa rõ");
    hidden(comment, 1);
    comment.answer(json("result", "ACCEPTED", "response", "Bổ sung cầu")).approve();
    comment
        .get(Key.SGTVT)
        .body("assignee", equalTo("Chuyên gia A"))
        .body("answer.response", equalTo("Bổ sung cầu"))
        .body("returnReason", equalTo("Chưa rõ"));
    comment.history(Key.SGTVT).body("items", hasSize(7));
    comment.giveBack("Xem lại");
    hidden(comment, 1);
  }

  private void hidden(TestComment comment, int entries) {
    comment
        .get(Key.SGTVT)
        .spec(nulls("assignee", "answer", "returnReason", "escalation", "direction"));
    list(Key.SGTVT, "").spec(nulls("items[0].assignee", "items[0].answer"));
    comment
        .history(Key.SGTVT)
        .body("items", hasSize(entries))
        .body("items.action", everyItem(equalTo("RECEIVED")));
  }

  /** Filters do not reveal hidden values. */
  @ParameterizedTest
  @CsvSource({"q=cau", "q=đường cầu", "result=ACCEPTED", "assignee=A", "revisionOpen=true"})
  void hiddenAnswersAreNotSearched(String query) {
    TestComment comment =
        plan.comment("Đường")
            .assign("A")
            .answer(json("result", "ACCEPTED", "response", "Bổ sung cầu"));
    String[] pair = query.split("=");
    find(Key.CONSULTANT, pair).body("items", hasSize(1));
    find(Key.SGTVT, pair).body("items", hasSize(0));
    comment.approve();
    find(Key.SGTVT, pair).body("items", hasSize(1));
    comment.giveBack("x");
    find(Key.SGTVT, pair).body("items", hasSize(0));
  }

  private ValidatableResponse find(Key key, String[] pair) {
    return Api.as(key).queryParam(pair[0], pair[1]).get(plan.comments()).then().statusCode(200);
  }

  @Test
  void correctionsAndWithdrawalsAreVisible() {
    TestComment comment = plan.comment("x").assign("A");
    comment.patch(Key.COORDINATOR, json("content", "y")).statusCode(200);
    comment.withdraw("Nhầm");
    comment
        .history(Key.SGTVT)
        .body("items.action", equalTo(List.of("RECEIVED", "CORRECTED", "WITHDRAWN")));
  }

  @Test
  void viewerSeesNoRestricted() {
    TestComment open = plan.comment("Mở");
    TestComment closed = plan.comment(Key.SGTVT, json("content", "Kín", "restricted", true));
    closed.get(Key.VIEWER).spec(problem(404, "not-found"));
    closed.history(Key.VIEWER).spec(problem(404, "not-found"));
    list(Key.VIEWER, "").body("items.id", equalTo(List.of(open.id())));
    list(Key.VIEWER, "?q=kin").body("items", hasSize(0));
    list(Key.VIEWER, "?restricted=true").body("items", hasSize(0));
    list(Key.VIEWER, "?count=true&limit=1").body("total", equalTo(1));
    for (Key key : List.of(Key.SGTVT, Key.CONSULTANT, Key.COORDINATOR)) {
      closed.get(key).statusCode(200).body("restricted", equalTo(true));
      list(key, "").body("items", hasSize(2));
    }
  }

  @Test
  void keyOfSomePlans() {
    TestPlan other = TestPlan.open();
    TestComment there = other.comment("x");
    TestComment here = plan.comment("y");
    String secret =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "COORDINATOR", "plans", List.of(plan.slug())))
            .post("/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    Api.as(secret).get("/me").then().body("plans", equalTo(List.of(plan.slug())));
    Api.as(secret).get("/plans").then().body("items.slug", equalTo(List.of(plan.slug())));
    Api.as(secret).get(plan.comments()).then().body("items.id", hasItem(here.id()));
    for (String path :
        List.of(
            other.path(),
            other.path() + "/drafts",
            other.draftPath(1),
            other.draftPath(1) + "/sections",
            other.draftPath(1) + "/register",
            other.comments(),
            other.path() + "/comments",
            there.path(),
            there.path() + "/history")) {
      Api.as(secret).get(path).then().spec(problem(404, "not-found"));
    }
    Api.as(secret)
        .header("If-Match", "*")
        .body(json("assignee", "x"))
        .put(there.path() + "/assignment")
        .then()
        .spec(problem(404, "not-found"));
    Api.as(secret)
        .body(json("organization", "sgtvt", "content", "x"))
        .post(other.comments())
        .then()
        .spec(problem(404, "not-found"));
    Api.as(secret)
        .body(json("slug", "another", "title", "x"))
        .post("/plans")
        .then()
        .spec(problem(403, "forbidden"));
    Api.as(Key.COORDINATOR).get(other.path()).then().statusCode(200);
    Api.as(Key.COORDINATOR).get("/plans/another").then().spec(problem(404, "not-found"));
  }

  @Test
  void approverIsVisibleToTheSubmitter() {
    TestComment comment = plan.comment("x").answer("NOTED").approve();
    comment.history(Key.SGTVT).body("items[-1].by", notNullValue());
  }
}
