package vn.sogopy.letter;

import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.text.VietnamTime;

/**
 * Until when a body's reply is in time: its own date if it was asked with one, else the draft's.
 * The one place where that is told, in SQL and in Java.
 */
public final class DueDate {
  /** Finds the date of the body {@code o} in the draft {@code d}. */
  public static final String JOIN =
      "left join consultee asked on asked.draft_id = d.id and asked.organization_id = o.id";

  /** Needs {@link #JOIN}; null = none set. */
  public static final String COLUMN = "coalesce(asked.due_on, d.due_on)";

  private DueDate() {}

  /**
   * Whether a reply is late. The due day is in time to its end, in Vietnam.
   *
   * @param receivedOn the day it arrived; null = not known, then it goes by the day it is entered
   * @param dueOn null = none set
   * @param closed whether the draft is closed; what comes then without a day of its own, or where
   *     no date was set, is late
   */
  public static boolean isLate(
      LocalDate receivedOn, Instant enteredAt, LocalDate dueOn, boolean closed) {
    if (closed && (receivedOn == null || dueOn == null)) {
      return true;
    }
    LocalDate arrived = receivedOn != null ? receivedOn : VietnamTime.dayOf(enteredAt);
    return dueOn != null && arrived.isAfter(dueOn);
  }
}
