package vn.sogopy.platform.http.imports;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The options of an import.
 *
 * @param partial accepts the valid rows although others are invalid; else all or nothing
 * @param dryRun only reports the result
 * @param verbose reports every row and not only the rejected ones
 */
public record ImportMode(boolean partial, boolean dryRun, boolean verbose, Locale locale) {

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

  /** The query parameters of every import: whether it writes, and what it reports. */
  public static class ReportQuery {
    @RestQuery("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Chỉ thử, không ghi · tells what would happen, writes nothing")
    public boolean dryRun;

    @RestQuery("verbose")
    @DefaultValue("false")
    @Parameter(description = "Kê mọi dòng, không chỉ dòng bị từ chối · tells of every row")
    public boolean verbose;

    /** All or nothing. */
    public ImportMode atomic(Locale locale) {
      return new ImportMode(false, dryRun, verbose, locale);
    }
  }

  /** The query parameters of imports and bulk writes that are all or nothing by default. */
  public static class ImportQuery extends ReportQuery {
    @RestQuery("mode")
    @DefaultValue("atomic")
    @Parameter(
        description =
            "atomic: tất cả hoặc không; partial: bỏ qua dòng sai · all or nothing, or the good rows")
    public Mode mode;

    public ImportMode mode(Locale locale) {
      return new ImportMode(mode == Mode.PARTIAL, dryRun, verbose, locale);
    }
  }
}
