package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftKind;

/**
 * What a round needs to know of a letter.
 *
 * @param receivedOn in Vietnam; null = unknown
 * @param arrivedOn the day of arrival, else that of entry
 * @param position null = unknown
 * @param replacesId the earlier letter that this one replaces, or null
 * @param onBehalfOf codes of the organizations that it also speaks for; null = not stated
 * @param meeting minutes of a meeting, which are no reply
 */
public record RoundLetter(
    UUID id,
    String number,
    LocalDate date,
    LocalDate receivedOn,
    LocalDate arrivedOn,
    Position position,
    Channel channel,
    boolean withdrawn,
    UUID replacesId,
    List<String> onBehalfOf,
    boolean meeting) {

  /** A row of the database. */
  public RoundLetter(
      UUID id,
      String number,
      LocalDate date,
      LocalDate receivedOn,
      LocalDate arrivedOn,
      Position position,
      Channel channel,
      boolean withdrawn,
      UUID replacesId,
      String[] onBehalfOf,
      DraftKind kind) {
    this(
        id,
        number,
        date,
        receivedOn,
        arrivedOn,
        position,
        channel,
        withdrawn,
        replacesId,
        onBehalfOf == null ? null : List.of(onBehalfOf),
        channel != null && channel.isMeetingIn(kind));
  }

  /** The position that counts: an unknown one is COMMENTS. */
  Position strength() {
    return position == null ? Position.COMMENTS : position;
  }
}
