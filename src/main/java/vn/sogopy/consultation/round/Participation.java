package vn.sogopy.consultation.round;

import java.util.List;
import java.util.UUID;

/**
 * One body in one draft: whether it was asked, what its letters mean, and its comments.
 *
 * @param points also those that are not counted
 */
public record Participation(Body body, boolean asked, ReplyState reply, List<CommentGroup> points) {

  /** A body in its place of the register. */
  public record Body(UUID id, String code, String name, String group, String groupTitle) {}

  boolean replied() {
    return reply.state() != ReplyState.State.NOT_REPLIED;
  }

  /** Was asked, or has said something: it stands in the register, among those asked or apart. */
  boolean takesPart() {
    return asked || spoke();
  }

  /** By letter or otherwise. */
  boolean spoke() {
    return replied() || points.stream().anyMatch(CommentGroup::counted);
  }

  /** Whether these points of this body stand in E, and not on the lines apart. */
  boolean inE(CommentGroup some) {
    return asked && some.byLetter();
  }
}
