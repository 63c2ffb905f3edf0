package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Extracts and the public form state what they leave out. */
@QuarkusTest
class RegisterScopeTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/2/register";

  private static JsonPath register(String query) {
    return register(SAMPLE, query);
  }

  private static JsonPath register(String path, String query) {
    return Api.as(Key.COORDINATOR).get(path + query).then().statusCode(200).extract().jsonPath();
  }

  private static List<String> rows(JsonPath register) {
    return register.getList("groups.bodies.flatten().rows.flatten().id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?group=DISTRICT",
        "?organization=sxd",
        "?section=V",
        "?section=BCTH&group=PROVINCIAL",
        "?public=true",
        "?document=SUMMARY",
        ""
      })
  void sumsInEveryScope(String query) {
    JsonPath register = register(query);
    RegisterTest.sumsHold(register);
    assertThat(register.getInt("summary.comments") + register.getInt("summary.unasked.comments"))
        .isEqualTo(rows(register).size() + register.getInt("restrictedLeftOut"));
    Map<String, Integer> results = register.getMap("matrix[-1].byResult");
    assertThat(results.values().stream().mapToInt(n -> n).sum())
        .isEqualTo(register.getInt("matrix[-1].comments"));
  }

  @ParameterizedTest
  @CsvSource({
    "?group=DISTRICT, 'nhóm UBND '",
    "?organization=sxd, Sở Xây dựng",
    "?section=v.1, 'phần, mục V.1. Giao thông'"
  })
  void extractNamesItsFilter(String query, String filter) {
    JsonPath whole = register("");
    JsonPath extract = register(query);
    assertThat(whole.getList("extract")).isNull();
    assertThat(extract.getList("extract", String.class))
        .singleElement()
        .asString()
        .startsWith(filter);
    assertThat(rows(extract)).isNotEmpty().hasSizeLessThan(rows(whole).size());
    assertThat(rows(whole)).containsAll(rows(extract));
  }

  /** An extract can be cited: its rows have the STT of the whole register. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "?group=DISTRICT",
        "?organization=sxd",
        "?section=V",
        "?section=V.1&group=PROVINCIAL",
        "?section=V&public=true"
      })
  void extractHasTheNumbersOfTheWhole(String query) {
    JsonPath whole = register("");
    JsonPath extract = register(query);
    assertThat(rows(extract)).isNotEmpty();
    for (String lines :
        List.of(
            "groups.collect { it.index + ' ' + it.code }",
            "groups.bodies.flatten().collect { it.number + ' ' + it.code }",
            "groups.bodies.flatten().rows.flatten().collect { it.index + ' ' + it.id }",
            "asked.bodies.flatten().collect { it.number + ' ' + it.code }",
            "letters.collect { it.number + ' ' + it.id }")) {
      assertThat(extract.<Object>getList(lines)).as(lines).isSubsetOf(whole.<Object>getList(lines));
    }
    assertThat(
            extract.<Object>getList(
                "matrix.findAll { it.index != null }.collect { it.index + it.title }"))
        .isSubsetOf(
            whole.<Object>getList(
                "matrix.findAll { it.index != null }.collect { it.index + it.title }"));
  }

  @Test
  void extractOfOneOrganization() {
    JsonPath extract = register("?organization=sxd");
    assertThat((Object) extract.get("report")).isNull();
    assertThat(extract.getList("groups.bodies.flatten().code", String.class))
        .containsExactly("sxd");
    assertThat(extract.getList("asked.bodies.flatten().code", String.class)).containsExactly("sxd");
    assertThat(extract.getList("letters.code", String.class)).isNotEmpty().containsOnly("sxd");
  }

  @Test
  void publicFormHasNoPersons() {
    TestPlan plan = TestPlan.open();
    plan.comment(
        Key.SGTVT,
        json(
            "content", "mở", "author", json("fullName", "Nguyễn Văn A", "position", "Chuyên gia")));
    plan.comment(Key.SGTVT, json("content", "kín đáo", "restricted", true));
    String path = plan.draftPath(1) + "/register";
    JsonPath whole = register(path, "");
    assertThat(whole.getString("groups[0].bodies[0].rows[0].author"))
        .isEqualTo("Nguyễn Văn A, Chuyên gia");
    JsonPath open = register(path, "?public=true");
    assertThat(open.getBoolean("publicForm")).isTrue();
    assertThat(open.getInt("restrictedLeftOut")).isOne();
    assertThat(open.prettify()).doesNotContain("kín đáo", "Nguyễn Văn A");
  }

  @Test
  void byTopicHasTheSameComments() {
    JsonPath topics = register("?view=section");
    assertThat((Object) topics.get("groups")).isNull();
    assertThat(topics.getString("topics[0].heading")).isEqualTo("Ý kiến chung");
    assertThat(topics.<String>getList("topics.rows.flatten().voices.flatten().row.id"))
        .containsExactlyInAnyOrderElementsOf(rows(register("")));
  }

  @ParameterizedTest
  @CsvSource({
    "?format=doc, format, invalid-enum",
    "?view=x, view, invalid-enum",
    "?document=x, document, invalid-enum",
    "?public=x, public, invalid-enum",
    "?group=X, group, unknown-group",
    "?organization=x, organization, unknown-organization",
    "?section=X.9, section, unknown-section"
  })
  void invalidParametersAreNamed(String query, String parameter, String code) {
    Api.wrong(Key.VIEWER).get(SAMPLE + query).then().spec(badParameter(parameter, code));
  }
}
