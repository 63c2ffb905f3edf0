package vn.sogopy.security.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditView.Outcome;

/** The query parameters of the list of audit entries. */
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
          "key:<id>, oidc:<subject>, link:<id>, prefix:sgy_XXXXXXXX: tất cả những gì một khóa, liên kết đã làm · all that one key or link did",
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

  PageRequest page() {
    String question = "audit %s %s %s".formatted(equal(), from, to);
    return new PageRequest(question, limit, cursor, count);
  }

  /** Paths with their required values; null = any. */
  private Map<String, Object> equal() {
    Map<String, Object> equal = new LinkedHashMap<>();
    equal.put("outcome", outcome);
    equal.put("name", name);
    equal.put("client", client);
    equal.put("role", role);
    equal.put("organization", organization);
    equal.put("credential", credential);
    equal.put("origin.address", address);
    equal.put("origin.requestId", requestId);
    equal.put("origin.operation", operation);
    equal.put("origin.plan", plan);
    equal.put("origin.subject", subject);
    equal.values().removeIf(Objects::isNull);
    return equal;
  }

  /** The FROM and WHERE clauses of the list. */
  Hql from(Caller caller) {
    Hql where = Hql.of("from AuditEntry a where true");
    equal().forEach((path, value) -> where.add("and a." + path + " = ?", value));
    where.addIf("and a.at >= ?", from).addIf("and a.at < ?", to);
    if (caller.plans() != null) {
      // A caller limited to plans must not read entries without a plan, except its own.
      where.add(
          "and (a.origin.plan in ? or a.credential = ?)", caller.plans(), caller.credential());
    }
    return where;
  }
}
