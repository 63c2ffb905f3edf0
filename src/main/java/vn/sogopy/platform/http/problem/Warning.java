package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.VietnamTime;

/**
 * An inconsistency in accepted data. Official texts have wrong dates, so these give warnings and
 * not errors; docs/domain.md, section 1.
 *
 * @param code of a {@link WarningCode}
 * @param dates in the detail text
 */
public record Warning(
    @Schema(description = "RFC 6901", maxLength = Problem.POINTER, examples = "/date")
        String pointer,
    String code,
    @JsonIgnore List<LocalDate> dates,
    @Schema(description = "Theo Accept-Language · by Accept-Language", maxLength = 2_000)
        String detail) {

  /** In Vietnamese. */
  public static Warning of(String pointer, WarningCode code, LocalDate... dates) {
    return new Warning(pointer, code.code(), List.of(dates), null).in(Messages.VIETNAMESE);
  }

  /** The same warning in another language. */
  public Warning in(Locale locale) {
    List<Object> shown = dates.stream().<Object>map(VietnamTime::shortDate).toList();
    return new Warning(pointer, code, dates, Messages.text(locale, "warning." + code, shown));
  }
}
