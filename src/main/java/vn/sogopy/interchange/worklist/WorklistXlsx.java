package vn.sogopy.interchange.worklist;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a work-list as a workbook: cover sheet, comments, and the lists of the drop-downs. Rows
 * are streamed. Sheets are not protected, since Excel could then neither sort nor delete rows.
 */
final class WorklistXlsx implements WorklistTarget {
  /** Name of the sheet with the comments. */
  static final String SHEET = "Ý kiến";

  private static final String HELP = "Hướng dẫn";

  /** The other sheets. */
  static final Set<String> BESIDE = Set.of(HELP, Lists.SHEET);

  /** Maximum number of rows in memory. */
  private static final int PIECE = 200;

  private final Workbook book;
  private WorklistHead head;
  private WorklistSheet sheet;
  private Lists lists;
  private int rows;

  WorklistXlsx(OutputStream out) {
    book = new Workbook(out, "SoGopY", "1.0");
  }

  @Override
  public void begin(WorklistHead what) throws IOException {
    head = what;
    lists = new Lists(head);
    book.properties().setTitle("Danh sách ý kiến cần trả lời - " + head.plan());
    Worksheet cover = book.newWorksheet(HELP);
    CoverSheet.write(cover, head);
    cover.finish();
    sheet = new WorklistSheet(book.newWorksheet(SHEET), head.coordinator());
  }

  @Override
  public void line(WorklistLine line) throws IOException {
    sheet.line(line);
    rows++;
    if (rows % PIECE == 0) {
      sheet.flush();
    }
  }

  @Override
  public void end() throws IOException {
    sheet.finish(lists);
    lists.write(book.newWorksheet(Lists.SHEET));
    book.finish();
  }

  /** The lists of the drop-downs, each one a column of a separate sheet. */
  static final class Lists {
    static final String SHEET = "Danh mục";

    private final List<WorklistColumn> columns = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();

    private Lists(WorklistHead head) {
      add(WorklistColumn.RESULT, "Kết quả", Answers.results());
      add(WorklistColumn.DONE, "Đã xong", List.of(WorklistCells.YES));
      if (head.coordinator()) {
        add(WorklistColumn.DECISION, "Duyệt / Trả lại", Answers.decisions());
      }
      add(WorklistColumn.REVISION_SECTION, "Mục của dự thảo", head.sections());
      add(WorklistColumn.RESPONSE, "Câu mẫu", head.phrases());
    }

    private void add(WorklistColumn column, String heading, List<String> list) {
      columns.add(column);
      headings.add(heading);
      values.add(list);
    }

    List<WorklistColumn> columns() {
      return columns;
    }

    /** "'Danh mục'!$A$2:$A$7"; null if the list is empty. */
    String range(WorklistColumn column) {
      int index = columns.indexOf(column);
      if (index < 0 || values.get(index).isEmpty()) {
        return null;
      }
      char letter = (char) ('A' + index);
      return "'%s'!$%s$2:$%s$%d".formatted(SHEET, letter, letter, values.get(index).size() + 1);
    }

    private void write(Worksheet sheet) throws IOException {
      for (int i = 0; i < values.size(); i++) {
        sheet.width(i, columns.get(i) == WorklistColumn.RESPONSE ? 90 : 36);
        sheet.value(0, i, headings.get(i));
        WorklistSheet.framed(sheet, 0, i).bold().fillColor(WorklistSheet.HEAD).set();
        for (int row = 0; row < values.get(i).size(); row++) {
          sheet.value(row + 1, i, values.get(i).get(row));
          WorklistSheet.framed(sheet, row + 1, i).set();
        }
      }
      sheet.freezePane(0, 1);
      sheet.finish();
    }
  }
}
