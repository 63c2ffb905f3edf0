package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A letter is replaced while others write to it, renumber it, or file one with its number. */
@QuarkusTest
class LetterRaceTest {
  private TestPlan plan;
  private TestLetter old;

  @BeforeEach
  void letterOfTwoComments() {
    plan = TestPlan.open();
    old = send(plan, Key.SGTVT, letter("1/A", "Đường và điện", "Cầu"));
  }

  private Response replace(String number) {
    return Api.as(Key.SGTVT)
        .body(with(letter(number, "mới"), "replaces", old.id()))
        .post(letters(plan));
  }

  @RepeatedTest(10)
  void sameNumberWaits() throws Exception {
    List<Response> answers =
        Race.of(
            4,
            runner ->
                runner == 0
                    ? replace("1/A")
                    : Api.as(Key.SGTVT).body(letter("1/A")).post(letters(plan)));
    List<Integer> statuses = answers.stream().map(Response::statusCode).toList();
    assertThat(statuses.get(0)).isEqualTo(201);
    assertThat(statuses.subList(1, 4)).containsOnly(409);
    old.get().body("replacedBy", equalTo(answers.get(0).path("id")));
  }

  @RepeatedTest(10)
  void correctionToTheSameNumberWaits() throws Exception {
    List<Integer> statuses =
        Race.of(
            3,
            runner ->
                runner == 0
                    ? replace("2/A").statusCode()
                    : old.patch(Key.COORDINATOR, json("number", "2/A", "subject", "s" + runner))
                        .extract()
                        .statusCode());
    assertThat(statuses).containsExactly(201, 200, 200);
  }

  /** After the replacement, the number names the new letter. */
  @RepeatedTest(10)
  void commentJoinsTheLetterOfItsNumber() throws Exception {
    Map<String, Object> comment =
        json("content", "x", "letter", json("number", "1/A", "date", "2021-08-24"));
    List<Integer> statuses =
        Race.of(
            5,
            runner ->
                runner == 0
                    ? replace("1/A").statusCode()
                    : Api.as(Key.SGTVT).body(comment).post(plan.comments()).statusCode());
    assertThat(statuses).containsOnly(201);
    old.get().body("commentCount", equalTo(0));
  }

  /** In either order, no part of a comment of the old letter stays open. */
  @RepeatedTest(10)
  void partsMoveWithTheLetter() throws Exception {
    List<TestComment> comments = old.comments(plan);
    List<Integer> statuses =
        Race.of(
            3,
            runner ->
                runner == 0
                    ? replace("2/A").statusCode()
                    : Api.as(Key.CONSULTANT)
                        .header("If-Match", "*")
                        .body(
                            json("parts", List.of(json("content", "Một"), json("content", "Hai"))))
                        .post(comments.get(runner - 1).path() + "/parts")
                        .statusCode());
    assertThat(statuses.get(0)).isEqualTo(201);
    assertThat(statuses.subList(1, 3)).isSubsetOf(200, 409);
    old.get().body("commentCount", equalTo(0));
  }
}
