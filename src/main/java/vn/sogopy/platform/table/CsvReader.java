package vn.sogopy.platform.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV by RFC 4180 in UTF-8, with or without BOM, separated by commas or semicolons. */
final class CsvReader {
  /** Number of rows that determine the delimiter. */
  private static final int FIRST = 50;

  private final TableReader limits;

  CsvReader(TableReader limits) {
    this.limits = limits;
  }

  void read(InputStream in, TableReader.Rows rows) throws TableException {
    long line = 1;
    Bounded text = new Bounded(in);
    try {
      CSVFormat format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter(text.head()))
              .setIgnoreEmptyLines(false)
              .get();
      try (CSVParser parser = format.parse(text)) {
        Iterator<CSVRecord> records = parser.iterator();
        while (records.hasNext()) {
          CSVRecord csv = records.next();
          text.startRecord();
          if (csv.size() > limits.maxColumns()) {
            throw new TableException(TableException.Fault.TOO_LARGE, limits.maxColumns());
          }
          TableRow row = new TableRow(null, (int) line, csv.stream().map(Cell::of).toList());
          if (!row.isEmpty()) {
            rows.take(row);
          }
          line = parser.getCurrentLineNumber() + 1;
        }
      }
    } catch (UncheckedIOException e) {
      throw fault(e.getCause(), line);
    } catch (IOException e) {
      throw fault(e, line);
    }
  }

  private static TableException fault(IOException e, long line) {
    if (e instanceof CharacterCodingException) {
      return new TableException(TableException.Fault.NOT_UTF8, 0);
    }
    return e instanceof Bounded.TooLongException
        ? new TableException(TableException.Fault.TOO_LARGE, Bounded.MAX_RECORD)
        : new TableException(TableException.Fault.MALFORMED_CSV, line);
  }

  /** Reads UTF-8 without its BOM and limits the length of one record. */
  private static final class Bounded extends FilterReader {
    /** Characters. */
    static final int MAX_RECORD = 1024 * 1024;

    private static final int HEAD = 64 * 1024;

    private int sinceLast;

    static final class TooLongException extends IOException {}

    Bounded(InputStream in) {
      super(
          new BufferedReader(
              new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 2 * HEAD));
    }

    /** Skips the BOM and returns the beginning of the text, which is not consumed. */
    String head() throws IOException {
      in.mark(1);
      if (in.read() != '\uFEFF') {
        in.reset();
      }
      in.mark(HEAD);
      char[] head = new char[HEAD];
      int length = 0;
      int read = 0;
      while (read >= 0 && length < HEAD) {
        length += read;
        read = in.read(head, length, HEAD - length);
      }
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
    Map<Integer, Integer> commas = new HashMap<>();
    Map<Integer, Integer> semicolons = new HashMap<>();
    boolean quoted = false;
    int comma = 0;
    int semicolon = 0;
    int rows = 0;
    for (int i = 0; i < text.length() && rows < FIRST; i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      comma += !quoted && c == ',' ? 1 : 0;
      semicolon += !quoted && c == ';' ? 1 : 0;
      if (!quoted && (c == '\n' || c == '\r' || i == text.length() - 1)) {
        commas.merge(comma, 1, Integer::sum);
        semicolons.merge(semicolon, 1, Integer::sum);
        rows += comma + semicolon > 0 ? 1 : 0;
        comma = 0;
        semicolon = 0;
      }
    }
    int more = alike(semicolons) - alike(commas);
    return more > 0 || more == 0 && widest(semicolons) >= widest(commas) ? ";" : ",";
  }

  /** The largest number of rows with the same number of separators, at least one. */
  private static int alike(Map<Integer, Integer> rows) {
    return rows.entrySet().stream()
        .filter(one -> one.getKey() > 0)
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private static int widest(Map<Integer, Integer> rows) {
    return rows.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
