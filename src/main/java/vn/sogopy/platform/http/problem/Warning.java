package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inconsistency in accepted data. Official texts have wrong dates, so these give warnings and
 * not errors; docs/domain.md, section 1. A response has the detail in the language of its request.
 *
 * @param code of a {@link WarningCode}
 * @param arguments in the detail text: dates and texts
 */
@JsonSerialize(converter = Warning.InLanguage.class)
public record Warning(
    @Schema(description = "RFC 6901", maxLength = Problem.POINTER, examples = "/date")
        String pointer,
    String code,
    @JsonIgnore List<Object> arguments,
    @Schema(description = "Theo Accept-Language · by Accept-Language", maxLength = 2_000)
        String detail) {

  /** In Vietnamese. */
  public static Warning of(String pointer, WarningCode code, Object... arguments) {
    return new Warning(pointer, code.code(), List.of(arguments), null).in(Messages.VIETNAMESE);
  }

  /** The same warning in another language. */
  public Warning in(Locale locale) {
    return new Warning(
        pointer, code, arguments, Messages.text(locale, "warning." + code, arguments));
  }

  static final class InLanguage extends StdConverter<Warning, Warning> {
    @Override
    public Warning convert(Warning warning) {
      return warning.in(Messages.ofRequest());
    }
  }
}
