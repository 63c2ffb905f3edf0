package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.util.Optional;

/** Each kind is sent to a body once for a due date. */
enum ReminderKind {
  BEFORE,
  ON_DAY;

  /**
   * The reminder to be sent on this day, if any. One that was not sent on its day is sent later,
   * until the due date.
   *
   * @param daysBefore days from the first reminder to the due date
   */
  static Optional<ReminderKind> on(LocalDate today, LocalDate dueOn, int daysBefore) {
    if (dueOn == null || today.isAfter(dueOn) || today.isBefore(dueOn.minusDays(daysBefore))) {
      return Optional.empty();
    }
    return Optional.of(today.equals(dueOn) ? ON_DAY : BEFORE);
  }
}
