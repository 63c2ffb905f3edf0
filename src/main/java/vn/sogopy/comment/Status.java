package vn.sogopy.comment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Labelled;

/** The status of a comment, and the table of transitions between statuses. */
public enum Status implements Labelled {
  RECEIVED("Mới tiếp nhận"),
  ASSIGNED("Đã phân công"),
  DRAFTING("Đang soạn"),
  ANSWERED("Chờ duyệt"),
  RETURNED("Đề nghị hoàn thiện lại"),
  APPROVED("Đã duyệt"),
  WITHDRAWN("Đã rút"),
  SPLIT("Đã tách");

  /** The statuses without a final answer. */
  public static final Set<Status> OPEN =
      Collections.unmodifiableSet(EnumSet.of(RECEIVED, ASSIGNED, DRAFTING, RETURNED));

  /** The statuses of comments neither withdrawn nor split. */
  public static final Set<Status> LIVE =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(WITHDRAWN, SPLIT)));

  /** {@link #OPEN} in SQL: {@code status in (…)}. Prefix it with the table of the column. */
  public static final String SQL_OPEN = in(OPEN);

  /** {@link #LIVE} in SQL: {@code status in (…)}. Prefix it with the table of the column. */
  public static final String SQL_LIVE = in(LIVE);

  private static final Map<Status, Set<Status>> TRANSITIONS = new EnumMap<>(Status.class);

  static {
    TRANSITIONS.put(RECEIVED, EnumSet.of(ASSIGNED, DRAFTING, ANSWERED, WITHDRAWN, SPLIT));
    TRANSITIONS.put(ASSIGNED, EnumSet.of(RECEIVED, ASSIGNED, DRAFTING, ANSWERED, WITHDRAWN, SPLIT));
    TRANSITIONS.put(DRAFTING, EnumSet.of(DRAFTING, ANSWERED, WITHDRAWN));
    TRANSITIONS.put(ANSWERED, EnumSet.of(ANSWERED, APPROVED, RETURNED, WITHDRAWN));
    TRANSITIONS.put(RETURNED, EnumSet.of(DRAFTING, ANSWERED, WITHDRAWN));
    TRANSITIONS.put(APPROVED, EnumSet.of(RETURNED));
    TRANSITIONS.put(WITHDRAWN, EnumSet.noneOf(Status.class));
    // The undo of a split restores the previous status; the table does not contain it.
    TRANSITIONS.put(SPLIT, EnumSet.noneOf(Status.class));
  }

  private final String label;

  Status(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The statuses that can follow. */
  public Set<Status> transitions() {
    return Collections.unmodifiableSet(TRANSITIONS.get(this));
  }

  /**
   * @throws ProblemException 409 with this status and those that can follow
   */
  public void requireTransition(Status to) {
    if (!transitions().contains(to)) {
      throw refused();
    }
  }

  /**
   * Checks an operation that does not change the status.
   *
   * @throws ProblemException 409 with this status and those that allow the operation
   */
  public void requireAmong(Set<Status> allowed) {
    if (!allowed.contains(this)) {
      throw new ProblemException(ProblemCode.WRONG_STATE, this, allowed);
    }
  }

  /** 409 with this status and those that can follow. */
  public ProblemException refused() {
    Set<Status> allowed = transitions();
    return new ProblemException(ProblemCode.TRANSITION_NOT_ALLOWED, this, allowed, allowed.size());
  }

  private static String in(Set<Status> states) {
    return states.stream()
        .map(status -> "'" + status.name() + "'")
        .collect(Collectors.joining(", ", "status in (", ")"));
  }
}
