package vn.sogopy.register.edition;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.round.Counts;

/** What became different from one edition to another. */
@Schema(name = "EditionDiff")
public record EditionDiff(
    @Schema(description = "Bản trước · the earlier one") Side before,
    @Schema(description = "Bản sau · the later one") Side after,
    @Schema(description = "Ý kiến chỉ có ở bản sau · only in the later one") List<Line> came,
    @Schema(description = "Ý kiến chỉ có ở bản trước · only in the earlier one") List<Line> went,
    @Schema(description = "Ý kiến có thay đổi · changed in result or wording")
        List<Change> changed) {

  /** One of the two. */
  @Schema(name = "EditionDiffSide")
  public record Side(UUID edition, int draft, int number, Counts summary) {}

  /** A comment. */
  @Schema(name = "EditionDiffLine")
  public record Line(
      UUID id, long receiptNumber, String index, String body, String place, String content) {}

  /** A comment that both have, and what is different about it. */
  @Schema(name = "EditionDiffChange")
  public record Change(
      UUID id,
      long receiptNumber,
      @Schema(description = "STT ở bản sau · its index in the later one") String index,
      String body,
      List<Field> fields) {}

  /** A column that reads otherwise. */
  @Schema(name = "EditionDiffField")
  public record Field(
      @Schema(description = "Tên cột · the column") String column,
      @Schema(nullable = true) String before,
      @Schema(nullable = true) String after) {}
}
