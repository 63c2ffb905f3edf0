package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
    for (Register.Group group : register.groups()) {
      for (Register.Body body : group.bodies()) {
        writeBody(csv, register, group, body);
      }
    }
    csv.flush();
  }

  private static void writeBody(
      CsvWriter csv, Register register, Register.Group group, Register.Body body)
      throws IOException {
    String letters =
        body.letters().stream().map(Register.Letter::citation).collect(Collectors.joining("; "));
    if (body.agreement() != null) {
      print(
          csv,
          register,
          String.valueOf(body.number()),
          group.title(),
          body.name(),
          letters,
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
    for (Register.Row row : body.rows()) {
      print(
          csv,
          register,
          row.index(),
          group.title(),
          body.name(),
          row.letter() == null ? letters : row.letter(),
          row.place(),
          row.content(),
          row.proposal(),
          row.resultLabel(),
          row.answer(),
          row.note(),
          body.code(),
          String.valueOf(row.receiptNumber()),
          row.id().toString(),
          Objects.toString(row.result(), null),
          Objects.toString(row.part(), null));
    }
  }

  private static void print(CsvWriter csv, Register register, String... cells) throws IOException {
    List<String> line = new ArrayList<>(Arrays.asList(cells));
    if (register.mark() != null) {
      line.add(register.mark());
    }
    csv.row(line);
  }
}
