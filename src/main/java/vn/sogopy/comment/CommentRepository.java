package vn.sogopy.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

  /** For a change: whoever comes second sees the version of the first. */
  Comment lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
