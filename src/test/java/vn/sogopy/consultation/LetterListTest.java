package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestLetter.letter;
import static vn.sogopy.testing.TestLetter.letters;
import static vn.sogopy.testing.TestLetter.send;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class LetterListTest {
  @Inject DataSource source;

  private static Map<String, Object> of(
      String organization, String number, String date, String receivedOn, String position) {
    return json(
        "organization", organization,
        "number", number,
        "date", date,
        "receivedOn", receivedOn,
        "position", position);
  }

  /** Four letters of three organizations. */
  private static TestPlan round() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    Map<String, Object> first = of("sxd", "1/SXD", "2021-09-01", "2021-09-10", "COMMENTS");
    send(
        plan,
        Key.COORDINATOR,
        with(with(first, "subject", "Quy hoạch đường bộ"), "arrivalNumber", "A-1"));
    send(
        plan,
        Key.COORDINATOR,
        with(of("sgtvt", "2/SGTVT-KH", "2021-09-03", "2021-09-09", "AGREES"), "channel", "EDOC"));
    send(
        plan,
        Key.COORDINATOR,
        of("ubnd-huyen-ba-be", "3/UBND", "2021-09-02", "2021-09-16", "DISAGREES"));
    send(plan, Key.COORDINATOR, of("sxd", "04 /SXD", "2021-09-04", "2021-09-09", "COMMENTS"));
    return plan;
  }

  private static ValidatableResponse list(TestPlan plan, Object... parameters) {
    RequestSpecification request = Api.as(Key.COORDINATOR);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam((String) parameters[i], parameters[i + 1]);
    }
    return request.get(letters(plan)).then().statusCode(200);
  }

  @Test
  void filtersAndOrders() {
    TestPlan plan = round();
    list(plan).body("items.number", contains("2/SGTVT-KH", "04 /SXD", "1/SXD", "3/UBND"));
    list(plan, "sort", "-receivedOn")
        .body("items.number", contains("3/UBND", "1/SXD", "04 /SXD", "2/SGTVT-KH"));
    list(plan, "sort", "date")
        .body("items.number", contains("1/SXD", "3/UBND", "2/SGTVT-KH", "04 /SXD"));
    list(plan, "sort", "-date")
        .body("items.number", contains("04 /SXD", "2/SGTVT-KH", "3/UBND", "1/SXD"));
    list(plan, "sort", "organization")
        .body("items.number", contains("2/SGTVT-KH", "04 /SXD", "1/SXD", "3/UBND"));
    list(plan, "organization", "sxd").body("items.number", contains("04 /SXD", "1/SXD"));
    list(plan, "group", "DISTRICT").body("items.number", contains("3/UBND"));
    list(plan, "position", "AGREES,DISAGREES")
        .body("items.number", contains("2/SGTVT-KH", "3/UBND"));
    list(plan, "channel", "EDOC").body("items.number", contains("2/SGTVT-KH"));
    list(plan, "late", true).body("items.number", contains("3/UBND"));
    list(plan, "late", false, "count", true).body("total", equalTo(3));
    list(plan, "arrivalNumber", "A-1").body("items.number", contains("1/SXD"));
    list(plan, "number", "4/sxd").body("items.number", contains("04 /SXD"));
    list(plan, "q", "duong quy hoach").body("items.number", contains("1/SXD"));
    list(plan, "q", "sgtvt kh").body("items.number", contains("2/SGTVT-KH"));
    list(plan, "q", "không có").body("items", empty());
    list(plan).body("items[0].comments", equalTo(null));
  }

  /** Letters are found by their number in any way that people type it. */
  @Test
  void numberAsTyped() {
    TestPlan plan = TestPlan.open();
    send(plan, Key.COORDINATOR, of("sxd", "642/SXD-QHKT", "2021-09-01", "2021-09-10", "COMMENTS"));
    send(
        plan,
        Key.COORDINATOR,
        of("sgddt", "263 /SGDĐT-VP", "2021-09-02", "2021-09-10", "COMMENTS"));
    send(plan, Key.COORDINATOR, of("sct", "6420/SCT", "2021-09-03", "2021-09-10", "COMMENTS"));
    for (String typed :
        List.of(
            "642/SXD-QHKT",
            "642 / sxd – qhkt",
            "số 642/SXD-QHKT",
            "Công văn số 642/SXD-QHKT ngày 01/9/2021",
            "0642",
            "642")) {
      list(plan, "number", typed).body("items.number", contains("642/SXD-QHKT"));
    }
    list(plan, "number", "263/sgddt-vp").body("items.number", contains("263 /SGDĐT-VP"));
    list(plan, "number", "642/SXD-QHKT ngày 02/9/2021").body("items", empty());
    list(plan, "number", "642/SXD").body("items", empty());
    list(plan, "q", "số 263/SGDĐT-VP").body("items.number", contains("263 /SGDĐT-VP"));
    list(plan, "q", "sgddt").body("items.number", contains("263 /SGDĐT-VP"));
  }

  @Test
  void submitterSeesOwnLetters() {
    TestPlan plan = round();
    Api.as(Key.SGTVT).get(letters(plan)).then().body("items.organization", contains("sgtvt"));
    Api.as(Key.SGTVT)
        .queryParam("organization", "sxd")
        .get(letters(plan))
        .then()
        .body("items", empty());
    Api.as(Key.VIEWER)
        .get(letters(plan))
        .then()
        .body("items.organization", containsInAnyOrder("sxd", "sxd", "sgtvt", "ubnd-huyen-ba-be"));
    Api.wrong(Key.ADMIN).get(letters(plan)).then().spec(problem(403, "forbidden"));
  }

  @Test
  void pagesNeitherSkipNorRepeatRows() {
    TestPlan plan = TestPlan.open();
    for (int i = 0; i < 7; i++) {
      send(plan, Key.SGTVT, letter(i + "/A"));
    }
    for (String sort : List.of("receivedOn", "-receivedOn", "date", "-date", "organization")) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        RequestSpecification request =
            Api.as(Key.SGTVT).queryParam("limit", 3).queryParam("sort", sort);
        if (cursor != null) {
          request.queryParam("cursor", cursor);
        }
        Response page = request.get(letters(plan));
        seen.addAll(page.path("items.number"));
        cursor = page.path("next");
      } while (cursor != null);
      assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
    }
  }

  @Test
  void warningsAreShown() {
    TestPlan plan = round();
    for (List<String> slip :
        List.of(
            List.of("organization", "nobody", "unknown-organization"),
            List.of("group", "NOBODY", "unknown-group"),
            List.of("position", "MAYBE", "invalid-enum"),
            List.of("channel", "PIGEON", "invalid-enum"),
            List.of("late", "yes", "invalid-enum"),
            List.of("sort", "number", "invalid-enum"),
            List.of("cursor", "abc", "invalid-cursor"),
            List.of("subject", "x", "unknown-parameter"))) {
      Api.wrong(Key.COORDINATOR)
          .queryParam(slip.get(0), slip.get(1))
          .get(letters(plan))
          .then()
          .spec(badParameter(slip.get(0), slip.get(2)));
    }
  }

  @Test
  void arrivalNumberIsSearched() {
    TestPlan plan = TestPlan.open();
    send(
        plan,
        Key.COORDINATOR,
        with(with(letter("1/A"), "organization", "sxd"), "arrivalNumber", "0154"));
    send(
        plan,
        Key.COORDINATOR,
        with(with(letter("05/B"), "organization", "sxd"), "arrivalNumber", "1549"));
    for (String number : List.of("154", "0154", "00154")) {
      list(plan, "q", number).body("items.number", contains("1/A"));
      list(plan, "arrivalNumber", number).body("items.number", contains("1/A"));
    }
    list(plan, "q", "1549").body("items.number", contains("05/B"));
    list(plan, "q", "05/B").body("items.number", contains("05/B"));
    list(plan, "q", "15").body("items", empty());
  }

  @Test
  void validAndReplacedLetters() {
    TestPlan plan = TestPlan.open();
    TestLetter old = send(plan, Key.SGTVT, letter("1/A"));
    send(plan, Key.SGTVT, with(letter("2/A"), "replaces", old.id()));
    list(plan, "withdrawn", true).body("items.number", contains("1/A"));
    list(plan, "withdrawn", false).body("items.number", contains("2/A"));
    list(plan).body("items.number", contains("1/A", "2/A"));
  }

  /** Earlier versions accepted mistyped years. Such letters keep their place in the order. */
  @Test
  void unusualYears() {
    TestPlan plan = TestPlan.open();
    for (String date : List.of("9999-12-31", "0202-09-01", "2021-09-01", "0001-01-01")) {
      TestLetter letter = send(plan, Key.SGTVT, letter(date));
      Sql.of(
              "update letter set letter_date = ?::date, received_on = ?::date where id = ?::uuid",
              date,
              date,
              letter.id())
          .execute(source);
      letter.get().body("date", equalTo(date)).body("receivedOn", equalTo(date));
    }
    for (String sort : List.of("date", "receivedOn")) {
      List<String> seen = new ArrayList<>();
      String cursor = null;
      do {
        RequestSpecification request =
            Api.as(Key.COORDINATOR).queryParam("sort", sort).queryParam("limit", 1);
        if (cursor != null) {
          request.queryParam("cursor", cursor);
        }
        Response page = request.get(letters(plan)).then().statusCode(200).extract().response();
        seen.add(page.path("items[0].date"));
        cursor = page.path("next");
      } while (cursor != null);
      assertThat(seen).containsExactly("0001-01-01", "0202-09-01", "2021-09-01", "9999-12-31");
    }
    list(plan, "sort", "-date")
        .body("items[0].warnings.code", contains("date-in-future", "receipt-in-future"));
    for (String field : List.of("date", "receivedOn")) {
      for (String date : List.of("0000-01-01", "0202-09-01", "1582-10-10", "2201-01-01")) {
        Api.wrong(Key.SGTVT)
            .body(with(letter("2/A"), field, date))
            .post(letters(plan))
            .then()
            .spec(badField("/" + field, "invalid-date"));
      }
    }
  }
}
