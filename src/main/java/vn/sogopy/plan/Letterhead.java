package vn.sogopy.plan;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The names that the official documents of a plan print. The service has no fixed names. */
public record Letterhead(
    @Size(min = 1, max = 200)
        @Schema(nullable = true, description = "Cơ quan chủ quản · parent body")
        String parentBody,
    @Size(min = 1, max = 200) @Schema(nullable = true, description = "Cơ quan ban hành · issuer")
        String issuer,
    @Size(min = 1, max = 50)
        @Schema(nullable = true, description = "Viết tắt trong số, ký hiệu · abbreviation")
        String abbreviation,
    @Size(min = 1, max = 100) @Schema(nullable = true, description = "Địa danh · place")
        String place,
    @Size(min = 1, max = 100) @Schema(nullable = true, description = "Tên tỉnh · province")
        String province,
    @Size(min = 1, max = 300) @Schema(nullable = true, description = "Kính gửi · addressee")
        String addressee,
    @Size(min = 1, max = 100)
        @Schema(nullable = true, description = "Chức vụ người ký · signer's title")
        String signerTitle,
    @Size(min = 1, max = 100)
        @Schema(nullable = true, description = "Họ tên người ký · signer's name")
        String signerName,
    @Size(max = 30) @Schema(nullable = true, description = "Nơi nhận · recipients")
        List<@NotNull @Size(min = 1, max = 300) String> recipients,
    @Size(max = 30)
        @Schema(
            nullable = true,
            description =
                "Căn cứ, việc thực hiện: các dòng mở đầu báo cáo, in như đã ghi · what the report is based on: its first lines, as written")
        List<@NotNull @Size(min = 1, max = 500) String> bases,
    @Size(max = 100)
        @Schema(
            nullable = true,
            description =
                "Mã các nhóm mà cơ quan này được đôn đốc; nhóm khác thì đề nghị · codes of the groups that this body may urge; the others are asked")
        List<@NotNull @Size(min = 1, max = 50) String> urges) {

  public static final Letterhead NONE =
      new Letterhead(null, null, null, null, null, null, null, null, null, null, null);

  /** Whether its issuer urges (đôn đốc) this group; it asks (đề nghị) equals and superiors. */
  public boolean urges(String group) {
    return urges != null && urges.contains(group);
  }
}
