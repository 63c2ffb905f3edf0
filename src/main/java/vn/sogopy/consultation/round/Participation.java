package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One organization in one draft: consulted or not, state of its reply, letters, comments.
 *
 * @param ended null = it exists
 * @param dueOn its own due date, else that of the draft; null = none
 * @param own the reply by its own letters alone
 * @param reply the reply by all letters that speak for it
 * @param answeredBy the letter of another organization that decides the reply; null = none does
 * @param letters in order of arrival, also withdrawn ones
 * @param inPlace ids of its letters that are replies of other consultees
 * @param points also comments that are not counted
 */
public record Participation(
    Body body,
    EndedBody ended,
    boolean asked,
    LocalDate dueOn,
    ReplyState own,
    ReplyState reply,
    AnsweredBy answeredBy,
    List<RoundLetter> letters,
    Set<UUID> inPlace,
    List<CommentGroup> points) {

  /** An organization with its group of the register. */
  public record Body(UUID id, String code, String name, String group, String groupTitle) {}

  /** A letter that another organization wrote in place of this one. */
  public record AnsweredBy(Body organization, RoundLetter letter) {}

  boolean replied() {
    return reply.state() != ReplyState.State.NOT_REPLIED;
  }

  /** Whether it was consulted, wrote or commented. The register lists only these. */
  boolean takesPart() {
    return asked || hasParticipated();
  }

  /** Whether it wrote a letter or commented. */
  boolean hasParticipated() {
    return own.state() != ReplyState.State.NOT_REPLIED
        || points.stream().anyMatch(CommentGroup::counted);
  }

  /** Whether it was not consulted, and wrote or commented not only in place of consultees. */
  public boolean isApart() {
    return !asked
        && (Replies.of(letters).all().stream().anyMatch(letter -> !inPlace.contains(letter.id()))
            || points.stream().anyMatch(some -> some.counted() && !inE(some)));
  }

  /** Whether these comments of this organization count in E and not in {@link Counts#unasked}. */
  boolean inE(CommentGroup some) {
    return some.byLetter() && (asked || inPlace.contains(some.letter()));
  }
}
