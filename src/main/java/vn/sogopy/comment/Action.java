package vn.sogopy.comment;

/** What history records. */
public enum Action {
  RECEIVED,
  CORRECTED,
  ASSIGNED,
  DRAFTED,
  ANSWERED,
  REVISED,
  APPROVED,
  RETURNED,
  WITHDRAWN,
  FLAGGED;

  /**
   * The commenter's own acts; the others are the office's, shown to the commenter once it is
   * APPROVED.
   */
  static final java.util.Set<Action> OF_COMMENTER =
      java.util.Collections.unmodifiableSet(java.util.EnumSet.of(RECEIVED, CORRECTED, WITHDRAWN));
}
