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
  FLAGGED,
  SPLIT,
  UNSPLIT,
  REACTED,
  FOLLOWED,
  ESCALATED,
  DIRECTED,
  REQUESTED,
  REPLIED;

  /**
   * The commenter's own acts, and what tells it where its comment went; the others are the
   * office's, shown to the commenter once it is APPROVED.
   */
  public static final java.util.Set<Action> OF_COMMENTER =
      java.util.Collections.unmodifiableSet(
          java.util.EnumSet.of(RECEIVED, CORRECTED, WITHDRAWN, SPLIT, UNSPLIT, REACTED, FOLLOWED));
}
