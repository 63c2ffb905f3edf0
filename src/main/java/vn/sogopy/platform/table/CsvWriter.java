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
  private static final String BOM = "\uFEFF";

  /** Characters. */
  private static final int BUFFER = 32 * 1024;

  private final Writer out;
  private final CSVPrinter printer;
  private final String mark;

  /**
   * @param out not closed here
   */
  public CsvWriter(OutputStream out) throws IOException {
    this(out, null);
  }

  /**
   * @param out not closed here
   * @param mark the last cell of every line, headings included; null = none
   */
  public CsvWriter(OutputStream out, String mark) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    this.out.write(BOM);
    printer = new CSVPrinter(this.out, CSVFormat.RFC4180);
    this.mark = mark;
  }

  /** Writes one line; null is an empty cell. */
  public void row(List<String> cells) throws IOException {
    for (String cell : cells) {
      printer.print(neutral(cell));
    }
    if (mark != null) {
      printer.print(mark);
    }
    printer.println();
  }

  public void flush() throws IOException {
    out.flush();
  }

  /** A cell that a spreadsheet would run as a formula is made plain text by an apostrophe. */
  static String neutral(String cell) {
    return cell != null && runs(cell) ? "'" + cell : cell;
  }

  /** Undoes {@link #neutral}, so that exports can be imported. */
  public static String original(String cell) {
    return cell.startsWith("'") && runs(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean runs(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
  }
}
