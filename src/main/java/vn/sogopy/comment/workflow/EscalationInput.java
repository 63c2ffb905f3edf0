package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.CommentState.Escalation;
import vn.sogopy.comment.HistoryWriter.Changes;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Escalates to the leaders ("xin ý kiến UBND tỉnh"), or cancels that. The status does not change.
 */
@Schema(name = "EscalationInput")
public record EscalationInput(
    @Size(min = 1, max = 2_000)
        @Schema(
            nullable = true,
            description = "Lý do xin ý kiến UBND tỉnh; null = rút lại · null takes it back")
        String reason)
    implements Transition {

  @Override
  public Action action() {
    return Action.ESCALATED;
  }

  @Override
  public CommentState on(CommentState now, Actor actor) {
    now.status().requireAmong(Status.LIVE);
    if (reason == null && now.direction() != null) {
      throw new ProblemException(ProblemCode.DIRECTION_GIVEN);
    }
    Escalation asked =
        reason == null ? null : new Escalation(reason, actor.caller().name(), actor.at());
    return now.with(now.reaction(), asked, now.direction());
  }

  @Override
  public void describe(CommentState before, CommentState after, Changes changes) {
    Escalation earlier = before.escalation();
    changes.add("escalation", earlier == null ? null : earlier.reason(), reason);
  }
}
