package vn.sogopy.security.key;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Labelled;
import vn.sogopy.security.Role;

/** A key in lists, without the secret. */
@Schema(name = "ApiKey")
public record ApiKeyView(
    UUID id,
    String name,
    Role role,
    @Schema(nullable = true) String organization,
    String client,
    @Schema(nullable = true, description = "null = mọi quy hoạch · all plans") List<String> plans,
    @Schema(description = "Để nhận ra khóa · to recognise the key by") String prefix,
    @Schema(description = "Còn dùng được không · whether it lets in") KeyStatus status,
    Instant createdAt,
    String createdBy,
    @Schema(
            nullable = true,
            description =
                "Lần dùng gần nhất, ghi mỗi phút một lần · last use, written once a minute")
        Instant lastUsedAt,
    @Schema(nullable = true, description = "Ngày cuối còn hiệu lực · last valid day")
        LocalDate expiresOn,
    @Schema(nullable = true) Instant revokedAt,
    @Schema(description = "VIEWER xem cả ý kiến hạn chế · a VIEWER that reads restricted comments")
        boolean readsRestricted,
    @Schema(description = "Mã truy cập của một người · the code of a person") boolean person,
    @Schema(nullable = true, description = "Thư điện tử của người đó · e-mail of the person")
        String email) {

  static ApiKeyView of(ApiKey key, LocalDate today) {
    return new ApiKeyView(
        key.id,
        key.name,
        key.role,
        key.organization,
        key.client,
        key.plans(),
        key.prefix,
        KeyStatus.of(key.revokedAt != null, key.expiresOn, today),
        key.createdAt,
        key.createdBy,
        key.lastUsedAt,
        key.expiresOn,
        key.revokedAt,
        key.readsRestricted,
        key.person,
        key.email);
  }

  /** Whether a key is valid. */
  public enum KeyStatus implements Labelled {
    ACTIVE("Đang dùng được"),
    EXPIRED("Đã hết hạn"),
    REVOKED("Đã dừng");

    private final String label;

    KeyStatus(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }

    static KeyStatus of(boolean revoked, LocalDate expiresOn, LocalDate today) {
      if (revoked) {
        return REVOKED;
      }
      return expiresOn != null && expiresOn.isBefore(today) ? EXPIRED : ACTIVE;
    }
  }
}
