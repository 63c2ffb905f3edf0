package vn.sogopy.interchange.imports;

import java.util.List;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldError;

/** One row of a file as a comment, or what is wrong with it. */
interface IntakeRow {
  /** Name of the sheet; null of what is no workbook. */
  default String sheet() {
    return null;
  }

  /** Line of the file, or the sheet's own row number; from 1. */
  int number();

  /** null where there are {@link #errors}. */
  CommentInput input();

  /** What is wrong before anything is looked up. */
  List<CellError> errors();

  /** An error of the comment in the words of the row: its column, and what stands there. */
  CellError located(FieldError error);

  /** Takes the rows of a file as they are read. */
  @FunctionalInterface
  interface Sink {
    void take(IntakeRow row);
  }
}
