package vn.sogopy.consultation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a body was chased, newest last. */
public record ContactLog(List<Entry> items) {

  /** By hand, or by a reminder that the service sent. */
  @Schema(name = "ContactKind")
  public enum Kind {
    NOTE,
    REMINDER
  }

  /** One call, letter or mail. */
  @Schema(name = "ContactEntry")
  public record Entry(
      @Schema(nullable = true, description = "null ở thư nhắc tự động · null for a reminder")
          UUID id,
      Kind kind,
      LocalDate contactedOn,
      String text,
      Instant at,
      String by) {}
}
