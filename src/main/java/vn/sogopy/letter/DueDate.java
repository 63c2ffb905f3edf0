package vn.sogopy.letter;

/**
 * Until when a body's reply is in time: its own date if it was asked with one, else the draft's.
 * The one place where that is told. Whether something is late is worked out whenever it is read,
 * since dates are put off, and bodies asked, after letters have come.
 */
public final class DueDate {
  /** Finds the date of the body {@code o} in the draft {@code d}. */
  public static final String JOIN =
      "left join consultee asked on asked.draft_id = d.id and asked.organization_id = o.id";

  /** Needs {@link #JOIN}; null = none set. */
  public static final String COLUMN = "coalesce(asked.due_on, d.due_on)";

  /**
   * Whether the letter {@code l} is late; needs {@link #JOIN}. The due day is in time to its end;
   * where there is none, what was entered after the draft was closed is late.
   */
  public static final String LETTER_LATE = late("l.arrived_on", "l.created_at");

  /**
   * Whether the comment {@code c} is late: by the day its letter {@code l} arrived, else by the day
   * it was sent itself. Needs {@link #JOIN}.
   */
  public static final String COMMENT_LATE =
      late(
          "coalesce(l.received_on, (c.received_at at time zone 'Asia/Ho_Chi_Minh')::date)",
          "c.received_at");

  /** {@link #JOIN} in HQL. */
  public static final String HQL_JOIN =
      "left join Consultee asked on asked.key.draftId = d.id and asked.key.organizationId = o.id";

  /** {@link #LETTER_LATE} in HQL; needs {@link #HQL_JOIN}. */
  public static final String HQL_LETTER_LATE =
      "coalesce(l.arrivedOn > coalesce(asked.dueOn, d.dueOn), l.createdAt >= d.closedAt, false)";

  private DueDate() {}

  private static String late(String arrived, String entered) {
    return "coalesce(" + arrived + " > " + COLUMN + ", " + entered + " >= d.closed_at, false)";
  }
}
