package vn.sogopy.platform.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads CSV and XLSX as rows of cells. */
public final class TableReader {
  /** The headings of a sheet must be within this number of filled rows. */
  public static final int HEADING_WITHIN = 30;

  /** Filled rows. */
  private final int maxRows;

  private final int maxColumns;
  private final boolean fillsMerged;

  /** Receives the rows one by one. */
  @FunctionalInterface
  public interface Rows {
    void take(TableRow row) throws TableException;
  }

  /** Decides which sheets of a workbook are read. */
  @FunctionalInterface
  public interface Choice {
    /**
     * Called for each visible sheet that is not empty, in order.
     *
     * @param head its first filled rows, at most {@link #HEADING_WITHIN}; at least one
     */
    boolean takes(List<TableRow> head);
  }

  /**
   * @param maxRows maximum number of filled rows of a file
   */
  public TableReader(int maxRows, int maxColumns) {
    this(maxRows, maxColumns, true);
  }

  /**
   * @param maxRows maximum number of filled rows of a file
   * @param fillsMerged whether the value of a cell merged over several rows holds for all of them,
   *     or only for the first one
   */
  public TableReader(int maxRows, int maxColumns, boolean fillsMerged) {
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
    this.fillsMerged = fillsMerged;
  }

  /**
   * Passes on the filled rows one by one, also those before a fault.
   *
   * @param sheets which sheets of a workbook are read; CSV is always read
   * @return the names of the visible sheets that have rows and were not chosen
   * @throws TableException if the bytes are no such table, or hold too much; EMPTY if no row was
   *     passed on
   */
  public List<String> read(byte[] bytes, boolean xlsx, Choice sheets, Rows rows)
      throws TableException {
    Counted counted = new Counted(rows);
    if (xlsx) {
      return counted.some(new XlsxReader(this).read(bytes, sheets, counted));
    }
    new CsvReader(this).read(new ByteArrayInputStream(bytes), counted);
    return counted.some(List.of());
  }

  /** Like the other {@code read}, for a file. */
  public List<String> read(Path file, boolean xlsx, Choice sheets, Rows rows)
      throws TableException {
    Counted counted = new Counted(rows);
    try {
      if (xlsx) {
        return counted.some(new XlsxReader(this).read(file, sheets, counted));
      }
      try (InputStream in = Files.newInputStream(file)) {
        new CsvReader(this).read(in, counted);
      }
      return counted.some(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Counted implements Rows {
    private final Rows rows;
    private int taken;

    Counted(Rows rows) {
      this.rows = rows;
    }

    @Override
    public void take(TableRow row) throws TableException {
      if (taken++ == maxRows) {
        throw new TableException(TableException.Fault.TOO_LARGE, maxRows);
      }
      rows.take(row);
    }

    List<String> some(List<String> leftOut) throws TableException {
      if (taken == 0) {
        throw new TableException(TableException.Fault.EMPTY, 0);
      }
      return leftOut;
    }
  }

  /** Whether the bytes have the signature of a ZIP, as every XLSX has and no CSV. */
  public static boolean looksLikeXlsx(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * Whether the bytes have the signature of office files before 2007, or of a workbook with a
   * password.
   */
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

  boolean fillsMerged() {
    return fillsMerged;
  }
}
