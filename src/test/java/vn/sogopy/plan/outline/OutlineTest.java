package vn.sogopy.plan.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestPlan.section;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The outline of a draft is replaced as a whole while PREPARING. */
@QuarkusTest
class OutlineTest {
  @Inject DataSource source;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.preparing();
  }

  private ValidatableResponse put(List<?> items) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", items))
        .put(plan.draftPath(1) + "/sections")
        .then();
  }

  private ValidatableResponse get(int draft) {
    return Api.as(Key.VIEWER).get(plan.draftPath(draft) + "/sections").then().statusCode(200);
  }

  @Test
  void replaceAndRead() {
    Map<String, Object> roads =
        json(
            "code", "V.1",
            "title", "Giao thông",
            "parent", "V",
            "level", null,
            "responsible", List.of("sgtvt"),
            "defaultAssignee", "Chuyên gia A",
            "continues", null);
    put(List.of(section("V", "Hạ tầng", null), roads, section("MĐ", "Mở đầu", null)))
        .statusCode(200)
        .header("ETag", "\"1\"");
    get(1)
        .header("ETag", "\"1\"")
        .body("items.code", equalTo(List.of("V", "V.1", "MĐ")))
        .body("items.level", equalTo(List.of(1, 2, 1)))
        .body("items[1]", equalTo(with(roads, "level", 2)))
        .body("items[0].responsible", equalTo(List.of()));
    // The draft itself did not change.
    Api.as(Key.VIEWER).get(plan.draftPath(1)).then().header("ETag", "\"0\"");
  }

  /** Sections in the care of an organization, by code and by name. */
  private static List<Map<String, Object>> inTheCareOf(String organization) {
    return List.of(
        with(section("V", "Hạ tầng", null), "responsible", List.of("sct", organization)),
        with(
            section("V.1", "Giao thông", "V"),
            "defaultAssignee",
            TestOrganization.name("Sở Giao thông thử", organization)));
  }

  @Test
  void successorsAreResponsibleInPlaceOfEndedOrganizations() {
    String old = TestOrganization.make("Sở Giao thông thử");
    String heir = TestOrganization.make("Sở Xây dựng thử");
    String other = TestOrganization.make("Sở Quy hoạch thử");
    put(inTheCareOf(old)).statusCode(200).header("ETag", "\"1\"");
    TestOrganization.end(old, heir, other);
    String tag =
        Api.as(Key.VIEWER)
            .header("If-None-Match", "\"1\"")
            .get(plan.draftPath(1) + "/sections")
            .then()
            .statusCode(200)
            .body("items[0].responsible", hasSize(3))
            .body("items[0].responsible[0]", equalTo("sct"))
            .body("items[0].responsible", hasItems(heir, other))
            .body(
                "items[1].defaultAssignee",
                allOf(
                    containsString(TestOrganization.name("Sở Xây dựng thử", heir)),
                    containsString("; "),
                    containsString(TestOrganization.name("Sở Quy hoạch thử", other))))
            .extract()
            .header("ETag");
    // What was read can be sent back.
    List<Map<String, Object>> read = get(1).extract().path("items");
    Api.as(Key.COORDINATOR)
        .header("If-Match", tag)
        .body(json("items", read))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    TestOrganization.patch(old, json("dissolvedOn", null, "successors", null)).statusCode(200);
    get(1).body("items[0].responsible", hasItems(heir, other));
  }

  @Test
  void correctedMergerIsWorkedOutAnew() {
    String old = TestOrganization.make("Sở Giao thông thử");
    put(inTheCareOf(old)).statusCode(200);
    TestOrganization.end(old, "sxd");
    get(1).body("items[0].responsible", equalTo(List.of("sct", "sxd")));
    TestOrganization.patch(old, json("successors", List.of("stc"))).statusCode(200);
    get(1).body("items[0].responsible", equalTo(List.of("sct", "stc")));
    // One that is responsible already is named once; without a successor the old one stays.
    TestOrganization.patch(old, json("successors", List.of("sct"))).statusCode(200);
    get(1).body("items[0].responsible", equalTo(List.of("sct")));
    TestOrganization.patch(old, json("successors", null)).statusCode(200);
    get(1).body("items[0].responsible", equalTo(List.of("sct", old)));
  }

  @Test
  void copyHasTheSuccessors() {
    String old = TestOrganization.make("Sở Giao thông thử");
    put(inTheCareOf(old)).statusCode(200);
    plan.draft();
    TestOrganization.end(old, "sxd");
    copy(2, "from=1").statusCode(200);
    TestOrganization.patch(old, json("dissolvedOn", null, "successors", null)).statusCode(200);
    get(1).body("items[0].responsible", equalTo(List.of("sct", old)));
    get(2)
        .body("items[0].responsible", equalTo(List.of("sct", "sxd")))
        .body("items[1].defaultAssignee", equalTo("Sở Xây dựng"));
  }

  /** As if the round had ended before the organization did. */
  @Test
  void closedRoundKeepsItsOrganizations() {
    String old = TestOrganization.make("Sở Giao thông thử");
    put(inTheCareOf(old)).statusCode(200);
    plan.patchDraft(1, json("status", "OPEN"));
    plan.close();
    TestOrganization.end(old, "sxd");
    get(1).body("items[0].responsible", equalTo(List.of("sct", "sxd")));
    Sql.of(
            "update draft set closed_at = '2025-06-30T16:59:59Z'"
                + " where plan_id = (select id from plan where slug = ?)",
            plan.slug())
        .execute(source);
    get(1).body("items[0].responsible", equalTo(List.of("sct", old)));
  }

  @Test
  void subtreeInAnyOrder() {
    put(
        List.of(
            section("A", "A", null),
            section("B", "B", null),
            section("A.1", "A.1", "a"),
            section("B.1", "B.1", "B"),
            section("A.2", "A.2", "A")));
    get(1).body("items.code", equalTo(List.of("A", "A.1", "A.2", "B", "B.1")));
  }

  @Test
  void invalidOutlines() {
    put(List.of(section("A", "x", null), section("a", "x", null)))
        .spec(badField("/items/1/code", "already-used"));
    put(List.of(section("Đ", "x", null), section("D", "x", null)))
        .spec(badField("/items/1/code", "already-used"));
    put(List.of(section("A.1", "x", "A"), section("A", "x", null)))
        .spec(badField("/items/0/parent", "parent-comes-later"));
    put(List.of(section("A", "x", "A"))).spec(badField("/items/0/parent", "parent-comes-later"));
    put(List.of(section("A", "x", "B"))).spec(badField("/items/0/parent", "unknown-parent"));
    put(List.of(with(section("A", "x", null), "responsible", List.of("sgtvt", "nope"))))
        .spec(badField("/items/0/responsible/1", "unknown-organization"));
    List<Object> deep = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      deep.add(section("L" + i, "x", i == 1 ? null : "L" + (i - 1)));
    }
    put(deep).spec(badField("/items/8/parent", "too-deep"));
    get(1).body("items", hasSize(0)).header("ETag", "\"0\"");
  }

  @Test
  void invalidLines() {
    for (String line : List.of("{\"title\": \"x\"}", "{\"code\": \"a b\", \"title\": \"x\"}")) {
      Api.wrong(Key.COORDINATOR)
          .header("If-Match", "*")
          .body("{\"items\": [" + line + "]}")
          .put(plan.draftPath(1) + "/sections")
          .then()
          .statusCode(400);
    }
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of()))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .spec(badField("/items", "required"));
  }

  @Test
  void onlyWhilePreparing() {
    put(List.of(section("A", "x", null)));
    plan.patchDraft(1, json("status", "OPEN"));
    put(List.of(section("B", "x", null))).spec(problem(409, "draft-not-preparing"));
    get(1).body("items.code", equalTo(List.of("A")));
  }

  @Test
  void copyKeepsTheLineage() {
    put(List.of(section("A", "x", null), section("A.1", "y", "A")));
    plan.draft();
    copy(2, "from=1").statusCode(200).header("ETag", "\"1\"");
    get(2).body("items.code", equalTo(List.of("A", "A.1")));
    assertThat(lineages(2)).isEqualTo(lineages(1)).hasSize(2).doesNotHaveDuplicates();
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of(section("A", "x", null))))
        .put(plan.draftPath(2) + "/sections?from=1")
        .then()
        .spec(badField("", "not-supported"));
    copy(2, "from=9").spec(badParameter("from", "unknown-draft"));
    copy(2, "from=2").spec(badParameter("from", "unknown-draft"));
    copy(1, "from=2").statusCode(200);
    assertThat(lineages(1)).isEqualTo(lineages(2));
  }

  @Test
  void anEmptyOutlineIsNotCopied() {
    put(List.of(section("A", "x", null)));
    plan.draft();
    copy(1, "from=2").spec(badParameter("from", "no-outline"));
    get(1).body("items.code", equalTo(List.of("A")));
  }

  @Test
  void levelIsIgnored() {
    put(List.of(with(section("A", "x", null), "level", 8)))
        .statusCode(200)
        .body("items[0].level", equalTo(1));
  }

  @Test
  void levelIsValidated() {
    for (int level : new int[] {-1, 0, 9, Integer.MAX_VALUE}) {
      refused(with(section("A", "x", null), "level", level), "/level", "out-of-range");
    }
    get(1).body("items", hasSize(0));
  }

  /** Line and paragraph separators, no-break and wide blanks, format characters, fillers. */
  @Test
  void codeHasNoBlanks() {
    for (int c :
        new int[] {
          0x20, 0x2028, 0x2029, 0xA0, 0x2003, 0x3000, 0x200B, 0x202E, 0xAD, 0xFEFF, 0x3164, '/',
        }) {
      String code = "V" + Character.toString(c) + "1";
      refused(section(code, "x", null), "/code", "invalid-format");
    }
    refused(section("V\u00851", "x", null), "/code", "invalid-text");
    get(1).body("items", hasSize(0));
  }

  private void refused(Map<String, Object> line, String field, String code) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of(line)))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .spec(badField("/items/0" + field, code));
  }

  private ValidatableResponse copy(int draft, String query) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .put(plan.draftPath(draft) + "/sections?" + query)
        .then();
  }

  @Test
  void lineageIsKeptByCode() {
    put(List.of(section("A", "x", null), section("B", "x", null)));
    List<String> before = lineages(1);
    put(List.of(section("C", "new", null), section("B", "renamed", null)));
    assertThat(lineages(1)).contains(before.get(1)).doesNotContain(before.get(0));
  }

  private List<String> lineages(int draft) {
    return Sql.of(
            "select s.lineage_id::text from section s join draft d on d.id = s.draft_id"
                + " join plan p on p.id = d.plan_id where p.slug = ? and d.number = ? order by s.path",
            plan.slug(),
            draft)
        .list(source, row -> row.getString(1));
  }

  @Test
  void largeOutline() {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      items.add(section("S" + i, "Mục số " + i, i % 50 == 0 ? null : "S" + (i - i % 50)));
    }
    put(items).statusCode(200).body("items", hasSize(5_000));
    items.add(section("S5000", "x", null));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", items))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .spec(badField("/items", "too-long"));
  }
}
