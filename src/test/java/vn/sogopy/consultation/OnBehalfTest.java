package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** Letters in place of other organizations ("trả lời thay"), over HTTP. */
@QuarkusTest
class OnBehalfTest {

  @Test
  void letterOfTheSuccessorSettlesThePredecessor() {
    Merger merger = Merger.bothAsked();
    merger.get(merger.old()).body("state", equalTo("NOT_REPLIED")).spec(nulls("answeredBy"));
    TestLetter letter = merger.send(merger.letter("COMMENTS", "Một", "Hai"));
    merger
        .get(merger.old())
        .body("state", equalTo("COMMENTED"))
        .body("answeredBy.organization.code", equalTo(merger.now()))
        .body("answeredBy.letter.id", equalTo(letter.id()))
        .body("answeredBy.letter.number", equalTo("12/SXD-QHKT"))
        .body("ended.dissolvedOn", equalTo(Merger.END))
        .body("ended.successors.code", contains(merger.now()))
        .body("letters", empty())
        .body("comments", equalTo(0));
    merger
        .get(merger.now())
        .body("state", equalTo("COMMENTED"))
        .body("comments", equalTo(2))
        .spec(nulls("answeredBy", "ended"));
    JsonPath statistics = merger.read("statistics");
    assertThat(statistics.<String, Object>getMap("counts"))
        .containsEntry("asked", 2)
        .containsEntry("replied", 2)
        .containsEntry("commented", 2)
        .containsEntry("notReplied", 0)
        .containsEntry("comments", 2)
        .isEqualTo(merger.read("coverage").getMap("counts"))
        .isEqualTo(merger.read("register").getMap("summary"));
    assertThat(statistics.getString(line(merger.old()) + ".answeredBy")).isEqualTo(merger.now());
    assertThat(statistics.getString(line(merger.now()) + ".answeredBy")).isNull();
    withdraw(letter);
    merger.get(merger.old()).body("state", equalTo("NOT_REPLIED")).spec(nulls("answeredBy"));
    assertThat(merger.read("statistics").getInt("counts.notReplied")).isEqualTo(2);
  }

  private static String line(String code) {
    return "organizations.find { it.organization == '" + code + "' }";
  }

  private static void withdraw(TestLetter letter) {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("reason", "Nhập nhầm cơ quan"))
        .post(letter.path() + "/withdrawal")
        .then()
        .statusCode(200);
  }

  /** Comments of a successor that was not asked are in E, once. */
  @Test
  void successorThatWasNotAsked() {
    Merger merger = Merger.oldAsked();
    TestLetter letter = merger.send(merger.letter("COMMENTS", "Một", "Hai"));
    Map<String, Object> alone = with(TestLetter.letter("13/SXD", "Ba"), "organization", "stp");
    merger.send(alone);
    JsonPath counts = merger.read("statistics").setRootPath("counts");
    assertThat(counts.getInt("asked")).isEqualTo(1);
    assertThat(counts.getInt("comments")).isEqualTo(2);
    assertThat(counts.getInt("unasked.bodies")).isEqualTo(1);
    assertThat(counts.getInt("unasked.comments")).isEqualTo(1);
    merger.consultees().list().body("unasked.organization.code", contains("stp"));
    assertThat(merger.read("register").getList("matrix.comments"))
        .as("the lines of the groups add up to the total")
        .containsExactly(2, 2, 1, 3);
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", List.of(), "reason", "Chỉ trả lời cho mình"))
        .statusCode(200);
    assertThat(merger.read("statistics").getInt("counts.comments")).isZero();
    assertThat(merger.read("statistics").getInt("counts.unasked.bodies")).isEqualTo(2);
  }

  @Test
  void answersShowForWhomALetterSpeaks() {
    Merger merger = Merger.bothAsked();
    TestLetter letter = merger.send(merger.letter("AGREES"));
    letter.get().spec(nulls("onBehalfOf"));
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", List.of()))
        .spec(badField("/reason", "required"));
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", List.of(), "reason", "Chỉ cho chính mình"))
        .statusCode(200)
        .body("onBehalfOf", empty());
    merger.get(merger.old()).body("state", equalTo("NOT_REPLIED"));
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", List.of(merger.old()), "reason", "Nêu rõ"))
        .statusCode(200)
        .body("onBehalfOf", contains(merger.old()));
    merger.get(merger.old()).body("state", equalTo("AGREED"));
    // Without a change of it, no reason is needed.
    letter.patch(Key.COORDINATOR, json("subject", "Góp ý")).statusCode(200);
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", null, "reason", "Mặc định"))
        .statusCode(200)
        .spec(nulls("onBehalfOf"));
    letter
        .history(Key.COORDINATOR)
        .body("items.findAll { it.changes.field.contains('onBehalfOf') }.size()", equalTo(3))
        .body("items[1].reason", equalTo("Chỉ cho chính mình"))
        .body("items[1].changes.field", contains("onBehalfOf"))
        .body("items[1].changes[0].after", empty());
  }

  @Test
  void coordinatorNamesAnyBody() {
    Merger merger = Merger.oldAsked();
    Merger.ask(merger.consultees(), "stc");
    Map<String, Object> letter = with(merger.letter("AGREES"), "onBehalfOf", List.of("stc"));
    merger.send(letter);
    merger
        .get("stc")
        .body("state", equalTo("AGREED"))
        .body("answeredBy.organization.code", equalTo(merger.now()))
        .spec(nulls("ended"));
    merger.get(merger.old()).body("state", equalTo("NOT_REPLIED"));
  }

  @Test
  void unknownAndRepeatedBodiesAreRefused() {
    Merger merger = Merger.oldAsked();
    send(merger, List.of(merger.old(), "khong-co"))
        .spec(badField("/onBehalfOf/1", "unknown-organization"));
    send(merger, List.of(merger.old(), merger.old()))
        .spec(badField("/onBehalfOf/1", "already-used"));
    Api.as(Key.COORDINATOR)
        .get(TestLetter.letters(merger.plan()))
        .then()
        .statusCode(200)
        .body("items", empty());
    TestLetter letter = merger.send(merger.letter("AGREES"));
    letter
        .patch(Key.COORDINATOR, json("onBehalfOf", List.of("khong-co"), "reason", "x"))
        .spec(badField("/onBehalfOf/0", "unknown-organization"));
    letter.history(Key.COORDINATOR).body("items.action", contains("RECEIVED"));
  }

  private static ValidatableResponse send(Merger merger, List<String> codes) {
    return TestLetter.trySend(
        merger.plan(), Key.COORDINATOR, with(merger.letter("AGREES"), "onBehalfOf", codes));
  }

  @Test
  void submitterNamesOnlyBodiesThatItSucceeds() {
    Merger merger = Merger.oldAsked();
    String key = TestOrganization.key(merger.now());
    Map<String, Object> letter = merger.letter("AGREES");
    for (List<String> foreign :
        List.of(List.of("stc"), List.of(merger.old(), "stc"), List.of(merger.now()))) {
      Api.as(key)
          .body(with(letter, "onBehalfOf", foreign))
          .post(TestLetter.letters(merger.plan()))
          .then()
          .spec(problem(403, "forbidden"));
    }
    String id =
        Api.as(key)
            .body(with(letter, "onBehalfOf", List.of(merger.old())))
            .post(TestLetter.letters(merger.plan()))
            .then()
            .statusCode(201)
            .body("onBehalfOf", contains(merger.old()))
            .extract()
            .path("id");
    Api.as(key)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("onBehalfOf", List.of("stc"), "reason", "x"))
        .patch("/letters/" + id)
        .then()
        .spec(problem(403, "forbidden"));
    merger.get(merger.old()).body("answeredBy.letter.id", equalTo(id));
  }

  /** One commune does not speak for the district, unless its letter says so. */
  @Test
  void partOfASplitBodyNamesIt() {
    TestPlan plan = TestPlan.open();
    Consultees consultees = Consultees.of(plan);
    String district = Merger.organization();
    String commune = Merger.organization();
    Merger.ask(consultees, district);
    TestOrganization.endOn(Merger.END, district, commune, Merger.organization());
    String key = TestOrganization.key(commune);
    Map<String, Object> letter =
        json("number", "5/UBND", "date", "2021-09-05", "position", "AGREES");
    Api.as(key).body(letter).post(TestLetter.letters(plan)).then().statusCode(201);
    consultees.get(district).body("state", equalTo("NOT_REPLIED"));
    Map<String, Object> naming = with(letter, "number", "6/UBND");
    Api.as(key)
        .body(with(naming, "onBehalfOf", List.of(district)))
        .post(TestLetter.letters(plan))
        .then()
        .statusCode(201);
    consultees
        .get(district)
        .body("state", equalTo("AGREED"))
        .body("answeredBy.organization.code", equalTo(commune));
  }

  /** Before its end an organization speaks for itself. */
  @Test
  void bodyThatStillExistsIsNotSucceeded() {
    Merger merger = Merger.oldAsked();
    TestOrganization.endOn("2199-01-01", merger.old(), merger.now());
    Api.as(TestOrganization.key(merger.now()))
        .body(with(merger.letter("AGREES"), "onBehalfOf", List.of(merger.old())))
        .post(TestLetter.letters(merger.plan()))
        .then()
        .spec(problem(403, "forbidden"));
    merger.send(merger.letter("AGREES"));
    merger.get(merger.old()).body("state", equalTo("NOT_REPLIED")).spec(nulls("ended"));
  }

  /** The responsible organizations of a section follow the successors. */
  @Test
  void coverageFollowsTheSuccessor() {
    Merger merger = Merger.oldAsked();
    TestPlan next = TestPlan.preparing();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    json(
                        "code",
                        "I",
                        "title",
                        "Hiện trạng",
                        "parent",
                        null,
                        "responsible",
                        List.of(merger.old(), "stc", merger.now())))))
        .put(next.draftPath(1) + "/sections")
        .then()
        .statusCode(200);
    next.patchDraft(1, json("status", "OPEN"));
    JsonPath coverage =
        Api.as(Key.COORDINATOR)
            .get(next.draftPath(1) + "/coverage")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(coverage.getList("sections[0].responsible.organization"))
        .containsExactly(merger.now(), "stc");
    assertThat(coverage.getList("sections[0].responsible.name"))
        .contains(Merger.name(merger.now()));
  }
}
