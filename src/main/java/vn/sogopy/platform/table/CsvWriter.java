package vn.sogopy.platform.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes the CSV of all exports: RFC 4180 in UTF-8 with BOM, formulas neutralised. */
public final class CsvWriter {
  private static final int BUFFER = 32 * 1024;
  private static final char BOM = '\uFEFF';

  private final CSVPrinter printer;

  /**
   * @param out not closed here
   */
  public CsvWriter(OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    text.write(BOM);
    printer = new CSVPrinter(text, CSVFormat.RFC4180);
  }

  /** Writes one line; null is an empty cell. */
  public void row(List<String> cells) throws IOException {
    for (String cell : cells) {
      cell(cell);
    }
    end();
  }

  /** Writes the next cell of a line; null is an empty cell. */
  public void cell(String cell) throws IOException {
    printer.print(neutral(cell));
  }

  /** Ends the line. */
  public void end() throws IOException {
    printer.println();
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
