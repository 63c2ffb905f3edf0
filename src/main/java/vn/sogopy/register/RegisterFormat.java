package vn.sogopy.register;

import jakarta.ws.rs.DefaultValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.MediaTypes;

/** The formats of the register; the values of the parameter {@code format}. */
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

  /** Whether the format supports this number of comments. */
  public boolean holds(int comments) {
    return comments <= limit;
  }

  /**
   * Whether the rows are streamed to this format, at least by agency, so that none is kept in
   * memory. The other formats print some rows twice.
   */
  public boolean streams() {
    return this == JSON || this == CSV || this == XLSX;
  }

  /** Whether the format prints number and date of the report: machine-readable formats do not. */
  public boolean printsNumber() {
    return this != JSON && this != CSV;
  }

  /** The value of {@code format}, and the extension of the file name. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The formats that support this number of comments, as a list for people. */
  public static String names(int comments) {
    return Arrays.stream(values())
        .filter(format -> format.holds(comments))
        .map(RegisterFormat::toString)
        .collect(Collectors.joining(", "));
  }

  /** The parameter of an operation that answers JSON unless it names another format. */
  public static class Query {
    @RestQuery("format")
    @DefaultValue("json")
    @Parameter(
        deprecated = true,
        description = "Dùng …/register/file · use …/register/file",
        schema =
            @Schema(
                enumeration = {"json", "csv", "xlsx", "docx", "pdf", "html", "zip"},
                defaultValue = "json"))
    public RegisterFormat format;
  }

  /** The parameter of an operation that answers a file. */
  public static class FileQuery {
    @RestQuery("format")
    @Parameter(
        required = true,
        description = "Định dạng · format",
        schema =
            @Schema(
                title = "RegisterFileFormat",
                enumeration = {"csv", "xlsx", "docx", "pdf", "html", "zip"}))
    public RegisterFormat format;
  }
}
