package vn.sogopy.register.edition;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a sealing. */
@Schema(name = "EditionInput")
public record EditionInput(
    @Size(min = 1, max = 1000) @Schema(nullable = true, description = "Ghi chú · a note")
        String note,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Chốt cả khi còn ý kiến chưa xử lý xong; in \"đang nghiên cứu, xử lý\" · although some are neither approved nor withdrawn")
        Boolean allowUnanswered,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Chốt cả khi nội dung tiếp thu chưa ghi nơi chỉnh sửa; in \"sẽ chỉnh sửa tại mục …\" · although accepted ones have no place yet")
        Boolean allowUnplaced) {

  boolean takesUnanswered() {
    return Boolean.TRUE.equals(allowUnanswered);
  }

  boolean takesUnplaced() {
    return Boolean.TRUE.equals(allowUnplaced);
  }
}
