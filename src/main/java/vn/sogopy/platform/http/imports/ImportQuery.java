package vn.sogopy.platform.http.imports;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.problem.ProblemException;

/** The query parameters of imports and bulk writes that take all or nothing unless told. */
public class ImportQuery {
  @QueryParam("mode")
  @Parameter(
      description =
          "atomic: tất cả hoặc không; partial: bỏ qua dòng sai · all or nothing, or the good rows",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"atomic", "partial"},
              defaultValue = "atomic"))
  public String mode;

  @QueryParam("dryRun")
  @Parameter(
      description = "Chỉ thử, không ghi · tells what would happen, writes nothing",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String dryRun;

  @QueryParam("verbose")
  @Parameter(
      description = "Kê mọi dòng, không chỉ dòng bị từ chối · tells of every row",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String verbose;

  /**
   * @throws ProblemException 400
   */
  public ImportMode mode(Locale locale) {
    return ImportMode.of(mode, dryRun, verbose, locale);
  }
}
