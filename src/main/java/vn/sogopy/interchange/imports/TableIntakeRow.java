package vn.sogopy.interchange.imports;

import java.util.List;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.problem.FieldError;

/** A row of a table with its comment. */
record TableIntakeRow(TableCells<CommentColumn> cells, CommentInput input) implements IntakeRow {

  @Override
  public String sheet() {
    return cells.row().sheet();
  }

  @Override
  public int number() {
    return cells.row().number();
  }

  @Override
  public List<CellError> errors() {
    return cells.errors();
  }

  @Override
  public CellError located(FieldError error) {
    return located(cells, error);
  }

  static CellError located(TableCells<CommentColumn> cells, FieldError error) {
    return cells.error(
        CommentColumn.ofPointer(error.name()),
        List.of(),
        error.code(),
        error.arguments().toArray());
  }
}
