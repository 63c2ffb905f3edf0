package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The register as CSV: RFC 4180, for spreadsheets. */
@QuarkusTest
class RegisterCsvTest {

  private static Response download(String draft) {
    Response answer =
        Api.as(Key.COORDINATOR).accept("text/csv").get(draft + "/register?format=csv");
    answer.then().statusCode(200);
    return answer;
  }

  private static List<CSVRecord> rows(Response answer) throws IOException {
    String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFSTT,").endsWith("\r\n");
    try (CSVParser parser =
        CSVParser.parse(
            text.substring(1),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return parser.getRecords();
    }
  }

  @Test
  void theHeadersOfTheDownload() throws Exception {
    Response answer = download("/plans/bac-kan-2021-2030/drafts/2");
    assertThat(answer.contentType()).isEqualTo("text/csv; charset=UTF-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Bang_tong_hop_tiep_thu_giai_trinh_y_kien_gop_y_-_bac-kan-2021-2030_-_du_thao_lan_2.csv\";"
                + " filename*=UTF-8''B%E1%BA%A3ng%20t%E1%BB%95ng%20h%E1%BB%A3p%2C%20ti%E1%BA%BFp%20thu%2C%20gi%E1%BA%A3i%20tr%C3%ACnh"
                + "%20%C3%BD%20ki%E1%BA%BFn%20g%C3%B3p%20%C3%BD"
                + "%20-%20bac-kan-2021-2030%20-%20d%E1%BB%B1%20th%E1%BA%A3o%20l%E1%BA%A7n%202.csv");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(answer.asByteArray());
    assertThat(answer.header("ETag")).isEqualTo('"' + HexFormat.of().formatHex(digest) + '"');
  }

  @Test
  void sampleIsMarked() throws Exception {
    List<CSVRecord> rows = rows(download("/plans/bac-kan-2021-2030/drafts/2"));
    assertThat(rows)
        .hasSizeGreaterThan(20)
        .allMatch(row -> row.get("DỮ LIỆU MẪU").equals("DỮ LIỆU MẪU"));
  }

  @Test
  void rowsEqualTheJson() throws Exception {
    List<CSVRecord> rows = rows(download("/plans/bac-kan-2021-2030/drafts/2"));
    List<String> ids =
        Api.as(Key.COORDINATOR)
            .get("/plans/bac-kan-2021-2030/drafts/2/register")
            .path("groups.bodies.flatten().rows.flatten().id");
    assertThat(rows.stream().map(row -> row.get("Mã ý kiến")).filter(id -> !id.isEmpty()))
        .containsExactlyElementsOf(ids);
    assertThat(rows)
        .anyMatch(
            row ->
                row.get("Phần, mục của dự thảo").isEmpty()
                    && row.get("Nội dung góp ý").equals("Nhất trí với nội dung dự thảo"));
  }

  @Test
  void rowOfAPlan() throws Exception {
    TestPlan plan = TestPlan.open();
    plan.comment(
            Key.SGTVT,
            json(
                "content", "Dòng 1,\n\"dòng\" 2; hết",
                "proposal", "Đề xuất",
                "section", "V.1",
                "letter", json("number", "1/A", "date", "2021-09-01")))
        .answer("ACCEPTED")
        .approve();
    Response answer = download(plan.draftPath(1));
    assertThat(answer.asString()).doesNotContain("DỮ LIỆU MẪU");
    assertThat(rows(answer))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("STT")).isEqualTo("1.1");
              assertThat(row.get("Cơ quan góp ý")).isEqualTo("Sở Giao thông vận tải");
              assertThat(row.get("Số, ngày văn bản")).isEqualTo("số 1/A ngày 01/9/2021");
              assertThat(row.get("Phần, mục của dự thảo")).isEqualTo("Báo cáo tổng hợp, mục V.1");
              assertThat(row.get("Nội dung góp ý")).isEqualTo("Dòng 1,\n\"dòng\" 2; hết");
              assertThat(row.get("Nội dung đề xuất")).isEqualTo("Đề xuất");
              assertThat(row.get("Kết quả xử lý")).isEqualTo("Tiếp thu");
              assertThat(row.get("Mã kết quả")).isEqualTo("ACCEPTED");
              assertThat(row.get("Mã cơ quan")).isEqualTo("sgtvt");
            });
  }

  @Test
  void formulasAreNeutralized() throws Exception {
    TestPlan plan = TestPlan.open();
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
      plan.comment(Key.SGTVT, json("content", formula, "proposal", "a " + formula));
    }
    List<CSVRecord> rows = rows(download(plan.draftPath(1)));
    assertThat(rows)
        .extracting(row -> row.get("Nội dung góp ý"))
        .containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)");
    assertThat(rows).allMatch(row -> row.get("Nội dung đề xuất").startsWith("a "));
  }

  @Test
  void emptyRegisterHasHeadings() throws Exception {
    assertThat(rows(download(TestPlan.open().draftPath(1)))).isEmpty();
  }
}
