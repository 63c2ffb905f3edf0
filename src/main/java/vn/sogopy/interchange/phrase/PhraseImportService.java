package vn.sogopy.interchange.phrase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Adds the stock phrases of a table. */
@ApplicationScoped
public class PhraseImportService {
  @Inject PhraseService phrases;
  @Inject DataSource source;

  /**
   * A phrase that the plan has already is unchanged, so a table can be sent repeatedly.
   *
   * @throws ProblemException 400 for a file that is no table, 422 for invalid rows unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, UUID planId, Upload file, ImportMode mode) {
    PhraseTable table = PhraseTable.read(file);
    ImportReport report =
        mode.dryRun()
            ? Sql.undone(source, () -> load(actor, planId, table, mode))
            : load(actor, planId, table, mode);
    if (report.rejected() > 0 && !mode.partial()) {
      throw ProblemException.rejected(report);
    }
    return report;
  }

  private ImportReport load(Actor actor, UUID planId, PhraseTable table, ImportMode mode) {
    ImportReport.Builder report =
        new ImportReport.Builder(mode.locale(), mode.verbose()).ignored(table.ignored());
    for (PhraseTable.Line line : table.lines()) {
      Status status = Status.INVALID;
      String id = null;
      if (line.errors().isEmpty()) {
        PhraseService.Stored stored = phrases.store(actor, planId, line.input());
        status = stored.created() ? Status.CREATED : Status.UNCHANGED;
        // The id of a phrase that a dry run has made is not that of the import.
        id = mode.dryRun() && stored.created() ? null : stored.id().toString();
      }
      report.add(line.row().sheet(), line.row().number(), status, id, line.errors());
    }
    return report.build();
  }
}
