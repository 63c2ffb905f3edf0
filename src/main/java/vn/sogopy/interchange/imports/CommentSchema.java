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

  /** "Văn bản góp ý" above "Số" and "Ngày"; the other headings are merged vertically. */
  @Override
  protected Headings<CommentColumn> completed(Headings<CommentColumn> upper, TableRow next) {
    String content = upper.cell(upper.row(), CommentColumn.CONTENT).text();
    if (next == null || !upper.cell(next, CommentColumn.CONTENT).text().equals(content)) {
      return upper;
    }
    List<Cell> both = new ArrayList<>();
    for (int i = 0; i < Math.max(next.cells().size(), upper.row().cells().size()); i++) {
      both.add(next.cell(i).isEmpty() ? upper.row().cell(i) : next.cell(i));
    }
    return headings(new TableRow(next.sheet(), next.number(), both));
  }
}
