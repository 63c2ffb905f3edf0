package vn.sogopy.platform.http.imports;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of every import: whether it writes, and what it reports. */
public abstract class ImportReportQuery {
  @RestQuery("dryRun")
  @DefaultValue("false")
  @Parameter(description = "Chỉ thử, không ghi · tells what would happen, writes nothing")
  public boolean dryRun;

  @RestQuery("verbose")
  @DefaultValue("false")
  @Parameter(description = "Kê mọi dòng, không chỉ dòng bị từ chối · tells of every row")
  public boolean verbose;

  /** The values of {@code mode}. */
  @Schema(
      name = "ImportMode",
      enumeration = {"atomic", "partial"})
  public enum Mode {
    ATOMIC,
    PARTIAL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  protected ImportMode mode(Mode mode, Locale locale) {
    return new ImportMode(mode == Mode.PARTIAL, dryRun, verbose, locale);
  }
}
