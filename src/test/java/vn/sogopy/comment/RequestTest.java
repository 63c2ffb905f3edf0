package vn.sogopy.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Requests to other organizations for help with an answer. */
@QuarkusTest
class RequestTest {
  private static final String BABE = "ubnd-huyen-ba-be";
  private static final Map<String, Object> FIGURES =
      json("to", BABE, "kind", "DATA", "text", "Đề nghị cung cấp số liệu.", "dueOn", "2099-09-15");

  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void open() {
    plan = TestPlan.open();
    comment = plan.comment(Key.SGTVT, json("content", "Thiếu số liệu.", "section", "V.1"));
  }

  @Test
  void askedOrganizationSeesOnlyTheRequest() {
    String location =
        Acts.ask(comment, FIGURES)
            .statusCode(201)
            .header("ETag", startsWith("\"0."))
            .header("Location", matchesPattern("/api/v1/requests/[0-9a-f-]{36}"))
            .body("open", equalTo(true))
            .body("overdue", equalTo(false))
            .body("reply", nullValue())
            .extract()
            .header("Location");
    Map<String, Object> about =
        Api.as(Key.BABE)
            .get(location.substring("/api/v1".length()))
            .then()
            .statusCode(200)
            .body("to.code", equalTo(BABE))
            .body("kind", equalTo("DATA"))
            .body("text", equalTo("Đề nghị cung cấp số liệu."))
            .body("dueOn", equalTo("2099-09-15"))
            .body("comment.plan", equalTo(plan.slug()))
            .body("comment.section.code", equalTo("V.1"))
            .body("comment.content", equalTo("Thiếu số liệu."))
            .extract()
            .path("comment");
    assertThat(about)
        .containsOnlyKeys(
            "id", "receiptNumber", "part", "plan", "draft", "section", "locator", "content");
    comment.get(Key.BABE).spec(problem(404, "not-found"));
  }

  @Test
  void waitingForNamesTheAskedOrganization() {
    int version = comment.version();
    String later = Acts.asked(comment, "sct", null);
    Acts.asked(comment, BABE, "2020-01-31");
    comment
        .get(Key.CONSULTANT)
        .body("status", equalTo("RECEIVED"))
        .body("version", equalTo(version + 2))
        .body("waitingFor.organization.code", contains(BABE, "sct"))
        .body("waitingFor.kind", contains("DATA", "DATA"))
        .body("waitingFor.dueOn", contains("2020-01-31", null))
        .body("waitingFor.overdue", contains(true, false));
    Acts.reply(Key.COORDINATOR, later, "Có số liệu.").statusCode(200);
    comment.get(Key.VIEWER).body("waitingFor.organization.code", contains(BABE));
    comment.answer("EXPLAINED").approve();
    comment.get(Key.VIEWER).body("waitingFor", equalTo(List.of()));
  }

  @Test
  void commenterSeesRequestsAfterApproval() {
    String request = Acts.asked(comment, BABE, null);
    Acts.reply(Key.BABE, request, "4,2 MW").statusCode(200);
    Acts.asked(comment, "sct", null);
    comment.get(Key.SGTVT).body("waitingFor", equalTo(List.of()));
    comment.history(Key.SGTVT).body("items.action", contains("RECEIVED"));
    ofComment(Key.SGTVT).body("items", equalTo(List.of()));
    Api.as(Key.SGTVT).get("/requests/" + request).then().spec(problem(404, "not-found"));
    comment.answer("EXPLAINED").approve();
    ofComment(Key.SGTVT).body("items.to.code", contains("sct", BABE));
    comment.history(Key.SGTVT).body("items.action", hasItem("REPLIED"));
  }

  @Test
  void replyCanBeCorrectedUntilApproval() {
    String request = Acts.asked(comment, BABE, "2099-01-31");
    Acts.reply(Key.BABE, request, "4,1 MW")
        .statusCode(200)
        .header("ETag", startsWith("\"1."))
        .body("reply", equalTo("4,1 MW"))
        .body("repliedBy", notNullValue())
        .body("repliedAt", notNullValue())
        .body("open", equalTo(false));
    Acts.reply(Key.BABE, request, "4,2 MW").statusCode(200);
    comment
        .history(Key.CONSULTANT)
        .body("items.action", contains("RECEIVED", "REQUESTED", "REPLIED", "REPLIED"))
        .body("items[1].changes[0].after.to", equalTo(BABE))
        .body("items[3].changes[0].before.text", equalTo("4,1 MW"))
        .body("items[3].changes[0].after.text", equalTo("4,2 MW"));
    comment.answer("EXPLAINED").approve();
    Acts.reply(Key.BABE, request, "4,3 MW")
        .spec(problem(409, "wrong-state"))
        .body("detail", containsString(Status.APPROVED.label()));
  }

  @Test
  void etagChangesWithTheComment() {
    String request = "/requests/" + Acts.asked(comment, BABE, null);
    String tag = Api.as(Key.BABE).get(request).then().extract().header("ETag");
    Api.as(Key.BABE).header("If-None-Match", tag).get(request).then().statusCode(304);
    comment.patch(Key.COORDINATOR, json("content", "Thiếu số liệu điện.")).statusCode(200);
    Api.as(Key.BABE)
        .header("If-None-Match", tag)
        .get(request)
        .then()
        .statusCode(200)
        .body("comment.content", equalTo("Thiếu số liệu điện."));
    // The version that was read before is still current: the request itself has not changed.
    Api.as(Key.BABE)
        .header("If-Match", tag)
        .body(json("reply", "x"))
        .put(request + "/reply")
        .then()
        .statusCode(200);
    Api.as(Key.BABE)
        .header("If-Match", tag)
        .body(json("reply", "y"))
        .put(request + "/reply")
        .then()
        .spec(problem(412, "precondition-failed"));
  }

  @Test
  void onlyTheAskedOrganizationReplies() {
    String request = Acts.asked(comment, "sct", null);
    Acts.reply(Key.BABE, request, "x").spec(problem(404, "not-found"));
    Acts.reply(Key.SGTVT, request, "x").spec(problem(404, "not-found"));
    Acts.reply(Key.CONSULTANT, request, "x").spec(problem(403, "forbidden"));
    Acts.reply(Key.VIEWER, request, "x").spec(problem(403, "forbidden"));
    Acts.reply(Key.COORDINATOR, request, "Gọi điện ngày 12/5.").statusCode(200);
  }

  @Test
  void replyNeedsIfMatch() {
    String request = Acts.asked(comment, BABE, null);
    Acts.reply(Key.COORDINATOR, request, "Một").statusCode(200);
    Api.as(Key.BABE)
        .header("If-Match", "\"0\"")
        .body(json("reply", "Hai"))
        .put("/requests/" + request + "/reply")
        .then()
        .spec(problem(412, "precondition-failed"));
    Api.wrong(Key.BABE)
        .body(json("reply", "Hai"))
        .put("/requests/" + request + "/reply")
        .then()
        .spec(problem(428, "precondition-required"));
  }

  @Test
  void restrictedCommentCannotBeAskedToOthers() {
    TestComment secret = plan.comment(Key.SGTVT, json("content", "Kín.", "restricted", true));
    Acts.ask(secret, FIGURES)
        .spec(problem(409, "comment-restricted"))
        .body("detail", containsString("UBND huyện Ba Bể"));
    secret.history(Key.CONSULTANT).body("items.action", contains("RECEIVED"));
    String own = Acts.asked(secret, "sgtvt", null);
    Acts.reply(Key.SGTVT, own, "Làm rõ.").statusCode(200);
    Api.as(Key.VIEWER).get("/requests/" + own).then().spec(problem(404, "not-found"));
  }

  @Test
  void newlyRestrictedCommentIsHiddenFromTheAsked() {
    String request = Acts.asked(comment, BABE, null);
    Acts.reply(Key.BABE, request, "4,2 MW").statusCode(200);
    comment.patch(Key.COORDINATOR, json("restricted", true)).statusCode(200);
    Api.as(Key.BABE).get("/requests/" + request).then().spec(problem(404, "not-found"));
    requests(Key.BABE, "plan", plan.slug()).body("items", equalTo(List.of()));
    Acts.reply(Key.BABE, request, "x").spec(problem(404, "not-found"));
    Api.as(Key.CONSULTANT).get("/requests/" + request).then().statusCode(200);
  }

  @Test
  void listOfRequestsToAnOrganization() {
    String first = Acts.asked(comment, BABE, "2020-01-31");
    Acts.asked(comment, "sct", "2020-01-31");
    String second = Acts.asked(comment, BABE, null);
    String third = Acts.asked(comment, BABE, "2099-01-31");
    String[] mine = {"plan", plan.slug()};
    requests(Key.BABE, mine).body("items.id", contains(third, second, first));
    requests(Key.BABE, "plan", plan.slug(), "sort", "dueOn")
        .body("items.id", contains(first, third, second));
    requests(Key.BABE, "plan", plan.slug(), "overdue", "true").body("items.id", contains(first));
    requests(Key.BABE, "plan", plan.slug(), "overdue", "false")
        .body("items.id", contains(third, second));
    Acts.reply(Key.BABE, first, "Có.").statusCode(200);
    requests(Key.BABE, "plan", plan.slug(), "open", "true")
        .body("items.id", contains(third, second));
    requests(Key.BABE, "plan", plan.slug(), "open", "false").body("items.id", contains(first));
    requests(Key.SGTVT, mine).body("items", equalTo(List.of()));
    requests(Key.VIEWER, "plan", plan.slug(), "organization", "sct", "count", "true")
        .body("total", equalTo(1));
    requests(Key.CONSULTANT, "plan", plan.slug(), "count", "true").body("total", equalTo(4));
  }

  @ParameterizedTest
  @EnumSource(names = {"BABE", "COORDINATOR"})
  void pagesNeitherSkipNorRepeatRows(Key key) {
    List<String> asked = new ArrayList<>();
    for (String due : new String[] {"2030-01-02", null, "2030-01-01", null, "2030-01-01"}) {
      asked.add(Acts.asked(comment, BABE, due));
    }
    List<String> byDate =
        List.of(asked.get(2), asked.get(4), asked.get(0), asked.get(1), asked.get(3));
    assertThat(pages(key, "dueOn")).isEqualTo(byDate);
    Collections.reverse(asked);
    assertThat(pages(key, "-askedAt")).isEqualTo(asked);
  }

  private List<String> pages(Key key, String sort) {
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request =
          Api.as(key)
              .queryParam("plan", plan.slug())
              .queryParam("sort", sort)
              .queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page = request.get("/requests").then().statusCode(200).extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("next");
    } while (cursor != null);
    return seen;
  }

  @Test
  void invalidFiltersAreRefused() {
    filter(Key.BABE, "organization", "sct").spec(problem(403, "forbidden"));
    filter(Key.CONSULTANT, "organization", "x")
        .spec(badParameter("organization", "unknown-organization"));
    filter(Key.CONSULTANT, "plan", "x").spec(badParameter("plan", "unknown-plan"));
    filter(Key.CONSULTANT, "sort", "x").spec(badParameter("sort", "invalid-enum"));
    filter(Key.CONSULTANT, "open", "1").spec(badParameter("open", "invalid-enum"));
    filter(Key.CONSULTANT, "cursor", "AAAA").spec(badParameter("cursor", "invalid-cursor"));
    filter(Key.ADMIN, "open", "true").spec(problem(403, "forbidden"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, x",
    "1, +999999999-12-31",
    "2, yesterday",
    "2, +999999999-12-31T23:59:59Z",
    "3, x",
  })
  void tamperedCursorIsRefused(int part, String value) {
    Acts.asked(comment, BABE, "2030-01-01");
    Acts.asked(comment, BABE, "2030-01-02");
    String cursor =
        requests(Key.CONSULTANT, "plan", plan.slug(), "sort", "dueOn", "limit", "1")
            .extract()
            .path("next");
    String[] parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("&");
    parts[part] = URLEncoder.encode(value, UTF_8);
    String other = Base64.getUrlEncoder().encodeToString(String.join("&", parts).getBytes(UTF_8));
    Api.wrong(Key.CONSULTANT)
        .queryParam("plan", plan.slug())
        .queryParam("sort", "dueOn")
        .queryParam("cursor", other)
        .get("/requests")
        .then()
        .spec(badParameter("cursor", "invalid-cursor"));
  }

  @Test
  void invalidRequestsAreRefused() {
    wrong(with(FIGURES, "to", "x")).spec(badField("/to", "unknown-organization"));
    wrong(with(FIGURES, "to", null)).spec(badField("/to", "required"));
    wrong(with(FIGURES, "kind", "HELP")).spec(badField("/kind", "invalid-enum"));
    wrong(with(FIGURES, "text", " ")).spec(badField("/text", "blank"));
    wrong(with(FIGURES, "dueOn", "15/9/2021")).spec(badField("/dueOn", "invalid-date"));
    comment.history(Key.CONSULTANT).body("items.action", contains("RECEIVED"));
  }

  @Test
  void doneCommentsTakeNoRequests() {
    comment.answer("EXPLAINED").approve();
    Acts.ask(comment, FIGURES).spec(problem(409, "wrong-state"));
    TestComment gone = plan.comment("Nhầm").withdraw("Nhầm");
    Acts.ask(gone, FIGURES)
        .spec(problem(409, "wrong-state"))
        .body("detail", containsString(Status.WITHDRAWN.label()));
  }

  @Test
  void requestBeforeASplitCanBeReplied() {
    String request = Acts.asked(comment, BABE, null);
    Acts.split(comment, "Một", "Hai");
    Acts.ask(comment, FIGURES).spec(problem(409, "wrong-state"));
    Acts.reply(Key.BABE, request, "Có.").statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"SGTVT", "VIEWER", "ADMIN"})
  void onlyTheOfficeAsks(Key key) {
    Api.as(key)
        .body(FIGURES)
        .post(comment.path() + "/requests")
        .then()
        .spec(problem(403, "forbidden"));
  }

  @Test
  void repeatedRequestIsStoredOnce() {
    for (int i = 0; i < 2; i++) {
      Api.as(Key.CONSULTANT)
          .header("Idempotency-Key", "ask-" + comment.id())
          .body(FIGURES)
          .post(comment.path() + "/requests")
          .then()
          .statusCode(201);
    }
    ofComment(Key.COORDINATOR).body("items.to.code", contains(BABE));
    ofComment(Key.COORDINATOR).body("items.text", not(hasItem(nullValue())));
  }

  private ValidatableResponse ofComment(Key key) {
    return Api.as(key).get(comment.path() + "/requests").then().statusCode(200);
  }

  private static ValidatableResponse requests(Key key, String... parameters) {
    var request = Api.as(key);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.get("/requests").then().statusCode(200);
  }

  private static ValidatableResponse filter(Key key, String name, String value) {
    return Api.wrong(key).queryParam(name, value).get("/requests").then();
  }

  private ValidatableResponse wrong(Map<String, Object> request) {
    return Api.wrong(Key.CONSULTANT).body(request).post(comment.path() + "/requests").then();
  }
}
