package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.HistoryWriter.Changes;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** The leaders' direction on a comment; all null removes it. The status does not change. */
@Schema(name = "DirectionInput")
public record DirectionInput(
    @Size(min = 1, max = 20_000)
        @Schema(
            nullable = true,
            description = "Nội dung chỉ đạo; null = bỏ · the direction's words, null takes it back")
        String text,
    @Size(min = 1, max = 300)
        @Schema(
            nullable = true,
            description = "Văn bản chỉ đạo · the document it stands in",
            examples = "Thông báo số 215/TB-UBND")
        String document,
    @Schema(nullable = true) LocalDate date)
    implements Transition {

  @Override
  public Action action() {
    return Action.DIRECTED;
  }

  @Override
  public void check() {
    if (text == null && (document != null || date != null)) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
  }

  @Override
  public CommentState on(CommentState now, Actor actor) {
    now.status().requireAmong(Status.LIVE);
    if (now.escalation() == null) {
      throw new ProblemException(ProblemCode.NOT_ESCALATED);
    }
    Direction decided = text == null ? null : new Direction(text, document, date);
    return now.with(now.reaction(), now.escalation(), decided);
  }

  @Override
  public void describe(CommentState before, CommentState after, Changes changes) {
    changes.add("direction", before.direction(), after.direction());
  }
}
