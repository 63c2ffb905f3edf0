package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.PagedPlace.PagesAgree;

/**
 * The place of the change, or of the text that already covers the point. It is in the next draft;
 * after the last draft, in the version for appraisal.
 */
@Embeddable
@PagesAgree
public record Revision(
    @Column(name = "revision_section")
        @Size(min = 1, max = 40)
        @Schema(
            nullable = true,
            examples = "V.1",
            description =
                "Mục của dự thảo lần sau, đối chiếu khi lần sau đã có mục lục; sau lần cuối là bản trình thẩm định"
                    + " · section of the next draft, checked once that has an outline; after the last draft"
                    + " of the version for appraisal")
        String section,
    // Computed by the database.
    @Column(name = "revision_page", insertable = false, updatable = false)
        @Min(1)
        @Max(PageRanges.MAX_PAGE)
        @Schema(nullable = true, examples = "48")
        Integer page,
    @Column(name = "revision_pages")
        @Size(min = 1, max = PageRanges.MAX_LENGTH)
        @Schema(nullable = true, examples = "48-49, 52", description = PAGES)
        String pages,
    @Column(name = "revision_note") @Size(min = 1, max = 1_000) @Schema(nullable = true)
        String note)
    implements PagedPlace {

  public Revision {
    pages = PageRanges.canonical(page, pages);
    page = PageRanges.firstPage(page, pages);
  }

  /** null if all components are null. */
  public static Revision of(String section, Integer page, String pages, String note) {
    return section == null && page == null && pages == null && note == null
        ? null
        : new Revision(section, page, pages, note);
  }

  /** This, or null if all components are null. */
  public Revision orNull() {
    return of(section, page, pages, note);
  }
}
