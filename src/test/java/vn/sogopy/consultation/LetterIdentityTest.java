package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;
import static vn.sogopy.testing.TestLetter.trySend;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** The same letter sent again: a mistake, a retry, or two at the same time. */
@QuarkusTest
class LetterIdentityTest {

  @Test
  void duplicateNamesTheFirst() {
    TestPlan plan = TestPlan.open();
    TestLetter first = send(plan, Key.SGTVT, letter("263/SGDĐT-VP", "a"));
    trySend(plan, Key.SGTVT, with(letter("263 /sgdđt\u2013vp", "b"), "date", "2021-12-31"))
        .spec(problem(409, "letter-exists"))
        .header("Location", "/api/v1" + first.path());
    assertThat(plan.count()).isEqualTo(1);

    send(plan, Key.SGTVT, with(letter("263/SGDĐT-VP"), "date", "2022-08-24"));
    send(plan, Key.BABE, letter("263/SGDĐT-VP"));
    send(plan, Key.SGTVT, letter("264/SGDĐT-VP"));
  }

  @Test
  void letterOfACommentIsFound() {
    TestPlan plan = TestPlan.open();
    String id =
        plan.comment(
                Key.SGTVT,
                json("content", "a", "letter", json("number", "1/A", "date", "2021-08-24")))
            .get()
            .extract()
            .path("letter.id");
    trySend(plan, Key.SGTVT, letter("1/A")).spec(problem(409, "letter-exists"));
    TestLetter letter = new TestLetter(id);
    letter.get().body("commentCount", equalTo(1)).body("position", equalTo(null));
    letter
        .patch(Key.COORDINATOR, json("position", "DISAGREES", "arrivalNumber", "5"))
        .statusCode(200)
        .body("position", equalTo("DISAGREES"));
  }

  @Test
  void externalIdIdentifiesARetry() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> sent = with(letter("1/A", "a", "b"), "externalId", "x-1");
    Response first = trySend(plan, Key.SGTVT, sent).statusCode(201).extract().response();
    // Also after the draft has closed.
    plan.close();
    trySend(plan, Key.SGTVT, with(sent, "organization", "sgtvt"))
        .statusCode(200)
        .body("$", equalTo(first.path("$")));
    trySend(plan, Key.SGTVT, with(sent, "subject", "khác"))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1/letters/" + first.path("id"));
    assertThat(plan.count()).isEqualTo(2);
  }

  @Test
  void idempotencyKeyIdentifiesARetry() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> sent = letter("1/A", "a");
    String key = "k-" + plan.slug();
    String first = once(plan, key, sent).then().statusCode(201).extract().asString();
    once(plan, key, sent)
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .body(equalTo(first));
    once(plan, key, with(sent, "subject", "khác"))
        .then()
        .spec(problem(422, "idempotency-key-reused"));
    assertThat(plan.count()).isEqualTo(1);
  }

  private static Response once(TestPlan plan, String key, Map<String, Object> body) {
    return Api.as(Key.SGTVT).header("Idempotency-Key", key).body(body).post(letters(plan));
  }

  @Test
  void commentExternalIdBelongsToOneLetter() {
    TestPlan plan = TestPlan.open();
    TestComment alone = plan.comment(Key.SGTVT, json("content", "a", "externalId", "c-1"));
    Map<String, Object> again = json("content", "a", "externalId", "c-1");
    trySend(plan, Key.SGTVT, with(letter("1/A"), "comments", List.of(again)))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1" + alone.path());
    Map<String, Object> twice = json("content", "a", "externalId", "c-2");
    trySend(plan, Key.SGTVT, with(letter("1/A"), "comments", List.of(twice, twice)))
        .spec(badField("/comments/1/externalId", "already-used"));
    Api.as(Key.SGTVT).get(letters(plan)).then().body("items", hasSize(0));

    send(plan, Key.SGTVT, with(letter("1/A"), "comments", List.of(twice)));
    // The same comment sent by itself returns the comment that exists.
    Map<String, Object> single = with(twice, "letter", json("number", "1/A", "date", "2021-08-24"));
    Api.as(Key.SGTVT)
        .body(with(single, "organization", "sgtvt"))
        .post(plan.comments())
        .then()
        .statusCode(200);
  }

  @Test
  void oneOfManyConcurrentLettersIsStored() throws Exception {
    TestPlan plan = TestPlan.open();
    List<Integer> statuses =
        Race.of(
            8,
            runner ->
                Api.as(Key.SGTVT)
                    .body(letter("1/A", "a", "b", "c"))
                    .post(letters(plan))
                    .statusCode());
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(Collections.frequency(statuses, 409)).isEqualTo(7);
    assertThat(plan.count()).isEqualTo(3);
  }

  @Test
  void sameExternalIdReturnsOneLetter() throws Exception {
    TestPlan plan = TestPlan.open();
    Map<String, Object> sent = with(letter("1/A", "a", "b"), "externalId", "x-1");
    List<Response> answers = Race.of(8, runner -> Api.as(Key.SGTVT).body(sent).post(letters(plan)));
    assertThat(answers.stream().map(Response::statusCode).toList())
        .containsOnlyOnce(201)
        .containsOnly(200, 201);
    assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct()).hasSize(1);
    assertThat(plan.count()).isEqualTo(2);
  }

  /** Comments with their letter race with the whole letter: it agrees, or has comments. */
  @Test
  void agreementNeverGetsAComment() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestPlan plan = TestPlan.open();
      Map<String, Object> comment =
          json("content", "a", "letter", json("number", "1/A", "date", "2021-08-24"));
      List<Response> answers =
          Race.of(
              6,
              runner ->
                  runner == 0
                      ? Api.as(Key.SGTVT)
                          .body(with(letter("1/A"), "position", "AGREES"))
                          .post(letters(plan))
                      : Api.as(Key.SGTVT).body(comment).post(plan.comments()));
      List<Integer> statuses = answers.stream().map(Response::statusCode).toList();
      if (statuses.get(0) == 201) {
        assertThat(statuses.subList(1, 6)).containsOnly(400);
        assertThat(plan.count()).isZero();
      } else {
        assertThat(statuses.get(0)).isEqualTo(409);
        assertThat(statuses.subList(1, 6)).containsOnly(201);
      }
    }
  }

  @Test
  void letterDuringCloseIsAtomic() throws Exception {
    for (int round = 0; round < 5; round++) {
      TestPlan plan = TestPlan.open();
      List<Integer> statuses =
          Race.of(
              6,
              runner ->
                  runner == 0
                      ? plan.patchDraft(1, json("status", "CLOSED", "force", true)).statusCode()
                      : Api.as(Key.SGTVT)
                          .body(letter(runner + "/A", "a", "b"))
                          .post(letters(plan))
                          .statusCode());
      List<Integer> letters = statuses.subList(1, 6);
      assertThat(letters).allMatch(status -> status == 201 || status == 409);
      assertThat(plan.count()).isEqualTo(2 * Collections.frequency(letters, 201));
    }
  }
}
