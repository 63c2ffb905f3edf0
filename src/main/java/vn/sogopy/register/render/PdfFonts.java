package vn.sogopy.register.render;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.librepdf.openpdf.fonts.Liberation;

/** Liberation Serif for one document. */
final class PdfFonts {
  /** Replaces each character that the font lacks. */
  static final char MISSING = '□';

  private static final String TAB = "    ";
  private static final char NO_BREAK_HYPHEN = '\u2011';

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
  PdfFonts(long seed) {
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
