package vn.sogopy.register.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.register.Columns;

/**
 * One annex on a sheet of its own, written as it grows. Rows without a height of their own are
 * fitted by whoever opens the book; merged ones are not, so theirs is reckoned.
 */
final class AnnexSheet {
  private static final String FONT = "Times New Roman";
  private static final int SIZE = 11;
  private static final int FLUSH_ROWS = 500;

  /** Millimetres of one unit of width: a digit of the book's default font. */
  private static final double MM_PER_UNIT = 1.86;

  /** Letters of a proportional font that stand on one unit of width, carefully. */
  private static final double LETTERS_PER_UNIT = 1.05;

  private static final double LINE_POINTS = 15;

  /** What a row can be high at most, in points. */
  private static final double MOST_POINTS = 409;

  private static final String AGENCY = "Cơ quan góp ý";
  private static final double AGENCY_MM = 45;
  private static final String CONTINUED = " (tiếp)";

  private final Worksheet sheet;
  private final List<Columns.Column> columns;
  private final boolean withAgency;
  private double letters;
  private int row = -1;
  private int head;

  /**
   * @param withAgency adds a column right of the printed ones, so that a filter knows whose a row
   *     is
   */
  AnnexSheet(Worksheet sheet, List<Columns.Column> columns, boolean withAgency) {
    this.sheet = sheet;
    this.columns = columns;
    this.withAgency = withAgency;
    for (int i = 0; i < columns.size(); i++) {
      double width = columns.get(i).mm() / MM_PER_UNIT;
      letters += width * LETTERS_PER_UNIT;
      sheet.width(i, width);
    }
    if (withAgency) {
      sheet.width(columns.size(), AGENCY_MM / MM_PER_UNIT);
    }
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(1.18f);
    sheet.rightMargin(0.59f);
    sheet.topMargin(0.79f);
    sheet.bottomMargin(0.79f);
    sheet.header("&P", Position.CENTER);
  }

  /** A line across the table; to be given its type and set. */
  StyleSetter across(String text) {
    row++;
    write(row, 0, text);
    sheet.range(row, 0, row, columns.size() - 1).merge();
    sheet.rowHeight(row, height(text));
    return sheet
        .range(row, 0, row, columns.size() - 1)
        .style()
        .fontName(FONT)
        .fontSize(SIZE)
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .wrapText(true);
  }

  /** The heads, which stay in view and stand on every printed page. */
  void head() {
    row++;
    head = row;
    for (int i = 0; i < columns.size(); i++) {
      head(i, columns.get(i).heading());
    }
    if (withAgency) {
      head(columns.size(), AGENCY);
    }
    sheet.rowHeight(row, 3 * LINE_POINTS);
    sheet.freezePane(0, row + 1);
    sheet.repeatRows(row, row);
  }

  private void head(int column, String heading) {
    sheet.value(row, column, heading);
    framed(row, column, column)
        .bold()
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .fillColor("D9E2F3")
        .set();
  }

  void line(Line line) throws IOException {
    if (line.isHeading()) {
      heading(line);
    } else {
      cells(line);
    }
  }

  private void heading(Line line) throws IOException {
    next();
    boolean group = line.kind() == Line.Kind.GROUP;
    write(row, 0, line.heading());
    sheet.range(row, 0, row, columns.size() - 1).merge();
    sheet.rowHeight(row, height(line.heading()));
    framed(row, 0, columns.size() - 1).bold().fillColor(group ? "E2EFDA" : "F2F2F2").set();
    agency(line);
  }

  /** What no cell can hold goes on in the rows below. */
  private void cells(Line line) throws IOException {
    List<List<String>> pieces = new ArrayList<>();
    int rows = 1;
    for (Object cell : line.cells()) {
      List<String> cut = cell instanceof String text ? LongText.pieces(text) : List.of();
      pieces.add(cut);
      rows = Math.max(rows, cut.size());
    }
    for (int part = 0; part < rows; part++) {
      next();
      for (int i = 0; i < columns.size(); i++) {
        Object cell = line.cells().get(i);
        if (part < pieces.get(i).size()) {
          cell = pieces.get(i).get(part);
        } else if (part > 0) {
          cell = i == 0 ? pieces.get(0).get(0) + CONTINUED : null;
        }
        cell(i, cell, line.kind() == Line.Kind.SUM);
      }
      agency(line);
    }
  }

  private void cell(int column, Object cell, boolean bold) {
    StyleSetter style = framed(row, column, column);
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
    } else if (cell instanceof Integer number) {
      sheet.value(row, column, number);
      style.format("#,##0");
    } else if (cell != null) {
      write(row, column, (String) cell);
    }
    style.set();
  }

  private void agency(Line line) {
    if (withAgency) {
      if (line.agency() != null) {
        write(row, columns.size(), line.agency());
      }
      framed(row, columns.size(), columns.size()).fontColor("7F7F7F").set();
    }
  }

  private void next() throws IOException {
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
    row++;
  }

  /** Inline: the table of shared strings would hold every comment in memory. */
  private void write(int at, int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(at, column, LongText.coded(text));
    }
  }

  private double height(String text) {
    double lines = 0;
    for (String line : text.split("\n")) {
      lines += Math.max(1, Math.ceil(line.length() / letters));
    }
    return Math.min(MOST_POINTS, lines * LINE_POINTS + 3);
  }

  /** Each style says all of itself: the library takes over only part of an earlier one. */
  private StyleSetter framed(int at, int from, int to) {
    return sheet
        .range(at, from, at, to)
        .style()
        .fontName(FONT)
        .fontSize(SIZE)
        .borderStyle(BorderStyle.THIN)
        .verticalAlignment("top")
        .wrapText(true);
  }

  /** Ends the table: what is filtered and printed is known now. */
  void endTable() {
    sheet.setAutoFilter(head, 0, row, columns.size() - (withAgency ? 0 : 1));
  }

  void finish() throws IOException {
    if (withAgency) {
      sheet.addNamedRange(sheet.range(0, 0, row, columns.size() - 1), "_xlnm.Print_Area");
    }
    sheet.finish();
  }
}
