package vn.sogopy.interchange.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.Plan;
import vn.sogopy.platform.table.CellText;
import vn.sogopy.platform.table.TableSheet;
import vn.sogopy.security.Actor;

/**
 * Writes a work-list as a workbook: cover sheet, comments, and the lists of the drop-downs. Rows
 * are streamed. Grey columns are read only, yellow ones are to be filled in. Sheets are not
 * protected, since Excel could then neither sort nor delete rows.
 */
final class WorklistXlsx {
  private static final String SHEET = "Ý kiến";
  private static final String HELP = "Hướng dẫn";
  private static final String LISTS = "Danh mục";

  /** The other sheets. */
  static final Set<String> BESIDE = Set.of(HELP, LISTS);

  private static final String HEAD = "D9E2F3";
  private static final String GREY = "EDEDED";
  private static final String YELLOW = "FFF9DB";
  private static final String YELLOW_HEAD = "FFE699";
  private static final String LINK = "0563C1";

  /** Text format, so that Excel keeps "1042.10", "- Tiếp thu" and pages "5-6" as typed. */
  private static final String AS_TEXT = "@";

  /**
   * Characters. Texts up to this length are written to the shared strings table, which is in
   * memory. Some programs lose what a user types over an inline string.
   */
  private static final int LONG = 8_000;

  /** Maximum number of rows in memory. */
  private static final int PIECE = 200;

  private final Workbook book;
  private final Worksheet sheet;
  private final List<WorklistColumn> columns;
  private final Set<WorklistColumn> filledIn;
  private final List<DropDown> lists = new ArrayList<>();
  private int row;

  /**
   * The general data of a work-list.
   *
   * @param actor the caller, and the time of the export
   * @param issuer the coordinating organization, to which the list is sent back
   * @param filters in Vietnamese; empty = all comments
   * @param comments number of comments in this list
   * @param open number of comments of the draft without a final answer
   * @param total number of comments of the draft that are counted
   * @param placesOnly whether only the revised places are to be filled in
   * @param conflicts number of comments that are in it because of a conflict
   * @param sections of the outline that answers refer to, as "V.1 Giao thông", in its order
   * @param phrases the stock phrases, most used first
   * @param assignees names of the assignees of the plan
   */
  record Head(
      Plan plan,
      String issuer,
      Draft draft,
      Actor actor,
      List<String> filters,
      boolean placesOnly,
      int conflicts,
      long comments,
      long open,
      long total,
      List<String> sections,
      List<String> phrases,
      List<String> assignees) {}

  /** The list of a drop-down: a column of a separate sheet. */
  private record DropDown(WorklistColumn column, String heading, List<String> values) {}

  WorklistXlsx(OutputStream out, Head head) throws IOException {
    book = new Workbook(out, "SoGopY", "1.0");
    book.properties().setTitle("Danh sách ý kiến cần trả lời - " + head.plan.title);
    Worksheet cover = book.newWorksheet(HELP);
    CoverSheet.write(cover, head);
    cover.finish();
    sheet = book.newWorksheet(SHEET);
    boolean coordinator = head.actor.caller().isCoordinator();
    columns = WorklistColumn.of(coordinator && !head.placesOnly());
    filledIn = head.placesOnly() ? WorklistColumn.REVISION : WorklistColumn.FILLED_IN;
    lists.add(new DropDown(WorklistColumn.RESULT, "Kết quả", CellWords.RESULTS));
    lists.add(new DropDown(WorklistColumn.DONE, "Đã xong", List.of(WorklistCells.YES)));
    lists.add(new DropDown(WorklistColumn.DECISION, "Duyệt / Trả lại", CellWords.DECISIONS));
    lists.add(new DropDown(WorklistColumn.REVISION_SECTION, "Mục của dự thảo", head.sections()));
    lists.add(new DropDown(WorklistColumn.RESPONSE, "Câu mẫu", head.phrases()));
    lists.add(new DropDown(WorklistColumn.ASSIGNEE, "Người được phân công", head.assignees()));
    lists.removeIf(list -> !columns.contains(list.column) || !filledIn.contains(list.column));
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
      TableSheet.framed(sheet, 0, i, i)
          .bold()
          .horizontalAlignment("center")
          .fillColor(filledIn.contains(column) ? YELLOW_HEAD : HEAD)
          .set();
    }
    sheet.rowHeight(0, 48);
    int code = columns.indexOf(WorklistColumn.CODE);
    sheet.freezePane(code + 1, 1);
    sheet.repeatRows(0, 0);
    TableSheet.landscape(sheet);
    // Two pages wide, each with the comment numbers. One page would be unreadable.
    sheet.repeatCols(code, code);
    sheet.fitToWidth((short) 2);
    sheet.setTabColor("FFC000");
    sheet.leftMargin(0.4f);
    sheet.rightMargin(0.4f);
    sheet.footer("&P/&N", Position.CENTER);
  }

  /**
   * Writes the row of a comment.
   *
   * @param scan the address of its letter's file; null = none
   */
  void row(Map<WorklistColumn, String> cells, String scan) throws IOException {
    row++;
    for (int i = 0; i < columns.size(); i++) {
      WorklistColumn column = columns.get(i);
      StyleSetter style =
          TableSheet.framed(sheet, row, i, i)
              .fillColor(filledIn.contains(column) ? YELLOW : GREY)
              // The text of hidden columns must not increase the row height.
              .wrapText(column.use() != WorklistColumn.Use.HIDDEN);
      if (cells.containsKey(column)) {
        write(i, column, cells.get(column));
      }
      if (column == WorklistColumn.SCAN && scan != null) {
        sheet.hyperlink(row, i, new HyperLink(scan, CellText.of(cells.get(column))));
        style.fontColor(LINK).underlined();
      }
      if (column == WorklistColumn.DUE && cells.containsKey(column)) {
        style.format("dd/mm/yyyy").horizontalAlignment("center");
      } else if (filledIn.contains(column)) {
        style.format(AS_TEXT);
      }
      style.set();
    }
    if (row % PIECE == 0) {
      sheet.flush();
    }
  }

  private void write(int index, WorklistColumn column, String text) {
    if (column == WorklistColumn.DUE) {
      sheet.value(row, index, LocalDate.parse(text));
    } else if (isNumber(column, text)) {
      sheet.value(row, index, Long.valueOf(text));
    } else if (text.length() > LONG) {
      sheet.inlineString(row, index, CellText.of(text));
    } else {
      sheet.value(row, index, CellText.of(text));
    }
  }

  private static boolean isNumber(WorklistColumn column, String text) {
    return switch (column) {
      case CODE, VERSION, PAGE, REVISION_PAGE -> text.matches("\\d{1,9}");
      default -> false;
    };
  }

  /** Writes the drop-downs and ends the workbook. */
  void end() throws IOException {
    int last = Math.max(row, 1);
    sheet.setAutoFilter(0, 0, last, columns.size() - 1);
    Worksheet beside = book.newWorksheet(LISTS);
    for (int i = 0; i < lists.size(); i++) {
      DropDown list = lists.get(i);
      beside.width(i, list.column == WorklistColumn.RESPONSE ? 90 : 36);
      beside.value(0, i, list.heading);
      TableSheet.framed(beside, 0, i, i).bold().fillColor(HEAD).set();
      for (int at = 0; at < list.values.size(); at++) {
        beside.value(at + 1, i, list.values.get(at));
        TableSheet.framed(beside, at + 1, i, i).set();
      }
      if (!list.values.isEmpty()) {
        int index = columns.indexOf(list.column);
        // Sections and phrases are suggestions: other values can be typed.
        boolean only =
            list.column == WorklistColumn.RESULT || list.column == WorklistColumn.DECISION;
        sheet
            .range(1, index, last, index)
            .validateWithList(beside.range(1, i, list.values.size(), i))
            .allowBlank(true)
            .errorStyle(DataValidationErrorStyle.STOP)
            .showErrorMessage(only)
            .errorTitle(list.column.title())
            .error("Hãy chọn trong danh sách.");
      }
    }
    sheet.finish();
    beside.freezePane(0, 1);
    beside.finish();
    book.finish();
  }
}
