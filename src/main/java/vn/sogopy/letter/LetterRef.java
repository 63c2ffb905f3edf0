package vn.sogopy.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Row;

/**
 * The letter of a comment, with the fields that intake checks.
 *
 * @param position null = unknown
 * @param withdrawn withdrawn or replaced
 * @param successor the letter that replaced it; null = none
 * @param successorNumber the number of that letter
 */
public record LetterRef(
    UUID id,
    Position position,
    boolean classified,
    boolean withdrawn,
    UUID successor,
    String successorNumber) {

  /** The columns that {@link #of} reads, of the letter {@code l}. */
  public static final String COLUMNS =
      "l.id as letter_id, l.position as letter_position, l.classified, l.withdrawn_at,"
          + " (select n.id from letter n where n.replaces_id = l.id) as successor_id,"
          + " (select n.number from letter n where n.replaces_id = l.id) as successor_number";

  /** Null if the join found no letter. */
  public static LetterRef of(ResultSet row) throws SQLException {
    UUID id = Row.uuid(row, "letter_id");
    return id == null
        ? null
        : new LetterRef(
            id,
            Row.constant(row, "letter_position", Position.class),
            row.getBoolean("classified"),
            row.getObject("withdrawn_at") != null,
            Row.uuid(row, "successor_id"),
            row.getString("successor_number"));
  }

  /** The reason why the letter takes no comment; empty if it takes comments. */
  public Optional<FieldError> refusal(String pointer) {
    if (withdrawn) {
      return Optional.of(
          successor == null
              ? FieldError.pointer(pointer, FieldCode.LETTER_WITHDRAWN)
              : FieldError.pointer(
                  pointer, FieldCode.LETTER_REPLACED, successorNumber, successor.toString()));
    }
    if (classified) {
      return Optional.of(FieldError.pointer(pointer, FieldCode.CLASSIFIED));
    }
    return position == Position.AGREES
        ? Optional.of(FieldError.pointer(pointer, FieldCode.LETTER_AGREES))
        : Optional.empty();
  }
}
