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
 * @param withdrawn withdrawn or replaced
 * @param successor the letter that replaced it; null = none
 * @param successorNumber the number of that letter
 */
public record LetterRef(
    UUID id,
    LetterDetails details,
    boolean classified,
    boolean withdrawn,
    UUID successor,
    String successorNumber) {

  /** The columns that {@link #of} reads, of the letter {@code l}. */
  public static final String COLUMNS =
      "l.id as letter_id, "
          + LetterDetails.COLUMNS
          + ", l.classified, l.withdrawn_at,"
          + " (select n.id from letter n where n.replaces_id = l.id) as successor_id,"
          + " (select n.number from letter n where n.replaces_id = l.id) as successor_number";

  /** Null if the join found no letter. */
  public static LetterRef of(ResultSet row) throws SQLException {
    UUID id = Row.uuid(row, "letter_id");
    return id == null
        ? null
        : new LetterRef(
            id,
            LetterDetails.of(row),
            row.getBoolean("classified"),
            row.getObject("withdrawn_at") != null,
            Row.uuid(row, "successor_id"),
            row.getString("successor_number"));
  }

  /** Whether the letter says that its organization agrees and has nothing to add. */
  public boolean agrees() {
    return details.position() == Position.AGREES;
  }

  /** The reason why the letter takes no comment; empty if it takes comments. */
  public Optional<FieldError> refusal(String pointer) {
    Optional<FieldError> closed = closed(pointer);
    return closed.isEmpty() && agrees()
        ? Optional.of(FieldError.pointer(pointer, FieldCode.LETTER_AGREES))
        : closed;
  }

  /** The reason why nothing can refer to the letter any more, or to its contents. */
  public Optional<FieldError> closed(String pointer) {
    if (withdrawn) {
      return Optional.of(
          successor == null
              ? FieldError.pointer(pointer, FieldCode.LETTER_WITHDRAWN)
              : FieldError.pointer(
                  pointer, FieldCode.LETTER_REPLACED, successorNumber, successor.toString()));
    }
    return classified
        ? Optional.of(FieldError.pointer(pointer, FieldCode.CLASSIFIED))
        : Optional.empty();
  }
}
