package vn.sogopy.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

  /** For a change: whoever comes second sees the version of the first. */
  Comment lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** All comments of a letter, for a change; always locked in the same order. */
  List<Comment> lockByLetter(UUID letterId) {
    return find("letterId = ?1 order by id", letterId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
