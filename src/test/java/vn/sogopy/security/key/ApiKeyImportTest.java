package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** Import of a list of organizations that creates a key for each. */
@QuarkusTest
class ApiKeyImportTest {
  private static final String BOM = "\uFEFF";

  @Inject DataSource source;

  private UUID last;

  @BeforeEach
  void before() {
    last =
        Sql.of("select id from api_key order by id desc limit 1")
            .first(source, row -> Row.uuid(row, "id"))
            .orElseThrow();
  }

  /** Other tests read the list of keys. */
  @AfterEach
  void removeAllThatWereMade() {
    Sql.of("delete from api_key where id > ?", last).execute(source);
  }

  private static RequestSpecification csv(String text) {
    return Api.as(Key.ADMIN).contentType("text/csv").body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static RequestSpecification wrong(String text) {
    return Api.wrong(Key.ADMIN).contentType("text/csv").body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.post("/api-keys").then();
  }

  private int keys() {
    return Sql.of("select count(*)::int from api_key")
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }

  /** As many as a province asks, a row each. */
  @Test
  void seventyOrganizations() {
    List<String> codes =
        Sql.of("select code from organization where sample order by code")
            .list(source, row -> row.getString(1));
    assertThat(codes).hasSizeGreaterThanOrEqualTo(70);
    StringBuilder file = new StringBuilder("name,role,organization\n");
    codes.forEach(
        code ->
            file.append("Hệ thống ").append(code).append(",SUBMITTER,").append(code).append('\n'));
    Response made =
        post(csv(file.toString()))
            .statusCode(200)
            .header("Cache-Control", "no-store")
            .body("received", equalTo(codes.size()))
            .body("created", equalTo(codes.size()))
            .body("rows", empty())
            .body("keys.organization", equalTo(codes))
            .extract()
            .response();
    List<String> secrets = made.path("keys.key");
    assertThat(secrets).doesNotHaveDuplicates().allMatch(KeySecret::plausible);
    Api.as(secrets.get(0)).get("/me").then().body("organization", equalTo(codes.get(0)));
  }

  @Test
  void columnsAreFoundByHeadings() {
    String client = "eoffice-" + UUID.randomUUID();
    LocalDate last = VietnamTime.dayOf(Instant.now()).plusDays(300);
    String file =
        BOM
            + "DANH SÁCH CẤP KHÓA;;;;;;\n"
            + "STT;Tên khóa;Vai trò;Mã cơ quan;Client;Quy hoạch;Hết hạn\n"
            + "1;Hệ thống Sở GTVT;Góp ý;sgtvt;"
            + client
            + ";bac-kan-2021-2030;"
            + VietnamTime.shortDate(last)
            + "\n"
            + "2;Tư vấn;tư vấn;;;;"
            + last
            + "\n";
    post(csv(file).queryParam("verbose", true))
        .statusCode(200)
        .body("created", equalTo(2))
        .body("ignoredColumns", contains("STT"))
        .body("rows.row", contains(3, 4))
        .body("rows.status", contains("CREATED", "CREATED"))
        .body("keys.role", contains("SUBMITTER", "CONSULTANT"))
        .body("keys[0].client", equalTo(client))
        .body("keys[0].plans", contains("bac-kan-2021-2030"))
        .body("keys.expiresOn", contains(last.toString(), last.toString()))
        .spec(Api.nulls("keys[1].plans", "keys[1].organization"));
  }

  /** A mistyped heading must not create keys for all plans, or keys that never expire. */
  @Test
  void unknownColumnIsRefused() {
    int before = keys();
    post(csv("STT;Tên khóa;Vai trò;Quy hoach xx;Hết hn\n1;A;VIEWER;bac-kan-2021-2030;31/12/2099\n"))
        .spec(badField("", "unknown-column"))
        .body("errors.detail", hasSize(2))
        .body("errors[0].detail", containsString("Quy hoach xx"))
        .body("errors[1].detail", containsString("Hết hn"));
    for (String torn :
        List.of("name,role,\nA,VIEWER,bac-kan-2021-2030\n", "name,,role\nA,x,VIEWER\n")) {
      post(csv(torn))
          .spec(problem(422, "import-rejected"))
          .body("report.rows[0].errors[0].code", equalTo("cell-beyond-headings"));
    }
    assertThat(keys()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'name,role\n,VIEWER', name, required",
    "'name,role\nx,', role, required",
    "'name,role\nx,CHIEF', role, invalid-enum",
    "'name,role,organization\nx,SUBMITTER,', organization, required",
    "'name,role,organization\nx,SUBMITTER,nope', organization, unknown-organization",
    "'name,role,organization\nx,VIEWER,sxd', organization, not-supported",
    "'name,role,plans\nx,VIEWER,nope', plans, unknown-plan",
    "'name,role,plans\nx,VIEWER,\";\"', plans, out-of-range",
    "'name,role,client\nx,VIEWER,reminders', client, already-used",
    "'name,role,expiresOn\nx,VIEWER,soon', expiresOn, invalid-date",
    "'name,role,expiresOn\nx,VIEWER,2021-01-01', expiresOn, in-the-past",
    "'name,role,person\nx,VIEWER,maybe', person, invalid-enum",
    "'name,role,person,email\nx,VIEWER,x,nobody', email, invalid-format",
    "'name,role,email\nx,VIEWER,a@example.org', email, not-supported",
    "'name,role,person,client\nx,VIEWER,x,c', client, not-supported",
  })
  void invalidRows(String file, String column, String code) {
    int before = keys();
    post(csv(file + "\n"))
        .spec(problem(422, "import-rejected"))
        .body("report.rejected", equalTo(1))
        .body("report.rows[0].row", equalTo(2))
        .body("report.rows[0].errors[0].column", equalTo(column))
        .body("report.rows[0].errors[0].code", equalTo(code));
    assertThat(keys()).isEqualTo(before);
  }

  @Test
  void clientsAreUnique() {
    String client = "chung-" + UUID.randomUUID();
    String file =
        "name,role,organization,client\na,SUBMITTER,sxd,C\nb,SUBMITTER,stc,C\nc,SUBMITTER,sxd,C\n";
    post(csv(file.replace("C\n", client + "\n")).queryParam("mode", "partial"))
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rejected", equalTo(1))
        .body("rows.row", contains(3))
        .body("rows[0].errors[0].code", equalTo("already-used"))
        .body("keys.name", contains("a", "c"));
  }

  @Test
  void dryRunCreatesNothing() {
    int before = keys();
    post(csv("name,role\nThử,VIEWER\n").queryParam("dryRun", true))
        .statusCode(200)
        .body("created", equalTo(1))
        .body("keys", empty());
    assertThat(keys()).isEqualTo(before);
  }

  /** For mail merge. Formulas are neutralised. */
  @Test
  void keysAsCsv() {
    Response made =
        post(csv("name,role,organization\n=1+1,SUBMITTER,sxd\nB,VIEWER,\n").accept("text/csv"))
            .statusCode(200)
            .header("Content-Type", "text/csv; charset=UTF-8")
            .header("Cache-Control", "no-store")
            .header("Content-Disposition", startsWith("attachment; filename=\"khoa-api.csv\""))
            .extract()
            .response();
    List<String> lines = new String(made.asByteArray(), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo(BOM + "Mã cơ quan,Cơ quan,Tên khóa,Email,Phần đầu,Khóa");
    assertThat(lines.get(1)).matches("sxd,Sở Xây dựng,'=1\\+1,,(sgy_\\w{8}),\\1_\\w{43}_\\w{8}");
    String secret = lines.get(2).substring(lines.get(2).lastIndexOf(',') + 1);
    Api.as(secret).get("/me").then().body("role", equalTo("VIEWER"));
  }

  @Test
  void csvNeedsAllRows() {
    post(csv("name,role\nx,VIEWER\n").accept("text/csv").queryParam("mode", "partial"))
        .spec(badParameter("mode", "not-supported"));
    post(csv("name,role\nx,VIEWER\n").accept("text/csv").queryParam("dryRun", true))
        .spec(badParameter("dryRun", "not-supported"));
    post(csv("name,role\nx,CHIEF\n").accept("text/csv")).spec(problem(422, "import-rejected"));
    Api.as(Key.ADMIN)
        .accept("text/csv")
        .body(json("name", "x", "role", "VIEWER"))
        .post("/api-keys")
        .then()
        .spec(problem(406, "not-acceptable"));
  }

  @Test
  void invalidTables() {
    post(wrong("")).spec(badField("", "column-required"));
    post(csv("a,b\n1,2\n")).spec(badField("", "column-required"));
    post(csv("name\nx\n")).spec(badField("", "column-required"));
    post(csv("name,role,tên\nx,VIEWER,y\n")).spec(badField("", "already-used"));
    post(csv("name,role,t\u0085ên\nx,VIEWER,y\n")).spec(badField("", "already-used"));
    post(csv("name,role\n" + "x,VIEWER\n".repeat(1_001))).spec(badField("", "too-long"));
    post(wrong("name,role\nx,VIEWER\n").queryParam("mode", "best"))
        .spec(badParameter("mode", "invalid-enum"));
    post(Api.wrong(Key.ADMIN).contentType("text/plain").body("name,role\n"))
        .spec(problem(415, "unsupported-media-type"));
  }

  @Test
  void modeIsForFiles() {
    post(Api.as(Key.ADMIN).body(json("name", "x", "role", "VIEWER")).queryParam("mode", "atomic"))
        .spec(badParameter("mode", "not-supported"));
  }

  @Test
  void responseIsNotReplayed() {
    post(csv("name,role\nx,VIEWER\n").header("Idempotency-Key", "k"))
        .spec(badHeader("Idempotency-Key", "not-supported"));
  }

  @Test
  void rightsCannotExceedTheCaller() {
    String bound =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "ADMIN", "plans", List.of("bac-kan-2021-2030")))
            .post("/api-keys")
            .path("key");
    Api.as(bound)
        .contentType("text/csv")
        .body(
            "name,role,plans\na,VIEWER,bac-kan-2021-2030\nb,VIEWER,\n"
                .getBytes(StandardCharsets.UTF_8))
        .post("/api-keys")
        .then()
        .spec(problem(403, "forbidden"));
  }

  /** A list can be sent again: no key is duplicated, no secret is shown again. */
  @Test
  void repetitionCreatesNothing() {
    String list =
        "name,role,organization,client,plans,expiresOn\n"
            + "A,SUBMITTER,sxd,,,\nB,VIEWER,,mot-%s,bac-kan-2021-2030,2099-12-31\n"
                .formatted(UUID.randomUUID());
    List<String> ids = post(csv(list).queryParam("verbose", true)).extract().path("rows.id");
    int before = keys();
    post(csv(list + "C,VIEWER,,,,\nC,VIEWER,,,,\n").queryParam("verbose", true))
        .statusCode(200)
        .body("created", equalTo(1))
        .body("unchanged", equalTo(3))
        .body("rows.status", contains("UNCHANGED", "UNCHANGED", "CREATED", "UNCHANGED"))
        .body("rows[0].id", equalTo(ids.get(0)))
        .body("rows[1].id", equalTo(ids.get(1)))
        .body("keys.name", contains("C"));
    assertThat(keys()).isEqualTo(before + 1);
  }

  @Test
  void equalNameIsAConflict() {
    post(csv("name,role,organization\nA,SUBMITTER,sxd\n")).statusCode(200);
    int before = keys();
    post(csv("name,role,organization,expiresOn\nA,SUBMITTER,stc,2099-12-31\nB,VIEWER,,\n"))
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2))
        .body("report.rows.status", contains("CONFLICT"))
        .body("report.rows[0].errors.column", contains("organization", "expiresOn"))
        .body("report.rows[0].errors.code", contains("key-differs", "key-differs"))
        .body("report.rows[0].errors[0].candidates", contains("sxd"));
    assertThat(keys()).isEqualTo(before);
  }

  /** A stopped key does not prevent a new one. */
  @Test
  void revokedKeyIsCreatedAgain() {
    String list = "name,role\nA,VIEWER\n";
    String id = post(csv(list)).extract().path("keys[0].id");
    Api.as(Key.ADMIN).delete("/api-keys/" + id).then().statusCode(204);
    post(csv(list)).statusCode(200).body("created", equalTo(1));
  }

  @Test
  void thousandKeys() {
    StringBuilder file = new StringBuilder("name,role\n");
    for (int i = 0; i < 1_000; i++) {
      file.append("x").append(i).append(",VIEWER\n");
    }
    post(csv(file.toString())).statusCode(200).body("keys.key.unique()", hasSize(1_000));
  }
}
