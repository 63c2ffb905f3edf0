package vn.sogopy.interchange.worklist;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.platform.text.Sha256;

/**
 * What the cells of a row were when it went out, as short hashes in a hidden cell: by it a merge
 * tells what was changed on the sheet, and what in the service. It is bound to the comment: the
 * hidden cells of one row do not fit another.
 */
final class Fingerprint {
  /** Of the form, and so of the columns and their order. */
  private static final String FORM = "1";

  /** Characters of six bits: two texts are taken for one once in a thousand million. */
  private static final int SIZE = 5;

  private static final int CHECK_SIZE = 8;

  private final UUID id;
  private final Map<WorklistColumn, String> hashes = new EnumMap<>(WorklistColumn.class);

  private Fingerprint(UUID id) {
    this.id = id;
  }

  /**
   * @param cells the texts as they stand in the row; absent = empty
   */
  static Fingerprint of(UUID id, Map<WorklistColumn, String> cells) {
    Fingerprint made = new Fingerprint(id);
    for (WorklistColumn column : WorklistColumn.REMEMBERED) {
      made.hashes.put(column, made.hash(column, cells.getOrDefault(column, "")));
    }
    return made;
  }

  /** Null for what is no fingerprint of this comment. */
  static Fingerprint parse(UUID id, String text) {
    int size = WorklistColumn.REMEMBERED.size() * SIZE;
    Fingerprint read = new Fingerprint(id);
    if (text.length() != FORM.length() + size + CHECK_SIZE) {
      return null;
    }
    int at = FORM.length();
    for (WorklistColumn column : WorklistColumn.REMEMBERED) {
      read.hashes.put(column, text.substring(at, at + SIZE));
      at += SIZE;
    }
    return read.toString().equals(text) ? read : null;
  }

  /** Whether the column held this when it went out. */
  boolean had(WorklistColumn column, String text) {
    return hashes.get(column).equals(hash(column, text));
  }

  private String hash(WorklistColumn column, String text) {
    return digest(column.name() + "\n" + comparable(text), SIZE);
  }

  private String digest(String text, int size) {
    byte[] bytes = Sha256.of((id + "\n" + text).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(bytes).substring(0, size);
  }

  /**
   * The text as it survives any spreadsheet program: they differ in the form of accents, in line
   * ends and in blanks, and the reader takes the mark of neutralised cells away.
   */
  static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\uFEFF]+", " ")
        .strip()
        .replaceFirst("^'(?=[=+\\-@])", "");
  }

  /** As it stands in the hidden cell. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(FORM);
    WorklistColumn.REMEMBERED.forEach(column -> all.append(hashes.get(column)));
    return all + digest(all.toString(), CHECK_SIZE);
  }
}
