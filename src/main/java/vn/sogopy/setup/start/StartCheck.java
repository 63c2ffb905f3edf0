package vn.sogopy.setup.start;

import java.util.Optional;

/** Something unsafe that a start looks for before it lets anybody in. */
interface StartCheck {
  /** By this name SOGOPY_START_ALLOW lets it pass. */
  String name();

  /** Why the service does not start, and which setting or command mends it; empty = safe. */
  Optional<String> refusal();

  /** What is not refused, but said aloud in the log; empty = nothing. */
  default Optional<String> warning() {
    return Optional.empty();
  }
}
