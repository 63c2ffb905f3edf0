package vn.sogopy.platform.http.imports;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.poi.poifs.filesystem.FileMagic;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Reads the filled rows of one CSV or XLSX file. CSV is one sheet: RFC 4180 in UTF-8, with or
 * without BOM, separated by commas or semicolons.
 */
public final class TableReader {
  /** The headings of a sheet must be within this number of filled rows. */
  public static final int HEADING_WITHIN = 30;

  /** Number of rows that determine the delimiter, and of characters that have them. */
  private static final int FIRST = 50;

  private static final int HEAD = 64 * 1024;

  /** The last one of a text may lack its end. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*+\"?");

  final int maxColumns;
  final boolean fillsMerged;
  private final int maxRows;
  private int taken;

  /** An exception that a consumer has thrown, in contrast to the library; null = none. */
  RuntimeException refusal;

  /**
   * A row that is not empty.
   *
   * @param sheet name of its sheet; null in CSV
   * @param number line of the file (CSV, where a cell may hold line ends) or the sheet's own row
   *     number, from 1
   */
  public record TableRow(String sheet, int number, List<Cell> cells) {
    boolean isEmpty() {
      return cells.stream().allMatch(Cell::isEmpty);
    }

    /** The cell of this column, counted from 0; empty beyond the last one. */
    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }
  }

  /** Decides which sheets are read. */
  @FunctionalInterface
  public interface Sheets {
    /**
     * Called for each visible sheet that has rows, in order.
     *
     * @param head its first rows, at most {@link #HEADING_WITHIN} and one more; at least one
     * @return receives all rows of the sheet, also those of the head; null = the sheet is not read
     */
    Consumer<TableRow> consumer(List<TableRow> head);
  }

  /**
   * @param maxRows maximum number of filled rows of the sheets that are read
   */
  public TableReader(int maxRows, int maxColumns) {
    this(maxRows, maxColumns, true);
  }

  /**
   * @param maxRows maximum number of filled rows of the sheets that are read
   * @param fillsMerged whether the value of a cell merged over several rows holds for all of them,
   *     or only for the first one
   */
  public TableReader(int maxRows, int maxColumns, boolean fillsMerged) {
    this.maxRows = maxRows;
    this.maxColumns = maxColumns;
    this.fillsMerged = fillsMerged;
  }

  /** Whether a file begins like a workbook, also one from before 2007 or with a password. */
  public static boolean isWorkbook(byte[] head) {
    FileMagic magic = FileMagic.valueOf(head);
    return magic == FileMagic.OOXML || magic == FileMagic.OLE2;
  }

  /**
   * Passes on the rows one by one, also those before a fault.
   *
   * @return the names of the visible sheets that have rows and are not read
   * @throws ProblemException 400 if the file is no such table, or holds too much
   */
  public List<String> read(Path file, boolean xlsx, Sheets sheets) {
    try {
      if (xlsx) {
        return new XlsxReader(this, sheets).read(file);
      }
      try (InputStream in = Files.newInputStream(file)) {
        readCsv(in, sheets);
        return List.of();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Like {@link #read}, for CSV.
   *
   * @param in not closed here
   */
  public void readCsv(InputStream in, Sheets sheets) {
    long line = 1;
    try {
      Bounded text = new Bounded(in);
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter(text.head()))
              .setIgnoreEmptyLines(false)
              .get();
      SheetRows rows = new SheetRows(sheets);
      CSVParser parser = format.parse(text);
      for (CSVRecord csv : parser) {
        text.startRecord();
        if (csv.size() > maxColumns) {
          throw tooLarge(maxColumns);
        }
        TableRow row = new TableRow(null, (int) line, csv.stream().map(Cell::of).toList());
        if (!row.isEmpty() && !rows.take(row)) {
          return;
        }
        line = parser.getCurrentLineNumber() + 1;
      }
      rows.end();
    } catch (IOException | UncheckedIOException e) {
      if (e == refusal) {
        throw refusal;
      }
      throw fault(e instanceof UncheckedIOException unchecked ? unchecked.getCause() : e, line);
    }
  }

  private static ProblemException fault(Throwable e, long line) {
    if (e instanceof Bounded.TooLongException) {
      return tooLarge(Bounded.MAX_RECORD);
    }
    return ProblemException.invalid(
        e instanceof CharacterCodingException
            ? FieldError.pointer("", FieldCode.INVALID_UTF8)
            : FieldError.pointer("", FieldCode.MALFORMED_CSV, line).in(null, (int) line, null));
  }

  /** 400 for a file that is larger than allowed: unpacked, or in rows or columns. */
  static ProblemException tooLarge(long limit) {
    return ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, limit));
  }

  /** The rows of one sheet. The first ones wait until their consumer is known. */
  final class SheetRows {
    private final Sheets sheets;
    private final List<TableRow> head = new ArrayList<>();
    private Consumer<TableRow> rows;

    SheetRows(Sheets sheets) {
      this.sheets = sheets;
    }

    /** False if the sheet is not read. */
    boolean take(TableRow row) {
      if (rows == null) {
        head.add(row);
        return head.size() <= HEADING_WITHIN || choose();
      }
      hand(row);
      return true;
    }

    /** Ends the sheet; false if it has rows and is not read. */
    boolean end() {
      return rows != null || head.isEmpty() || choose();
    }

    private boolean choose() {
      rows = sheets.consumer(head);
      if (rows != null) {
        head.forEach(this::hand);
      }
      return rows != null;
    }

    private void hand(TableRow row) {
      if (row.cells().size() > maxColumns) {
        throw tooLarge(maxColumns);
      }
      if (taken++ == maxRows) {
        throw tooLarge(maxRows);
      }
      try {
        rows.accept(row);
      } catch (RuntimeException e) {
        refusal = e;
        throw e;
      }
    }
  }

  /** Reads UTF-8 without its BOM and limits the length of one record. */
  private static final class Bounded extends FilterReader {
    /** Characters. */
    static final int MAX_RECORD = 1024 * 1024;

    private int sinceLast;

    static final class TooLongException extends IOException {}

    Bounded(InputStream in) throws IOException {
      super(
          new BufferedReader(
              new InputStreamReader(
                  BOMInputStream.builder().setInputStream(in).get(),
                  StandardCharsets.UTF_8.newDecoder()),
              2 * HEAD));
    }

    /** The beginning of the text, which is not consumed. */
    String head() throws IOException {
      in.mark(HEAD);
      char[] head = new char[HEAD];
      int length = IOUtils.read(in, head);
      in.reset();
      return new String(head, 0, length);
    }

    void startRecord() {
      sinceLast = 0;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      int read = super.read(chars, offset, length);
      sinceLast += Math.max(read, 0);
      if (sinceLast > MAX_RECORD) {
        throw new TooLongException();
      }
      return read;
    }
  }

  /**
   * The separator that gives most of the first rows the same number of cells. A title above the
   * headings may contain both. Excel writes semicolons on Vietnamese machines and then leaves
   * commas unquoted.
   */
  private static String delimiter(String text) {
    List<String> rows =
        QUOTED
            .matcher(text)
            .replaceAll("")
            .lines()
            .filter(row -> row.contains(",") || row.contains(";"))
            .limit(FIRST)
            .toList();
    return score(rows, ';') >= score(rows, ',') ? ";" : ",";
  }

  /** By the most rows with the same number of separators, then by the largest number. */
  private static long score(List<String> rows, char separator) {
    Map<Long, Long> widths =
        rows.stream()
            .map(row -> row.chars().filter(c -> c == separator).count())
            .filter(number -> number > 0)
            .collect(groupingBy(identity(), counting()));
    return widths.isEmpty()
        ? 0
        : Collections.max(widths.values()) * HEAD + Collections.max(widths.keySet());
  }
}
