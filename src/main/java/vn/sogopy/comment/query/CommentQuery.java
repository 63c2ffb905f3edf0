package vn.sogopy.comment.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of the lists of comments, but for those of pages. */
public class CommentQuery extends CommentFilterQuery {
  @QueryParam("sort")
  @Parameter(
      description = "Thứ tự · order",
      schema =
          @Schema(
              enumeration = {"receivedAt", "-receivedAt", "section", "organization"},
              defaultValue = "receivedAt"))
  public String sort;

  public CommentOrder order() {
    return CommentOrder.parse(sort, CommentOrder.RECEIVED_AT);
  }
}
