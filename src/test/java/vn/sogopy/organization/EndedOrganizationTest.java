package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestOrganization.PAST;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestOrganization;

/** Organizations that end, their successors, and finding organizations. */
@QuarkusTest
class EndedOrganizationTest {

  @Test
  void newOrganizationHasNoEnd() {
    TestOrganization.get(TestOrganization.make("Sở Thử"))
        .body("successors", empty())
        .body("predecessors", empty())
        .spec(nulls("establishedOn", "dissolvedOn", "dissolutionBasis"));
  }

  @Test
  void endNamesSuccessorsAndBasis() {
    String roads = TestOrganization.make("Sở Giao thông thử");
    String building = TestOrganization.make("Sở Xây dựng thử");
    TestOrganization.patch(
            roads,
            json(
                "establishedOn",
                "1997-01-01",
                "dissolvedOn",
                PAST,
                "successors",
                List.of(building),
                "dissolutionBasis",
                "Nghị quyết (minh họa)"))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("establishedOn", equalTo("1997-01-01"))
        .body("dissolvedOn", equalTo(PAST))
        .body("successors", contains(building))
        .body("dissolutionBasis", equalTo("Nghị quyết (minh họa)"));
    TestOrganization.get(roads).body("successors", contains(building));
    TestOrganization.get(building).body("predecessors", contains(roads));
    Api.as(Key.VIEWER)
        .queryParam("q", roads)
        .get("/organizations")
        .then()
        .body("items.successors", contains(List.of(building)));
  }

  @Test
  void organizationCanBeMadeWithItsEnd() {
    String building = TestOrganization.make("Sở Xây dựng thử");
    String code = "o-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(
            json(
                "code",
                code,
                "name",
                "Sở cũ",
                "group",
                "COMMUNITY",
                "order",
                1,
                "dissolvedOn",
                PAST,
                "successors",
                List.of(building)))
        .post("/organizations")
        .then()
        .statusCode(201)
        .header("ETag", "\"0\"")
        .body("successors", contains(building));
  }

  /** The predecessors are not part of the organization's version. */
  @Test
  void etagChangesWithThePredecessors() {
    String roads = TestOrganization.make("Sở Giao thông thử");
    String building = TestOrganization.make("Sở Xây dựng thử");
    String path = "/organizations/" + building;
    String before = Api.as(Key.VIEWER).get(path).header("ETag");
    assertThat(before).isEqualTo("\"0\"");
    TestOrganization.end(roads, building);
    String after =
        Api.as(Key.VIEWER)
            .header("If-None-Match", before)
            .get(path)
            .then()
            .statusCode(200)
            .header("ETag", startsWith("\"0."))
            .extract()
            .header("ETag");
    Api.as(Key.VIEWER).header("If-None-Match", after).get(path).then().statusCode(304);
    Api.as(Key.COORDINATOR)
        .header("If-Match", after)
        .contentType("application/merge-patch+json")
        .body(json("order", 2))
        .patch(path)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"1."));
  }

  @Test
  void endIsCorrectedAndTakenBack() {
    String roads = TestOrganization.make("Sở Giao thông thử");
    String building = TestOrganization.make("Sở Xây dựng thử");
    String finance = TestOrganization.make("Sở Tài chính thử");
    TestOrganization.end(roads, building);
    TestOrganization.patch(roads, json("successors", List.of(finance)))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("successors", contains(finance));
    TestOrganization.get(building).body("predecessors", empty());
    TestOrganization.patch(roads, json("dissolvedOn", null))
        .spec(badField("/dissolvedOn", "required"));
    TestOrganization.patch(roads, json("dissolvedOn", null, "successors", null))
        .statusCode(200)
        .body("successors", empty());
    TestOrganization.get(finance).body("predecessors", empty());
  }

  @Test
  void unchangedSuccessorsKeepTheVersion() {
    String roads = TestOrganization.make("Sở Giao thông thử");
    String building = TestOrganization.make("Sở Xây dựng thử");
    TestOrganization.end(roads, building);
    TestOrganization.patch(roads, json("successors", List.of(building)))
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "dissolvedOn, 2025-02-30, invalid-date",
        "establishedOn, hôm nay, invalid-date",
        "dissolutionBasis, '', blank",
        "successors, stc, wrong-type",
        "predecessors, x, unknown-field",
      })
  void invalidFields(String field, String value, String code) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(with(json("dissolvedOn", PAST), field, value))
        .patch("/organizations/" + TestOrganization.make("Sở Thử"))
        .then()
        .spec(badField("/" + field, code));
  }

  @Test
  void successorsAndBasisNeedAnEnd() {
    String code = TestOrganization.make("Sở Thử");
    TestOrganization.patch(code, json("successors", List.of("stc")))
        .spec(badField("/dissolvedOn", "required"));
    TestOrganization.patch(code, json("dissolutionBasis", "Nghị quyết"))
        .spec(badField("/dissolvedOn", "required"));
    TestOrganization.patch(code, json("establishedOn", PAST, "dissolvedOn", PAST))
        .spec(badField("/dissolvedOn", "invalid-period"));
    TestOrganization.get(code).header("ETag", "\"0\"");
  }

  @Test
  void unknownAndRepeatedSuccessorsAreNamed() {
    String code = TestOrganization.make("Sở Thử");
    TestOrganization.patch(
            code, json("dissolvedOn", PAST, "successors", List.of("stc", "khong-co", "stc")))
        .spec(badField("/successors/1", "unknown-organization"))
        .spec(badField("/successors/2", "already-used"));
    TestOrganization.get(code).header("ETag", "\"0\"").body("successors", empty());
  }

  @Test
  void circlesAreRefused() {
    String one = TestOrganization.make("Một");
    String two = TestOrganization.make("Hai");
    String three = TestOrganization.make("Ba");
    TestOrganization.patch(one, json("dissolvedOn", PAST, "successors", List.of(one)))
        .spec(badField("/successors/0", "succession-circle"))
        .body("errors[0].detail", containsString(TestOrganization.name("Một", one)));
    TestOrganization.end(one, two);
    TestOrganization.end(two, three);
    TestOrganization.patch(three, json("dissolvedOn", PAST, "successors", List.of("stc", one)))
        .spec(badField("/successors/1", "succession-circle"))
        .body("errors[0].detail", containsString(TestOrganization.name("Một", one)));
    TestOrganization.get(three).body("successors", empty());
    // Also if the end of one of them lies ahead.
    TestOrganization.patch(two, json("dissolvedOn", "2190-01-01")).statusCode(200);
    TestOrganization.patch(three, json("dissolvedOn", PAST, "successors", List.of(one)))
        .spec(badField("/successors/0", "succession-circle"));
  }

  /** Two requests could make a circle that neither of them sees. */
  @Test
  void concurrentChangesMakeNoCircle() throws Exception {
    for (int round = 0; round < 5; round++) {
      List<String> codes = List.of(TestOrganization.make("Một"), TestOrganization.make("Hai"));
      List<Integer> statuses =
          Race.of(
              2,
              i ->
                  Api.as(Key.COORDINATOR)
                      .header("If-Match", "*")
                      .contentType("application/merge-patch+json")
                      .body(json("dissolvedOn", PAST, "successors", List.of(codes.get(1 - i))))
                      .patch("/organizations/" + codes.get(i))
                      .statusCode());
      assertThat(statuses).containsExactlyInAnyOrder(200, 400);
    }
  }

  @Test
  void listOfADay() {
    String old = TestOrganization.make("Cơ quan cũ");
    String now = TestOrganization.make("Cơ quan mới");
    TestOrganization.endOn("2022-03-01", old, now);
    TestOrganization.patch(now, json("establishedOn", "2022-03-01")).statusCode(200);
    on("2021-08-24", old).body("items.code", contains(old));
    on("2022-02-28", old).body("items.code", contains(old));
    on("2022-03-01", old).body("items.code", empty());
    on("2022-02-28", now).body("items.code", empty());
    on("2022-03-01", now).body("items.code", contains(now));
    Api.as(Key.VIEWER)
        .queryParam("on", "2021-08-24")
        .queryParam("group", "DISTRICT")
        .get("/organizations")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(8));
    Api.wrong(Key.VIEWER)
        .get("/organizations?on=24/8/2021")
        .then()
        .spec(badParameter("on", "invalid-date"));
  }

  private static ValidatableResponse on(String day, String q) {
    return Api.as(Key.VIEWER)
        .queryParam("on", day)
        .queryParam("q", q)
        .get("/organizations")
        .then()
        .statusCode(200);
  }

  private static List<String> found(String q) {
    return Api.as(Key.VIEWER)
        .queryParam("q", q)
        .queryParam("limit", 200)
        .get("/organizations")
        .then()
        .statusCode(200)
        .extract()
        .path("items.code");
  }

  @Test
  void organizationsAreFoundByWordsOfAllTheirNames() {
    String code = "o-" + UUID.randomUUID();
    String mark = code.substring(2, 10);
    Map<String, Object> fields =
        json(
            "code",
            code,
            "name",
            "Sở Đường sắt " + mark,
            "group",
            "COMMUNITY",
            "order",
            1,
            "aliases",
            List.of("Bí danh " + mark),
            "names",
            List.of(json("name", "Ty Hỏa xa " + mark, "from", null, "to", "1990-12-31")));
    TestOrganization.make(fields);
    for (String q :
        List.of(
            code,
            code.toUpperCase(Locale.ROOT),
            "Đường sắt " + mark,
            "duong sat " + mark,
            mark + " SO  DUONG",
            "bi danh " + mark,
            "ty hoa xa " + mark)) {
      assertThat(found(q)).as(q).containsExactly(code);
    }
    // Words of different names count together, but all must occur.
    assertThat(found("hỏa đường " + mark)).containsExactly(code);
    assertThat(found("hàng không " + mark)).isEmpty();
  }

  @Test
  void wordsAreNoPatterns() {
    assertThat(found("so_giao")).doesNotContain("sxd");
    assertThat(found("giao thong van tai")).contains("sgtvt");
    Api.wrong(Key.VIEWER).get("/organizations?q=").then().spec(badParameter("q", "required"));
  }

  @Test
  void searchIsPagedInTheOrderOfTheRegister() {
    String first =
        Api.as(Key.VIEWER)
            .queryParam("q", "ubnd huyen")
            .queryParam("limit", 3)
            .queryParam("count", true)
            .get("/organizations")
            .then()
            .statusCode(200)
            .body("items.size()", equalTo(3))
            .extract()
            .path("next");
    Api.as(Key.VIEWER)
        .queryParam("q", "ubnd huyen")
        .queryParam("limit", 3)
        .queryParam("cursor", first)
        .get("/organizations")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(3));
    Api.wrong(Key.VIEWER)
        .queryParam("q", "so")
        .queryParam("cursor", first)
        .get("/organizations")
        .then()
        .spec(badParameter("cursor", "invalid-cursor"));
  }

  @Test
  void splitHasManySuccessors() {
    String district = TestOrganization.make("UBND huyện thử");
    List<String> communes =
        List.of(
            TestOrganization.make("UBND xã thử"),
            TestOrganization.make("UBND phường thử"),
            TestOrganization.make("UBND xã thử"));
    TestOrganization.end(district, communes.toArray(String[]::new));
    TestOrganization.get(district)
        .body("successors", containsInAnyOrder(communes.toArray(String[]::new)));
    for (String commune : communes) {
      TestOrganization.get(commune).body("predecessors", contains(district));
    }
    TestOrganization.get(district).body("successors", not(empty()));
  }
}
