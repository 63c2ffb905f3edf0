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
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/**
 * What the letters of one body mean for one draft; docs/domain.md section 6, "What the letters
 * mean". Everything that says "replied", "agreed", "late" or "overdue" of a body asks here.
 *
 * @param position of several letters the strongest; null while NOT_REPLIED
 * @param late the body's first letter came after its due date, also when it has been replaced since
 * @param overdue NOT_REPLIED, and the due day is over
 * @param daysLeft days until the due day, 0 on the day itself, negative after it; null once replied
 *     and where there is no due date
 */
public record ReplyState(
    State state, Position position, boolean late, boolean overdue, Integer daysLeft) {

  /** The words for it stand in docs/domain.md section 5. */
  @Schema(name = "ReplyState")
  public enum State {
    NOT_REPLIED,
    AGREED,
    COMMENTED
  }

  /**
   * A letter as far as it matters here.
   *
   * @param id of the letter, not null
   * @param date of the letter
   * @param receivedOn the day it arrived, in Vietnam; where none was noted, that of its entry. Not
   *     null
   * @param position null where only a comment named the letter: then it carries comments
   * @param withdrawn also set on a letter in whose place another came
   * @param replaces id of the earlier letter it takes the place of, or null
   */
  public record Letter(
      UUID id,
      LocalDate date,
      LocalDate receivedOn,
      Position position,
      Channel channel,
      boolean withdrawn,
      UUID replaces) {

    /** Whether it came in a way that is a reply: who only spoke at a meeting has not replied. */
    boolean isWritten() {
      return !channel.isMeeting();
    }
  }

  /**
   * @param letters all that the body sent in this draft, in any order
   * @param dueOn the body's own due date, else the draft's; null = none. The day ends at 24:00
   * @param today the day in Vietnam
   */
  public static ReplyState of(Collection<Letter> letters, LocalDate dueOn, LocalDate today) {
    Map<UUID, Letter> written = new HashMap<>();
    letters.stream().filter(Letter::isWritten).forEach(letter -> written.put(letter.id(), letter));
    Set<UUID> replaced = new HashSet<>();
    Collection<Letter> replies = replies(written, replaced);
    if (replies.isEmpty()) {
      boolean overdue = dueOn != null && today.isAfter(dueOn);
      Integer daysLeft = dueOn == null ? null : (int) ChronoUnit.DAYS.between(today, dueOn);
      return new ReplyState(State.NOT_REPLIED, null, false, overdue, daysLeft);
    }
    Position position = strongest(replies, replaced);
    State state = position == Position.AGREES ? State.AGREED : State.COMMENTED;
    return new ReplyState(state, position, isLate(first(replies), dueOn), false, null);
  }

  /**
   * A letter that was withdrawn is as if it never came, unless another came in its place: then the
   * body did answer on that first day.
   *
   * @param replaced takes up the ids of those in whose place another came
   */
  private static Collection<Letter> replies(Map<UUID, Letter> written, Set<UUID> replaced) {
    Set<Letter> replies = new HashSet<>();
    Deque<Letter> found = new ArrayDeque<>();
    written.values().stream().filter(letter -> !letter.withdrawn()).forEach(found::add);
    while (!found.isEmpty()) {
      Letter letter = found.pop();
      if (replies.add(letter) && written.containsKey(letter.replaces())) {
        replaced.add(letter.replaces());
        found.push(written.get(letter.replaces()));
      }
    }
    return replies;
  }

  /** Of several letters the stronger wins; one that was replaced is not asked. */
  private static Position strongest(Collection<Letter> replies, Set<UUID> replaced) {
    return replies.stream()
        .filter(letter -> !replaced.contains(letter.id()))
        .map(letter -> letter.position() == null ? Position.COMMENTS : letter.position())
        .max(Comparator.naturalOrder())
        .orElse(Position.COMMENTS);
  }

  private static Letter first(Collection<Letter> replies) {
    return replies.stream()
        .min(Comparator.comparing(Letter::receivedOn).thenComparing(Letter::date))
        .orElseThrow();
  }

  private static boolean isLate(Letter first, LocalDate dueOn) {
    return dueOn != null && first.receivedOn().isAfter(dueOn);
  }
}
