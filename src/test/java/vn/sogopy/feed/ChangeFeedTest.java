package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.feed.Feed.types;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** The events of the feed, by caller. */
@QuarkusTest
class ChangeFeedTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private List<JsonNode> all(Key key) {
    return Feed.of(plan, key).rest();
  }

  @Test
  void eventIsACloudEvent() {
    TestComment comment = plan.comment("Đường");

    JsonNode event = all(Key.COORDINATOR).get(0);

    Map<?, ?> view = comment.get().extract().path("$");
    assertThat(event.get("specversion").asText()).isEqualTo("1.0");
    assertThat(event.get("id").asText()).matches("comment-[0-9]+");
    assertThat(event.get("source").asText()).isEqualTo("/api/v1" + plan.path());
    assertThat(event.get("type").asText()).isEqualTo("vn.sogopy.comment.received");
    assertThat(event.get("subject").asText()).isEqualTo(comment.id());
    assertThat(event.get("time").asText()).isEqualTo(view.get("receivedAt"));
    assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
    assertThat(event.get("data")).isEqualTo(Feed.json(comment.get()));
  }

  @Test
  void officeGetsEveryEvent() {
    TestComment comment =
        plan.comment("x")
            .assign("Chuyên gia")
            .draft()
            .answer("ACCEPTED")
            .giveBack("Chưa rõ")
            .answer("NOTED")
            .approve();
    Api.as(Key.SGTVT)
        .header("If-Match", "*")
        .body(json("reaction", "AGREED"))
        .put(comment.path() + "/reaction")
        .then()
        .statusCode(200);
    TestComment gone = plan.comment("y").withdraw("Nhầm");

    for (Key key : List.of(Key.CONSULTANT, Key.COORDINATOR, Key.VIEWER)) {
      List<JsonNode> events = all(key);
      assertThat(types(events, comment.id()))
          .containsExactly(
              "comment.received",
              "comment.answered",
              "comment.returned",
              "comment.answered",
              "comment.approved",
              "comment.reacted");
      assertThat(types(events, gone.id())).containsExactly("comment.received", "comment.withdrawn");
      assertThat(events).hasSize(8);
    }
  }

  @Test
  void letterPrecedesItsComments() {
    TestLetter letter =
        TestLetter.send(plan, Key.SGTVT, TestLetter.letter("510/SGTVT-KCHT", "Một", "Hai"));

    List<JsonNode> events = all(Key.SGTVT);

    assertThat(types(events))
        .containsExactly("letter.received", "comment.received", "comment.received");
    assertThat(events.get(0).get("subject").asText()).isEqualTo(letter.id());
    assertThat(events.get(0).get("data")).isEqualTo(Feed.json(letter.get()));
    assertThat(events.get(1).at("/data/content").asText()).isEqualTo("Một");
  }

  @Test
  void submitterGetsAnswersAfterApproval() {
    TestComment comment = plan.comment("x").answer("ACCEPTED").giveBack("Chưa rõ");
    Feed body = Feed.of(plan, Key.SGTVT);
    assertThat(types(body.rest())).containsExactly("comment.received");
    comment.answer("ACCEPTED");
    assertThat(body.rest()).isEmpty();
    comment.approve();
    assertThat(types(body.rest()))
        .containsExactly(
            "comment.answered", "comment.returned", "comment.answered", "comment.approved");
    comment.giveBack("Sửa lại");
    assertThat(body.rest()).isEmpty();
    comment.answer("NOTED").approve();
    List<JsonNode> last = body.rest();
    assertThat(types(last))
        .containsExactly("comment.returned", "comment.answered", "comment.approved");
    assertThat(last.get(0).at("/data/answer/result").asText()).isEqualTo("NOTED");

    // The same events, each once, in their own order for each caller.
    assertThat(Feed.ids(all(Key.SGTVT))).isEqualTo(Feed.ids(all(Key.COORDINATOR)));
  }

  @Test
  void submitterGetsOwnEvents() {
    TestComment mine = plan.comment("Của Sở");
    TestComment theirs = plan.comment(Key.BABE, json("content", "Của huyện"));

    assertThat(all(Key.SGTVT))
        .extracting(e -> e.get("subject").asText())
        .containsExactly(mine.id());
    assertThat(all(Key.BABE))
        .extracting(e -> e.get("subject").asText())
        .containsExactly(theirs.id());
    assertThat(all(Key.COORDINATOR)).hasSize(2);
  }

  @Test
  void viewerGetsNoRestrictedEvents() {
    TestComment open = plan.comment("x");
    for (int i = 0; i < 7; i++) {
      plan.comment(Key.SGTVT, json("content", "Kín " + i, "restricted", true));
    }
    TestComment last = plan.comment("y");

    // Two at a time: pages whose events the caller may not see are skipped.
    Feed viewer = Feed.of(plan, Key.VIEWER, 2);
    assertThat(viewer.rest())
        .extracting(e -> e.get("subject").asText())
        .containsExactly(open.id(), last.id());
    assertThat(all(Key.CONSULTANT)).hasSize(9);
    assertThat(all(Key.SGTVT)).hasSize(9);

    open.patch(Key.COORDINATOR, json("restricted", true)).statusCode(200);
    assertThat(all(Key.VIEWER))
        .extracting(e -> e.get("subject").asText())
        .containsExactly(last.id());
  }

  @Test
  void eventsOfSplitAndUndo() {
    TestComment whole = plan.comment("Một. Hai.");
    List<String> parts =
        Api.as(Key.CONSULTANT)
            .header("If-Match", "*")
            .body(json("parts", List.of(json("content", "Một"), json("content", "Hai"))))
            .post(whole.path() + "/parts")
            .then()
            .statusCode(200)
            .extract()
            .path("parts.id");
    Api.as(Key.CONSULTANT)
        .header("If-Match", "*")
        .delete(whole.path() + "/parts")
        .then()
        .statusCode(200);

    List<JsonNode> events = all(Key.SGTVT);
    assertThat(types(events, whole.id())).containsExactly("comment.received");
    for (String part : parts) {
      assertThat(types(events, part)).containsExactly("comment.received", "comment.withdrawn");
    }
  }

  @Test
  void editionEventsByRole() {
    plan.comment("x").answer("NOTED").approve();
    String edition =
        Api.as(Key.COORDINATOR)
            .body(json("note", "Bản một"))
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    for (Key key : List.of(Key.CONSULTANT, Key.COORDINATOR, Key.VIEWER)) {
      List<JsonNode> events = all(key);
      JsonNode sealed = events.get(events.size() - 1);
      assertThat(sealed.get("type").asText()).isEqualTo("vn.sogopy.edition.sealed");
      assertThat(sealed.get("subject").asText()).isEqualTo(edition);
      assertThat(sealed.get("data"))
          .isEqualTo(Feed.json(Api.as(key).get("/editions/" + edition).then()));
    }
    assertThat(types(all(Key.SGTVT))).doesNotContain("edition.sealed");
  }
}
