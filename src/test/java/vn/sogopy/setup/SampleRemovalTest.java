package vn.sogopy.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.SecondDatabaseResource;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The sample is removed as a whole, on a separate database. */
@QuarkusTest
@WithTestResource(value = SecondDatabaseResource.class)
class SampleRemovalTest {
  private static final String PLAN = "/plans/bac-kan-2021-2030";

  @Inject DataSource source;

  @Test
  void removesOnlyTheSample() {
    // Another plan with a comment by an organization of the sample, and one in the sample.
    TestPlan kept = TestPlan.open();
    Map<String, Object> letter = json("number", "1/A", "date", "2021-09-01");
    TestComment comment = kept.comment(Key.SGTVT, json("content", "x", "letter", letter));
    Map<String, Object> before = comment.get().extract().path("$");
    new TestPlan("bac-kan-2021-2030").comment(2, Key.SGTVT, json("content", "đi theo"));
    park(new TestPlan("bac-kan-2021-2030").draftPath(2));
    park(kept.draftPath(1));
    TestOrganization.make(json("code", "moi", "name", "Mới", "group", "COMMUNITY", "order", 1));
    Api.as(Key.COORDINATOR).get(PLAN + "/changes").then().statusCode(200); // numbers events
    new TestPlan("bac-kan-2021-2030").comment(2, Key.SGTVT, json("content", "chưa có vị trí"));
    String coordinator =
        Api.as(Key.ADMIN)
            .body(json("name", "Điều phối", "role", "COORDINATOR"))
            .post("/api-keys")
            .path("key");

    String ofTheSample = keyOf("bac-kan-2021-2030");
    String ofBoth = keyOf("bac-kan-2021-2030", kept.slug());

    DeskBrowser admin = DeskBrowser.of(Key.ADMIN);
    assertThat(admin.page("/quan-tri/du-lieu-mau")).contains("Sẽ xóa, không lấy lại được");
    admin
        .post("/quan-tri/du-lieu-mau", Map.of())
        .then()
        .statusCode(303)
        .header("Location", "/quan-tri?xong=da-xoa-mau");
    admin.request().get("/quan-tri/du-lieu-mau").then().statusCode(404);
    assertThat(admin.page("/quan-tri?xong=da-xoa-mau"))
        .contains("Đã xóa dữ liệu mẫu.")
        .doesNotContain("/quan-tri/du-lieu-mau");

    // A later plan with the same name is not a plan of these keys.
    Api.wrong(ofTheSample).get("/me").then().spec(problem(401, "unauthenticated"));
    Api.as(ofBoth).get("/me").then().body("plans", equalTo(List.of(kept.slug())));

    Api.as(Key.ADMIN)
        .get("/audit?operation=AdminScreenResource.removeSample")
        .then()
        .body("items.name", equalTo(List.of("Quản trị viên (mẫu)")));
    Api.as(coordinator).get(PLAN).then().spec(problem(404, "not-found"));
    Api.as(coordinator).get(PLAN + "/drafts/2/comments").then().spec(problem(404, "not-found"));
    Api.as(coordinator).get("/plans").then().body("items.slug", equalTo(List.of(kept.slug())));
    Api.as(coordinator).get(comment.path()).then().body("$", equalTo(before));
    Api.as(coordinator)
        .get(comment.path() + "/history")
        .then()
        .body("items.action", equalTo(List.of("RECEIVED")));
    Api.as(coordinator)
        .get(kept.path() + "/changes")
        .then()
        .body(
            "items.type",
            equalTo(List.of("vn.sogopy.letter.received", "vn.sogopy.comment.received")));
    Api.as(coordinator)
        .get("/organizations")
        .then()
        .body("items.code", equalTo(List.of("sgtvt", "moi"))); // the others were unused
    Api.as(coordinator)
        .get("/groups")
        .then()
        .body("items.code", equalTo(List.of("PROVINCIAL", "COMMUNITY")));
    for (Key key : List.of(Key.COORDINATOR, Key.CONSULTANT, Key.VIEWER, Key.SGTVT, Key.BABE)) {
      Api.wrong(key).get("/me").then().spec(problem(401, "unauthenticated"));
    }
    for (String person : List.of("COORDINATOR", "EXPERT", "LEADER", "SUBMITTER")) {
      Api.wrong(Key.secret("SOGOPY_CODE_" + person))
          .get("/me")
          .then()
          .spec(problem(401, "unauthenticated"));
    }
    for (String table : List.of("comment", "comment_history", "letter", "parked_letter")) {
      assertThat(rows(table)).as(table).isEqualTo(1);
    }
    assertThat(rows("comment_section")).isZero();
    for (String table : List.of("change", "change_arrival")) {
      assertThat(rows(table + " where plan_id not in (select id from plan)")).as(table).isZero();
    }

    remove().spec(problem(404, "not-found"));
    Api.as(Key.ADMIN).get("/me").then().body("role", equalTo("ADMIN"));
    Api.as(Key.secret("SOGOPY_CODE_ADMIN")).get("/me").then().body("role", equalTo("ADMIN"));
  }

  private static String keyOf(String... plans) {
    return Api.as(Key.ADMIN)
        .body(json("name", "x", "role", "VIEWER", "plans", List.of(plans)))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  /** Parks a letter of an unknown sender. */
  private static void park(String draft) {
    Api.as(Key.COORDINATOR)
        .contentType("application/xml")
        .body(
            "<MessageHeader><From><OrganId>Z99</OrganId></From><Code>1/A</Code><PromulgationInfo><PromulgationDate>"
                + "2021/09/06</PromulgationDate></PromulgationInfo></MessageHeader>")
        .post(draft + "/letters")
        .then()
        .statusCode(202);
  }

  private static io.restassured.response.ValidatableResponse remove() {
    return Api.as(Key.ADMIN).delete("/sample-data").then();
  }

  private int rows(String table) {
    return Sql.of("select count(*) from " + table)
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }
}
