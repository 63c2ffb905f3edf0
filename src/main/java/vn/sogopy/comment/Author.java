package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The author of a comment, if named. */
@Embeddable
public record Author(
    @Column(name = "author_full_name", updatable = false)
        @Size(min = 1, max = 200)
        @Schema(nullable = true)
        String fullName,
    @Column(name = "author_position", updatable = false)
        @Size(min = 1, max = 300)
        @Schema(nullable = true)
        String position) {

  public static Author of(String fullName, String position) {
    return fullName == null && position == null ? null : new Author(fullName, position);
  }
}
