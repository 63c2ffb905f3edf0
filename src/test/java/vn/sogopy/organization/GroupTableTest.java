package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The groups of the register as a table. */
@QuarkusTest
class GroupTableTest {
  private List<Map<String, Object>> groups;

  @BeforeEach
  void read() {
    groups = Api.as(Key.VIEWER).get("/groups").path("items");
  }

  @AfterEach
  void restore() {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", groups))
        .put("/groups")
        .then()
        .statusCode(200)
        .body("report", nullValue());
  }

  private static ValidatableResponse put(String csv, String... query) {
    RequestSpecification request =
        Api.wrong(Key.COORDINATOR)
            .contentType("text/csv")
            .header("If-Match", "*")
            .body(csv.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.put("/groups").then();
  }

  /** The stored groups, by title alone where the code is left out. */
  private String table(boolean withCodes) {
    StringBuilder csv = new StringBuilder("Mã nhóm,Tên nhóm,Ghi chú\n");
    groups.forEach(
        group ->
            csv.append(withCodes ? group.get("code") : "")
                .append(",\"")
                .append(group.get("title"))
                .append("\",\n"));
    return csv.toString();
  }

  @Test
  void storedTitlesHaveTheirCodes() {
    put(table(false) + ",\"UBND các xã, phường\",\n", "verbose", "true")
        .statusCode(200)
        .body("items.code", contains(withLast("UBND_CAC_XA_PHUONG")))
        .body("report.received", equalTo(groups.size() + 1))
        .body("report.unchanged", equalTo(groups.size()))
        .body("report.created", equalTo(1))
        .body("report.ignoredColumns", contains("Ghi chú"))
        .body("report.rows[-1].status", equalTo("CREATED"))
        .body("report.rows[-1].id", equalTo("UBND_CAC_XA_PHUONG"));
    Api.as(Key.VIEWER)
        .get("/groups")
        .then()
        .body("items.title[-1]", equalTo("UBND các xã, phường"));
  }

  private Object[] withLast(String code) {
    List<Object> codes = new ArrayList<>(groups.stream().map(g -> g.get("code")).toList());
    codes.add(code);
    return codes.toArray();
  }

  @Test
  void dryRunWritesNothing() {
    String before = Api.as(Key.VIEWER).get("/groups").header("ETag");
    put(table(true) + "COMMUNE,UBND các xã,\n", "dryRun", "true")
        .statusCode(200)
        .header("ETag", before)
        .body("report.created", equalTo(1));
    Api.as(Key.VIEWER).get("/groups").then().header("ETag", before).body("items", equalTo(groups));
  }

  @Test
  void errorsNameRowAndColumn() {
    put(table(true) + "commune,UBND các xã,\n,,x\n")
        .spec(problem(400, "validation-failed"))
        .body("errors.pointer", contains("/items/8/code", "/items/9/code", "/items/9/title"))
        .body("errors.code", contains("invalid-format", "required", "required"))
        .body("errors.line", contains(10, 11, 11))
        .body("errors.column", contains("Mã nhóm", "Mã nhóm", "Tên nhóm"));
    put(table(true) + "MASS,Khác,\n")
        .spec(badField("/items/8/code", "already-used"))
        .body("errors[0].line", equalTo(10));
    put("Mã nhóm\nMASS\n").spec(badField("", "column-required"));
    put("Mã nhóm,Tên nhóm\n").spec(badField("/items", "required"));
    put("Mã nhóm,Tên nhóm\nCOMMUNE,UBND các xã\n").spec(problem(409, "still-in-use"));
    Api.as(Key.VIEWER).get("/groups").then().body("items", equalTo(groups));
  }

  @Test
  void preconditionHoldsForTables() {
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body(table(true).getBytes(StandardCharsets.UTF_8))
        .put("/groups")
        .then()
        .spec(problem(428, "precondition-required"));
  }

  @Test
  void codesMadeOfTitles() {
    assertThat(GroupTable.codeOf("UBND các xã, phường, đặc khu"))
        .isEqualTo("UBND_CAC_XA_PHUONG_DAC_KHU");
    assertThat(GroupTable.codeOf("1. Sở, ban, ngành")).isEqualTo("SO_BAN_NGANH");
    assertThat(GroupTable.codeOf("2025")).isNull();
    assertThat(GroupTable.codeOf("Ủy ban Mặt trận Tổ quốc Việt Nam và các tổ chức"))
        .isEqualTo("UY_BAN_MAT_TRAN_TO_QUOC_VIET_NAM_VA_CAC");
  }
}
