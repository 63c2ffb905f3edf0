package vn.sogopy.register.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.register.DocumentKind;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

class CsvRendererTest {
  private static Register register(String mark, Register.Body... bodies) {
    Register.Group group = new Register.Group("I", "PROVINCIAL", "Sở, ban, ngành", List.of(bodies));
    return Registers.of(DocumentKind.FULL, null, List.of(group), mark);
  }

  private static Register.Body body(String agreement, Register.Row... rows) {
    Register.Letter letter =
        new Register.Letter(
            UUID.randomUUID(), "1/SXD", LocalDate.of(2021, 8, 24), "số 1/SXD ngày 24/8/2021");
    return Registers.body(1, "sxd", "Sở Xây dựng", List.of(letter), agreement, rows);
  }

  private static Register.Row row(String content, Result result, String answer) {
    return new Register.Row(
        "1.1",
        UUID.fromString("0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11"),
        1042,
        2,
        null,
        "V.1",
        "Báo cáo tổng hợp, mục V.1",
        content,
        "+ bổ sung",
        null,
        Status.APPROVED,
        result,
        result == null ? "Đang nghiên cứu, xử lý" : result.label(),
        answer,
        false,
        null,
        false,
        List.of(),
        null,
        null,
        false,
        null);
  }

  private static String csv(Register register) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CsvRenderer().write(register, null, out);
    byte[] bytes = out.toByteArray();
    assertThat(bytes).startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF);
    return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> records(Register register) throws IOException {
    return CSVFormat.RFC4180.parse(new StringReader(csv(register))).getRecords();
  }

  @Test
  void lastLineTellsWhatIsLeftOut() throws IOException {
    Register register = register(null, body(null, row("a", Result.ACCEPTED, "Đã sửa.")));
    assertThat(records(register)).hasSize(2);
    for (Register one : List.of(register, register.byTopic())) {
      List<CSVRecord> records = records(Registers.without(4, one));
      assertThat(records).hasSize(3);
      assertThat(records.get(2).toList())
          .hasSize(15)
          .filteredOn(cell -> !cell.isEmpty())
          .containsExactly("Bản này không bao gồm 04 ý kiến thuộc diện hạn chế tiếp cận");
      assertThat(records.get(2).get(9)).isNotEmpty();
    }
  }

  @Test
  void commentIsOneLine() throws IOException {
    String content = "=SUM(A1), \"dấu nháy\"\nhai dòng";
    List<CSVRecord> records =
        records(register(null, body(null, row(content, Result.ACCEPTED, "Đã sửa."))));

    assertThat(records).hasSize(2);
    assertThat(records.get(0).toList())
        .hasSize(15)
        .startsWith("STT", "Nhóm", "Cơ quan góp ý", "Số, ngày văn bản");
    assertThat(records.get(1).toList())
        .containsExactly(
            "1.1",
            "Sở, ban, ngành",
            "Sở Xây dựng",
            "số 1/SXD ngày 24/8/2021",
            "Báo cáo tổng hợp, mục V.1",
            "'" + content,
            "'+ bổ sung",
            "Tiếp thu",
            "Đã sửa.",
            "",
            "sxd",
            "1042",
            "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11",
            "ACCEPTED",
            "2");
  }

  @Test
  void withoutResultTheCodeIsEmpty() throws IOException {
    assertThat(records(register(null, body(null, row("a", null, null)))).get(1).get(13)).isEmpty();
  }

  @Test
  void agreementIsOneLine() throws IOException {
    List<CSVRecord> records = records(register(null, body(Register.AGREEMENT)));

    assertThat(records).hasSize(2);
    assertThat(records.get(1).get(0)).isEqualTo("1");
    assertThat(records.get(1).get(5)).isEqualTo("Nhất trí với nội dung dự thảo");
    assertThat(records.get(1).size()).isEqualTo(15);
  }

  @Test
  void sampleDataIsMarkedOnEveryLine() throws IOException {
    List<CSVRecord> records =
        records(
            register("DỮ LIỆU MẪU", body(Register.AGREEMENT), body(null, row("a", null, null))));

    assertThat(records).hasSize(3).allSatisfy(r -> assertThat(r.get(15)).isEqualTo("DỮ LIỆU MẪU"));
  }

  /** An organization without comments on any topic still has its row. */
  @Test
  void byTopicHasTheSameRows() throws IOException {
    List<List<String>> byAgency = lines(Registers.sample());
    List<List<String>> byTopic = lines(Registers.sample().byTopic());

    assertThat(byTopic).containsExactlyInAnyOrderElementsOf(byAgency);
    assertThat(byTopic)
        .extracting(line -> line.get(0))
        .containsExactly("STT", "1.2", "1.1", "3.1", "4.1", "2");
  }

  private static List<List<String>> lines(Register register) throws IOException {
    return records(register).stream().map(CSVRecord::toList).toList();
  }

  @Test
  void lineEndsOfRfc4180() throws IOException {
    assertThat(csv(register(null)).replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(csv(register(null))).endsWith("\r\n");
  }
}
