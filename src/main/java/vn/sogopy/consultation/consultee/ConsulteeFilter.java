package vn.sogopy.consultation.consultee;

import java.util.List;
import vn.sogopy.consultation.round.ReplyState;

/**
 * Which consultees are asked for.
 *
 * @param states empty = any
 * @param group code; null = any
 * @param overdue null = no matter
 */
public record ConsulteeFilter(List<ReplyState.State> states, String group, Boolean overdue) {

  boolean takes(ConsulteeView view) {
    return (states.isEmpty() || states.contains(view.state()))
        && (group == null || group.equals(view.organization().group()))
        && (overdue == null || overdue == view.overdue());
  }

  /** The chasing list is of those that are silent, unless something else is asked for. */
  public ConsulteeFilter forChasing() {
    return states.isEmpty()
        ? new ConsulteeFilter(List.of(ReplyState.State.NOT_REPLIED), group, overdue)
        : this;
  }

  public boolean isSilentOnly() {
    return states.equals(List.of(ReplyState.State.NOT_REPLIED));
  }
}
