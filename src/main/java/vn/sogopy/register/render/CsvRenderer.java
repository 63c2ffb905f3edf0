package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/**
 * Annex I for machines: one line a comment, one for a body that agrees. UTF-8 with BOM, RFC 4180.
 */
@ApplicationScoped
public class CsvRenderer implements RegisterRenderer {
  private static final String[] HEADINGS = {
    "STT",
    "Nhóm",
    "Cơ quan góp ý",
    "Số, ngày văn bản",
    "Phần, mục của dự thảo",
    "Nội dung góp ý",
    "Nội dung đề xuất",
    "Kết quả xử lý",
    "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)",
    "Ghi chú",
    "Mã cơ quan",
    "Số tiếp nhận",
    "Mã ý kiến",
    "Mã kết quả",
    "Điểm",
  };

  @Override
  public RegisterFormat format() {
    return RegisterFormat.CSV;
  }

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    List<String> headings = new ArrayList<>(Arrays.asList(HEADINGS));
    if (register.mark() != null) {
      headings.add(register.mark());
    }
    CsvWriter csv = new CsvWriter(out);
    csv.row(headings);
    if (register.topics() == null) {
      byAgency(csv, register);
    } else {
      byTopic(csv, register);
    }
    csv.flush();
  }

  private static void byAgency(CsvWriter csv, Register register) throws IOException {
    for (Register.Group group : register.groups()) {
      for (Register.Body body : group.bodies()) {
        printStatement(csv, register, group, body);
        String citations = body.citations();
        for (Register.Row row : body.rows()) {
          print(
              csv,
              register,
              row,
              group.title(),
              body.name(),
              row.letter() == null ? citations : row.letter(),
              body.code());
        }
      }
    }
  }

  private static void byTopic(CsvWriter csv, Register register) throws IOException {
    for (Register.Topic topic : register.topics()) {
      for (Register.Shared shared : topic.rows()) {
        for (Register.Voice voice : shared.voices()) {
          Register.Row row = voice.row();
          print(
              csv,
              register,
              row,
              voice.groupTitle(),
              voice.body(),
              row.letter() == null ? voice.letters() : row.letter(),
              voice.code());
        }
      }
    }
    for (Register.Group group : register.withoutComments()) {
      for (Register.Body body : group.bodies()) {
        printStatement(csv, register, group, body);
      }
    }
  }

  /** The one row of a body that agrees. */
  private static void printStatement(
      CsvWriter csv, Register register, Register.Group group, Register.Body body)
      throws IOException {
    if (body.agreement() == null) {
      return;
    }
    csv.cell(String.valueOf(body.number()));
    csv.cell(group.title());
    csv.cell(body.name());
    csv.cell(body.citations());
    csv.cell(null);
    csv.cell(body.agreement());
    for (int i = 0; i < 4; i++) {
      csv.cell(null);
    }
    csv.cell(body.code());
    for (int i = 0; i < 4; i++) {
      csv.cell(null);
    }
    end(csv, register);
  }

  private static void print(
      CsvWriter csv,
      Register register,
      Register.Row row,
      String group,
      String body,
      String letter,
      String code)
      throws IOException {
    csv.cell(row.index());
    csv.cell(group);
    csv.cell(body);
    csv.cell(letter);
    csv.cell(row.place());
    csv.cell(row.content());
    csv.cell(row.proposal());
    csv.cell(row.resultLabel());
    csv.cell(row.answer());
    csv.cell(row.note());
    csv.cell(code);
    csv.cell(String.valueOf(row.receiptNumber()));
    csv.cell(row.id().toString());
    csv.cell(Objects.toString(row.result(), null));
    csv.cell(Objects.toString(row.part(), null));
    end(csv, register);
  }

  private static void end(CsvWriter csv, Register register) throws IOException {
    if (register.mark() != null) {
      csv.cell(register.mark());
    }
    csv.end();
  }
}
