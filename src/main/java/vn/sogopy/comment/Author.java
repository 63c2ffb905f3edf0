package vn.sogopy.comment;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The person who spoke, where one is named. */
public record Author(
    @Size(min = 1, max = 200) @Schema(nullable = true) String fullName,
    @Size(min = 1, max = 300) @Schema(nullable = true) String position) {

  public static Author of(String fullName, String position) {
    return fullName == null && position == null ? null : new Author(fullName, position);
  }
}
