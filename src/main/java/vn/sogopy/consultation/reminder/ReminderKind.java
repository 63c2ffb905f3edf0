package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.util.Optional;

/** The kinds of reminders. Each is sent once for an organization and due date. */
enum ReminderKind {
  BEFORE,
  ON_DAY;

  /**
   * The reminder due on this day, if any. A reminder that failed on its day is due on later days
   * until the due date.
   *
   * @param daysBefore days before the due date
   */
  static Optional<ReminderKind> on(LocalDate today, LocalDate dueOn, int daysBefore) {
    if (dueOn == null || today.isAfter(dueOn) || today.isBefore(dueOn.minusDays(daysBefore))) {
      return Optional.empty();
    }
    return Optional.of(today.equals(dueOn) ? ON_DAY : BEFORE);
  }
}
