package vn.sogopy.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.sogopy.letter.Letter.Signer;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.text.Text;

/** The data of a letter that a comment can state, too; null = not known, or not stated. */
public record LetterDetails(
    LocalDate date,
    LocalDate receivedOn,
    String arrivalNumber,
    Position position,
    Channel channel,
    Signer signer,
    String subject,
    List<String> onBehalfOf) {

  /** The columns that {@link #of(ResultSet)} reads, of the letter {@code l}. */
  static final String COLUMNS =
      "l.letter_date, l.received_on, l.arrival_number, l.position as letter_position,"
          + " l.channel as letter_channel, l.signer_full_name, l.signer_position, l.subject,"
          + " l.on_behalf_of";

  private static final String NONE = "chưa ghi · not recorded";

  static LetterDetails of(ResultSet row) throws SQLException {
    return new LetterDetails(
        Row.date(row, "letter_date"),
        Row.date(row, "received_on"),
        row.getString("arrival_number"),
        Row.constant(row, "letter_position", Position.class),
        Row.constant(row, "letter_channel", Channel.class),
        Signer.of(row.getString("signer_full_name"), row.getString("signer_position")),
        row.getString("subject"),
        Row.texts(row, "on_behalf_of"));
  }

  static LetterDetails of(Letter letter) {
    return new LetterDetails(
        letter.date,
        letter.receivedOn,
        letter.arrivalNumber,
        letter.position,
        letter.channel,
        letter.signer,
        letter.subject,
        letter.onBehalfOf == null ? null : List.of(letter.onBehalfOf));
  }

  /**
   * The stated values that the stored letter has otherwise. They change nothing.
   *
   * @param receiver whether the statement is the receiver's, to whom the day and number of arrival
   *     belong
   */
  public List<FieldError> differences(LetterDetails stored, boolean receiver) {
    List<FieldError> found = new ArrayList<>();
    FieldCode arrival = receiver ? FieldCode.LETTER_DIFFERS : FieldCode.RECEIPT_CLAIMED;
    FieldCode other = FieldCode.LETTER_DIFFERS;
    compare(found, other, "date", stored, LetterDetails::date);
    compare(found, arrival, "receivedOn", stored, LetterDetails::receivedOn);
    compare(found, arrival, "arrivalNumber", stored, LetterDetails::arrivalNumber);
    compare(found, other, "position", stored, LetterDetails::position);
    compare(found, other, "channel", stored, LetterDetails::channel);
    compare(found, other, "signer/fullName", stored, one -> of(one.signer, Signer::fullName));
    compare(found, other, "signer/position", stored, one -> of(one.signer, Signer::position));
    compare(found, other, "subject", stored, LetterDetails::subject);
    compare(found, other, "onBehalfOf", stored, LetterDetails::onBehalfOf);
    return found;
  }

  /** The position that a letter has, where another one is stated. */
  public static FieldError otherPosition(Position stored) {
    return differs(FieldCode.LETTER_DIFFERS, "position", stored);
  }

  private void compare(
      List<FieldError> found,
      FieldCode code,
      String name,
      LetterDetails stored,
      Function<LetterDetails, Object> field) {
    Object stated = field.apply(this);
    Object known = field.apply(stored);
    if (stated != null && (known == null || !compared(stated).equals(compared(known)))) {
      found.add(differs(code, name, known));
    }
  }

  /** Without regard to case, blanks and accents. */
  private static String compared(Object value) {
    return Text.foldName(value.toString());
  }

  private static FieldError differs(FieldCode code, String name, Object stored) {
    return FieldError.pointer("/letter/" + name, code, shown(stored));
  }

  private static <V> V of(Signer signer, Function<Signer, V> part) {
    return signer == null ? null : part.apply(signer);
  }

  private static Object shown(Object value) {
    if (value instanceof String text) {
      return Headings.shown(text);
    }
    return value == null ? NONE : value;
  }
}
