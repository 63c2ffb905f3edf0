package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One organization in one draft: consulted or not, state of its reply, letters, comments.
 *
 * @param dueOn its own due date, else that of the draft; null = none
 * @param letters in order of arrival, also withdrawn ones
 * @param points the comments whose text the reader sees, also ones that are not counted
 * @param hidden restricted comments whose text the reader does not see
 */
public record Participation(
    Body body,
    boolean asked,
    LocalDate dueOn,
    ReplyState reply,
    List<RoundLetter> letters,
    List<CommentGroup> points,
    List<CommentGroup> hidden) {

  /** An organization with its group of the register. */
  public record Body(UUID id, String code, String name, String group, String groupTitle) {}

  /** The same for a reader who sees every comment. Figures are made of this. */
  Participation complete() {
    List<CommentGroup> all = Stream.concat(points.stream(), hidden.stream()).toList();
    return new Participation(body, asked, dueOn, reply, letters, all, List.of());
  }

  boolean replied() {
    return reply.state() != ReplyState.State.NOT_REPLIED;
  }

  /** Whether it was consulted, wrote or commented. The register lists only these. */
  public boolean takesPart() {
    return asked || hasParticipated();
  }

  /** Whether it wrote a letter or commented. */
  boolean hasParticipated() {
    return replied() || points.stream().anyMatch(CommentGroup::counted);
  }

  /** Whether these comments of this organization count in E and not in {@link Counts#unasked}. */
  boolean inE(CommentGroup some) {
    return asked && some.byLetter();
  }
}
