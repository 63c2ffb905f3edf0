package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Import and export of the outline of a draft. */
@QuarkusTest
class OutlineFileTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/1/sections";

  private String path;

  @BeforeEach
  void plan() {
    path = TestPlan.preparing().draftPath(1) + "/sections";
  }

  private ValidatableResponse put(String csv) {
    return Api.as(Key.COORDINATOR)
        .contentType("text/csv")
        .header("If-Match", "*")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .put(path)
        .then();
  }

  @Test
  void csvRoundTrip() {
    byte[] csv =
        Api.as(Key.VIEWER)
            .queryParam("format", "csv")
            .get(SAMPLE)
            .then()
            .statusCode(200)
            .contentType("text/csv;charset=utf-8")
            .header("Content-Disposition", startsWith("attachment; filename=\"Muc_luc_-_"))
            .extract()
            .asByteArray();
    put(new String(csv, StandardCharsets.UTF_8)).statusCode(200).body("ignoredColumns", hasSize(0));
    assertThat(Api.as(Key.VIEWER).get(path).jsonPath().getList("items"))
        .hasSizeGreaterThan(90)
        .isEqualTo(Api.as(Key.VIEWER).get(SAMPLE).jsonPath().getList("items"));
  }

  @Test
  void unknownColumnsAreIgnoredAndListed() {
    put("STT;Mã;Tên mục\n1;V;Hạ tầng\n")
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("items.code", contains("V"))
        .body("ignoredColumns", contains("STT"));
    Api.as(Key.VIEWER).get(path).then().body("ignoredColumns", equalTo(null));
  }

  /** Passed over, it would make the outline flat. */
  @Test
  void columnThatResemblesTheParentIsRefused() {
    for (String heading : List.of("Mục cấp trên", "Thuộc mục", "Cấp trên trực tiếp")) {
      put("Mã;Tên mục;" + heading + "\nV;Hạ tầng;\nV.1;Giao thông;V\n")
          .spec(badField("", "resembles-column"))
          .body("errors[0].detail", containsString("“" + heading + "”"))
          .body("errors[0].detail", containsString("“Mục cha”"));
    }
    Api.as(Key.VIEWER).get(path).then().body("items", hasSize(0));
    put("Mã;Tên mục;Mục cha;Mục cấp trên\nV;Hạ tầng;;\n")
        .statusCode(200)
        .body("ignoredColumns", contains("Mục cấp trên"));
  }

  @Test
  void allErrorsAreReported() {
    put("Mã,Tên mục,Mục cha\nV,,\nV.1,x,Q\nV,y,\nV.2,z,V\n")
        .spec(problem(400, "validation-failed"))
        .body("errors.pointer", contains("/items/0/title", "/items/1/parent", "/items/2/code"))
        .body("errors.code", contains("required", "unknown-parent", "already-used"))
        .body("errors.line", contains(2, 3, 4));
    put("").spec(problem(400, "validation-failed")).body("errors[0].code", equalTo("empty-file"));
  }

  @Test
  void fileInAForm() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"Mục lục.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\nMã,Tên mục\nV,Hạ tầng\n\r\n--b--\r\n";
    Api.wrong(Key.COORDINATOR)
        .contentType("multipart/form-data; boundary=b")
        .header("If-Match", "*")
        .body(form.getBytes(StandardCharsets.UTF_8))
        .put(path)
        .then()
        .statusCode(200)
        .body("items.title", contains("Hạ tầng"));
  }

  @Test
  void refusedFileChangesNothing() {
    byte[] csv = "Mã,Tên mục\nV,Hạ tầng\n".getBytes(StandardCharsets.UTF_8);
    Api.wrong(Key.COORDINATOR)
        .contentType("text/html")
        .header("If-Match", "*")
        .body(csv)
        .put(path)
        .then()
        .spec(problem(415, "unsupported-media-type"))
        .header("Accept-Post", containsString("application/json, "))
        .header("Accept-Post", containsString("multipart/form-data, "))
        .header("Accept-Post", containsString("text/csv"));
    for (String type : List.of("text/csv", "application/json")) {
      Api.wrong(Key.COORDINATOR)
          .accept("text/html")
          .contentType(type)
          .header("If-Match", "*")
          .body(
              type.equals("text/csv")
                  ? csv
                  : "{\"items\": [{\"code\": \"V\", \"title\": \"x\"}]}"
                      .getBytes(StandardCharsets.UTF_8))
          .put(path)
          .then()
          .spec(problem(406, "not-acceptable"));
    }
    Api.as(Key.VIEWER).get(path).then().header("ETag", "\"0\"").body("items", hasSize(0));
  }

  @Test
  void limitWithAndWithoutContentLength() {
    byte[] large = "Mã,Tên mục\n".repeat(562_000).getBytes(StandardCharsets.UTF_8);
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body(large)
        .put(path)
        .then()
        .spec(problem(413, "content-too-large"));
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .body(new ByteArrayInputStream(large)) // of unknown length: goes in chunks
        .put(path)
        .then()
        .spec(problem(413, "content-too-large"));
  }

  @Test
  void invalidLinesAreNamed() {
    put("Mã,Tên mục,Mục cha,Cơ quan phụ trách\nV,,,\nV 1,\"a\nb\",V,\n")
        .spec(problem(400, "validation-failed"))
        .body("errors.line", contains(2, 3))
        .body("errors.column", contains("Tên mục", "Mã"))
        .body("errors.pointer", contains("/items/0/title", "/items/1/code"));
    put("Mã,Tên mục,Mục cha\nV,x,\nV.1,\"a\nb\",V\nv.1,y,V\nQ,z,R\n")
        .spec(problem(400, "validation-failed"))
        .body("errors.line", contains(5, 6))
        .body("errors.column", contains("Mã", "Mục cha"));
    put("Mã,Tên mục,Cơ quan phụ trách\nV,x,\"sgtvt,khong-co\"\n")
        .spec(problem(400, "validation-failed"))
        .body("errors[0].line", equalTo(2))
        .body("errors[0].column", equalTo("Cơ quan phụ trách"))
        .body("errors[0].code", equalTo("unknown-organization"));
    put("Mã,Tên mục\n").spec(problem(400, "validation-failed"));
    put("x")
        .spec(problem(400, "validation-failed"))
        .body("errors[0].code", equalTo("column-required"));
    Api.as(Key.VIEWER).get(path).then().header("ETag", "\"0\"").body("items", hasSize(0));
  }

  @Test
  void organizationsAreNamedOrCoded() {
    put("Mã,Tên mục,Cơ quan phụ trách\n"
            + "V,Hạ tầng,\"so giao thong van tai; sxd; Sở Văn hóa, Thể thao và Du lịch\"\n"
            + "VI,Xã hội,\"SGTVT,Sở Xây dựng\"\n")
        .statusCode(200)
        .body("items[0].responsible.size()", equalTo(3))
        .body("items[0].responsible[0]", equalTo("sgtvt"))
        .body("items[0].responsible[1]", equalTo("sxd"))
        .body("items[1].responsible", contains("sgtvt", "sxd"));
    put("Mã,Tên mục,Cơ quan phụ trách\nV,Hạ tầng,Sở Không Có\n")
        .spec(problem(400, "validation-failed"))
        .body("errors[0].code", equalTo("unknown-organization"))
        .body("errors[0].line", equalTo(2));
  }

  @Test
  void dryRunAndReport() {
    String first = "Mã,Tên mục,Mục cha\nV,Hạ tầng,\nV.1,Giao thông,V\n";
    put(first + "V.2,Điện,V\n").body("report.created", equalTo(3)).body("report.rows", hasSize(0));
    String second = first.replace("Giao thông", "Đường bộ") + "V.3,Nước,V\n";
    Api.as(Key.COORDINATOR)
        .contentType("text/csv")
        .header("If-Match", "*")
        .queryParam("dryRun", "true")
        .queryParam("verbose", "true")
        .body(second.getBytes(StandardCharsets.UTF_8))
        .put(path)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("items.code", contains("V", "V.1", "V.3"))
        .body("report.received", equalTo(3))
        .body("report.rows.row", contains(2, 3, 4))
        .body("report.rows.status", contains("UNCHANGED", "UPDATED", "CREATED"))
        .body("report.rows.id", contains("V", "V.1", "V.3"));
    Api.as(Key.VIEWER)
        .get(path)
        .then()
        .header("ETag", "\"1\"")
        .body("items.code", contains("V", "V.1", "V.2"));
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .queryParam("dryRun", "true")
        .body("{\"items\": [{\"code\": \"V\", \"title\": \"x\"}]}")
        .put(path)
        .then()
        .spec(badParameter("dryRun", "not-supported"));
  }
}
