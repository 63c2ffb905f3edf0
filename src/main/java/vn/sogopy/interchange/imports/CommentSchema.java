package vn.sogopy.interchange.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.upload.Upload;

/**
 * A table with one comment per row: the first sheet that has the column of comments, and every
 * other sheet with this and another known column.
 */
final class CommentSchema extends TableSchema<CommentColumn> {
  static final CommentSchema INSTANCE = new CommentSchema();

  /** Heading of the column with the errors of a row. The import never reports it as unknown. */
  static final String NOTES = "Lỗi";

  static final int MAX_COLUMNS = 200;

  private CommentSchema() {
    super(
        CommentColumn.class,
        CommentSchema::hasComments,
        columns -> columns.size() > 1,
        FieldError.pointer("", FieldCode.COLUMN_REQUIRED, CommentColumn.CONTENT.title()));
  }

  /** The sheets that are read, each with the row number of its headings. */
  static Map<String, Integer> headingRows(Upload workbook) {
    Map<String, Integer> found = new LinkedHashMap<>();
    INSTANCE.read(
        workbook,
        new TableReader(1, MAX_COLUMNS),
        headings -> {
          found.put(headings.row().sheet(), headings.row().number());
          return null;
        });
    return found;
  }

  /** False on the sheet of the template that explains the columns. */
  private static boolean hasComments(Headings<CommentColumn> row) {
    String sheet = row.row().sheet();
    boolean explained =
        row.columns().size() == 1 && sheet != null && CommentTemplate.BESIDE.contains(sheet);
    return row.columns().containsKey(CommentColumn.CONTENT) && !explained;
  }

  /**
   * Headings in two rows: "Văn bản góp ý" above "Số" and "Ngày". The heading row is the one of
   * which a cell is the column of comments; the other row is above or below it.
   */
  @Override
  protected Headings<CommentColumn> completed(
      TableRow above, Headings<CommentColumn> found, TableRow next) {
    Headings<CommentColumn> whole =
        isHeadings(above, found.row()) ? headings(joined(above, found.row())) : found;
    String content = found.cell(found.row(), CommentColumn.CONTENT).text();
    boolean isMerged =
        next != null && found.cell(next, CommentColumn.CONTENT).text().equals(content);
    return isMerged || isSecondRow(whole.row(), next) ? headings(joined(whole.row(), next)) : whole;
  }

  /** A title has one cell. */
  private static boolean isHeadings(TableRow above, TableRow row) {
    return above != null
        && above.number() + 1 == row.number()
        && above.cells().stream().filter(cell -> !cell.isEmpty()).count() > 1;
  }

  /** Whether every cell of the row is a heading, and one of them is new. */
  private boolean isSecondRow(TableRow upper, TableRow lower) {
    boolean any = false;
    for (int i = 0; lower != null && i < lower.cells().size(); i++) {
      String text = lower.cell(i).text();
      if (!text.isEmpty() && !text.equals(upper.cell(i).text())) {
        if (column(joined(upper, lower, i)).isEmpty()) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private TableRow joined(TableRow upper, TableRow lower) {
    List<Cell> both = new ArrayList<>();
    for (int i = 0; i < Math.max(lower.cells().size(), upper.cells().size()); i++) {
      String text = joined(upper, lower, i);
      both.add(text.equals(lower.cell(i).text()) ? lower.cell(i) : new Cell(text, null, false));
    }
    return new TableRow(lower.sheet(), lower.number(), both);
  }

  /** "Số" below "Văn bản đến" is "Số văn bản đến". A group stands above its first column. */
  private String joined(TableRow upper, TableRow lower, int at) {
    String text = lower.cell(at).text();
    String own = upper.cell(at).text();
    if (text.isEmpty() || text.equals(own)) {
      return own;
    }
    int group = at;
    while (group > 0 && upper.cell(group).isEmpty()) {
      group--;
    }
    String whole = text + " " + upper.cell(group).text();
    return column(whole).isPresent() ? whole : text;
  }
}
