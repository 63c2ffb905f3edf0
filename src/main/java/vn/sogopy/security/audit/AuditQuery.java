package vn.sogopy.security.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.security.Role;

/** The query parameters of the audit. */
public class AuditQuery extends PageQuery {
  @RestQuery("outcome")
  @Parameter(description = "Đã làm, hay bị từ chối · done, or refused")
  public Outcome outcome;

  @RestQuery("name")
  @Parameter(
      description = "Tên của khóa hay của người · of the key or the person",
      schema = @Schema(maxLength = 500))
  public String name;

  @RestQuery("client")
  @Parameter(description = "client của khóa · the key's", schema = @Schema(maxLength = 500))
  public String client;

  @RestQuery("role")
  @Parameter(description = "Vai trò · role")
  public Role role;

  @RestQuery("organization")
  @Parameter(
      description = "Mã cơ quan của bên gọi · the caller's organization",
      schema = @Schema(maxLength = 63))
  public String organization;

  @RestQuery("credential")
  @Parameter(
      description =
          "key:<id>, oidc:<subject>, prefix:sgy_XXXXXXXX: tất cả những gì một khóa đã làm · all that one key did",
      schema = @Schema(maxLength = 500))
  public String credential;

  @RestQuery("address")
  @Parameter(
      description = "Địa chỉ mạng của bên gọi · of the peer",
      schema = @Schema(maxLength = 100))
  public String address;

  @RestQuery("requestId")
  @Parameter(description = "X-Request-Id", schema = @Schema(maxLength = 128))
  public String requestId;

  @RestQuery("operation")
  @Parameter(description = "operationId", schema = @Schema(maxLength = 100))
  public String operation;

  @RestQuery("plan")
  @Parameter(
      description = "Quy hoạch trong đường dẫn · the plan in the path",
      schema = @Schema(maxLength = 63))
  public String plan;

  @RestQuery("subject")
  @Parameter(
      description = "Mã hoặc id trong đường dẫn · code or id in the path",
      schema = @Schema(maxLength = 300))
  public String subject;

  @RestQuery("from")
  @Parameter(description = "Từ thời điểm này · from this time on")
  public Instant from;

  @RestQuery("to")
  @Parameter(description = "Trước thời điểm này · before this time")
  public Instant to;

  AuditFilter filter() {
    Map<String, Object> equal = new HashMap<>();
    equal.put("outcome", outcome);
    equal.put("name", name);
    equal.put("client", client);
    equal.put("role", role);
    equal.put("organization", organization);
    equal.put("credential", credential);
    equal.put("address", address);
    equal.put("request_id", requestId);
    equal.put("operation", operation);
    equal.put("plan", plan);
    equal.put("subject", subject);
    return new AuditFilter(equal, from, to);
  }
}
