package vn.sogopy.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.platform.text.StateSecrets;

/**
 * The workbook template of a table: headings with drop-down lists, and a sheet that explains each
 * column. It has no example row, which would be imported.
 *
 * @param title of the workbook
 * @param note about the whole table
 */
public record TableTemplate(String title, String note, List<Field> fields) {
  /** The sheet with the explanations. No import reads it. */
  public static final String HELP = "Hướng dẫn";

  private static final String FONT = "Times New Roman";
  private static final int LAST = 1_000;

  /**
   * A column.
   *
   * @param width in characters
   * @param choices of its drop-down list; empty = none. Other values can be typed
   */
  public record Field(
      String heading,
      double width,
      boolean isNeeded,
      boolean isDate,
      String explanation,
      List<String> choices) {

    public static Field of(String heading, double width, String explanation) {
      return new Field(heading, width, false, false, explanation, List.of());
    }

    public static Field date(String heading, String explanation) {
      return new Field(heading, 14, false, true, explanation, List.of());
    }

    public Field needed() {
      return new Field(heading, width, true, isDate, explanation, choices);
    }

    public Field oneOf(List<String> values) {
      return new Field(heading, width, isNeeded, isDate, explanation, values);
    }
  }

  /**
   * @param today replaces every timestamp
   */
  public void write(LocalDate today, OutputStream out) throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Workbook book = new Workbook(written, "SoGopY", "1.0");
    book.properties().setTitle(title);
    Worksheet sheet = book.newWorksheet("Danh sách");
    Worksheet lists = book.newWorksheet("Danh mục");
    lists.setVisibilityState(VisibilityState.HIDDEN);
    explain(book.newWorksheet(HELP));
    for (int i = 0; i < fields.size(); i++) {
      head(sheet, i);
      choose(sheet, lists, i);
    }
    sheet.rowHeight(0, 32);
    sheet.freezePane(0, 1);
    TableSheet.landscape(sheet);
    book.finish();
    ReproduciblePackage.write(written.toByteArray(), today, out);
  }

  private void head(Worksheet sheet, int column) {
    Field field = fields.get(column);
    sheet.width(column, field.width);
    sheet.value(0, column, field.heading);
    TableSheet.framed(sheet, 0, column, column)
        .bold()
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .fillColor(field.isNeeded ? "FFE699" : "D9E2F3")
        .set();
    sheet
        .range(1, column, LAST, column)
        .style()
        .fontName(FONT)
        .fontSize(11)
        .wrapText(true)
        .verticalAlignment("top")
        .format(field.isDate ? "dd/mm/yyyy" : "@")
        .set();
  }

  private void choose(Worksheet sheet, Worksheet lists, int column) {
    List<String> choices = fields.get(column).choices;
    for (int i = 0; i < choices.size(); i++) {
      lists.value(i, column, choices.get(i));
    }
    if (!choices.isEmpty()) {
      sheet
          .range(1, column, LAST, column)
          .validateWithList(lists.range(0, column, choices.size() - 1, column))
          .allowBlank(true)
          .showErrorMessage(false)
          .errorStyle(DataValidationErrorStyle.INFORMATION);
    }
  }

  private void explain(Worksheet sheet) {
    sheet.width(0, 26);
    sheet.width(1, 90);
    sheet.value(0, 0, StateSecrets.VIETNAMESE);
    sheet.range(0, 0, 0, 1).merge();
    sheet.range(0, 0, 0, 1).style().fontName(FONT).wrapText(true).bold().fontColor("C00000").set();
    sheet.value(1, 0, note);
    sheet.range(1, 0, 1, 1).merge();
    sheet.range(1, 0, 1, 1).style().fontName(FONT).wrapText(true).verticalAlignment("top").set();
    sheet.rowHeight(0, 34);
    sheet.rowHeight(1, 68);
    sheet.value(3, 0, "Cột");
    sheet.value(3, 1, "Cách ghi");
    sheet.range(3, 0, 3, 1).style().fontName(FONT).bold().fillColor("D9E2F3").set();
    for (int i = 0; i < fields.size(); i++) {
      int row = i + 4;
      Field field = fields.get(i);
      sheet.value(row, 0, field.heading);
      sheet.value(row, 1, (field.isNeeded ? "Bắt buộc. " : "") + field.explanation);
      sheet.range(row, 0, row, 1).style().fontName(FONT).wrapText(true).verticalAlignment("top").set();
    }
  }
}
