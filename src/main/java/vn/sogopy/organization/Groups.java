package vn.sogopy.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The groups of the register, in order. */
public record Groups(@NotNull @Size(max = 100) List<@NotNull @Valid GroupView> items) {

  /** The hash of the list, since groups have no version of their own. */
  String version() {
    return Integer.toHexString(items.hashCode());
  }

  /** A group of the register. The order of the list is the order of the register. */
  @Schema(name = "Group")
  public record GroupView(
      @NotNull
          @Size(min = 1, max = 40)
          @Pattern(regexp = "[A-Z][A-Z0-9_]*")
          @Schema(examples = "PROVINCIAL")
          String code,
      @NotNull @Size(min = 1, max = 300) String title) {}
}
