package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftKind;

/** Makes letters that are not stored. */
final class Letters {
  private Letters() {}

  /** A letter that arrived on this day. */
  static RoundLetter letter(LocalDate arrivedOn, Position position, Channel channel) {
    return replacing(null, arrivedOn, position, channel);
  }

  /**
   * @param replaces id of the letter that this one replaces, or null
   */
  static RoundLetter replacing(
      UUID replaces, LocalDate arrivedOn, Position position, Channel channel) {
    return new RoundLetter(
        UUID.randomUUID(),
        "1",
        arrivedOn.minusDays(1),
        arrivedOn,
        arrivedOn,
        position,
        channel,
        false,
        replaces,
        null,
        DraftKind.CONSULTATION);
  }

  static RoundLetter withdrawn(RoundLetter letter) {
    return new RoundLetter(
        letter.id(),
        letter.number(),
        letter.date(),
        letter.receivedOn(),
        letter.arrivedOn(),
        letter.position(),
        letter.channel(),
        true,
        letter.replacesId(),
        letter.onBehalfOf(),
        letter.meeting());
  }
}
