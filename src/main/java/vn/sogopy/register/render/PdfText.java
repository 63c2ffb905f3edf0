package vn.sogopy.register.render;

import com.lowagie.text.Chunk;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import com.lowagie.text.pdf.draw.LineSeparator;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.librepdf.openpdf.fonts.Liberation;

/**
 * The text of one document in Liberation Serif: phrases, cells, paragraphs. Sizes are in points.
 */
final class PdfText {
  /** Replaces each character that the font lacks. */
  static final char MISSING = '□';

  private static final String TAB = "    ";
  private static final char NO_BREAK_HYPHEN = '\u2011';

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

  /** The styles of the font. */
  enum Face {
    REGULAR("Regular"),
    BOLD("Bold"),
    ITALIC("Italic"),
    BOLD_ITALIC("BoldItalic");

    private final String name;

    Face(String name) {
      this.name = name;
    }
  }

  private final Map<Face, BaseFont> faces = new EnumMap<>(Face.class);
  private final long seed;

  /**
   * @param seed of the tags of font subsets: the same seed gives the same bytes
   */
  PdfText(long seed) {
    this.seed = seed;
  }

  Font font(Face face, float points) throws IOException {
    BaseFont base = faces.get(face);
    if (base == null) {
      base = load(face);
      faces.put(face, base);
    }
    return new Font(base, points);
  }

  private BaseFont load(Face face) throws IOException {
    String file = "LiberationSerif-" + face.name + ".ttf";
    try (InputStream in = Liberation.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      BaseFont base =
          BaseFont.createFont(
              file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
      base.setSubset(true);
      base.setSecureRandom(new Tags(seed + face.ordinal()));
      return base;
    }
  }

  /**
   * The text in characters of the font: composed (NFC), without invisible characters (direction
   * marks, joiners), and with {@link #MISSING} for characters that the font lacks.
   */
  String printable(String text) throws IOException {
    BaseFont base = font(Face.REGULAR, 1).getBaseFont();
    StringBuilder shown = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(c -> append(shown, c, base));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c, BaseFont base) {
    if (c == '\n') {
      shown.append('\n');
    } else if (c == '\t') {
      shown.append(TAB);
    } else if (c == NO_BREAK_HYPHEN) {
      shown.append('-');
    } else if (Character.isSpaceChar(c) && !base.charExists(c)) {
      shown.append(' ');
    } else if (!isInvisible(c)) {
      if (base.charExists(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(MISSING);
      }
    }
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    boolean variation = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    return type == Character.FORMAT || type == Character.CONTROL || variation;
  }

  Phrase phrase(String text, Face face, float size) throws IOException {
    return new Phrase(printable(text == null ? "" : text), font(face, size));
  }

  /** A cell of a table, with borders. */
  PdfPCell cell(String text, Face face, float size, boolean centred) throws IOException {
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
    rule.setFont(font(Face.REGULAR, RULE_LINE));
    return rule;
  }

  /** The width of a line of text. */
  float width(String text, Face face, float size) throws IOException {
    return font(face, size).getBaseFont().getWidthPoint(printable(text), size);
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
  PdfPTable line(String text, Face face, float size, int alignment, float width)
      throws IOException {
    PdfPTable line = table(width);
    line.addCell(prose(phrase(text, face, size), alignment));
    return line;
  }

  /** Not random: the tag of a subset only has to differ from other tags. */
  private static final class Tags extends SecureRandom {
    private static final long serialVersionUID = 1;

    private final Random steady;

    private Tags(long seed) {
      steady = new Random(seed);
    }

    @Override
    public double nextDouble() {
      return steady.nextDouble();
    }
  }
}
