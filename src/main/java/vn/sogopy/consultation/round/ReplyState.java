package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Position;

/**
 * The state of one organization's reply to one draft, by its letters; docs/domain.md, section 6,
 * "What the letters mean". The only source of "replied", "agreed", "late" and "overdue".
 *
 * @param position the strongest of several letters; null while NOT_REPLIED
 * @param late the first letter came after the due date, even if that letter was replaced
 * @param overdue NOT_REPLIED after the due date
 * @param daysLeft days until the due date, 0 on the day itself, negative after it; null after a
 *     reply and without a due date
 * @param repliedOn arrival of the first letter, even if that was replaced; null while NOT_REPLIED
 */
public record ReplyState(
    State state,
    Position position,
    boolean late,
    boolean overdue,
    Integer daysLeft,
    LocalDate repliedOn) {

  /** The Vietnamese terms are in docs/domain.md, section 5. */
  @Schema(name = "ReplyState")
  public enum State {
    NOT_REPLIED,
    AGREED,
    COMMENTED
  }

  /**
   * @param letters all letters that speak for the organization in this draft, in any order
   * @param dueOn of the organization, else of the draft; null = none. The day ends at 24:00
   * @param today in Vietnam
   */
  public static ReplyState of(Collection<RoundLetter> letters, LocalDate dueOn, LocalDate today) {
    Replies replies = Replies.of(letters);
    if (replies.all().isEmpty()) {
      boolean overdue = dueOn != null && today.isAfter(dueOn);
      Integer daysLeft = dueOn == null ? null : (int) ChronoUnit.DAYS.between(today, dueOn);
      return new ReplyState(State.NOT_REPLIED, null, false, overdue, daysLeft, null);
    }
    Position position =
        replies.standing().stream()
            .map(RoundLetter::strength)
            .max(Comparator.naturalOrder())
            .orElse(Position.COMMENTS);
    State state = position == Position.AGREES ? State.AGREED : State.COMMENTED;
    LocalDate first =
        replies.all().stream()
            .map(RoundLetter::arrivedOn)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    boolean late = dueOn != null && first.isAfter(dueOn);
    return new ReplyState(state, position, late, false, null, first);
  }
}
