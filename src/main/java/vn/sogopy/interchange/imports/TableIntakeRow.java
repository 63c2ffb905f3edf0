package vn.sogopy.interchange.imports;

import java.util.List;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableRow;

/** A row of a table, and its comment. */
record TableIntakeRow(
    Headings<CommentColumn> headings, TableRow row, CommentInput input, List<CellError> errors)
    implements IntakeRow {

  @Override
  public String sheet() {
    return row.sheet();
  }

  @Override
  public int number() {
    return row.number();
  }

  @Override
  public CellError located(FieldError error) {
    return located(headings, row, error);
  }

  static CellError located(Headings<CommentColumn> headings, TableRow row, FieldError error) {
    CommentColumn column = CommentColumn.ofPointer(error.name());
    String heading = headings.heading(column);
    String written = headings.cell(row, column).text();
    return new CellError(
        heading == null ? column.title() : heading,
        written.isEmpty() ? null : Headings.shown(written),
        List.of(),
        error.code(),
        error.arguments().toArray());
  }
}
