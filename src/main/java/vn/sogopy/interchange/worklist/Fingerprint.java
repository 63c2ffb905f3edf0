package vn.sogopy.interchange.worklist;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.platform.text.Sha256;

/**
 * Short hashes of the exported cells of a row, in a hidden cell. With them the merge distinguishes
 * changes on the sheet from changes in the service. The hashes include the id of the comment, so
 * the hidden cell is not valid in another row.
 */
final class Fingerprint {
  /** Version of the format. The columns and their order are part of the format. */
  private static final String FORM = "2";

  /** Characters of six bits: two texts collide with a probability of one in a thousand million. */
  private static final int SIZE = 5;

  private static final int CHECK_SIZE = 8;

  private final UUID id;
  private final Map<WorklistColumn, String> hashes = new EnumMap<>(WorklistColumn.class);

  private Fingerprint(UUID id) {
    this.id = id;
  }

  /**
   * @param cells exported texts of the row; absent = empty
   */
  static Fingerprint of(UUID id, Map<WorklistColumn, String> cells) {
    Fingerprint made = new Fingerprint(id);
    for (WorklistColumn column : WorklistColumn.REMEMBERED) {
      made.hashes.put(column, made.hash(column, cells.getOrDefault(column, "")));
    }
    return made;
  }

  /** Null if it is no fingerprint of this comment. */
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

  /** Whether the exported cell had this text. */
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
   * Removes differences that spreadsheet programs make: Unicode normalization, line ends, blanks,
   * and the quote prefix against formulas.
   */
  static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\s\\p{Z}\\uFEFF]+", " ")
        .strip()
        .replaceFirst("^'(?=[=+\\-@])", "");
  }

  /** The value of the hidden cell. */
  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(FORM);
    WorklistColumn.REMEMBERED.forEach(column -> all.append(hashes.get(column)));
    return all + digest(all.toString(), CHECK_SIZE);
  }
}
