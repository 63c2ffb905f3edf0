package vn.sogopy.plan;

import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestPlan.section;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A plan that another replica has removed, while this one still has its path in the cache. */
@QuarkusTest
class RemovedPlanTest {
  @Inject DataSource source;

  private static RequestSpecification change() {
    return Api.as(Key.COORDINATOR).header("If-Match", "*");
  }

  @Test
  void writesAre404() {
    TestPlan plan = TestPlan.preparing();
    Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/sections").then().statusCode(200);
    Api.as(Key.COORDINATOR).get(plan.path() + "/drafts").then().statusCode(200);
    String id = "(select id from plan where slug = ?)";
    Sql.of("delete from draft where plan_id = " + id, plan.slug()).execute(source);
    Sql.of("delete from plan where slug = ?", plan.slug()).execute(source);

    change()
        .contentType("application/merge-patch+json")
        .body(json("status", "OPEN"))
        .patch(plan.draftPath(1))
        .then()
        .spec(problem(404, "not-found"));
    change()
        .body(json("items", List.of(section("A", "x", null))))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .spec(problem(404, "not-found"));
    Api.as(Key.COORDINATOR)
        .body(json("title", "x"))
        .post(plan.path() + "/drafts")
        .then()
        .spec(problem(404, "not-found"));
  }
}
