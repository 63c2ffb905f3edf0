package vn.sogopy.security.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.security.Role;

/** An audit entry in a response. */
@Schema(name = "AuditLine")
public record AuditView(
    @Schema(description = "Tăng dần · rises") long position,
    Instant at,
    Outcome outcome,
    @Schema(
            nullable = true,
            description =
                "Tên của khóa hay của người; null = không nhận ra · of the key or the person; null = not recognised")
        String name,
    @Schema(nullable = true) String client,
    @Schema(nullable = true) Role role,
    @Schema(nullable = true) String organization,
    @Schema(
            nullable = true,
            description =
                "key:<id>, oidc:<subject>, hoặc link:<id> của liên kết quá 60 phút; khóa bị từ chối: prefix:sgy_XXXXXXXX · of a refused key its prefix")
        String credential,
    @Schema(
            nullable = true,
            maxLength = 100,
            description = "Địa chỉ mạng của bên gọi · of the peer")
        String address,
    @Schema(nullable = true, maxLength = 128) String requestId,
    @Schema(nullable = true, maxLength = 100, description = "operationId") String operation,
    @Schema(nullable = true, maxLength = 20) String method,
    @Schema(nullable = true, maxLength = 300, description = "Không kèm tham số · without the query")
        String path,
    @Schema(
            nullable = true,
            maxLength = 500,
            description =
                "Định dạng và bộ lọc, không bao giờ là từ khóa tìm kiếm · format and filters, never words searched for")
        String parameters,
    @Schema(nullable = true) String plan,
    @Schema(nullable = true, maxLength = 63) String draft,
    @Schema(
            nullable = true,
            maxLength = 300,
            description = "Mã hoặc id trong đường dẫn · code or id in the path")
        String subject,
    @Schema(nullable = true, description = "Của lần bị từ chối · of a refusal") Integer status,
    @Schema(nullable = true, description = "Mã lỗi · code of the problem") String code,
    @Schema(
            description =
                "Dòng này đại diện cho bao nhiêu lần · how many attempts this line stands for")
        int attempts) {
  /** The SELECT clause, in the order of the components. */
  static final String SELECT =
      "select a.position, a.at, a.outcome, a.name, a.client, a.role, a.organization, a.credential,"
          + " a.origin.address, a.origin.requestId, a.origin.operation, a.origin.method,"
          + " a.origin.path, a.origin.parameters, a.origin.plan, a.origin.draft, a.origin.subject,"
          + " a.status, a.code, a.attempts";

  /** Outcome of an attempt. */
  @Schema(name = "AuditOutcome")
  public enum Outcome {
    /** A committed change, or an export that was sent. */
    DONE,
    /** 401, 403 or 429. */
    REFUSED
  }
}
