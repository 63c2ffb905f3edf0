package vn.sogopy.comment.request;

import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;

/** The query parameters of the list of requests. */
public class RequestQuery extends PageQuery {
  @RestQuery("plan")
  @Parameter(
      description = "Tên quy hoạch trong đường dẫn · the plan's slug",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String plan;

  @RestQuery("organization")
  @Parameter(
      description = "Mã cơ quan được hỏi · the body asked",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String organization;

  @RestQuery("open")
  @Parameter(description = "Còn chờ trả lời · still waiting for a reply")
  public Boolean open;

  @RestQuery("overdue")
  @Parameter(description = "Còn chờ và đã quá hạn · open and past dueOn")
  public Boolean overdue;

  @RestQuery("sort")
  @DefaultValue("-askedAt")
  @Parameter(description = "Mới nhất trước, hoặc theo hạn trả lời · newest first, or by due date")
  public Sort sort;

  /** The open requests in a plan, by their due date. */
  public static RequestQuery openIn(String plan) {
    RequestQuery query = new RequestQuery();
    query.plan = plan;
    query.open = true;
    query.sort = Sort.DUE_DATE;
    query.limit = Page.MAX_LIMIT;
    return query;
  }

  /** The orders of the list of requests. */
  @Schema(
      name = "RequestSort",
      enumeration = {"-askedAt", "dueOn"})
  public enum Sort {
    NEWEST("-askedAt"),
    DUE_DATE("dueOn");

    private final String parameter;

    Sort(String parameter) {
      this.parameter = parameter;
    }

    @Override
    public String toString() {
      return parameter;
    }
  }
}
