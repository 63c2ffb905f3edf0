package vn.sogopy.comment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The place within the section that a comment speaks of. */
public record Locator(
    @Min(1) @Max(100_000) @Schema(nullable = true, examples = "45") Integer page,
    @Min(1) @Max(100_000) @Schema(nullable = true) Integer paragraph,
    @Size(min = 1, max = 2_000) @Schema(nullable = true, description = "Trích dẫn · quotation")
        String quote) {

  public static Locator of(Integer page, Integer paragraph, String quote) {
    return page == null && paragraph == null && quote == null
        ? null
        : new Locator(page, paragraph, quote);
  }
}
