package vn.sogopy.letter;

import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.platform.text.VietnamTime;

/**
 * SQL of the due date of a reply: that of the organization if it has one, else that of the draft.
 * It is the only such SQL. Lateness is computed on every read, because due dates and the list of
 * consultees can change after letters have arrived.
 */
public final class DueDate {
  /** Joins the due date of the organization {@code o} in the draft {@code d}. */
  public static final String JOIN =
      "left join consultee asked on asked.draft_id = d.id and asked.organization_id = o.id";

  /** Needs {@link #JOIN}; null = no due date. */
  public static final String COLUMN = "coalesce(asked.due_on, d.due_on)";

  /**
   * Whether the letter {@code l} is late: after the due day or, without a due day, entered after
   * the closing of the draft. The due day itself is in time. Needs {@link #JOIN}.
   */
  public static final String LETTER_LATE = late("l.arrived_on", "l.created_at");

  /**
   * Whether the comment {@code c} is late, by the arrival day of its letter {@code l}, else by the
   * day on which the comment was received. Needs {@link #JOIN}.
   */
  public static final String COMMENT_LATE =
      late("coalesce(l.received_on, c.received_on)", "c.received_at");

  /** {@link #JOIN} in HQL. */
  public static final String HQL_JOIN =
      "left join Consultee asked on asked.key.draftId = d.id and asked.key.organizationId = o.id";

  /** {@link #LETTER_LATE} in HQL; needs {@link #HQL_JOIN}. */
  public static final String HQL_LETTER_LATE =
      "coalesce(l.arrivedOn > coalesce(asked.data.dueOn, d.dueOn), l.createdAt >= d.closedAt, false)";

  private DueDate() {}

  /**
   * {@link #COMMENT_LATE} in Java.
   *
   * @param due null = no due date
   * @param closed null = the draft is open
   * @param letterArrived null = no letter, or one without a day of arrival
   */
  public static boolean isLate(
      LocalDate due, Instant closed, LocalDate letterArrived, Instant received) {
    LocalDate arrived = letterArrived == null ? VietnamTime.dayOf(received) : letterArrived;
    return due == null ? closed != null && !received.isBefore(closed) : arrived.isAfter(due);
  }

  private static String late(String arrived, String entered) {
    return "coalesce(" + arrived + " > " + COLUMN + ", " + entered + " >= d.closed_at, false)";
  }
}
