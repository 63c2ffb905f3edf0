package vn.sogopy.consultation.consultee;

import java.util.List;
import vn.sogopy.consultation.round.ReplyState;

/**
 * A filter of consultees.
 *
 * @param states empty = any
 * @param group code; null = any
 * @param overdue null = any
 */
public record ConsulteeFilter(List<ReplyState.State> states, String group, Boolean overdue) {

  boolean takes(ConsulteeView view) {
    return (states.isEmpty() || states.contains(view.state()))
        && (group == null || group.equals(view.organization().group()))
        && (overdue == null || overdue == view.overdue());
  }

  /** The filter of the chasing list: NOT_REPLIED unless other states are given. */
  public ConsulteeFilter forChasing() {
    return states.isEmpty()
        ? new ConsulteeFilter(List.of(ReplyState.State.NOT_REPLIED), group, overdue)
        : this;
  }

  public boolean isSilentOnly() {
    return states.equals(List.of(ReplyState.State.NOT_REPLIED));
  }
}
