package vn.sogopy.table;

import java.util.List;

/** Reads CSV and XLSX into rows of cells; which columns they mean is the caller's to know. */
public final class TableReader {
  /** Filled rows. */
  private final int maxRows;

  private final int maxColumns;

  /**
   * @param maxRows filled rows that a file may hold
   */
  public TableReader(int maxRows, int maxColumns) {
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
  }

  /**
   * The rows that are not empty; at least one.
   *
   * @throws TableException if the bytes are no such table, or hold too much
   */
  public List<TableRow> read(byte[] bytes, boolean xlsx) throws TableException {
    List<TableRow> rows = xlsx ? new XlsxReader(this).read(bytes) : new CsvReader(this).read(bytes);
    if (rows.isEmpty()) {
      throw new TableException(TableException.Fault.EMPTY, 0);
    }
    return rows;
  }

  /** Whether the bytes begin as a ZIP does, which every XLSX is and no CSV. */
  public static boolean looksLikeXlsx(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** Adds a row unless it is empty. */
  void add(List<TableRow> rows, TableRow row) throws TableException {
    if (row.cells().stream().allMatch(Cell::isEmpty)) {
      return;
    }
    if (rows.size() == maxRows) {
      throw new TableException(TableException.Fault.TOO_LARGE, maxRows);
    }
    rows.add(row);
  }

  int maxColumns() {
    return maxColumns;
  }
}
