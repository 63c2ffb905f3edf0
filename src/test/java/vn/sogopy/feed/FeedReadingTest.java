package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Cursors, costs and refusals of the feed. */
@QuarkusTest
class FeedReadingTest {
  @Inject PlanDirectory directory;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @Test
  void readerContinuesFromItsCursor() {
    Feed feed = Feed.of(plan, Key.COORDINATOR, 2);
    assertThat(feed.read(0)).isEmpty();
    String beginning = feed.after;
    List<TestComment> sent = List.of(plan.comment("1"), plan.comment("2"), plan.comment("3"));
    assertThat(feed.read(0)).hasSize(2);
    assertThat(feed.read(0)).hasSize(1);
    String end = feed.after;
    assertThat(feed.read(0)).isEmpty();
    assertThat(feed.after).isEqualTo(end); // no event was read
    feed.after = beginning;
    assertThat(feed.rest())
        .extracting(e -> e.get("subject").asText())
        .isEqualTo(sent.stream().map(TestComment::id).toList());
  }

  @Test
  void invalidParametersAreNamed() {
    String path = Feed.path(plan);
    for (String limit : List.of("0", "201", "x")) {
      Api.wrong(Key.VIEWER)
          .get(path + "?limit=" + limit)
          .then()
          .spec(badParameter("limit", "out-of-range"));
    }
    for (String wait : List.of("31", "-1", "1.5")) {
      Api.wrong(Key.VIEWER)
          .get(path + "?wait=" + wait)
          .then()
          .spec(badParameter("wait", "out-of-range"));
    }
    Feed other = Feed.of(TestPlan.open(), Key.VIEWER);
    other.read(0);
    for (String after : List.of("x", "!", other.after, "AAAA")) {
      Api.wrong(Key.VIEWER)
          .get(path + "?after=" + after)
          .then()
          .spec(badParameter("after", "invalid-cursor"));
    }
    Api.wrong(Key.VIEWER)
        .get(path + "?cursor=x")
        .then()
        .spec(badParameter("cursor", "unknown-parameter"));
  }

  @Test
  void orderOfRefusals() {
    String nowhere = "/plans/nowhere/changes?limit=0";
    Api.wrong("wrong").get(nowhere).then().spec(problem(401, "unauthenticated"));
    Api.wrong(Key.ADMIN).get(nowhere).then().spec(problem(403, "forbidden"));
    Api.wrong(Key.VIEWER).get(nowhere).then().spec(problem(404, "not-found"));
    Api.wrong(Key.ADMIN).get(Feed.path(plan)).then().spec(problem(403, "forbidden"));
  }

  /** As after the restore of an older backup. */
  @Test
  void cursorOfARolledBackStateIsGone() {
    plan.comment("x");
    Feed feed = Feed.of(plan, Key.COORDINATOR);
    feed.read(0);
    UUID id = planId();
    ChangeCursor here = ChangeCursor.parse(feed.after, id);
    feed.after = new ChangeCursor(here.position() + 1_000_000, here.mark()).text(id);
    feed.tryRead(0).spec(problem(410, "cursor-gone"));
    feed.after = new ChangeCursor(here.position(), "abc").text(id); // another event, same position
    feed.tryRead(0).spec(problem(410, "cursor-gone"));
    feed.after = here.text(id);
    feed.tryRead(0).statusCode(200);
  }

  private UUID planId() {
    return directory.plan(new Caller("t", "t", Role.COORDINATOR, null, null), plan.slug());
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"COORDINATOR", "VIEWER", "SGTVT"})
  void numberOfStatementsIsConstant(Key key) {
    for (int i = 0; i < 5; i++) {
      plan.comment("x " + i).answer("ACCEPTED").approve();
      TestLetter.send(plan, Key.SGTVT, TestLetter.letter(i + "/SGTVT", "a", "b"));
    }
    for (int i = 0; i < 3; i++) {
      Api.as(Key.COORDINATOR)
          .body(json("allowUnanswered", true))
          .post(plan.draftPath(1) + "/editions")
          .then()
          .statusCode(201);
    }
    Feed.of(plan, key).read(0); // all events have a position
    String secret = key.secret();
    for (int limit : List.of(1, 20, 200)) {
      List<String> statements =
          CountingDriver.statementsDuring(
              () ->
                  Api.as(secret)
                      .queryParam("limit", limit)
                      .get(Feed.path(plan))
                      .then()
                      .statusCode(200));
      // The head, the page, its comments, its letters; its editions, their drafts and files.
      int most = limit == 1 ? 3 : key == Key.SGTVT ? 4 : 7;
      assertThat(statements).as(statements.toString()).hasSizeLessThanOrEqualTo(most);
    }
  }
}
