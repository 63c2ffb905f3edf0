package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.consultation.RoundRows;
import vn.sogopy.consultation.SmallRound;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Coverage by section; it agrees with the statistics and the register. */
@QuarkusTest
class CoverageTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/";

  @Inject DataSource source;

  private TestPlan round() {
    return SmallRound.in(source);
  }

  @Test
  void coverageNamesResponsibleOrganizationsWithoutComments() {
    TestPlan plan = round();
    RoundRows rows = new RoundRows(source, plan.slug());
    rows.responsible("V", "sgtvt", "ubnd-huyen-ba-be", "stc", "syt", "tinh-doan");
    Map<String, Object> also = json("organization", "sgtvt", "content", "x", "section", "V.2");
    plan.comment(Key.COORDINATOR, Api.with(also, "alsoSections", List.of("V.1", "BĐ")));
    Api.as(Key.CONSULTANT)
        .get(plan.draftPath(1) + "/coverage")
        .then()
        .statusCode(200)
        .body("sections", hasSize(10))
        .rootPath("sections.find { it.code == 'V' }")
        .body("comments", equalTo(3))
        .body("bodies", equalTo(1))
        .body(
            "responsible.organization",
            contains("sgtvt", "ubnd-huyen-ba-be", "stc", "syt", "tinh-doan"))
        .body(
            "responsible.attention",
            contains("COMMENTED", "AGREED", "ELSEWHERE", "SILENT", "SILENT"))
        .body(
            "responsible.state",
            contains("COMMENTED", "AGREED", "NOT_REPLIED", "NOT_REPLIED", "NOT_REPLIED"))
        .body("responsible.asked", contains(true, true, true, true, false))
        .body("responsible.overdue", contains(false, false, true, true, false))
        .body("responsible.comments", contains(3, 0, 0, 0, 0))
        .body("responsible[4].name", equalTo("Tỉnh Đoàn"))
        .detachRootPath("")
        .rootPath("sections.find { it.code == 'BĐ' }")
        .body("comments", equalTo(2))
        .body("bodies", equalTo(2))
        .noRootPath()
        .body("unspoken", contains("MĐ", "MĐ.1"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"COORDINATOR", "CONSULTANT", "VIEWER"})
  void coverageStatisticsAndRegisterAgree(Key key) {
    TestPlan plan = round();
    for (String path : List.of(plan.draftPath(1), SAMPLE + 1, SAMPLE + 2)) {
      Map<String, Object> counts = read(key, path + "/statistics").getMap("counts");
      assertThat(read(key, path + "/coverage").<String, Object>getMap("counts")).isEqualTo(counts);
      assertThat(read(key, path + "/register").<String, Object>getMap("summary")).isEqualTo(counts);
      assertThat(read(key, path + "/register").getInt("restrictedLeftOut"))
          .isEqualTo(read(key, path + "/statistics").getInt("restrictedLeftOut"));
    }
  }

  @Test
  void registerHasParticipantsAndValidLetters() {
    JsonPath register = read(Key.CONSULTANT, round().draftPath(1) + "/register");
    register.setRootPath("groups.bodies.flatten()");
    assertThat(register.getList("code"))
        .as("without syt and sgddt, who stand in annex II alone")
        .containsExactly("snv", "stp", "stc", "sct", "sgtvt", "sxd", "stttt", "ubnd-huyen-ba-be");
    assertThat(register.getList("findAll { it.agreement != null }.code"))
        .containsExactly("stp", "sct", "ubnd-huyen-ba-be");
    assertThat(register.getList("collect { it.letters.size() }"))
        .as("of sct only the letter that replaced the first")
        .containsExactly(0, 1, 1, 1, 1, 2, 1, 1);
    assertThat(register.getList("collect { it.rows.size() }"))
        .containsExactly(1, 0, 1, 0, 3, 0, 1, 0);
  }

  @Test
  void numberOfStatementsIsConstant() {
    TestPlan empty = TestPlan.open();
    TestPlan full = round();
    for (String view : List.of("/statistics", "/coverage")) {
      for (TestPlan plan : List.of(empty, full)) {
        List<String> heard =
            CountingDriver.statementsDuring(() -> read(Key.COORDINATOR, plan.draftPath(1) + view));
        // The key is looked up every few seconds, the draft once.
        assertThat(heard)
            .filteredOn(sql -> !sql.contains("from api_key") && !sql.contains("from plan"))
            .filteredOn(sql -> !sql.matches("select .* from draft d[0-9]_0 .*"))
            .as(view)
            .hasSize(6);
      }
    }
  }

  @Test
  void sampleSumsAreConsistent() {
    for (int draft = 1; draft <= 2; draft++) {
      JsonPath counts = read(Key.COORDINATOR, SAMPLE + draft + "/statistics").setRootPath("counts");
      System.out.println("Sample, draft " + draft + ": " + counts.getMap(""));
      assertThat(counts.getInt("asked"))
          .isEqualTo(counts.getInt("replied") + counts.getInt("notReplied"));
      assertThat(counts.getInt("replied"))
          .isEqualTo(counts.getInt("agreed") + counts.getInt("commented"));
      assertThat(counts.getInt("comments") + counts.getInt("unasked.comments"))
          .isEqualTo(
              read(Key.COORDINATOR, SAMPLE + draft + "/register")
                  .getInt("groups.bodies.flatten().rows.flatten().size()"))
          .isPositive();
    }
  }

  private static JsonPath read(Key key, String path) {
    return Api.as(key).get(path).then().statusCode(200).extract().jsonPath();
  }
}
