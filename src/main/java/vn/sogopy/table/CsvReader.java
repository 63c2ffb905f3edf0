package vn.sogopy.table;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** RFC 4180 in UTF-8, with or without BOM, parted by commas or semicolons. */
final class CsvReader {
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
          text.next();
          if (csv.size() > limits.maxColumns()) {
            throw new TableException(TableException.Fault.TOO_LARGE, limits.maxColumns());
          }
          TableRow row = new TableRow((int) line, csv.stream().map(Cell::of).toList());
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

  /** Text in UTF-8, without its BOM; the parser may not gather more than one record of it. */
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

    /** What the delimiter shows in; it is read again. */
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

    /** A record has come. */
    void next() {
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

  /** As the first line that has either shows: Excel writes semicolons on Vietnamese machines. */
  private static String delimiter(String text) {
    return text.lines()
        .filter(line -> line.indexOf(',') >= 0 || line.indexOf(';') >= 0)
        .findFirst()
        .map(line -> count(line, ';') > count(line, ',') ? ";" : ",")
        .orElse(",");
  }

  private static long count(String line, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      count += !quoted && c == wanted ? 1 : 0;
    }
    return count;
  }
}
