package vn.sogopy.comment.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentState;

/** Comments that nobody else changes until the transaction ends. */
public final class LockedComments {
  private final UUID draftId;
  private final Map<UUID, Comment> byId;

  LockedComments(UUID draftId, Map<UUID, Comment> byId) {
    this.draftId = draftId;
    this.byId = byId;
  }

  /** Where the comment stands; empty = there is none of this id for the caller in this draft. */
  public Optional<CommentState> standing(UUID id) {
    return Optional.ofNullable(byId.get(id)).map(CommentState::of);
  }

  public Set<UUID> ids() {
    return Set.copyOf(byId.keySet());
  }

  UUID draftId() {
    return draftId;
  }

  Comment comment(UUID id) {
    return byId.get(id);
  }
}
