package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Many identical requests at the same time. */
@QuarkusTest
class ParallelTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @Test
  void concurrentIdempotencyKeyCreatesOneComment() throws Exception {
    String key = UUID.randomUUID().toString();
    Map<String, Object> body =
        json("content", "x", "letter", json("number", "1/A", "date", "2021-08-24"));
    List<Response> answers =
        Race.of(
            50,
            i -> Api.as(Key.SGTVT).header("Idempotency-Key", key).body(body).post(plan.comments()));
    assertThat(plan.count()).isOne();
    Response again =
        Api.as(Key.SGTVT).header("Idempotency-Key", key).body(body).post(plan.comments());
    again.then().statusCode(201).header("Idempotency-Replayed", "true");
    assertThat(answers).anyMatch(answer -> answer.statusCode() == 201);
    for (Response answer : answers) {
      if (answer.statusCode() == 201) {
        assertThat(answer.asString()).isEqualTo(again.asString());
      } else {
        answer.then().spec(problem(409, "idempotency-key-in-use"));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
      }
    }
  }

  private Response close(String ifMatch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", ifMatch)
        .contentType("application/merge-patch+json")
        .body(json("status", "CLOSED"))
        .patch(plan.draftPath(1));
  }

  @Test
  void oneConcurrentCloseWins() throws Exception {
    String tag = Api.as(Key.COORDINATOR).get(plan.draftPath(1)).header("ETag");
    List<Response> answers = Race.of(6, i -> close(tag));
    assertThat(answers.stream().map(Response::statusCode).sorted())
        .containsExactly(200, 412, 412, 412, 412, 412);
  }

  @Test
  void wildcardIfMatchClosesAgain() throws Exception {
    List<Response> answers = Race.of(2, i -> close("*"));
    assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
    assertThat(answers.stream().map(answer -> answer.header("ETag")).distinct()).hasSize(1);
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1))
        .then()
        .header("ETag", answers.get(0).header("ETag"));
  }

  @Test
  void concurrentExternalIdCreatesOneComment() throws Exception {
    Map<String, Object> body = json("content", "x", "externalId", "e-1");
    List<Response> answers = Race.of(20, i -> Api.as(Key.SGTVT).body(body).post(plan.comments()));
    assertThat(plan.count()).isOne();
    assertThat(statuses(answers)).containsOnly(200, 201).containsOnlyOnce(201);
    assertThat(answers)
        .extracting(a -> a.<String>path("id"))
        .containsOnly(answers.get(0).<String>path("id"));
  }

  @Test
  void concurrentLetterIsFiledOnce() throws Exception {
    Map<String, Object> body =
        json("content", "x", "letter", json("number", "1/A", "date", "2021-08-24"));
    List<Response> answers = Race.of(20, i -> Api.as(Key.SGTVT).body(body).post(plan.comments()));
    assertThat(statuses(answers)).containsOnly(201);
    assertThat(answers)
        .extracting(answer -> answer.<String>path("letter.id"))
        .containsOnly(answers.get(0).<String>path("letter.id"));
    assertThat(plan.count()).isEqualTo(20);
  }

  @Test
  void oneConcurrentAnswerWins() throws Exception {
    TestComment comment = plan.comment("x");
    oneWins(
        i ->
            Api.as(Key.CONSULTANT)
                .header("If-Match", "\"0\"")
                .body(json("result", "NOTED", "response", "Người thứ " + i))
                .put(comment.path() + "/answer"));
    comment.get().body("version", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void oneConcurrentChangeWins() throws Exception {
    oneWins(i -> patch(plan.path(), json("title", "Tên " + i)));
    plan.draft();
    oneWins(i -> patch(plan.draftPath(2), json("title", "Tên " + i)));
    String code = "t-" + UUID.randomUUID();
    TestOrganization.make(
        json("code", code, "name", "Cơ quan", "group", "ORGANIZATION", "order", 1));
    oneWins(
        i ->
            patch("/organizations/" + code, json("name", "Tên " + i, "aliases", List.of("b" + i))));
    oneWins(
        i ->
            Api.as(Key.COORDINATOR)
                .header("If-Match", "\"0\"")
                .body(json("items", List.of(TestPlan.section("A", "Mục " + i, null))))
                .put(plan.draftPath(2) + "/sections"));
  }

  private static Response patch(String path, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .contentType("application/merge-patch+json")
        .header("If-Match", "\"0\"")
        .body(patch)
        .patch(path);
  }

  private static void oneWins(IntFunction<Response> change) throws Exception {
    List<Response> answers = Race.of(12, change);
    assertThat(statuses(answers)).containsOnly(200, 412).containsOnlyOnce(200);
  }

  @Test
  void oneConcurrentCreationWins() throws Exception {
    String name = "t-" + UUID.randomUUID();
    oneMakes("/plans", json("slug", name, "title", "x"));
    oneMakes(plan.path() + "/drafts", json("number", 7, "title", "x"));
    oneMakes(
        "/organizations", json("code", name, "name", "x", "group", "ORGANIZATION", "order", 1));
  }

  private static void oneMakes(String path, Map<String, Object> body) throws Exception {
    List<Response> answers = Race.of(12, i -> Api.as(Key.COORDINATOR).body(body).post(path));
    assertThat(statuses(answers)).as(path).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void concurrentDraftsGetConsecutiveNumbers() throws Exception {
    List<Response> answers =
        Race.of(
            8, i -> Api.as(Key.COORDINATOR).body(json("title", "x")).post(plan.path() + "/drafts"));
    assertThat(statuses(answers)).containsOnly(201);
    assertThat(answers)
        .extracting(answer -> (Integer) answer.path("number"))
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void nothingIsAcceptedAfterTheClose() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean tooLate = new AtomicBoolean();
    List<Response> answers =
        Race.of(
            21,
            i -> {
              if (i == 0) {
                plan.close();
                closed.set(true);
                return null;
              }
              Response answer;
              do {
                boolean sentAfter = closed.get();
                answer = Api.as(Key.SGTVT).body(json("content", "x")).post(plan.comments());
                if (sentAfter && answer.statusCode() == 201) {
                  tooLate.set(true);
                }
              } while (answer.statusCode() == 201);
              return answer;
            });
    assertThat(tooLate).isFalse();
    answers.stream().skip(1).forEach(a -> a.then().spec(problem(409, "draft-not-open")));
  }

  private static List<Integer> statuses(List<Response> answers) {
    return answers.stream().map(Response::statusCode).toList();
  }
}
