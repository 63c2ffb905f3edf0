package vn.sogopy.exchange.bulk;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.http.ImportMode;

/** The query parameters of a bulk write. */
public class BulkQuery {
  @QueryParam("mode")
  @Parameter(
      description =
          "atomic: tất cả hoặc không; partial: bỏ qua mục sai · all or nothing, or the good items",
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
      description = "Kê mọi mục, không chỉ mục bị từ chối · tells of every item",
      schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
  public String verbose;

  ImportMode mode(Locale locale) {
    return ImportMode.of(mode, dryRun, verbose, locale);
  }
}
