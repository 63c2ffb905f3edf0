package vn.sogopy.comment.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class CommentRequestRepository implements PanacheRepositoryBase<CommentRequest, UUID> {

  /** The code of the first other organization with an open request about the comment. */
  public Optional<String> otherAsked(UUID commentId, UUID organizationId) {
    return find(
            "select o.name from CommentRequest r join Organization o on o.id = r.organizationId"
                + " where r.commentId = ?1 and r.reply is null and o.id <> ?2 order by o.code",
            commentId,
            organizationId)
        .project(String.class)
        .firstResultOptional();
  }
}
