package vn.sogopy.interchange.imports;

import java.util.List;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldError;

/** A row of a file as a comment or as errors. */
interface IntakeRow {
  /** Name of the sheet; null unless the file is a workbook. */
  default String sheet() {
    return null;
  }

  /** Line of the file or row of the sheet, from 1. */
  int number();

  /** Null if there are {@link #errors}. */
  CommentInput input();

  /** Errors found without the database. */
  List<CellError> errors();

  /** An error of the comment with the column and the value of the row. */
  CellError located(FieldError error);

  /** Receives the rows of a file in order. */
  @FunctionalInterface
  interface Sink {
    void take(IntakeRow row);
  }
}
