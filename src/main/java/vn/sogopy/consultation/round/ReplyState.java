package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
 */
public record ReplyState(
    State state, Position position, boolean late, boolean overdue, Integer daysLeft) {

  /** The Vietnamese terms are in docs/domain.md, section 5. */
  @Schema(name = "ReplyState")
  public enum State {
    NOT_REPLIED,
    AGREED,
    COMMENTED
  }

  /**
   * @param letters all letters of the organization for this draft, in any order
   * @param dueOn of the organization, else of the draft; null = none. The day ends at 24:00
   * @param today in Vietnam
   */
  public static ReplyState of(Collection<RoundLetter> letters, LocalDate dueOn, LocalDate today) {
    Map<UUID, RoundLetter> written = new HashMap<>();
    letters.stream()
        // The minutes of a meeting are no reply.
        .filter(letter -> !letter.channel().isMeeting())
        .forEach(letter -> written.put(letter.id(), letter));
    Set<UUID> replaced = new HashSet<>();
    Collection<RoundLetter> replies = replies(written, replaced);
    if (replies.isEmpty()) {
      boolean overdue = dueOn != null && today.isAfter(dueOn);
      Integer daysLeft = dueOn == null ? null : (int) ChronoUnit.DAYS.between(today, dueOn);
      return new ReplyState(State.NOT_REPLIED, null, false, overdue, daysLeft);
    }
    Position position = strongest(replies, replaced);
    State state = position == Position.AGREES ? State.AGREED : State.COMMENTED;
    LocalDate first =
        replies.stream()
            .map(letter -> letter.arrivedOn())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    boolean late = dueOn != null && first.isAfter(dueOn);
    return new ReplyState(state, position, late, false, null);
  }

  /**
   * Ignores withdrawn letters. A replaced letter still counts, since the organization replied with
   * it.
   *
   * @param replaced receives the ids of replaced letters
   */
  private static Collection<RoundLetter> replies(
      Map<UUID, RoundLetter> written, Set<UUID> replaced) {
    Set<RoundLetter> replies = new HashSet<>();
    Deque<RoundLetter> found = new ArrayDeque<>();
    written.values().stream().filter(letter -> !letter.withdrawn()).forEach(found::add);
    while (!found.isEmpty()) {
      RoundLetter letter = found.pop();
      if (replies.add(letter) && written.containsKey(letter.replacesId())) {
        replaced.add(letter.replacesId());
        found.push(written.get(letter.replacesId()));
      }
    }
    return replies;
  }

  /** The strongest position of the letters that are not replaced. */
  private static Position strongest(Collection<RoundLetter> replies, Set<UUID> replaced) {
    return replies.stream()
        .filter(letter -> !replaced.contains(letter.id()))
        .map(letter -> letter.position() == null ? Position.COMMENTS : letter.position())
        .max(Comparator.naturalOrder())
        .orElse(Position.COMMENTS);
  }
}
