package vn.sogopy.register.render;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/**
 * Annex I in machine-readable form: a line for each comment, and for each organization that agrees
 * without a comment. A last line says how many comments are left out, if any.
 */
@ApplicationScoped
@Identifier("csv")
public class CsvRenderer implements RegisterRenderer {
  private static final List<String> HEADINGS =
      List.of(
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
          "Mã tiếp nhận",
          "Mã ý kiến",
          "Mã kết quả",
          "Điểm");

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out, register.mark());
    csv.row(HEADINGS);
    if (register.topics() == null) {
      bodies(csv, register.groups());
    } else {
      for (Register.Voice voice : register.voices()) {
        comment(csv, voice);
      }
      bodies(csv, register.withoutComments());
    }
    if (PageHeadings.leftOut(register) != null) {
      String[] cells = new String[HEADINGS.size()];
      cells[HEADINGS.indexOf("Ghi chú")] = PageHeadings.leftOut(register);
      csv.row(Arrays.asList(cells));
    }
    csv.flush();
  }

  private static void bodies(CsvWriter csv, List<Register.Group> groups) throws IOException {
    for (Register.Group group : groups) {
      for (Register.Body body : group.bodies()) {
        if (body.agreement() != null) {
          agreement(csv, group, body);
        }
        for (Register.Row row : body.rows()) {
          comment(csv, Register.Voice.of(group, body, row));
        }
      }
    }
  }

  private static void agreement(CsvWriter csv, Register.Group group, Register.Body body)
      throws IOException {
    String[] cells = new String[HEADINGS.size()];
    cells[0] = String.valueOf(body.number());
    cells[1] = group.title();
    cells[2] = body.name();
    cells[3] = body.citations();
    cells[5] = body.agreement();
    cells[10] = body.code();
    csv.row(Arrays.asList(cells));
  }

  private static void comment(CsvWriter csv, Register.Voice voice) throws IOException {
    Register.Row row = voice.row();
    csv.row(
        Arrays.asList(
            row.index(),
            voice.groupTitle(),
            voice.body(),
            row.letter() == null ? voice.letters() : row.letter(),
            row.place(),
            row.content(),
            row.proposal(),
            row.resultLabel(),
            row.answer(),
            row.note(),
            voice.code(),
            String.valueOf(row.receiptNumber()),
            row.id().toString(),
            Objects.toString(row.result(), null),
            Objects.toString(row.part(), null)));
  }
}
