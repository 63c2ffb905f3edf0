package vn.sogopy.consultation.consultee;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.json.Params;

/** The query parameters of an import of consultees. */
public class ConsulteeImportQuery {
  @QueryParam("from")
  @Parameter(
      description =
          "Chép cơ quan và đầu mối từ lần dự thảo này · copy bodies and contacts from this draft",
      schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "99"))
  public String from;

  @QueryParam("mode")
  @Parameter(
      description =
          "Với tệp: atomic tất cả hoặc không, partial bỏ qua dòng sai · for files: all or nothing, or the good rows",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"atomic", "partial"},
              defaultValue = "atomic"))
  public String mode;

  @QueryParam("dryRun")
  @Parameter(
      description = "Với tệp: chỉ thử, không ghi · for files: tells what would happen",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String dryRun;

  @QueryParam("verbose")
  @Parameter(
      description = "Với tệp: kê mọi dòng · for files: tells of every row",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String verbose;

  int from() {
    return Params.integer("from", from, 1, 99);
  }

  ImportMode mode(Locale locale) {
    return ImportMode.of(mode, dryRun, verbose, locale);
  }

  /**
   * For a request without a file.
   *
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 for parameters that only a file
   *     can have
   */
  Locale noFile(Locale locale) {
    Params.refuse("mode", mode);
    Params.refuse("dryRun", dryRun);
    Params.refuse("verbose", verbose);
    return locale;
  }
}
