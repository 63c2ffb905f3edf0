package vn.sogopy.letter;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A letter as the office's book has it.
 *
 * @param receivedOn null = not known
 * @param position null = not known
 * @param replaces the earlier letter that this one takes the place of
 */
public record LetterInput(
    String number,
    LocalDate date,
    String arrivalNumber,
    LocalDate receivedOn,
    Signer signer,
    Position position,
    Channel channel,
    String subject,
    String occasion,
    String inReplyTo,
    UUID replaces,
    boolean classified,
    String externalId) {

  /** A letter with nothing out of the ordinary. */
  public LetterInput(
      String number,
      LocalDate date,
      String arrivalNumber,
      LocalDate receivedOn,
      Signer signer,
      Position position,
      Channel channel,
      String subject) {
    this(
        number,
        date,
        arrivalNumber,
        receivedOn,
        signer,
        position,
        channel,
        subject,
        null,
        null,
        null,
        false,
        null);
  }

  /** Who signed. */
  @Schema(name = "LetterSigner")
  public record Signer(
      @Size(min = 1, max = 200)
          @Pattern(regexp = "[^\\n\\t]*")
          @Schema(nullable = true, examples = "Nguyễn Văn A")
          String fullName,
      @Size(min = 1, max = 300) @Schema(nullable = true, examples = "Phó Giám đốc")
          String position) {

    /** null where neither is known. */
    public static Signer of(String fullName, String position) {
      return fullName == null && position == null ? null : new Signer(fullName, position);
    }
  }

  /** What a single comment tells of its letter; the position is not known from it. */
  public static LetterInput named(String number, LocalDate date, LocalDate receivedOn) {
    return new LetterInput(number, date, null, receivedOn, null, null, Channel.LETTER, null);
  }
}
