package vn.sogopy.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The tables in {@code docs/starter}, each sent as it is. */
@QuarkusTest
class StarterDataTest {
  private static String file(String name) throws IOException {
    return Files.readString(Path.of("docs/starter", name));
  }

  private static RequestSpecification table(String csv) {
    return Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void groupsWithCommunesInPlaceOfDistricts() throws IOException {
    List<Map<String, Object>> groups = Api.as(Key.VIEWER).get("/groups").path("items");
    // The districts of the sample keep their group.
    table(file("nhom-2025.csv"))
        .header("If-Match", "*")
        .put("/groups")
        .then()
        .spec(problem(409, "still-in-use"));
    table(file("nhom-2025.csv") + "DISTRICT,\"UBND các huyện, thành phố\"\n")
        .header("If-Match", "*")
        .put("/groups")
        .then()
        .statusCode(200)
        .body(
            "items.code",
            contains(
                "CENTRAL",
                "NEIGHBOUR",
                "PARTY",
                "PROVINCIAL",
                "COMMUNE",
                "MASS",
                "ORGANIZATION",
                "COMMUNITY",
                "DISTRICT"))
        .body("items[4].title", equalTo("UBND các xã, phường, đặc khu"))
        .body("report.ignoredColumns", empty());
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", groups))
        .put("/groups")
        .then()
        .statusCode(200);
  }

  @Test
  void phrases() throws IOException {
    TestPlan plan = TestPlan.open();
    table(file("cau-mau.csv"))
        .post(plan.path() + "/phrase-imports")
        .then()
        .statusCode(200)
        .body("created", equalTo(8))
        .body("rejected", equalTo(0));
    Api.as(Key.VIEWER).get(plan.path() + "/phrases").then().body("items", hasSize(8));
  }

  @Test
  void tableOfBodiesIsEmpty() throws IOException {
    table(file("co-quan.csv"))
        .post("/organizations")
        .then()
        .statusCode(200)
        .body("received", equalTo(0))
        .body("ignoredColumns", empty());
    assertThat(file("co-quan.csv").lines()).hasSize(1);
  }
}
