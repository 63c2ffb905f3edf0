package vn.sogopy.consultation.reminder;

import static vn.sogopy.platform.table.Column.centred;
import static vn.sogopy.platform.table.Column.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.table.ReproduciblePackage;
import vn.sogopy.platform.table.TableSheet;
import vn.sogopy.platform.text.VietnamTime;

/** The chasing list as a table. */
final class ChasingTable {
  static final String TITLE = "Danh sách cơ quan chưa có văn bản góp ý";

  private static final List<Column> BODIES =
      List.of(
          centred("STT", 10),
          text("Cơ quan", 52),
          text("Văn bản xin ý kiến", 39),
          centred("Hạn trả lời", 20),
          centred("Quá hạn (ngày)", 16),
          text("Đầu mối", 28),
          text("Điện thoại", 28),
          text("Email", 41),
          text("Đã đôn đốc", 48),
          text("Ghi chú", 26));

  private static final List<Column> REQUESTS =
      List.of(
          centred("STT", 10),
          text("Cơ quan được đề nghị", 56),
          text("Nội dung đề nghị cung cấp, làm rõ", 112),
          centred("Hạn trả lời", 20),
          centred("Quá hạn (ngày)", 16),
          text("Mã tiếp nhận của ý kiến", 20));

  private ChasingTable() {}

  /** Only the consultees. The table can be imported as a list of consultees. */
  static void writeCsv(ChasingList list, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out, list.plan().mark());
    csv.row(BODIES.stream().map(Column::heading).toList());
    for (ChasingList.Line line : list.lines()) {
      csv.row(line.texts("; "));
    }
    csv.flush();
  }

  /** Overdue requests are on a separate sheet. */
  static void writeXlsx(ChasingList list, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Workbook book = new Workbook(written, "SoGopY", "1.0");
    bodies(book.newWorksheet(list.silentOnly() ? "Chưa trả lời" : "Được lấy ý kiến"), list);
    if (!list.requests().isEmpty()) {
      requests(book.newWorksheet("Đề nghị quá hạn"), list);
    }
    book.finish();
    ReproduciblePackage.write(written.toByteArray(), list.today(), out);
  }

  private static void bodies(Worksheet worksheet, ChasingList list) throws IOException {
    TableSheet sheet = begin(worksheet, list, list.title(), BODIES);
    for (ChasingList.Group group : list.groups()) {
      sheet.heading(group.index() + ". " + group.title(), "F2F2F2", null);
      for (ChasingList.Line line : group.lines()) {
        sheet.row(line.cells(";\n"), false, null);
      }
    }
    sheet.finish();
  }

  private static void requests(Worksheet worksheet, ChasingList list) throws IOException {
    TableSheet sheet = begin(worksheet, list, ChasingList.REQUESTS, REQUESTS);
    int number = 0;
    for (OverdueRequest request : list.requests()) {
      number++;
      sheet.row(
          Arrays.asList(
              number,
              request.organization().name(),
              request.text(),
              request.dueOn(),
              request.daysOver(),
              request.citation()),
          false,
          null);
    }
    sheet.finish();
  }

  private static TableSheet begin(
      Worksheet worksheet, ChasingList list, String title, List<Column> columns) {
    TableSheet sheet = new TableSheet(worksheet, columns, null);
    sheet.across(title).bold().fontSize(14).set();
    sheet.across(list.subject()).bold().fontSize(12).set();
    sheet.across("(Tính đến ngày " + VietnamTime.shortDate(list.today()) + ")").italic().set();
    if (list.plan().mark() != null) {
      sheet.across(list.plan().mark()).bold().fontColor("C00000").set();
    }
    sheet.head();
    return sheet;
  }
}
