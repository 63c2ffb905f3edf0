package vn.sogopy.interchange.worklist;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.platform.table.CellText;

/** The sheet of comments: grey columns are read only, yellow ones are to be filled in. */
final class WorklistSheet {
  static final String HEAD = "D9E2F3";
  private static final String FONT = "Times New Roman";
  private static final String GREY = "EDEDED";
  private static final String YELLOW = "FFF9DB";
  private static final String YELLOW_HEAD = "FFE699";

  /** Text format, so that Excel keeps "1042.10" and "- Tiếp thu" as typed. */
  private static final String AS_TEXT = "@";

  /**
   * Characters. Texts up to this length are written to the shared strings table, which is in
   * memory. Some programs lose what a user types over an inline string.
   */
  private static final int LONG = 8_000;

  private final Worksheet sheet;
  private final List<WorklistColumn> columns;
  private int row;

  WorklistSheet(Worksheet sheet, boolean coordinator) {
    this.sheet = sheet;
    columns = WorklistColumn.of(coordinator);
    prepare();
  }

  private void prepare() {
    for (int i = 0; i < columns.size(); i++) {
      WorklistColumn column = columns.get(i);
      sheet.width(i, column.width());
      if (column.use() == WorklistColumn.Use.HIDDEN) {
        sheet.hideColumn(i);
      }
      sheet.value(0, i, column.title());
      framed(sheet, 0, i)
          .bold()
          .horizontalAlignment("center")
          .fillColor(column.isFilledIn() ? YELLOW_HEAD : HEAD)
          .set();
    }
    sheet.rowHeight(0, 48);
    sheet.freezePane(columns.indexOf(WorklistColumn.CODE) + 1, 1);
    sheet.repeatRows(0, 0);
    // Two pages wide, each with the comment numbers. One page would be unreadable.
    int code = columns.indexOf(WorklistColumn.CODE);
    sheet.repeatCols(code, code);
    sheet.fitToWidth((short) 2);
    sheet.setTabColor("FFC000");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.4f);
    sheet.rightMargin(0.4f);
    sheet.footer("&P/&N", Position.CENTER);
  }

  void line(WorklistLine line) {
    row++;
    for (int i = 0; i < columns.size(); i++) {
      WorklistColumn column = columns.get(i);
      String text = line.cells().get(column);
      StyleSetter style =
          framed(sheet, row, i)
              .fillColor(column.isFilledIn() ? YELLOW : GREY)
              // The text of hidden columns must not increase the row height.
              .wrapText(column.use() != WorklistColumn.Use.HIDDEN);
      if (column == WorklistColumn.DUE && line.dueOn() != null) {
        sheet.value(row, i, line.dueOn());
        style.format("dd/mm/yyyy").horizontalAlignment("center").set();
        continue;
      }
      if (text != null && isNumber(column, text)) {
        sheet.value(row, i, Long.valueOf(text));
      } else if (text != null && text.length() > LONG) {
        sheet.inlineString(row, i, CellText.of(text));
      } else if (text != null) {
        sheet.value(row, i, CellText.of(text));
      }
      if (column.isFilledIn() && column != WorklistColumn.REVISION_PAGE) {
        style.format(AS_TEXT);
      }
      style.set();
    }
  }

  private static boolean isNumber(WorklistColumn column, String text) {
    return switch (column) {
      case CODE, VERSION, PAGE, REVISION_PAGE -> text.matches("\\d{1,9}");
      default -> false;
    };
  }

  void flush() throws IOException {
    sheet.flush();
  }

  void finish(WorklistXlsx.Lists lists) throws IOException {
    int last = Math.max(row, 1);
    sheet.setAutoFilter(0, 0, last, columns.size() - 1);
    for (WorklistColumn column : lists.columns()) {
      String values = lists.range(column);
      int index = columns.indexOf(column);
      if (values != null) {
        // Sections and phrases are suggestions: other values can be typed.
        boolean only = column == WorklistColumn.RESULT || column == WorklistColumn.DECISION;
        sheet
            .range(1, index, last, index)
            .validateWithListByFormula(values)
            .allowBlank(true)
            .errorStyle(DataValidationErrorStyle.STOP)
            .showErrorMessage(only)
            .errorTitle(column.title())
            .error("Hãy chọn trong danh sách.");
      }
    }
    sheet.finish();
  }

  /** Sets every property of the style: fastexcel merges an earlier style only in part. */
  static StyleSetter framed(Worksheet sheet, int row, int column) {
    return sheet
        .range(row, column, row, column)
        .style()
        .fontName(FONT)
        .fontSize(11)
        .borderStyle(BorderStyle.THIN)
        .verticalAlignment("top")
        .wrapText(true);
  }
}
