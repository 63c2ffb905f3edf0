package vn.sogopy.consultation.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.Position;

/** Makes letters that are not stored. */
final class Letters {
  private Letters() {}

  /** A letter that arrived on this day. */
  static Letter letter(LocalDate arrivedOn, Position position, Channel channel) {
    Letter letter = new Letter();
    letter.id = UUID.randomUUID();
    letter.identify("1", arrivedOn.minusDays(1));
    letter.receivedOn = arrivedOn;
    letter.arrivedOn = arrivedOn;
    letter.position = position;
    letter.channel = channel;
    return letter;
  }

  static Letter withdrawn(Letter letter) {
    letter.withdrawnAt = Instant.EPOCH;
    return letter;
  }
}
