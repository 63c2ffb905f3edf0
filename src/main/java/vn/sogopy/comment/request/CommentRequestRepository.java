package vn.sogopy.comment.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
public class CommentRequestRepository implements PanacheRepositoryBase<CommentRequest, UUID> {

  /** For a reply; the comment is locked before it. */
  CommentRequest lock(UUID id) {
    CommentRequest request = findById(id);
    // As it is now: it may have been read before the comment was locked.
    getEntityManager().refresh(request, LockModeType.PESSIMISTIC_WRITE);
    return request;
  }
}
