package vn.sogopy.consultation.consultee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.text.VietnamTime;

/** The contacts that chased the reply of an organization, newest last. */
public record ContactLog(List<Entry> items) {

  /** A contact by a person, or a reminder that the service sent. */
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
      String by,
      @Schema(
              description =
                  "Ngày đáng ngờ, vẫn được ghi · what is odd about the day and was taken all the same")
          List<Warning> warnings) {

    static Entry of(UUID id, Kind kind, LocalDate contactedOn, String text, Instant at, String by) {
      LocalDate noted = VietnamTime.dayOf(at);
      List<Warning> odd =
          contactedOn.isAfter(noted)
              ? List.of(
                  Warning.of("/contactedOn", WarningCode.CONTACT_IN_FUTURE, contactedOn, noted))
              : List.of();
      return new Entry(id, kind, contactedOn, text, at, by, odd);
    }

    /** The same entry with its warnings in this language. */
    Entry in(Locale locale) {
      List<Warning> said = warnings.stream().map(warning -> warning.in(locale)).toList();
      return new Entry(id, kind, contactedOn, text, at, by, said);
    }
  }

  ContactLog in(Locale locale) {
    return new ContactLog(items.stream().map(entry -> entry.in(locale)).toList());
  }
}
