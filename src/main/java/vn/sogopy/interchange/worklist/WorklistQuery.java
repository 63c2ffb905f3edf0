package vn.sogopy.interchange.worklist;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.comment.query.CommentFilterQuery;
import vn.sogopy.comment.query.CommentOrder;

/** The query parameters of a work-list: the filters of the list of comments, without paging. */
public class WorklistQuery extends CommentFilterQuery {
  @QueryParam("sort")
  @Parameter(
      description = "Thứ tự · order",
      schema =
          @Schema(
              enumeration = {"receivedAt", "-receivedAt", "section", "organization"},
              defaultValue = "section"))
  public String sort;

  CommentOrder order() {
    return CommentOrder.parse(sort, CommentOrder.SECTION);
  }
}
