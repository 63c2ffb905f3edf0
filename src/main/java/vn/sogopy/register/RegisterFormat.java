package vn.sogopy.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** The formats of the register, as the parameter {@code format} names them. */
public enum RegisterFormat {
  JSON("application/json", Integer.MAX_VALUE),
  CSV(MediaTypes.CSV_UTF8, Integer.MAX_VALUE),
  XLSX(MediaTypes.XLSX, 200_000),
  DOCX(MediaTypes.DOCX, 30_000),
  PDF(MediaTypes.PDF, 30_000),
  HTML("text/html;charset=UTF-8", 30_000),
  ZIP(MediaTypes.ZIP, 30_000);

  private final String mediaType;
  private final int limit;

  RegisterFormat(String mediaType, int limit) {
    this.mediaType = mediaType;
    this.limit = limit;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether so many comments can be told in it. */
  public boolean holds(int comments) {
    return comments <= limit;
  }

  /**
   * Whether it is written while the rows pass, at least by agency, and so holds none of them: the
   * others tell some twice.
   */
  public boolean passes() {
    return this == JSON || this == CSV || this == XLSX;
  }

  /** Whether it shows number and date of the report: the formats for machines do not. */
  public boolean printsNumber() {
    return this != JSON && this != CSV;
  }

  /** As it stands in the parameter; also the ending of the file name. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<RegisterFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> format.ending().equals(name)).findFirst();
  }

  /**
   * @param name as the parameter {@code format} of the JSON operation names it; null = JSON
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 naming the parameter
   */
  public static RegisterFormat jsonOr(String name) {
    return name == null ? JSON : of(name).orElseThrow(() -> unknown(names(0)));
  }

  /**
   * @param name as the parameter {@code format} of the file operation names it
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 naming the parameter
   */
  public static RegisterFormat file(String name) {
    if (name == null) {
      throw Params.wrong("format", FieldCode.REQUIRED);
    }
    return of(name)
        .filter(format -> format != JSON)
        .orElseThrow(() -> unknown(names(0).replaceFirst("json, ", "")));
  }

  private static ProblemException unknown(String known) {
    return Params.wrong("format", FieldCode.INVALID_ENUM, known);
  }

  /** Those that hold so many comments, as a list for people. */
  public static String names(int comments) {
    return Arrays.stream(values())
        .filter(format -> format.holds(comments))
        .map(RegisterFormat::ending)
        .collect(Collectors.joining(", "));
  }
}
