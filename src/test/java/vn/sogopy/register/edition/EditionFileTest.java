package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** Verification, signed copies and integrity checks of an edition's files. */
@QuarkusTest
class EditionFileTest {
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Inject DataSource source;

  private TestPlan plan;
  private String id;

  @BeforeEach
  void edition() {
    plan = TestPlan.open();
    plan.comment("Đề nghị bổ sung").answer("ACCEPTED").approve();
    id =
        Api.as(Key.COORDINATOR)
            .body(json())
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  private Response register(String query) {
    return Api.as(Key.COORDINATOR).accept("*/*").get("/editions/" + id + "/register" + query);
  }

  private static ValidatableResponse verify(Key key, byte[] file) {
    return TestForm.as(key)
        .body(TestForm.of(TestForm.part("file", "x", file)))
        .post("/editions/verifications")
        .then();
  }

  private ValidatableResponse sign(Key key, String name, byte[] file) {
    return TestForm.as(key)
        .body(TestForm.of(TestForm.part("file", name, file)))
        .post("/editions/" + id + "/signed-copies")
        .then();
  }

  private void issue() {
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post("/editions/" + id + "/issuance")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void fileIsVerifiedByItsBytes(String format) {
    byte[] file = register("?format=" + format).asByteArray();
    verify(Key.VIEWER, file)
        .statusCode(200)
        .body("match.edition", equalTo(id))
        .body("match.number", equalTo(1))
        .body("match.format", equalTo(format.toUpperCase(java.util.Locale.ROOT)))
        .body("match.signedCopy", equalTo(false));
    file[file.length / 2] ^= 1;
    verify(Key.VIEWER, file).statusCode(200).spec(nulls("match"));
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void everyRoleVerifies(Key key) {
    verify(key, register("?format=csv").asByteArray())
        .statusCode(200)
        .body("match.edition", equalTo(id));
  }

  @Test
  void signedCopyNeedsANumber() {
    sign(Key.COORDINATOR, "126.pdf", PDF).spec(problem(409, "edition-not-issued"));
    issue();
    sign(Key.VIEWER, "126.pdf", PDF).spec(problem(403, "forbidden"));
    sign(Key.COORDINATOR, "126.pdf", "Word".getBytes(StandardCharsets.US_ASCII))
        .spec(problem(415, "unsupported-file-type"));
    sign(Key.COORDINATOR, "126.pdf", Arrays.copyOf(PDF, PDF.length - 8))
        .spec(problem(415, "unsupported-file-type"));
    sign(Key.COORDINATOR, "126.exe", new byte[] {'M', 'Z'})
        .spec(problem(415, "unsupported-file-type"));
    byte[] signed =
        (new String(PDF, StandardCharsets.US_ASCII) + "% " + id + "\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);
    ValidatableResponse made =
        sign(Key.COORDINATOR, "Báo cáo 126 đã ký.pdf", signed)
            .statusCode(201)
            .body("fileName", equalTo("Báo cáo 126 đã ký.pdf"))
            .body("kind", equalTo("SIGNED_COPY"));
    Response copy =
        RestAssured.given()
            .header("X-API-Key", Key.VIEWER.secret())
            .get(made.extract().header("Location"));
    assertThat(copy.asByteArray()).isEqualTo(signed);
    verify(Key.SGTVT, signed)
        .body("match.edition", equalTo(id))
        .body("match.signedCopy", equalTo(true));
  }

  @Test
  void editionsAreImmutable() {
    for (String change :
        new String[] {
          "update edition set note = 'x' where id = ?",
          "delete from edition where id = ?",
          "update edition_file set size = 1 where edition_id = ?",
          "delete from edition_file where edition_id = ?",
          "update edition_piece set bytes = '' where file_id in (select id from edition_file where edition_id = ?)",
          "delete from edition_piece where file_id in (select id from edition_file where edition_id = ?)"
        }) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> Sql.of(change, UUID.fromString(id)).execute(source))
          .as(change)
          .isInstanceOf(SqlException.class)
          .hasStackTraceContaining("an edition is not changed");
    }
  }

  /** As a superuser of the database could. */
  private void tamper(String table, String change) {
    Sql.of("alter table " + table + " disable trigger user").execute(source);
    try {
      Sql.of(change, UUID.fromString(id)).execute(source);
    } finally {
      Sql.of("alter table " + table + " enable trigger user").execute(source);
    }
  }

  @Test
  void changedRegisterIsDetected() {
    Api.as(Key.VIEWER).get("/editions/" + id).then().body("intact", equalTo(true));
    tamper(
        "edition_piece",
        "update edition_piece set bytes = set_byte(bytes, 10, get_byte(bytes, 10) # 1)"
            + " where file_id in (select id from edition_file where edition_id = ? and format = 'JSON')");
    Api.as(Key.VIEWER)
        .get("/editions/" + id)
        .then()
        .body("intact", equalTo(false))
        .body("files.findAll { !it.intact }", hasSize(2));
    register("?format=json").then().spec(problem(409, "edition-damaged"));
    register("?format=csv").then().spec(problem(409, "edition-damaged"));
    assertThat(health()).contains(id);
  }

  @Test
  void replacedFileIsDetected() {
    register("?format=csv").then().statusCode(200);
    tamper(
        "edition_piece",
        "update edition_piece set bytes = 'x' where file_id in (select id from edition_file where edition_id = ? and format = 'CSV')");
    Api.as(Key.VIEWER).get("/editions/" + id).then().body("intact", equalTo(false));
    register("?format=csv").then().spec(problem(409, "edition-damaged"));
    register("?format=json")
        .then()
        .statusCode(200)
        .header("Content-Type", startsWith("application/json"));
  }

  @Test
  void otherDigestIsDetected() {
    tamper("edition", "update edition set digest = sha256('x') where id = ?");
    Api.as(Key.VIEWER).get("/editions/" + id).then().body("intact", equalTo(false));
    register("?view=section&format=csv").then().spec(problem(409, "edition-damaged"));
  }

  private static String health() {
    return RestAssured.get("/q/health").asString();
  }
}
