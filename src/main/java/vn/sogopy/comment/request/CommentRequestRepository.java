package vn.sogopy.comment.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
public class CommentRequestRepository implements PanacheRepositoryBase<CommentRequest, UUID> {

  /**
   * Another organization could not reply about a restricted comment, but would still get reminders.
   *
   * @throws ProblemException 409 request-open if one is asked about the comment
   */
  public void requireNoOtherAsked(UUID commentId, UUID organizationId) {
    find(
            "select o.name from CommentRequest r join Organization o on o.id = r.organizationId"
                + " where r.commentId = ?1 and r.reply is null and o.id <> ?2 order by o.code",
            commentId,
            organizationId)
        .project(String.class)
        .firstResultOptional()
        .ifPresent(
            name -> {
              throw new ProblemException(ProblemCode.REQUEST_OPEN, name);
            });
  }
}
