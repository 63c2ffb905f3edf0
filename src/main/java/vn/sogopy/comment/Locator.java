package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The place within the section that a comment refers to. */
@Embeddable
public record Locator(
    @Column(name = "locator_page") @Min(1) @Max(100_000) @Schema(nullable = true, examples = "45")
        Integer page,
    @Column(name = "locator_paragraph") @Min(1) @Max(100_000) @Schema(nullable = true)
        Integer paragraph,
    @Column(name = "locator_quote")
        @Size(min = 1, max = 2_000)
        @Schema(nullable = true, description = "Trích dẫn · quotation")
        String quote) {

  public static Locator of(Integer page, Integer paragraph, String quote) {
    return page == null && paragraph == null && quote == null
        ? null
        : new Locator(page, paragraph, quote);
  }
}
