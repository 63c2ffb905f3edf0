package vn.sogopy.security.key;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Role;

/** The properties of a new key. */
public record ApiKeyInput(
    @NotNull @Size(min = 1, max = 200) String name,
    @NotNull Role role,
    @Schema(
            nullable = true,
            description = "Mã cơ quan; bắt buộc với SUBMITTER · organization code, SUBMITTER only")
        @Size(min = 1, max = 63)
        String organization,
    @Schema(
            nullable = true,
            description =
                "Phạm vi của externalId và Idempotency-Key; mặc định: prefix của khóa"
                    + " · what externalId and Idempotency-Key are unique within; default: the key's prefix")
        @Size(min = 1, max = 200)
        String client,
    @Schema(
            nullable = true,
            description = "Chỉ các quy hoạch này; null = tất cả · only these plans; null = all")
        @Size(min = 1, max = 100)
        List<@NotNull @Size(min = 1, max = 63) String> plans,
    @Schema(nullable = true) LocalDate expiresOn,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Chỉ với VIEWER: xem cả ý kiến hạn chế · VIEWER only: reads restricted comments, too")
        Boolean readsRestricted,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Mã truy cập của một người, không phải khóa của phần mềm; không có client"
                    + " · the code of a person, not the key of a system; it has no client of its own")
        Boolean person,
    @Size(min = 3, max = 254)
        @Pattern(regexp = Text.EMAIL, message = Text.EMAIL_EXAMPLE)
        @Schema(
            nullable = true,
            description =
                "Thư điện tử, chỉ với person; bỏ đi khi mã dừng · e-mail, with person only; removed when the code is stopped",
            examples = "a@example.org")
        String email) {

  /** Sets the defaults, so that an omitted and an explicit value compare as equal. */
  public ApiKeyInput {
    readsRestricted = Boolean.TRUE.equals(readsRestricted);
    person = Boolean.TRUE.equals(person);
  }

  /** The key of a system, with the usual view of its role. */
  public ApiKeyInput(
      String name,
      Role role,
      String organization,
      String client,
      List<String> plans,
      LocalDate expiresOn) {
    this(name, role, organization, client, plans, expiresOn, false, false, null);
  }
}
