package vn.sogopy.comment.request;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.FieldCode;

/** The query parameters of the list of requests. */
public class RequestQuery extends PageQuery {
  @QueryParam("plan")
  @Parameter(
      description = "Tên quy hoạch trong đường dẫn · the plan's slug",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String plan;

  @QueryParam("organization")
  @Parameter(
      description = "Mã cơ quan được hỏi · the body asked",
      schema = @Schema(type = SchemaType.STRING, maxLength = 63))
  public String organization;

  @QueryParam("open")
  @Parameter(
      description = "Còn chờ trả lời · still waiting for a reply",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String open;

  @QueryParam("overdue")
  @Parameter(
      description = "Còn chờ và đã quá hạn · open and past dueOn",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String overdue;

  @QueryParam("sort")
  @Parameter(
      description = "Mới nhất trước, hoặc theo hạn trả lời · newest first, or by due date",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"-askedAt", "dueOn"},
              defaultValue = "-askedAt"))
  public String sort;

  RequestFilter filter() {
    return new RequestFilter(
        null,
        Params.text("plan", plan),
        Params.text("organization", organization),
        Params.bool("open", open),
        Params.bool("overdue", overdue),
        byDueDate());
  }

  private boolean byDueDate() {
    if (sort != null && !sort.equals("-askedAt") && !sort.equals("dueOn")) {
      throw Params.wrong("sort", FieldCode.INVALID_ENUM, "-askedAt, dueOn");
    }
    return "dueOn".equals(sort);
  }
}
