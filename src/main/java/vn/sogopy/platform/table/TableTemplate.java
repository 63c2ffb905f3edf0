package vn.sogopy.platform.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.platform.text.StateSecrets;

/**
 * The workbook template of a table: headings with drop-down lists, and a sheet that explains each
 * column.
 *
 * @param title of the workbook
 * @param notes about the whole table
 */
public record TableTemplate(String title, List<String> notes, List<Field> fields) {
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
      return new Field(heading, width, true, isDate, "Bắt buộc. " + explanation, choices);
    }

    public Field oneOf(List<String> values) {
      return new Field(heading, width, isNeeded, isDate, explanation, values);
    }
  }

  /** The template of a table whose example row would be imported: it has none. */
  public void write(LocalDate today, OutputStream out) throws IOException {
    write(today, "Danh sách", sheet -> {}, out);
  }

  /**
   * @param today replaces every timestamp
   * @param name of the sheet of the table
   * @param example writes below the headings
   */
  public void write(LocalDate today, String name, Consumer<Worksheet> example, OutputStream out)
      throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    Workbook book = new Workbook(written, "SoGopY", "1.0");
    book.properties().setTitle(title);
    Worksheet sheet = book.newWorksheet(name);
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
    example.accept(sheet);
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
    style(sheet, column, 1, LAST).set();
  }

  /** The style of cells; the caller completes and sets it. */
  public StyleSetter style(Worksheet sheet, int column, int from, int to) {
    return text(sheet.range(from, column, to, column))
        .fontSize(11)
        .format(fields.get(column).isDate ? "dd/mm/yyyy" : "@");
  }

  private static StyleSetter text(Range cells) {
    return cells.style().fontName(FONT).wrapText(true).verticalAlignment("top");
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
    int row = 0;
    note(sheet, row++, StateSecrets.VIETNAMESE).bold().fontColor("C00000").set();
    for (String line : notes) {
      note(sheet, row++, line).set();
    }
    row++;
    sheet.value(row, 0, "Cột");
    sheet.value(row, 1, "Cách ghi");
    sheet.range(row, 0, row, 1).style().fontName(FONT).bold().fillColor("D9E2F3").set();
    for (Field field : fields) {
      row++;
      sheet.value(row, 0, field.heading);
      sheet.value(row, 1, field.explanation);
      text(sheet.range(row, 0, row, 1)).set();
    }
  }

  private static StyleSetter note(Worksheet sheet, int row, String text) {
    sheet.value(row, 0, text);
    sheet.range(row, 0, row, 1).merge();
    sheet.rowHeight(row, 34);
    return text(sheet.range(row, 0, row, 1));
  }
}
