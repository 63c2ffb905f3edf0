package vn.sogopy.register.render;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.LineSeparator;
import java.io.IOException;
import java.text.Bidi;
import java.util.List;
import vn.sogopy.register.Columns;

/** Cells and rows in the type of the house. Sizes are in points. */
final class PdfCells {
  /** In tables. */
  static final float SMALL = 11;

  private static final float LINE = 1.2f;

  /** How thick the rules of tables are. */
  static final float RULE = 0.5f;

  private static final float PADDING = 3;

  /** Above the first line, whose height has room for a capital with two marks. */
  private static final float ABOVE = 1;

  /** From the foot of the last line: it may hang below, and does where a row is broken. */
  private static final float BELOW = 5.5f;

  /** Of the line that a rule in the letterhead takes. */
  private static final float RULE_LINE = 7;

  private final PdfFonts fonts;

  PdfCells(PdfFonts fonts) {
    this.fonts = fonts;
  }

  Phrase phrase(String text, PdfFonts.Face face, float size) throws IOException {
    return new Phrase(fonts.printable(text == null ? "" : text), fonts.font(face, size));
  }

  /** A cell of a table, with its rules. */
  PdfPCell cell(String text, PdfFonts.Face face, float size, boolean centred) throws IOException {
    PdfPCell cell = set(phrase(text, face, size), text);
    cell.setBorder(Rectangle.BOX);
    cell.setBorderWidth(RULE);
    cell.setPadding(PADDING);
    cell.setPaddingTop(ABOVE);
    cell.setPaddingBottom(BELOW);
    cell.setUseDescender(false);
    cell.setHorizontalAlignment(centred ? Element.ALIGN_CENTER : Element.ALIGN_LEFT);
    return cell;
  }

  /** Prose without rules; {@code alignment} as in {@link Element}. */
  PdfPCell prose(Phrase phrase, int alignment) {
    PdfPCell cell = set(phrase, phrase.getContent());
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    cell.setHorizontalAlignment(alignment);
    return cell;
  }

  private static PdfPCell set(Phrase phrase, String text) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setLeading(0, LINE);
    cell.setUseDescender(true);
    if (text != null && Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR);
    }
    return cell;
  }

  /** A line of its own, centred below what is before it. */
  Chunk rule(float width) throws IOException {
    Chunk rule = new Chunk(new LineSeparator(0.7f, -width, null, Element.ALIGN_CENTER, 0));
    rule.setFont(fonts.font(PdfFonts.Face.REGULAR, RULE_LINE));
    return rule;
  }

  /** The width of a line of text. */
  float width(String text, PdfFonts.Face face, float size) throws IOException {
    return fonts.font(face, size).getBaseFont().getWidthPoint(fonts.printable(text), size);
  }

  PdfPTable row(float[] widths, PdfPCell... cells) {
    PdfPTable row = new PdfPTable(widths.length);
    row.setTotalWidth(widths);
    row.setLockedWidth(true);
    for (PdfPCell cell : cells) {
      row.addCell(cell);
    }
    return row;
  }

  /** A row of the table that these columns head. */
  PdfPTable row(List<Columns.Column> columns, float size, List<String> texts) throws IOException {
    PdfPCell[] cells = new PdfPCell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(texts.get(i), PdfFonts.Face.REGULAR, size, columns.get(i).centred());
    }
    return row(widths(columns), cells);
  }

  PdfPTable head(List<Columns.Column> columns, float size) throws IOException {
    PdfPCell[] cells = new PdfPCell[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(columns.get(i).heading(), PdfFonts.Face.BOLD, size, true);
      cells[i].setVerticalAlignment(Element.ALIGN_MIDDLE);
    }
    return row(widths(columns), cells);
  }

  /** A number in the first column, a heading through all others. */
  PdfPTable heading(List<Columns.Column> columns, String number, String text) throws IOException {
    PdfPCell index = cell(number, PdfFonts.Face.BOLD, SMALL, true);
    PdfPCell heading = cell(text, PdfFonts.Face.BOLD, SMALL, false);
    heading.setColspan(columns.size() - 1);
    return row(widths(columns), index, heading);
  }

  static float[] widths(List<Columns.Column> columns) {
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = PdfPages.points(columns.get(i).mm());
    }
    return widths;
  }
}
