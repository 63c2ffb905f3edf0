package vn.sogopy.platform.http.imports;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.ProxyReader;
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
   * Reads the visible sheets, in order. A fault is found when its row is read.
   *
   * @param sheets reads a sheet; false if it is not read
   * @return the names of the visible sheets that have rows and are not read
   * @throws ProblemException 400 if the file is no such table, or holds too much
   */
  public List<String> read(Path file, boolean xlsx, Predicate<SheetRows> sheets) {
    try {
      if (xlsx) {
        return new XlsxReader(this, sheets).read(file);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return readCsv(in, sheets);
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
  public List<String> readCsv(InputStream in, Predicate<SheetRows> sheets) {
    long[] line = {1};
    try {
      Bounded text = new Bounded(in);
      CSVParser parser =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter(text.head()))
              .setIgnoreEmptyLines(false)
              .get()
              .parse(text);
      Stream<TableRow> rows =
          parser.stream()
              .map(
                  csv -> {
                    text.startRecord();
                    if (csv.size() > maxColumns) {
                      throw tooLarge(maxColumns);
                    }
                    List<Cell> cells = csv.stream().map(Cell::of).toList();
                    TableRow row = new TableRow(null, (int) line[0], cells);
                    line[0] = parser.getCurrentLineNumber() + 1;
                    return row;
                  });
      read(rows, e -> fault(e, line[0]), sheets);
      return List.of();
    } catch (IOException e) {
      throw fault(new UncheckedIOException(e), line[0]);
    }
  }

  /**
   * Reads one sheet.
   *
   * @param fault the exception to throw for one that reading a row has thrown
   * @return false if the sheet has rows and is not read
   */
  boolean read(
      Stream<TableRow> rows, UnaryOperator<RuntimeException> fault, Predicate<SheetRows> sheets) {
    SheetRows filled = new SheetRows(rows.filter(row -> !row.isEmpty()).iterator(), fault);
    return sheets.test(filled) || !filled.any;
  }

  private static RuntimeException fault(RuntimeException e, long line) {
    if (!(e instanceof UncheckedIOException)) {
      return e;
    }
    if (e.getCause() instanceof Bounded.TooLongException) {
      return tooLarge(Bounded.MAX_RECORD);
    }
    return ProblemException.invalid(
        e.getCause() instanceof CharacterCodingException
            ? FieldError.pointer("", FieldCode.INVALID_UTF8)
            : FieldError.pointer("", FieldCode.MALFORMED_CSV, line).in(null, (int) line, null));
  }

  /** 400 for a file that is larger than allowed: unpacked, or in rows or columns. */
  static ProblemException tooLarge(long limit) {
    return ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, limit));
  }

  /** The filled rows of one sheet, in order. */
  public final class SheetRows {
    private final Iterator<TableRow> rows;
    private final UnaryOperator<RuntimeException> fault;
    private boolean any;

    private SheetRows(Iterator<TableRow> rows, UnaryOperator<RuntimeException> fault) {
      this.rows = rows;
      this.fault = fault;
    }

    /** The next row, also beyond the limits of the table; null after the last one. */
    TableRow next() {
      try {
        TableRow row = rows.hasNext() ? rows.next() : null;
        any |= row != null;
        return row;
      } catch (RuntimeException e) {
        throw fault.apply(e);
      }
    }

    /**
     * Counts a row of a sheet that is read.
     *
     * @throws ProblemException 400 if the table has too many rows or columns
     */
    TableRow take(TableRow row) {
      if (row.cells().size() > maxColumns) {
        throw tooLarge(maxColumns);
      }
      if (taken++ == maxRows) {
        throw tooLarge(maxRows);
      }
      return row;
    }

    /**
     * Hands the rows that follow to the consumer.
     *
     * @return true
     * @throws ProblemException 400 if the table has too many rows or columns
     */
    public boolean takeAll(Consumer<TableRow> consumer) {
      for (TableRow row = next(); row != null; row = next()) {
        consumer.accept(take(row));
      }
      return true;
    }
  }

  /** Reads UTF-8 without its BOM and limits the length of one record. */
  private static final class Bounded extends ProxyReader {
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
    protected void afterRead(int characters) throws IOException {
      sinceLast += Math.max(characters, 0);
      if (sinceLast > MAX_RECORD) {
        throw new TooLongException();
      }
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
