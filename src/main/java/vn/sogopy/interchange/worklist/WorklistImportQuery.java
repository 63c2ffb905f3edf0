package vn.sogopy.interchange.worklist;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.platform.http.imports.ImportMode;

/** The query parameters of the import of a work-list. */
public class WorklistImportQuery {
  @QueryParam("mode")
  @Parameter(
      description =
          "partial: ghi các dòng đúng; atomic: tất cả hoặc không · the good rows, or all or nothing",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"atomic", "partial"},
              defaultValue = "partial"))
  public String mode;

  @QueryParam("dryRun")
  @Parameter(
      description = "Chỉ thử, không ghi · tells what would happen, writes nothing",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String dryRun;

  @QueryParam("verbose")
  @Parameter(
      description = "Kê mọi dòng, không chỉ dòng có điều cần xem · tells of every row",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String verbose;

  /** Partial by default, because experts send half-filled lists. */
  ImportMode mode(Locale locale) {
    return ImportMode.of(mode == null ? "partial" : mode, dryRun, verbose, locale);
  }
}
