package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;

/** Organizations of a table. Each test has names of its own. */
@QuarkusTest
class OrganizationImportTest {
  private static final String COMPANIES = "\"Tổ chức, doanh nghiệp, chuyên gia\"";

  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String xa = "ubnd-xa-thu-" + mark;
  private final String htx = "hop-tac-xa-" + mark;

  /** The mark of this test in place of {@code *}. */
  private ValidatableResponse send(String csv, String... query) {
    RequestSpecification request =
        Api.wrong(Key.COORDINATOR)
            .contentType("text/csv")
            .body(csv.replace("*", mark).getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.post("/organizations").then();
  }

  private static void missing(String code) {
    Api.as(Key.VIEWER).get("/organizations/" + code).then().spec(problem(404, "not-found"));
  }

  private static final String TWO =
      "STT,Tên cơ quan,Nhóm,Tên gọi khác,Mã định danh\n"
          + "1,UBND xã Thử *,\"TO CHUC, doanh nghiep,  chuyên gia\",\"Xã Thử *; Thử *\",H03.99\n"
          + "2,Hợp tác xã *,ORGANIZATION,,\n";

  @Test
  void codesAreMadeOfNamesAndGroupsFoundByTitles() {
    send(TWO, "verbose", "true")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(2))
        .body("ignoredColumns", contains("STT"))
        .body("rows.status", contains("CREATED", "CREATED"))
        .body("rows.row", contains(2, 3))
        .body("rows.id", contains(xa, htx));
    int order =
        TestOrganization.get(xa)
            .body("name", equalTo("UBND xã Thử " + mark))
            .body("group", equalTo("ORGANIZATION"))
            .body("aliases", contains("Xã Thử " + mark, "Thử " + mark))
            .body("eIds", contains("H03.99"))
            .extract()
            .path("order");
    TestOrganization.get(htx).body("order", equalTo(order + 10)).body("aliases", empty());
  }

  @Test
  void sentAgainChangesOnlyFilledCells() {
    send(TWO).body("created", equalTo(2));
    send(TWO).statusCode(200).body("unchanged", equalTo(2)).body("rows", empty());
    send("Cơ quan,Thứ tự\nthu *,77\nHOP TAC XA *,\n")
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("unchanged", equalTo(1));
    TestOrganization.get(xa)
        .body("order", equalTo(77))
        .body("name", equalTo("UBND xã Thử " + mark))
        .body("aliases", hasSize(2))
        .body("version", equalTo(1));
    send("Mã,Tên cơ quan\n" + htx.toUpperCase() + ",Hợp tác xã mới *\n")
        .body("updated", equalTo(1));
    TestOrganization.get(htx).body("name", equalTo("Hợp tác xã mới " + mark));
  }

  @Test
  void namesInTimeFindTheOrganization() {
    TestOrganization.make(
        json(
            "code",
            htx,
            "name",
            "Tên nay " + mark,
            "group",
            "COMMUNITY",
            "order",
            1,
            "names",
            List.of(json("name", "Tên xưa " + mark, "from", null, "to", "2020-12-31"))));
    send("Tên cơ quan,Thứ tự\nten xua *,5\n").statusCode(200).body("updated", equalTo(1));
    TestOrganization.get(htx).body("order", equalTo(5)).body("names", hasSize(1));
  }

  @Test
  void namesInTimeAreTaken() {
    send(
            "Tên cơ quan,Nhóm,Tên theo thời gian\nHợp tác xã *,COMMUNITY,Tên xưa * (đến 28/02/2025)\n"
                + "Tổ hợp tác *,COMMUNITY,Tên xưa\nHội *,COMMUNITY,Hội cũ (từ 2/1/2021 đến 1/1/2021)\n",
            "mode",
            "partial")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows.errors.flatten().code", contains("invalid-format", "invalid-period"))
        .body("rows.errors.flatten().column", contains("Tên theo thời gian", "Tên theo thời gian"));
    TestOrganization.get(htx)
        .body("names.name", contains("Tên xưa " + mark))
        .body("names.to", contains("2025-02-28"));
  }

  /** One call for a whole province. */
  @Test
  void hundredAndFiftyOrganizations() {
    StringBuilder csv = new StringBuilder("Tên cơ quan,Nhóm\n");
    for (int i = 1; i <= 150; i++) {
      csv.append("UBND xã số ").append(i).append(" *,COMMUNITY\n");
    }
    send(csv.toString(), "dryRun", "true")
        .statusCode(200)
        .body("created", equalTo(150))
        .body("rejected", equalTo(0));
    missing("ubnd-xa-so-1-" + mark);
  }

  @Test
  void dryRunWritesNothing() {
    send(TWO, "dryRun", "true", "verbose", "true")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.id", contains(xa, htx));
    missing(xa);
    send(TWO).body("created", equalTo(2));
    send("Tên cơ quan,Thứ tự\nThử *,77\n", "dryRun", "true").body("updated", equalTo(1));
    TestOrganization.get(xa).body("version", equalTo(0));
  }

  private static final String BAD =
      "Mã,Tên cơ quan,Nhóm,Thứ tự\n"
          + "a b,Sai mã *,ORGANIZATION,\n"
          + ",Sai nhóm *,Nhóm không có,\n"
          + ",Không nhóm *,,\n"
          + ",Sai thứ tự *,ORGANIZATION,đầu\n"
          + ",Hợp tác xã *,ORGANIZATION,\n"
          + ",Hợp tác xã *,ORGANIZATION,\n";

  @Test
  void everyBadRowIsReportedAndNothingWritten() {
    send(BAD)
        .spec(problem(422, "import-rejected"))
        .body("report.received", equalTo(6))
        .body("report.rejected", equalTo(5))
        .body("report.rows.row", contains(2, 3, 4, 5, 7))
        .body(
            "report.rows.status", contains("INVALID", "INVALID", "INVALID", "INVALID", "CONFLICT"))
        .body(
            "report.rows.errors.flatten().code",
            contains("invalid-format", "unknown-group", "required", "out-of-range", "already-used"))
        .body(
            "report.rows.errors.flatten().column",
            contains("Mã", "Nhóm", "Nhóm", "Thứ tự", "Tên cơ quan"));
    missing(htx);
    send(BAD, "mode", "partial").statusCode(200).body("created", equalTo(1));
    TestOrganization.get(htx);
    missing("sai-nhom-" + mark);
  }

  @Test
  void successorsAreNamesOfThisTableToo() {
    send("Tên cơ quan,Nhóm,Kết thúc hoạt động từ ngày,Cơ quan kế thừa,Căn cứ\n"
            + "UBND xã Thử *,COMMUNITY,,,\n"
            + "Hợp tác xã *,COMMUNITY,01/7/2025,ubnd xa thu *,Nghị quyết (minh họa)\n")
        .statusCode(200)
        .body("created", equalTo(2));
    TestOrganization.get(htx)
        .body("dissolvedOn", equalTo("2025-07-01"))
        .body("successors", contains(xa))
        .body("dissolutionBasis", equalTo("Nghị quyết (minh họa)"));
    TestOrganization.get(xa).body("predecessors", contains(htx));
    send("Mã,Kết thúc hoạt động từ ngày,Cơ quan kế thừa\n" + xa + ",01/8/2025," + htx + "\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("succession-circle"))
        .body("report.rows[0].errors[0].column", equalTo("Cơ quan kế thừa"));
    send("Mã,Kết thúc hoạt động từ ngày,Cơ quan kế thừa\n" + xa + ",01/8/2025,Không có *\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("unknown-organization"));
  }

  @Test
  void rowWithAGroupAloneIsAHeading() {
    send("TT,Tên cơ quan,Ghi chú\nI,\"I. Tổ chức, doanh nghiệp, chuyên gia\",\n1,UBND xã Thử *,x\n"
            + "II,\"Cộng đồng dân cư, cá nhân\",\n1,Hợp tác xã *,\n")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(2));
    TestOrganization.get(xa).body("group", equalTo("ORGANIZATION"));
    TestOrganization.get(htx).body("group", equalTo("COMMUNITY"));
    // An unknown group is neither a body nor the group above.
    send("TT,Tên cơ quan\nI,\"Cộng đồng dân cư, cá nhân\"\nII,Nhóm lạ *\n1,Hội *\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(3, 4))
        .body("report.rows.errors.flatten().code", contains("unknown-group", "required"));
  }

  @Test
  void sameNameUnderAnotherCodeIsSaid() {
    send(TWO).body("created", equalTo(2));
    send("Mã,Tên cơ quan,Nhóm\nkhac-*,Hợp tác xã *," + COMPANIES + "\n")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows[0].status", equalTo("CREATED"))
        .body("rows[0].errors[0].code", equalTo("already-used"))
        .body("rows[0].errors[0].candidates", hasItem(htx));
    // Now the name alone is not enough.
    send("Tên cơ quan,Thứ tự\nHợp tác xã *,3\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("ambiguous"))
        .body("report.rows[0].errors[0].candidates", contains(htx, "khac-" + mark));
  }

  @Test
  void fileInAForm() {
    Api.wrong(Key.ADMIN)
        .contentType("multipart/form-data")
        .multiPart(
            "file",
            "cơ quan.csv",
            TWO.replace("*", mark).getBytes(StandardCharsets.UTF_8),
            "text/csv")
        .post("/organizations")
        .then()
        .statusCode(200)
        .body("created", equalTo(2));
  }

  @Test
  void repeatedRequestHasItsAnswer() {
    for (String replayed : new String[] {null, "true"}) {
      String header =
          Api.wrong(Key.COORDINATOR)
              .contentType("text/csv")
              .header("Idempotency-Key", mark)
              .body(TWO.replace("*", mark).getBytes(StandardCharsets.UTF_8))
              .post("/organizations")
              .then()
              .statusCode(200)
              .body("created", equalTo(2))
              .extract()
              .header("Idempotency-Replayed");
      assertThat(header).isEqualTo(replayed);
    }
  }

  @Test
  void unreadableTables() {
    send("x\ny\n").spec(badField("", "column-required"));
    send("").spec(badField("", "column-required"));
    send("Tên,name\na,b\n").spec(badField("", "already-used"));
  }

  @Test
  void optionsOfATableAreRefusedWithJson() {
    Api.wrong(Key.COORDINATOR)
        .queryParam("dryRun", "true")
        .body(json("code", htx, "name", "x", "group", "COMMUNITY", "order", 1))
        .post("/organizations")
        .then()
        .spec(badParameter("dryRun", "not-supported"));
    Api.wrong(Key.COORDINATOR)
        .body(json("code", "template", "name", "x", "group", "COMMUNITY", "order", 1))
        .post("/organizations")
        .then()
        .spec(badField("/code", "invalid-format"));
  }
}
