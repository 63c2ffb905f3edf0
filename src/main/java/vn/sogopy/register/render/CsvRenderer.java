package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;
import vn.sogopy.table.CsvWriter;

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
        for (Register.Row row : body.rows()) {
          print(
              csv,
              register,
              row,
              group.title(),
              body.name(),
              row.letter() == null ? body.citations() : row.letter(),
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
    print(
        csv,
        register,
        String.valueOf(body.number()),
        group.title(),
        body.name(),
        body.citations(),
        null,
        body.agreement(),
        null,
        null,
        null,
        null,
        body.code(),
        null,
        null,
        null,
        null);
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
    print(
        csv,
        register,
        row.index(),
        group,
        body,
        letter,
        row.place(),
        row.content(),
        row.proposal(),
        row.resultLabel(),
        row.answer(),
        row.note(),
        code,
        String.valueOf(row.receiptNumber()),
        row.id().toString(),
        Objects.toString(row.result(), null),
        Objects.toString(row.part(), null));
  }

  private static void print(CsvWriter csv, Register register, String... cells) throws IOException {
    List<String> line = new ArrayList<>(Arrays.asList(cells));
    if (register.mark() != null) {
      line.add(register.mark());
    }
    csv.row(line);
  }
}
