package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.table.SteadyPackage;
import vn.sogopy.platform.text.VietnamTime;

/** The chasing list as a workbook, with overdue requests on a separate sheet. */
@ApplicationScoped
public class ChasingXlsx implements ChasingRenderer {
  private static final String FONT = "Times New Roman";

  /** Index of the heading row, from 0. */
  private static final int HEAD = 4;

  private static final double[] WIDTHS = {5.5, 28, 21, 11, 8.5, 15, 15, 22, 26, 14};
  private static final List<String> REQUEST_HEADINGS =
      List.of(
          "STT",
          "Cơ quan được đề nghị",
          "Nội dung đề nghị cung cấp, làm rõ",
          "Hạn trả lời",
          "Quá hạn (ngày)",
          "Số tiếp nhận của ý kiến");

  private static final double[] REQUEST_WIDTHS = {5.5, 30, 60, 11, 8.5, 11};

  @Override
  public ChasingFormat format() {
    return ChasingFormat.XLSX;
  }

  @Override
  public String mediaType() {
    return MediaTypes.XLSX;
  }

  @Override
  public String name() {
    return "Danh sách cơ quan chưa có văn bản góp ý";
  }

  @Override
  public void write(ChasingList list, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Workbook book = new Workbook(written, "SoGopY", "1.0");
    bodies(book.newWorksheet(list.silentOnly() ? "Chưa trả lời" : "Được lấy ý kiến"), list);
    if (!list.requests().isEmpty()) {
      requests(book.newWorksheet("Đề nghị quá hạn"), list);
    }
    book.finish();
    SteadyPackage.write(written.toByteArray(), list.today(), out);
  }

  private static void bodies(Worksheet sheet, ChasingList list) {
    prepare(sheet, list, list.title(), WIDTHS, ChasingCsv.HEADINGS);
    int row = HEAD;
    for (ChasingList.Group group : list.groups()) {
      row++;
      sheet.value(row, 0, group.index() + ". " + group.title());
      sheet.range(row, 0, row, WIDTHS.length - 1).merge();
      framed(sheet, row, 0, WIDTHS.length - 1).bold().fillColor("F2F2F2").set();
      for (ChasingList.Line line : group.lines()) {
        row++;
        sheet.value(row, 0, line.number());
        sheet.value(row, 1, line.name());
        text(sheet, row, 2, ChasingCsv.cited(line.requestLetters(), ";\n"));
        sheet.value(row, 3, line.dueOn());
        sheet.value(row, 4, line.daysOver());
        text(sheet, row, 5, line.contact().name());
        text(sheet, row, 6, line.contact().phone());
        text(sheet, row, 7, line.contact().email());
        text(sheet, row, 8, String.join("\n", line.chased()));
        text(sheet, row, 9, line.note());
        frameLine(sheet, row, WIDTHS.length, line.dueOn());
      }
    }
  }

  private static void requests(Worksheet sheet, ChasingList list) {
    prepare(sheet, list, "ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN", REQUEST_WIDTHS, REQUEST_HEADINGS);
    int row = HEAD;
    for (OverdueRequest request : list.requests()) {
      row++;
      sheet.value(row, 0, row - HEAD);
      sheet.value(row, 1, request.organization().name());
      sheet.value(row, 2, request.text());
      sheet.value(row, 3, request.dueOn());
      sheet.value(row, 4, request.daysOver());
      if (request.part() == null) {
        sheet.value(row, 5, request.receiptNumber());
      } else {
        sheet.value(row, 5, request.citation());
      }
      frameLine(sheet, row, REQUEST_WIDTHS.length, request.dueOn());
    }
  }

  /** Writes title, day, mark and headings. The headings are frozen and repeat in print. */
  private static void prepare(
      Worksheet sheet, ChasingList list, String title, double[] widths, List<String> headings) {
    for (int i = 0; i < widths.length; i++) {
      sheet.width(i, widths[i]);
    }
    line(sheet, 0, widths.length, title).bold().fontSize(14).set();
    line(sheet, 1, widths.length, list.subject()).bold().fontSize(12).set();
    line(sheet, 2, widths.length, "(Tính đến ngày " + VietnamTime.shortDate(list.today()) + ")")
        .italic()
        .set();
    if (list.mark() != null) {
      line(sheet, 3, widths.length, list.mark()).bold().fontColor("C00000").set();
    }
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(HEAD, i, headings.get(i));
    }
    framed(sheet, HEAD, 0, headings.size() - 1)
        .bold()
        .horizontalAlignment("center")
        .fillColor("D9E2F3")
        .set();
    sheet.rowHeight(HEAD, 32);
    sheet.freezePane(0, HEAD + 1);
    sheet.repeatRows(HEAD, HEAD);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.6f);
    sheet.rightMargin(0.4f);
    sheet.footer("&P/&N", Position.CENTER);
  }

  private static StyleSetter line(Worksheet sheet, int row, int columns, String text) {
    sheet.value(row, 0, text);
    sheet.range(row, 0, row, columns - 1).merge();
    return sheet
        .range(row, 0, row, columns - 1)
        .style()
        .fontName(FONT)
        .horizontalAlignment("center")
        .wrapText(true);
  }

  private static void frameLine(Worksheet sheet, int row, int columns, LocalDate dueOn) {
    framed(sheet, row, 0, columns - 1).set();
    framed(sheet, row, 0, 0).horizontalAlignment("center").set();
    framed(sheet, row, 3, 3).horizontalAlignment("center").format(shortDate(dueOn)).set();
    framed(sheet, row, 4, 4).horizontalAlignment("center").set();
  }

  /** Like {@link VietnamTime#shortDate}: the leading zero depends on the month. */
  private static String shortDate(LocalDate day) {
    return day != null && day.getMonthValue() > 2 ? "dd/m/yyyy" : "dd/mm/yyyy";
  }

  /** Sets every property of the style: fastexcel merges an earlier style only in part. */
  private static StyleSetter framed(Worksheet sheet, int row, int from, int to) {
    return sheet
        .range(row, from, row, to)
        .style()
        .fontName(FONT)
        .fontSize(11)
        .borderStyle(BorderStyle.THIN)
        .verticalAlignment("top")
        .wrapText(true);
  }

  private static void text(Worksheet sheet, int row, int column, String text) {
    if (text != null && !text.isEmpty()) {
      sheet.value(row, column, text);
    }
  }
}
