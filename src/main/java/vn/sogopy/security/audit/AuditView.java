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
                "key:<id> hoặc oidc:<subject>; khóa bị từ chối: prefix:sgy_XXXXXXXX · of a refused key its prefix")
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
  static AuditView of(AuditEntry entry) {
    // An embeddable whose fields are all null is read as null.
    AuditEntry.Origin origin = entry.origin == null ? AuditEntry.Origin.of(null) : entry.origin;
    return new AuditView(
        entry.position,
        entry.at,
        entry.outcome,
        entry.name,
        entry.client,
        entry.role,
        entry.organization,
        entry.credential,
        origin.address(),
        origin.requestId(),
        origin.operation(),
        origin.method(),
        origin.path(),
        origin.parameters(),
        origin.plan(),
        origin.draft(),
        origin.subject(),
        entry.status,
        entry.code,
        entry.attempts);
  }
}
