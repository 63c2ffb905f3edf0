package vn.sogopy.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads CSV and XLSX into rows of cells; which columns they mean is the caller's to know. */
public final class TableReader {
  /** Filled rows. */
  private final int maxRows;

  private final int maxColumns;

  /** Takes the rows as they are read. */
  @FunctionalInterface
  public interface Rows {
    void take(TableRow row) throws TableException;
  }

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
    List<TableRow> rows = new ArrayList<>();
    Rows counted = counted(rows::add);
    if (xlsx) {
      new XlsxReader(this).read(bytes, counted);
    } else {
      new CsvReader(this).read(new ByteArrayInputStream(bytes), counted);
    }
    if (rows.isEmpty()) {
      throw new TableException(TableException.Fault.EMPTY, 0);
    }
    return rows;
  }

  /**
   * Hands on the rows that are not empty, one by one, as they are read: those before a fault too.
   *
   * @throws TableException if the file is no such table, or holds too much
   */
  public void read(Path file, boolean xlsx, Rows rows) throws TableException {
    Rows counted = counted(rows);
    try {
      if (xlsx) {
        new XlsxReader(this).read(file, counted);
        return;
      }
      try (InputStream in = Files.newInputStream(file)) {
        new CsvReader(this).read(in, counted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A sheet of a workbook.
   *
   * @param rows those that are not empty
   */
  public record Sheet(String name, List<TableRow> rows) {}

  /**
   * The visible sheets of a workbook that have such a row among their first twenty; may be none.
   *
   * @throws TableException if the file is no workbook, or holds too much
   */
  public List<Sheet> find(Path file, Predicate<TableRow> wanted) throws TableException {
    try {
      return new XlsxReader(this).find(file, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Rows counted(Rows rows) {
    int[] taken = new int[1];
    return row -> {
      if (taken[0]++ == maxRows) {
        throw new TableException(TableException.Fault.TOO_LARGE, maxRows);
      }
      rows.take(row);
    };
  }

  /** Whether the bytes begin as a ZIP does, which every XLSX is and no CSV. */
  public static boolean looksLikeXlsx(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** Whether they begin as files of before 2007 do, and as workbooks with a password. */
  public static boolean looksLikeOldOffice(byte[] bytes) {
    return bytes.length > 3
        && (bytes[0] & 0xFF) == 0xD0
        && (bytes[1] & 0xFF) == 0xCF
        && bytes[2] == 0x11
        && (bytes[3] & 0xFF) == 0xE0;
  }

  int maxColumns() {
    return maxColumns;
  }
}
