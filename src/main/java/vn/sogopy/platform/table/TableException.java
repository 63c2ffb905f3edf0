package vn.sogopy.platform.table;

/** The file is not a readable table. */
public final class TableException extends Exception {

  /** The fault of the whole file. */
  public enum Fault {
    /** No filled row at all. */
    EMPTY,
    /** CSV that is not UTF-8. */
    NOT_UTF8,
    /** CSV with quotes that do not match; the detail is the line. */
    MALFORMED_CSV,
    /** A workbook with macros. */
    MACROS,
    /** A workbook of a version before 2007, or one with a password. */
    OLD_OFFICE,
    /** Not a workbook, or one that cannot be read. */
    NOT_XLSX,
    /** Larger than allowed once unpacked, or in rows or columns; the detail is the limit. */
    TOO_LARGE
  }

  private final Fault fault;
  private final long detail;

  TableException(Fault fault, long detail) {
    super(fault + " " + detail);
    this.fault = fault;
    this.detail = detail;
  }

  public Fault fault() {
    return fault;
  }

  /** A line or a limit, according to the fault; else 0. */
  public long detail() {
    return detail;
  }
}
