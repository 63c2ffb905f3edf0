package vn.sogopy.organization;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** A deletion beside the first use of what is deleted. */
@QuarkusTest
class DeletionRaceTest {
  @Inject DataSource source;

  private String body;

  @BeforeEach
  void body() {
    body = TestOrganization.make("Cơ quan thử");
  }

  /** The response to a request that starts while this statement is not committed. */
  private Response beside(Supplier<Response> request, String statement, String... values)
      throws Exception {
    try (Connection open = source.getConnection()) {
      open.setAutoCommit(false);
      try (PreparedStatement first = open.prepareStatement(statement)) {
        for (int i = 0; i < values.length; i++) {
          first.setString(i + 1, values[i]);
        }
        first.executeUpdate();
      }
      return Race.beside(open, request);
    }
  }

  @Test
  void bodyThatComesIntoUseStays() throws Exception {
    String other = TestOrganization.make("Cơ quan thử");
    beside(
            () -> Api.as(Key.COORDINATOR).header("If-Match", "*").delete("/organizations/" + body),
            "insert into organization_successor select o.id, h.id from organization o, organization h"
                + " where o.code = ? and h.code = ?",
            other,
            body)
        .then()
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-predecessors"));
  }

  @Test
  void planThatComesIntoUseStays() throws Exception {
    String slug = "p-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(json("slug", slug, "title", "x"))
        .post("/plans")
        .then()
        .statusCode(201);
    beside(
            () -> Api.as(Key.COORDINATOR).header("If-Match", "*").delete("/plans/" + slug),
            "insert into draft (id, plan_id, number, title, status, kind, version)"
                + " select gen_random_uuid(), id, 1, 'x', 'PREPARING', 'CONSULTATION', 0"
                + " from plan where slug = ?",
            slug)
        .then()
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-drafts"));
  }

  @Test
  void groupThatComesIntoUseStays() throws Exception {
    List<Map<String, Object>> before = Api.as(Key.VIEWER).get("/groups").path("items");
    List<Map<String, Object>> more = new ArrayList<>(before);
    more.add(json("code", "RACE", "title", "Nhóm thử"));
    put(more).then().statusCode(200);
    beside(() -> put(before), "update organization set group_code = 'RACE' where code = ?", body)
        .then()
        .spec(problem(409, "still-in-use"));
    Api.as(Key.VIEWER).get("/groups").then().body("items.code", hasItem("RACE"));
    TestOrganization.patch(body, json("group", "COMMUNITY")).statusCode(200);
    put(before).then().statusCode(200);
  }

  private static Response put(List<?> groups) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", groups))
        .put("/groups");
  }

  /** A retry names what is not there any more. */
  @Test
  void useOfABodyThatIsBeingDeletedIsTriedAgain() throws Exception {
    TestPlan plan = TestPlan.open();
    Map<String, Object> comment = json("content", "x", "organization", body);
    beside(
            () -> Api.as(Key.COORDINATOR).body(comment).post(plan.comments()),
            "delete from organization where code = ?",
            body)
        .then()
        .spec(problem(503, "service-unavailable"));
    Api.as(Key.COORDINATOR)
        .body(comment)
        .post(plan.comments())
        .then()
        .spec(Api.badField("/organization", "unknown-organization"));
  }
}
