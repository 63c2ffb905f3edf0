package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** The consultant's answer to a comment, draft or final. */
public record AnswerInput(
    @NotNull Result result,
    @NotNull @Size(min = 1, max = MAX_RESPONSE) @Schema(description = RESPONSE) String response,
    @Valid @Schema(nullable = true, description = REVISION) Revision revision,
    @Schema(nullable = true, description = SAME_AS) UUID sameAs,
    @JsonProperty("final")
        @Schema(name = "final", nullable = true, defaultValue = "true", description = FINAL)
        Boolean isFinal)
    implements Transition {

  // Also the limit for items of a bulk request.
  public static final int MAX_RESPONSE = 20_000;
  public static final String RESPONSE = "Nội dung tiếp thu, giải trình · the answer's words";
  public static final String REVISION =
      "Nơi chỉnh sửa hoặc nơi đã có · the place changed, or where it stands already";
  public static final String SAME_AS =
      "Trả lời chung với ý kiến này · shares the answer of this comment";
  public static final String FINAL = "false: còn đang soạn · keeps it DRAFTING";

  boolean finished() {
    return isFinal == null || isFinal;
  }

  private Status to() {
    return finished() ? Status.ANSWERED : Status.DRAFTING;
  }

  @Override
  public Action action() {
    return finished() ? Action.ANSWERED : Action.DRAFTED;
  }

  @Override
  public Result result(CommentState now) {
    return result;
  }

  @Override
  public Revision place() {
    return revision == null ? null : revision.orNull();
  }

  @Override
  public Transition at(Revision found) {
    return new AnswerInput(result, response, found, sameAs, isFinal);
  }

  /**
   * Checks the rules across fields (docs/domain.md section 5). The place of an accepted comment may
   * follow later; ALREADY_COVERED requires it.
   */
  @Override
  public void check() {
    if (finished() && result == Result.ALREADY_COVERED && place() == null) {
      throw ProblemException.invalid(FieldError.pointer("/revision", FieldCode.PLACE_REQUIRED));
    }
  }

  /** The same answer to an approved comment changes nothing. */
  @Override
  public boolean isDone(CommentState now) {
    boolean reached =
        now.status() == to()
            || (finished() && now.status() == Status.APPROVED && !now.needsReview());
    return reached
        && now.result() == result
        && Objects.equals(now.response(), response)
        && Objects.equals(now.revision(), place())
        && Objects.equals(now.sameAs(), sameAs);
  }

  @Override
  public CommentState on(CommentState now, Actor actor) {
    now.status().requireTransition(to());
    return now.answered(
        to(),
        new CommentState.Answer(
            result, response, place(), sameAs, actor.caller().name(), actor.at()));
  }
}
