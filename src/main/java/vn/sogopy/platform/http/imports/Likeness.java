package vn.sogopy.platform.http.imports;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.text.Text;

/** Compares an unknown heading with a column. */
final class Likeness {
  /** One wrong letter is allowed in this number of letters. */
  private static final int LETTERS_PER_SLIP = 6;

  private Likeness() {}

  /**
   * Whether the heading is a heading of the column with a slip, or begins with one: with the
   * proposed one, or one of several words.
   */
  static boolean resembles(String heading, TableColumn column) {
    return column.headings().stream().anyMatch(known -> isSlip(heading, known))
        || Stream.concat(
                Stream.concat(Stream.of(column.proposal()), column.alike().stream()),
                column.headings().stream().filter(known -> known.strip().contains(" ")))
            .anyMatch(known -> begins(heading, known));
  }

  private static boolean isSlip(String heading, String known) {
    String key = Headings.key(known);
    int slips = key.length() / LETTERS_PER_SLIP;
    String other = Headings.key(heading);
    return slips > 0
        && Math.abs(other.length() - key.length()) <= slips
        && distance(other, key) <= slips;
  }

  /** By whole words. Accents matter ("Trang", "Trạng thái"), unless the heading has none. */
  private static boolean begins(String heading, String known) {
    String words = words(heading);
    boolean plain = words.equals(Text.fold(words));
    return words.startsWith((plain ? Text.fold(words(known)) : words(known)) + " ");
  }

  private static String words(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** The number of letters to insert, leave out or replace (Levenshtein). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
