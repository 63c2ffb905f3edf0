package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.ApplyGuard;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.reminder.ChasingResource;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.register.edition.EditionResource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Files have their own operations; the parameter {@code format} of the JSON ones still works. */
@QuarkusTest
class FileOperationsTest {
  private TestPlan plan;
  private String draft;

  @BeforeEach
  void comment() {
    plan = TestPlan.open();
    draft = plan.draftPath(1);
    plan.comment(Key.SGTVT, json("content", "Bổ sung đường tỉnh 258B"));
  }

  private String seal() {
    return "/editions/"
        + Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true, "allowUnplaced", true))
            .post(draft + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  private static Response get(String path) {
    return Api.as(Key.COORDINATOR).accept("*/*").get(path);
  }

  private static void same(String json, String query) {
    Response file = get(json + "/file" + query);
    Response old = get(json + query);
    assertThat(file.statusCode()).as(json + query).isEqualTo(200);
    for (String header : List.of("Content-Type", "Content-Disposition")) {
      assertThat(file.header(header)).as(json + query).isEqualTo(old.header(header));
    }
    assertThat(file.asByteArray()).isNotEmpty();
  }

  @Test
  void fileEqualsTheOldParameter() {
    for (String format : List.of("csv", "xlsx", "docx", "pdf", "html", "zip")) {
      same(draft + "/register", "?format=" + format);
    }
    same(draft + "/register", "?format=csv&view=section&public=true&section=V");
    same(draft + "/consultees", "?format=csv&state=NOT_REPLIED");
    same(draft + "/consultees", "?format=xlsx");
    same(draft + "/readiness", "?format=html");
    same(draft + "/sections", "?format=csv");
    assertThat(get(draft + "/sections/file").asByteArray())
        .isEqualTo(get(draft + "/sections?format=csv").asByteArray());
    String edition = seal();
    String later = seal();
    same(later + "/diff", "?format=html&against=" + edition.substring("/editions/".length()));
    for (String format : List.of("csv", "docx", "zip")) {
      same(edition + "/register", "?format=" + format);
      assertThat(get(edition + "/register/file?format=" + format).asByteArray())
          .isEqualTo(get(edition + "/register?format=" + format).asByteArray());
    }
  }

  @Test
  void singleFormatIsTheDefault() {
    assertThat(get(draft + "/readiness/file").contentType()).startsWith("text/html");
    assertThat(get(draft + "/sections/file").contentType()).startsWith("text/csv");
    String against = "?against=" + seal().substring("/editions/".length());
    Response difference = get(seal() + "/diff/file" + against);
    assertThat(difference.contentType()).startsWith("text/html");
    assertThat(new String(difference.asByteArray(), StandardCharsets.UTF_8))
        .contains("Thay đổi từ bản chốt số liệu lần 1 (dự thảo lần 1) đến bản chốt số liệu lần 2");
  }

  @Test
  void formatIsRequired() {
    for (String path : List.of(draft + "/register", draft + "/consultees", seal() + "/register")) {
      Api.wrong(Key.VIEWER).get(path + "/file").then().spec(badParameter("format", "required"));
    }
  }

  @Test
  void jsonIsNotAFile() {
    for (String path : List.of("/register", "/consultees", "/readiness", "/sections")) {
      for (String format : List.of("json", "doc")) {
        Api.wrong(Key.VIEWER)
            .get(draft + path + "/file?format=" + format)
            .then()
            .spec(badParameter("format", "invalid-enum"));
      }
    }
  }

  @Test
  void fileHasNoPaging() {
    Api.wrong(Key.VIEWER)
        .get(draft + "/consultees/file?format=csv&limit=5")
        .then()
        .spec(badParameter("limit", "unknown-parameter"));
    Api.wrong(Key.VIEWER)
        .get(draft + "/consultees?format=csv&limit=5")
        .then()
        .spec(badParameter("limit", "not-supported"));
  }

  /** An operation for JSON and the one for its file have the same guard. */
  @Test
  void fileNeedsTheSamePermit() {
    int heavy = 0;
    for (Class<?> resource :
        List.of(ReadinessResource.class, ChasingResource.class, EditionResource.class)) {
      for (Method method : resource.getMethods()) {
        Operation operation = method.getAnnotation(Operation.class);
        if (operation != null
            && operation.operationId().matches(".*(Readiness|Consultees|Diff|compareEditions)")) {
          assertThat(method.getAnnotation(ApplyGuard.class).value())
              .as(method.toString())
              .isEqualTo(HeavyGuards.READS);
          heavy++;
        }
      }
    }
    assertThat(heavy).isEqualTo(5);
  }

  /** Its path would be that of the file of all organizations. */
  @Test
  void fileIsAReservedCode() {
    Api.wrong(Key.COORDINATOR)
        .body(json("code", "file", "name", "Tệp", "group", "COMMUNITY", "order", 1))
        .post("/organizations")
        .then()
        .spec(badField("/code", "invalid-format"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("dueOn", "2021-09-20"))
        .contentType("application/merge-patch+json")
        .patch(draft + "/consultees/file")
        .then()
        .spec(problem(404, "not-found"));
  }
}
