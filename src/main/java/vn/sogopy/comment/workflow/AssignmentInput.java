package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.Status;
import vn.sogopy.security.Actor;

/** The assignee and the date of the answer; a null assignee removes the assignment. */
public record AssignmentInput(
    @Size(min = 1, max = MAX_ASSIGNEE) @Schema(nullable = true, examples = "Chuyên gia giao thông")
        String assignee,
    @Schema(implementation = LocalDate.class, nullable = true, description = ANSWER_DUE_ON)
        OwnDate answerDueOn)
    implements Transition {

  // Also the limit for items of a bulk request.
  public static final int MAX_ASSIGNEE = 200;
  public static final String ANSWER_DUE_ON =
      "Hạn trả lời riêng của ý kiến này; null = hạn của dự thảo; bỏ trống = giữ nguyên"
          + " · this comment's own date; null = the draft's; left out = as it is";

  public AssignmentInput {
    answerDueOn = answerDueOn == null ? OwnDate.UNCHANGED : answerDueOn;
  }

  /**
   * A date that a request sets, clears or omits.
   *
   * @param given false if the field was omitted
   * @param date null = cleared
   */
  @JsonDeserialize(using = OwnDateReader.class)
  public record OwnDate(boolean given, @JsonValue LocalDate date) {
    static final OwnDate UNCHANGED = new OwnDate(false, null);
  }

  /** Distinguishes an omitted field from null. */
  static final class OwnDateReader extends StdScalarDeserializer<OwnDate> {
    OwnDateReader() {
      super(OwnDate.class);
    }

    @Override
    public OwnDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new OwnDate(true, context.readValue(parser, LocalDate.class));
    }

    @Override
    public OwnDate getNullValue(DeserializationContext context) {
      return new OwnDate(true, null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return OwnDate.UNCHANGED;
    }
  }

  @Override
  public Transition assignedTo(String name) {
    return new AssignmentInput(name, answerDueOn);
  }

  private LocalDate dueOn(CommentState now) {
    return answerDueOn.given() ? answerDueOn.date() : now.answerDueOn();
  }

  /** A draft answer stays DRAFTING when the assignee changes. */
  private Status to(CommentState now) {
    return now.status() == Status.DRAFTING
        ? Status.DRAFTING
        : assignee == null ? Status.RECEIVED : Status.ASSIGNED;
  }

  @Override
  public Action action() {
    return Action.ASSIGNED;
  }

  @Override
  public boolean isDone(CommentState now) {
    return Objects.equals(now.assignee(), assignee)
        && Objects.equals(now.answerDueOn(), dueOn(now));
  }

  @Override
  public CommentState on(CommentState now, Actor actor) {
    now.status().requireTransition(to(now));
    return now.assigned(to(now), assignee, dueOn(now));
  }
}
