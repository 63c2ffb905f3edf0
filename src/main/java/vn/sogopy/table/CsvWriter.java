package vn.sogopy.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** CSV as every export writes it: UTF-8 with BOM, RFC 4180, no cell that could run. */
public final class CsvWriter {
  private final CSVPrinter printer;

  /**
   * @param out not closed here
   */
  public CsvWriter(OutputStream out) throws IOException {
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
  }

  /** One line; null is an empty cell. */
  public void row(List<String> cells) throws IOException {
    List<String> line = new ArrayList<>();
    cells.forEach(cell -> line.add(neutral(cell)));
    printer.printRecord(line);
  }

  public void flush() throws IOException {
    printer.flush();
  }

  /** A cell that a spreadsheet would run as a formula is made plain text by an apostrophe. */
  static String neutral(String cell) {
    return cell != null && runs(cell) ? "'" + cell : cell;
  }

  /** Whether {@link #neutral} put an apostrophe before it. */
  static boolean isNeutral(String cell) {
    return cell.startsWith("'") && runs(cell.substring(1));
  }

  private static boolean runs(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
  }
}
