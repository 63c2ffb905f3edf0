package vn.sogopy.interchange.worklist;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.comment.query.CommentFilterQuery;
import vn.sogopy.comment.query.CommentOrder;

/** The query parameters of a work-list: those of the list of comments, but no pages. */
public class WorklistQuery extends CommentFilterQuery {
  @RestQuery("sort")
  @DefaultValue("section")
  @Parameter(description = "Thứ tự · order")
  public CommentOrder sort;
}
