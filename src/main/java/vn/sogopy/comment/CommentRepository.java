package vn.sogopy.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import vn.sogopy.http.ProblemException;

@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

  /** For a change: whoever comes second sees the version of the first. */
  Comment lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * As {@link #lock}.
   *
   * @throws ProblemException 404
   */
  Comment lockExisting(UUID id) {
    Comment comment = lock(id);
    if (comment == null) {
      throw ProblemException.notFound();
    }
    return comment;
  }

  /** The points a comment was split into, in order, but those of a split that was undone. */
  List<Comment> lockParts(UUID id) {
    return find("partOfId = ?1 and splitUndone = false order by part", id)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
