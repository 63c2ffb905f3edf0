package vn.sogopy.platform.http.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.SentFile;
import vn.sogopy.platform.table.TableColumn;
import vn.sogopy.platform.table.TableException;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;

/**
 * An uploaded table of any kind.
 *
 * @param sheets the rows that are not empty, by sheet; at least one sheet, and CSV is one
 * @param leftOut names of the other visible sheets that have rows
 * @param xlsx whether it is a workbook, else CSV
 */
public record SentTable(List<List<TableRow>> sheets, List<String> leftOut, boolean xlsx) {

  /**
   * @param choice which sheets of a workbook are read
   * @param ifEmpty the error of a file without a filled row
   * @throws ProblemException 400 if the file is invalid or too large; the error has the line if it
   *     is known
   */
  public static SentTable read(
      SentFile file, TableReader reader, TableReader.Choice choice, FieldError ifEmpty) {
    boolean xlsx = file.kind() == SentFile.Kind.XLSX;
    return read(xlsx, rows -> reader.read(file.path(), xlsx, choice, rows), ifEmpty);
  }

  /** Like the other {@code read}, for the bytes of a CSV. */
  public static SentTable read(byte[] csv, TableReader reader, FieldError ifEmpty) {
    return read(false, rows -> reader.read(csv, false, head -> true, rows), ifEmpty);
  }

  @FunctionalInterface
  private interface Source {
    List<String> read(TableReader.Rows rows) throws TableException;
  }

  private static SentTable read(boolean xlsx, Source source, FieldError ifEmpty) {
    Map<String, List<TableRow>> sheets = new LinkedHashMap<>();
    try {
      List<String> leftOut =
          source.read(
              row -> sheets.computeIfAbsent(row.sheet(), name -> new ArrayList<>()).add(row));
      return new SentTable(List.copyOf(sheets.values()), leftOut, xlsx);
    } catch (TableException e) {
      throw problem(e, ifEmpty);
    }
  }

  /** Reads the sheets of the schema. A file without a filled row has no headings. */
  public static <C extends Enum<C> & TableColumn> SentTable read(
      SentFile file, TableReader reader, TableSchema<C> schema) {
    return read(file, reader, schema.sheets(), schema.missing());
  }

  /**
   * The 400 of an unreadable table.
   *
   * @param ifEmpty the error of a file without a filled row
   */
  public static ProblemException problem(TableException e, FieldError ifEmpty) {
    return ProblemException.invalid(
        switch (e.fault()) {
          case EMPTY -> ifEmpty;
          case NOT_UTF8 -> FieldError.pointer("", FieldCode.INVALID_UTF8);
          case MALFORMED_CSV ->
              FieldError.pointer("", FieldCode.MALFORMED_CSV, e.detail())
                  .in(null, (int) e.detail(), null);
          case MACROS -> FieldError.pointer("", FieldCode.MACROS);
          case OLD_OFFICE -> FieldError.pointer("", FieldCode.OLD_OR_LOCKED_XLS);
          case NOT_XLSX -> FieldError.pointer("", FieldCode.MALFORMED_XLSX);
          case TOO_LARGE -> FieldError.pointer("", FieldCode.TOO_LONG, e.detail());
        });
  }
}
