package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.util.Optional;

/** Each is sent to a body once for a due day. */
enum ReminderKind {
  BEFORE,
  ON_DAY;

  /**
   * The reminder that is called for on this day, if any. One that could not go out on its day goes
   * out on a later one, as long as the due day has not come.
   *
   * @param daysBefore the due day
   */
  static Optional<ReminderKind> on(LocalDate today, LocalDate dueOn, int daysBefore) {
    if (dueOn == null || today.isAfter(dueOn) || today.isBefore(dueOn.minusDays(daysBefore))) {
      return Optional.empty();
    }
    return Optional.of(today.equals(dueOn) ? ON_DAY : BEFORE);
  }
}
