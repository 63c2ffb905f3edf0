package vn.sogopy.comment;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The actions that the history of a comment records. */
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
   * The actions that are always visible to a commenter. The others are visible once the comment is
   * APPROVED.
   */
  public static final Set<Action> OF_COMMENTER =
      Collections.unmodifiableSet(
          EnumSet.of(RECEIVED, CORRECTED, WITHDRAWN, SPLIT, UNSPLIT, REACTED, FOLLOWED));
}
