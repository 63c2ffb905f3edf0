package vn.sogopy.http;

import java.util.List;
import vn.sogopy.table.TableException;
import vn.sogopy.table.TableReader;
import vn.sogopy.table.TableRow;

/**
 * A table that was sent, whatever it is of.
 *
 * @param rows those that are not empty; at least one
 * @param xlsx whether it was a workbook, else CSV
 */
public record SentTable(List<TableRow> rows, boolean xlsx) {

  /**
   * What says that it is XLSX, and what begins as one does, is read as such: browsers and mail
   * programs name types as they like.
   *
   * @param ifEmpty what is said of a file without a filled row
   * @throws ProblemException 400 for what is no such table, or holds too much; it names the line
   *     where there is one
   */
  public static SentTable read(FilePart file, TableReader reader, FieldError ifEmpty) {
    boolean xlsx = MediaTypes.XLSX.equals(file.type()) || TableReader.looksLikeXlsx(file.bytes());
    try {
      return new SentTable(reader.read(file.bytes(), xlsx), xlsx);
    } catch (TableException e) {
      throw problem(e, ifEmpty);
    }
  }

  /**
   * What is no table, in the words of the contract: 400.
   *
   * @param ifEmpty what is said of a file without a filled row
   */
  public static ProblemException problem(TableException e, FieldError ifEmpty) {
    return ProblemException.invalid(
        switch (e.fault()) {
          case EMPTY -> ifEmpty;
          case NOT_UTF8 -> FieldError.pointer("", FieldCode.INVALID_UTF8);
          case MALFORMED_CSV ->
              FieldError.pointer("", FieldCode.MALFORMED_CSV, e.detail())
                  .in((int) e.detail(), null);
          case MACROS -> FieldError.pointer("", FieldCode.MACROS);
          case OLD_OFFICE -> FieldError.pointer("", FieldCode.OLD_OR_LOCKED_XLS);
          case NOT_XLSX -> FieldError.pointer("", FieldCode.MALFORMED_XLSX);
          case TOO_LARGE -> FieldError.pointer("", FieldCode.TOO_LONG, e.detail());
        });
  }
}
