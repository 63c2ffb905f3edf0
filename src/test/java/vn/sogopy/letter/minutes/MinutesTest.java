package vn.sogopy.letter.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** The minutes of meetings about a draft. */
@QuarkusTest
class MinutesTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Inject DataSource source;

  private TestPlan plan;
  private String path;

  @BeforeEach
  void plan() {
    plan = TestPlan.preparing();
    path = plan.draftPath(1) + "/minutes";
  }

  private ValidatableResponse attach(String name, byte[] content) {
    return TestForm.as(Key.COORDINATOR)
        .body(TestForm.of(TestForm.part("file", name, content)))
        .post(path)
        .then();
  }

  @Test
  void attachReadAndRemove() {
    String id =
        attach("Biên bản hội nghị.pdf", PDF)
            .statusCode(201)
            .body("fileName", equalTo("Biên bản hội nghị.pdf"))
            .body("mediaType", equalTo("application/pdf"))
            .body("fileRisk", equalTo("NONE"))
            .body("size", equalTo(PDF.length))
            .extract()
            .path("id");
    String second =
        attach("Ghi chép.txt", "chữ".getBytes(StandardCharsets.UTF_8))
            .statusCode(201)
            .extract()
            .header("Location");
    Api.as(Key.VIEWER)
        .get(path)
        .then()
        .statusCode(200)
        .body("items.fileName", contains("Biên bản hội nghị.pdf", "Ghi chép.txt"))
        .body("items[1].id", equalTo(second.replaceFirst(".*/", "")));
    assertThat(
            Api.as(Key.VIEWER)
                .get(path + "/" + id)
                .then()
                .statusCode(200)
                .header("Content-Disposition", startsWith("attachment"))
                .extract()
                .asByteArray())
        .isEqualTo(PDF);
    Api.as(Key.COORDINATOR).delete(path + "/" + id).then().statusCode(204);
    Api.as(Key.VIEWER).get(path + "/" + id).then().spec(problem(404, "not-found"));
    Api.as(Key.COORDINATOR).delete(path + "/" + id).then().spec(problem(404, "not-found"));
  }

  /** As when another request deletes them between the look-up and the copy. */
  @Test
  void minutesDeletedMeanwhileAreNotThere() {
    String id = attach("a.pdf", PDF).statusCode(201).extract().path("id");
    Sql.of("delete from minutes_piece where file_id = ?", UUID.fromString(id)).execute(source);
    Api.as(Key.VIEWER).get(path + "/" + id).then().spec(problem(404, "not-found"));
  }

  @Test
  void programsAreNotFiled() {
    attach("bien-ban.exe", new byte[] {'M', 'Z', 0, 0}).spec(problem(415, "unsupported-file-type"));
    Api.as(Key.VIEWER).get(path).then().body("items", empty());
  }

  @Test
  void minutesOfAnotherDraftAreNotThere() {
    String id = attach("a.pdf", PDF).statusCode(201).extract().path("id");
    int second = plan.draft();
    Api.as(Key.VIEWER)
        .get(plan.draftPath(second) + "/minutes/" + id)
        .then()
        .spec(problem(404, "not-found"));
  }

  @Test
  void minutesThatTwoRequestsRemoveAreRemovedOnce() throws Exception {
    String id = attach("a.pdf", PDF).statusCode(201).extract().path("id");
    try (Connection other = source.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate("delete from minutes where id = '" + id + "'");
      Response second = Race.beside(other, () -> Api.as(Key.COORDINATOR).delete(path + "/" + id));
      second.then().spec(problem(404, "not-found"));
    }
  }

  @Test
  void draftWithMinutesStays() {
    String id = attach("a.pdf", PDF).statusCode(201).extract().path("id");
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .delete(plan.draftPath(1))
        .then()
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-minutes"))
        .body("errors[0].detail", equalTo("Đã lưu 1 biên bản."));
    Api.as(Key.COORDINATOR).delete(path + "/" + id).then().statusCode(204);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .delete(plan.draftPath(1))
        .then()
        .statusCode(204);
  }
}
