package vn.sogopy.security.link;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a link is to be made for. */
public record DownloadLinkInput(
    @Schema(
            description =
                "Đường dẫn tải tệp, kèm truy vấn · path of the file, with its query: /api/v1/…/file?format=…")
        @NotNull
        @Size(min = 1, max = 2_000)
        String path,
    @Schema(
            nullable = true,
            description = "Số phút có hiệu lực · minutes it works",
            defaultValue = "15")
        @Min(1)
        @Max(60)
        Integer minutes) {
  private static final int DEFAULT_MINUTES = 15;

  int minutesOrDefault() {
    return minutes == null ? DEFAULT_MINUTES : minutes;
  }
}
