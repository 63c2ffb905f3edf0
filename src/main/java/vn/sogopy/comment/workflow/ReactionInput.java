package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.CommentState.Reaction;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.HistoryWriter.Changes;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * The commenter's latest reaction to the approved answer. A return keeps it. A new answer removes
 * it from the comment; the history keeps it.
 */
@Schema(name = "ReactionInput")
public record ReactionInput(
    @NotNull
        @Schema(description = "AGREED: đồng ý · MAINTAINED: bảo lưu ý kiến · keeps to its comment")
        ReactionKind reaction,
    @Size(min = 1, max = 2_000)
        @Schema(
            nullable = true,
            description = "Lý do; bắt buộc khi MAINTAINED · why; needed with MAINTAINED")
        String note)
    implements Transition {

  @Override
  public Action action() {
    return Action.REACTED;
  }

  @Override
  public void check() {
    if (reaction == ReactionKind.MAINTAINED && note == null) {
      throw ProblemException.invalid(FieldError.pointer("/note", FieldCode.REQUIRED));
    }
  }

  @Override
  public CommentState on(CommentState now, Actor actor) {
    now.status().requireAmong(EnumSet.of(Status.APPROVED));
    Reaction said = new Reaction(reaction, note, actor.caller().name(), actor.at());
    return now.with(said, now.escalation(), now.direction());
  }

  @Override
  public void describe(CommentState before, CommentState after, Changes changes) {
    Reaction earlier = before.reaction();
    changes
        .add("reaction", earlier == null ? null : earlier.reaction(), reaction)
        .add("note", earlier == null ? null : earlier.note(), note);
  }
}
