package vn.sogopy.letter;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A letter as registered by the office.
 *
 * @param receivedOn null = unknown
 * @param position null = unknown
 * @param replaces the earlier letter that this one replaces
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

  /** The person who signed. */
  @Schema(name = "LetterSigner")
  public record Signer(
      @Size(min = 1, max = 200)
          @Pattern(regexp = "[^\\n\\t]*")
          @Schema(nullable = true, examples = "Nguyễn Văn A")
          String fullName,
      @Size(min = 1, max = 300) @Schema(nullable = true, examples = "Phó Giám đốc")
          String position) {

    /** Null if both are unknown. */
    public static Signer of(String fullName, String position) {
      return fullName == null && position == null ? null : new Signer(fullName, position);
    }
  }

  /** The letter as far as a single comment describes it. Its position is unknown. */
  public static LetterInput named(String number, LocalDate date, LocalDate receivedOn) {
    return new LetterInput(
        number,
        date,
        null,
        receivedOn,
        null,
        null,
        Channel.LETTER,
        null,
        null,
        null,
        null,
        false,
        null);
  }
}
