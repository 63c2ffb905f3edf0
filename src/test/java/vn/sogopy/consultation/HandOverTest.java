package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The request of an ended organization passes to its successors. */
@QuarkusTest
class HandOverTest {

  @Test
  void requestIsHandedOverToTheSuccessors() {
    Consultees consultees = Consultees.of(TestPlan.open());
    String district = Merger.organization();
    List<String> communes =
        List.of(Merger.organization(), Merger.organization(), Merger.organization());
    Merger.ask(consultees, district);
    consultees.patch(district, "*", json("dueOn", "2021-09-20")).statusCode(200);
    String path = consultees.path(district) + "/handover";
    handOver(path, "*").spec(problem(409, "no-successor"));
    TestOrganization.endOn(Merger.END, district, communes.toArray(String[]::new));
    consultees.ask(json("organization", communes.get(0), "dueOn", "2021-10-01"));
    handOver(path, "\"99\"").spec(problem(412, "precondition-failed"));
    Api.wrong(Key.COORDINATOR)
        .body(json("reason", "x"))
        .post(path)
        .then()
        .spec(problem(428, "precondition-required"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json())
        .post(path)
        .then()
        .spec(badField("/reason", "required"));
    assertThat(asked(consultees)).containsEntry("asked", 2).containsEntry("notReplied", 2);

    handOver(path, "*")
        .statusCode(200)
        .body("received", equalTo(3))
        .body("created", equalTo(2))
        .body("unchanged", equalTo(1))
        .body("rows.id", hasItem(communes.get(2)));
    assertThat(asked(consultees))
        .containsEntry("asked", 2 - 1 + 2)
        .containsEntry("notReplied", 2 - 1 + 2);
    consultees.get(district).statusCode(404);
    consultees
        .get(communes.get(1))
        .body("requestLetters.number", contains("1186/SKHĐT-TH"))
        .body("ownDueOn", equalTo("2021-09-20"));
    consultees.get(communes.get(0)).body("ownDueOn", equalTo("2021-10-01"));
    history(consultees, district).body("items.action", contains("ADDED", "CHANGED", "HANDED_OVER"));
    assertThat(history(consultees, district).extract().<String>path("items[2].reason"))
        .startsWith("Bàn giao cho ")
        .contains(Merger.name(communes.get(1)))
        .endsWith(": Sắp xếp đơn vị hành chính");
    history(consultees, communes.get(1))
        .body(
            "items[0].reason",
            equalTo("Nhận bàn giao từ " + Merger.name(district) + ": Sắp xếp đơn vị hành chính"));
  }

  private static ValidatableResponse handOver(String path, String ifMatch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", ifMatch)
        .body(json("reason", "Sắp xếp đơn vị hành chính"))
        .post(path)
        .then();
  }

  private static Map<String, Object> asked(Consultees consultees) {
    return consultees.list().extract().jsonPath().getMap("counts");
  }

  private static ValidatableResponse history(Consultees consultees, String organization) {
    return Api.as(Key.COORDINATOR)
        .get(consultees.path(organization) + "/history")
        .then()
        .statusCode(200);
  }

  @Test
  void answeredRequestIsNotHandedOver() {
    Merger merger = Merger.oldAsked();
    merger.send(merger.letter("AGREES"));
    handOver(merger.consultees().path(merger.old()) + "/handover", "*")
        .spec(problem(409, "already-replied"));
    merger.get(merger.old()).body("state", equalTo("AGREED"));
  }
}
