package vn.sogopy.comment.query;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of the lists of comments, without those of paging. */
public class CommentQuery extends CommentFilterQuery {
  @RestQuery("sort")
  @DefaultValue("receivedAt")
  @Parameter(description = "Thứ tự · order")
  public CommentOrder sort;
}
