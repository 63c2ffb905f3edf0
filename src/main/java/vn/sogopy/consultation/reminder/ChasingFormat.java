package vn.sogopy.consultation.reminder;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;

/** The formats of the list of consultees. */
public enum ChasingFormat {
  JSON,
  CSV,
  XLSX,
  DOCX;

  /**
   * @param name parameter {@code format} of the list; null = JSON
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 naming the parameter
   */
  public static ChasingFormat jsonOr(String name) {
    return name == null ? JSON : among(EnumSet.allOf(ChasingFormat.class), name);
  }

  /**
   * @param name parameter {@code format} of the file operation
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

  /** The value of the parameter and the extension of the file. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }
}
