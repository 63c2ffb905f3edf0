package vn.sogopy.comment.workflow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Locator;

/** The points that one comment holds. */
public record SplitInput(@NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Part> parts) {

  /** One point, in the words of the comment or as the office sums it up. */
  @Schema(name = "CommentPartInput")
  public record Part(
      @NotNull @Size(min = 1, max = 20_000) @Schema(description = "Nội dung của điểm này")
          String content,
      @Size(min = 1, max = 20_000)
          @Schema(nullable = true, description = "Đề xuất sửa · proposed wording")
          String proposal,
      @Size(min = 1, max = 40)
          @Schema(
              nullable = true,
              description =
                  "Mã mục; bỏ trống: mục và vị trí của ý kiến gốc · left out: the original's section and place",
              examples = "V.1")
          String section,
      @Valid @Schema(nullable = true) Locator locator) {}
}
