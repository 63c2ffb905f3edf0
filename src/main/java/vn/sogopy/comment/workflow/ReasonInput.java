package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The reason of a return or a withdrawal. */
public record ReasonInput(@NotNull @Size(min = 1, max = MAX) String reason) {
  public static final int MAX = 2_000;
}
