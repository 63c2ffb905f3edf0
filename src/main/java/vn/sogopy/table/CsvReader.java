package vn.sogopy.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** RFC 4180 in UTF-8, with or without BOM, parted by commas or semicolons. */
final class CsvReader {
  private final TableReader limits;

  CsvReader(TableReader limits) {
    this.limits = limits;
  }

  List<TableRow> read(byte[] bytes) throws TableException {
    String text = decode(bytes);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(false).get();
    List<TableRow> rows = new ArrayList<>();
    long line = 1;
    try (CSVParser parser = format.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord csv = records.next();
        if (csv.size() > limits.maxColumns()) {
          throw new TableException(TableException.Fault.TOO_LARGE, limits.maxColumns());
        }
        limits.add(rows, new TableRow((int) line, csv.stream().map(Cell::of).toList()));
        line = parser.getCurrentLineNumber() + 1;
      }
      return rows;
    } catch (IOException | UncheckedIOException e) {
      throw new TableException(TableException.Fault.MALFORMED_CSV, line);
    }
  }

  private static String decode(byte[] bytes) throws TableException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new TableException(TableException.Fault.NOT_UTF8, 0);
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
