package vn.sogopy.organization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The groups of the register, in order. */
public record Groups(@NotNull @Size(max = 100) List<@NotNull @Valid GroupView> items) {

  /** The hash of the list, since groups have no version of their own. */
  String version() {
    return Integer.toHexString(items.hashCode());
  }
}
