package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The feed of an organization has the events of those that it follows. */
@QuarkusTest
class SuccessorFeedTest {

  private static String post(TestPlan plan, String key, String content) {
    return Api.as(key)
        .body(json("content", content))
        .post(plan.comments())
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static List<String> subjects(List<JsonNode> events) {
    return events.stream().map(event -> event.get("subject").asText()).toList();
  }

  @Test
  void successorReadsAndAwaitsTheEventsOfItsPredecessor() throws Exception {
    TestPlan plan = TestPlan.open();
    String old = TestOrganization.make("Sở Giao thông thử");
    String heir = TestOrganization.make("Sở Xây dựng thử");
    String oldKey = TestOrganization.key(old);
    String heirKey = TestOrganization.key(heir);
    String first = post(plan, oldKey, "Một.");
    assertThat(Feed.of(plan, heirKey).rest()).isEmpty();
    TestOrganization.end(old, heir);
    Feed feed = Feed.of(plan, heirKey);
    assertThat(subjects(feed.rest())).containsExactly(first);
    CompletableFuture<List<JsonNode>> news = CompletableFuture.supplyAsync(() -> feed.read(20));
    Api.as(heirKey)
        .header("If-Match", "*")
        .body(json("reason", "Nhầm"))
        .post("/comments/" + first + "/withdrawal")
        .then()
        .statusCode(200);
    assertThat(Feed.types(news.get(30, TimeUnit.SECONDS))).containsExactly("comment.withdrawn");
  }
}
