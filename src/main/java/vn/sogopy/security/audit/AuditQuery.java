package vn.sogopy.security.audit;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.Role;

/** The query parameters of the audit. */
public class AuditQuery extends PageQuery {
  @QueryParam("outcome")
  @Parameter(
      description = "Đã làm, hay bị từ chối · done, or refused",
      schema = @Schema(implementation = Outcome.class))
  public String outcome;

  @QueryParam("name")
  @Parameter(
      description = "Tên của khóa hay của người · of the key or the person",
      schema = @Schema(maxLength = 500))
  public String name;

  @QueryParam("client")
  @Parameter(description = "client của khóa · the key's", schema = @Schema(maxLength = 500))
  public String client;

  @QueryParam("role")
  @Parameter(description = "Vai trò · role", schema = @Schema(implementation = Role.class))
  public String role;

  @QueryParam("organization")
  @Parameter(
      description = "Mã cơ quan của bên gọi · the caller's organization",
      schema = @Schema(maxLength = 63))
  public String organization;

  @QueryParam("credential")
  @Parameter(
      description =
          "key:<id>, oidc:<subject>, prefix:sgy_XXXXXXXX: tất cả những gì một khóa đã làm · all that one key did",
      schema = @Schema(maxLength = 500))
  public String credential;

  @QueryParam("address")
  @Parameter(
      description = "Địa chỉ mạng của bên gọi · of the peer",
      schema = @Schema(maxLength = 100))
  public String address;

  @QueryParam("requestId")
  @Parameter(description = "X-Request-Id", schema = @Schema(maxLength = 128))
  public String requestId;

  @QueryParam("operation")
  @Parameter(description = "operationId", schema = @Schema(maxLength = 100))
  public String operation;

  @QueryParam("plan")
  @Parameter(
      description = "Quy hoạch trong đường dẫn · the plan in the path",
      schema = @Schema(maxLength = 63))
  public String plan;

  @QueryParam("subject")
  @Parameter(
      description = "Mã hoặc id trong đường dẫn · code or id in the path",
      schema = @Schema(maxLength = 300))
  public String subject;

  @QueryParam("from")
  @Parameter(
      description = "Từ thời điểm này · from this time on",
      schema = @Schema(format = "date-time", maxLength = 40))
  public String from;

  @QueryParam("to")
  @Parameter(
      description = "Trước thời điểm này · before this time",
      schema = @Schema(format = "date-time", maxLength = 40))
  public String to;

  AuditFilter filter() {
    Map<String, Object> equal = new HashMap<>();
    equal.put("outcome", Params.constant("outcome", outcome, Outcome.class));
    equal.put("name", Params.text("name", name));
    equal.put("client", Params.text("client", client));
    equal.put("role", Params.constant("role", role, Role.class));
    equal.put("organization", Params.text("organization", organization));
    equal.put("credential", Params.text("credential", credential));
    equal.put("origin.address", Params.text("address", address));
    equal.put("origin.requestId", Params.text("requestId", requestId));
    equal.put("origin.operation", Params.text("operation", operation));
    equal.put("origin.plan", Params.text("plan", plan));
    equal.put("origin.subject", Params.text("subject", subject));
    return new AuditFilter(equal, Params.instant("from", from), Params.instant("to", to));
  }
}
