package vn.sogopy.consultation.reminder;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;

/** What the list of consultees can be asked for as. */
public enum ChasingFormat {
  JSON,
  CSV,
  XLSX,
  DOCX;

  /**
   * @param name as the parameter {@code format} of the list names it; null = JSON
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 naming the parameter
   */
  public static ChasingFormat jsonOr(String name) {
    return name == null ? JSON : among(EnumSet.allOf(ChasingFormat.class), name);
  }

  /**
   * @param name as the parameter {@code format} of the file operation names it
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 naming the parameter
   */
  static ChasingFormat file(String name) {
    if (name == null) {
      throw Params.wrong("format", FieldCode.REQUIRED);
    }
    return among(EnumSet.complementOf(EnumSet.of(JSON)), name);
  }

  private static ChasingFormat among(Set<ChasingFormat> formats, String name) {
    return formats.stream()
        .filter(format -> format.ending().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Params.wrong(
                    "format",
                    FieldCode.INVALID_ENUM,
                    formats.stream().map(ChasingFormat::ending).collect(Collectors.joining(", "))));
  }

  /** As it stands in the parameter, and at the end of a file name. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }
}
