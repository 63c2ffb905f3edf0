package vn.sogopy.platform.http.imports;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

/**
 * The options of an import.
 *
 * @param partial accepts the valid rows although others are invalid; else all or nothing
 * @param dryRun only reports the result
 * @param verbose reports every row and not only the rejected ones
 */
public record ImportMode(boolean partial, boolean dryRun, boolean verbose, Locale locale) {

  public ImportReport.Builder report(TableSchema.Ignored ignored) {
    return new ImportReport.Builder(locale, verbose).ignored(ignored);
  }

  /** Does the work in the current transaction; a dry run takes back what it wrote. */
  public <T> T run(DataSource source, Supplier<T> work) {
    return dryRun ? Sql.undone(source, work) : work.get();
  }

  /**
   * The report of an import that may be committed.
   *
   * @throws ProblemException 422 with the report if rows are rejected, unless partial
   */
  public ImportReport accept(ImportReport report) {
    if (report.rejected() > 0 && !partial) {
      throw ProblemException.rejected(report);
    }
    return report;
  }

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
