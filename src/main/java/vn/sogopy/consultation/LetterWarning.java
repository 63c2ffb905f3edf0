package vn.sogopy.consultation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.http.Messages;
import vn.sogopy.text.VietnamTime;

/**
 * An odd date of a letter. Official texts carry slips of dates: they are told, and the letter is
 * taken. DOMAIN.md section 1.
 *
 * @param code a {@link Code} in lower case
 * @param dates that the detail mentions
 */
@Schema(name = "LetterWarning")
public record LetterWarning(
    @Schema(description = "RFC 6901", examples = "/date") String pointer,
    @Schema(
            enumeration = {
              "date-in-future",
              "date-before-draft",
              "date-after-receipt",
              "receipt-in-future"
            })
        String code,
    @JsonIgnore List<LocalDate> dates,
    @Schema(description = "Theo Accept-Language · by Accept-Language") String detail) {

  /** The closed list. */
  enum Code {
    DATE_IN_FUTURE("/date"),
    DATE_BEFORE_DRAFT("/date"),
    DATE_AFTER_RECEIPT("/date"),
    RECEIPT_IN_FUTURE("/receivedOn");

    private final String pointer;

    Code(String pointer) {
      this.pointer = pointer;
    }

    /** As it stands in {@code code}: lower case with hyphens. */
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private LetterWarning of(LocalDate... dates) {
      return new LetterWarning(pointer, code(), List.of(dates), null).in(Messages.VIETNAMESE);
    }
  }

  /**
   * What is odd about a letter's dates.
   *
   * @param receivedOn null = not known
   * @param openedOn the day the draft was opened; null = not known
   * @param today in Vietnam
   */
  static List<LetterWarning> judge(
      LocalDate date, LocalDate receivedOn, LocalDate openedOn, LocalDate today) {
    List<LetterWarning> found = new ArrayList<>();
    if (date.isAfter(today)) {
      found.add(Code.DATE_IN_FUTURE.of(date, today));
    }
    if (openedOn != null && date.isBefore(openedOn)) {
      found.add(Code.DATE_BEFORE_DRAFT.of(date, openedOn));
    }
    if (receivedOn != null && date.isAfter(receivedOn)) {
      found.add(Code.DATE_AFTER_RECEIPT.of(date, receivedOn));
    }
    if (receivedOn != null && receivedOn.isAfter(today)) {
      found.add(Code.RECEIPT_IN_FUTURE.of(receivedOn, today));
    }
    return found;
  }

  /** The same in another language. */
  LetterWarning in(Locale locale) {
    List<Object> shown = dates.stream().<Object>map(VietnamTime::shortDate).toList();
    return new LetterWarning(pointer, code, dates, Messages.text(locale, "warning." + code, shown));
  }
}
