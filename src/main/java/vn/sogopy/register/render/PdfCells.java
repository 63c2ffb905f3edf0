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

/** Cells and paragraphs in the font of official papers. Sizes are in points. */
final class PdfCells {
  /** The font size of tables. */
  static final float SMALL = 11;

  private static final float LINE = 1.2f;

  /** Thickness of the borders of tables. */
  static final float RULE = 0.5f;

  private static final float PADDING = 3;

  /** Space above the first line, which has room for a capital with two diacritics. */
  private static final float ABOVE = 1;

  /** Space below the base line of the last line, which includes its descenders. */
  private static final float BELOW = 5.5f;

  /** Height of the line that holds a rule of the letterhead. */
  private static final float RULE_LINE = 7;

  private final PdfFonts fonts;

  PdfCells(PdfFonts fonts) {
    this.fonts = fonts;
  }

  Phrase phrase(String text, PdfFonts.Face face, float size) throws IOException {
    return new Phrase(fonts.printable(text == null ? "" : text), fonts.font(face, size));
  }

  /** A cell of a table, with borders. */
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

  /** A cell without borders; {@code alignment} as in {@link Element}. */
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

  /** A horizontal rule on its own line, centred below the preceding text. */
  Chunk rule(float width) throws IOException {
    Chunk rule = new Chunk(new LineSeparator(0.7f, -width, null, Element.ALIGN_CENTER, 0));
    rule.setFont(fonts.font(PdfFonts.Face.REGULAR, RULE_LINE));
    return rule;
  }

  /** The width of a line of text. */
  float width(String text, PdfFonts.Face face, float size) throws IOException {
    return fonts.font(face, size).getBaseFont().getWidthPoint(fonts.printable(text), size);
  }

  /** A table with fixed widths, whose rows break at the end of the page. */
  PdfPTable table(float... widths) {
    PdfPTable table = new PdfPTable(widths.length);
    table.setTotalWidth(widths);
    table.setLockedWidth(true);
    table.setSplitLate(false);
    return table;
  }

  /** A paragraph of this width; {@code alignment} as in {@link Element}. */
  PdfPTable line(String text, PdfFonts.Face face, float size, int alignment, float width)
      throws IOException {
    PdfPTable line = table(width);
    line.addCell(prose(phrase(text, face, size), alignment));
    return line;
  }
}
