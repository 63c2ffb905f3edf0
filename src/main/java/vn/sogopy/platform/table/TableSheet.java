package vn.sogopy.platform.table;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/**
 * A sheet with one table, prepared for filters and print. Its rows are written to the stream as
 * they arrive. Spreadsheet programs adjust the height of rows, but not of merged ones: these are
 * estimated here.
 */
public final class TableSheet {
  private static final String FONT = "Times New Roman";
  private static final int SIZE = 11;
  private static final int FLUSH_ROWS = 500;

  /** Millimetres of one width unit: a digit of the workbook's default font. */
  private static final double MM_PER_UNIT = 1.86;

  /** Average letters in one width unit, a cautious estimate. */
  private static final double LETTERS_PER_UNIT = 1.05;

  private static final double LINE_POINTS = 15;

  private static final double MAX_POINTS = 409;

  private static final double OWNER_MM = 45;
  private static final String CONTINUED = " (tiếp)";

  private final Worksheet sheet;
  private final List<Column> columns;
  private final String ownerHeading;
  private double letters;
  private int row = -1;
  private int head;

  /**
   * @param ownerHeading heading of a column right of the printed ones, for filters by owner; null =
   *     none
   */
  public TableSheet(Worksheet sheet, List<Column> columns, String ownerHeading) {
    this.sheet = sheet;
    this.columns = columns;
    this.ownerHeading = ownerHeading;
    for (int i = 0; i < columns.size(); i++) {
      double width = columns.get(i).mm() / MM_PER_UNIT;
      letters += width * LETTERS_PER_UNIT;
      sheet.width(i, width);
    }
    if (ownerHeading != null) {
      sheet.width(columns.size(), OWNER_MM / MM_PER_UNIT);
    }
    landscape(sheet);
    sheet.leftMargin(1.18f);
    sheet.rightMargin(0.59f);
    sheet.topMargin(0.79f);
    sheet.bottomMargin(0.79f);
    sheet.header("&P", Position.CENTER);
  }

  /** Prints on landscape pages of A4, one page wide. */
  public static void landscape(Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }

  /** A line across the table; the caller completes and sets its style. */
  public StyleSetter across(String text) {
    row++;
    merged(text);
    return sheet
        .range(row, 0, row, columns.size() - 1)
        .style()
        .fontName(FONT)
        .fontSize(SIZE)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .wrapText(true);
  }

  /** The headings, frozen and repeated on every printed page. */
  public void head() {
    row++;
    head = row;
    for (int i = 0; i < columns.size(); i++) {
      head(i, columns.get(i).heading());
    }
    if (ownerHeading != null) {
      head(columns.size(), ownerHeading);
    }
    sheet.rowHeight(row, 3 * LINE_POINTS);
    sheet.freezePane(0, row + 1);
    sheet.repeatRows(row, row);
  }

  private void head(int column, String heading) {
    sheet.value(row, column, heading);
    framed(column, column)
        .bold()
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .fillColor("D9E2F3")
        .set();
  }

  /**
   * A heading across the table.
   *
   * @param color of the fill
   * @param owner null = none
   */
  public void heading(String text, String color, String owner) throws IOException {
    next();
    merged(text);
    framed(0, columns.size() - 1).bold().fillColor(color).set();
    owner(owner);
  }

  /**
   * A row. A text that is too long for a cell continues in the rows below.
   *
   * @param cells a String, an Integer, a LocalDate or null for each column
   * @param owner null = none
   */
  public void row(List<?> cells, boolean bold, String owner) throws IOException {
    List<List<String>> pieces = new ArrayList<>();
    int rows = 1;
    for (Object cell : cells) {
      List<String> cut = cell instanceof String text ? CellText.pieces(text) : List.of();
      pieces.add(cut);
      rows = Math.max(rows, cut.size());
    }
    for (int part = 0; part < rows; part++) {
      next();
      for (int i = 0; i < columns.size(); i++) {
        Object cell = cells.get(i);
        if (part < pieces.get(i).size()) {
          cell = pieces.get(i).get(part);
        } else if (part > 0) {
          cell = i == 0 ? pieces.get(0).get(0) + CONTINUED : null;
        }
        cell(i, cell, bold);
      }
      owner(owner);
    }
  }

  private void cell(int column, Object cell, boolean bold) {
    StyleSetter style = framed(column, column);
    if (columns.get(column).centred()) {
      style.horizontalAlignment("center");
    }
    if (bold) {
      style.bold();
    }
    if (cell instanceof LocalDate day) {
      sheet.value(row, column, day);
      // A leading zero for months 1-2 only, as Vietnamese papers write it.
      style.format(day.getMonthValue() < 3 ? "dd/mm/yyyy" : "dd/m/yyyy");
    } else if (cell instanceof Number number) {
      sheet.value(row, column, number);
      style.format("#,##0");
    } else if (cell != null) {
      write(column, (String) cell);
    }
    style.set();
  }

  private void owner(String owner) {
    if (ownerHeading != null) {
      if (owner != null) {
        write(columns.size(), owner);
      }
      framed(columns.size(), columns.size()).fontColor("7F7F7F").set();
    }
  }

  private void next() throws IOException {
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
    row++;
  }

  /** Inline: the table of shared strings would hold every text in memory. */
  private void write(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(row, column, CellText.escaped(text));
    }
  }

  private void merged(String text) {
    write(0, text);
    sheet.range(row, 0, row, columns.size() - 1).merge();
    double lines = 0;
    for (String line : text.split("\n")) {
      lines += Math.max(1, Math.ceil(line.length() / letters));
    }
    sheet.rowHeight(row, Math.min(MAX_POINTS, lines * LINE_POINTS + 3));
  }

  private StyleSetter framed(int from, int to) {
    return framed(sheet, row, from, to);
  }

  /**
   * Cells with a frame; the caller completes and sets their style. It must be complete: the library
   * keeps only part of an earlier one.
   */
  public static StyleSetter framed(Worksheet sheet, int row, int from, int to) {
    return sheet
        .range(row, from, row, to)
        .style()
        .fontName(FONT)
        .fontSize(SIZE)
        .borderStyle(BorderStyle.THIN)
        .verticalAlignment("top")
        .wrapText(true);
  }

  /** Ends the rows of the filter. */
  public void endTable() {
    sheet.setAutoFilter(head, 0, row, columns.size() - (ownerHeading == null ? 1 : 0));
  }

  public void finish() throws IOException {
    if (ownerHeading != null) {
      sheet.addNamedRange(sheet.range(0, 0, row, columns.size() - 1), "_xlnm.Print_Area");
    }
    sheet.finish();
  }
}
