package vn.sogopy.interchange.imports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.sogopy.comment.intake.CommentImporter;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.SentFile;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Imports a file of comments in one transaction. */
@ApplicationScoped
public class CommentImportService {
  /** Maximum number of rows of a file. */
  static final int MAX_ROWS = 100_000;

  @Inject CommentImporter importer;
  @Inject NdjsonFile ndjson;
  @Inject TableFile tables;
  @Inject OrganizationNames organizations;
  @Inject SectionNames sections;
  @Inject DataSource source;

  /** Extends the transaction timeout, which is one minute by default. */
  @Transactional
  @TransactionConfiguration(timeout = 900)
  public <T> T patiently(Supplier<T> work) {
    Sql.takeLong(source);
    return work.get();
  }

  /**
   * Imports the rows under the rules of single comments. A row is unchanged if a comment has its
   * externalId or, without one, its organization, letter and text.
   *
   * @throws ProblemException 400 for an unreadable file, 409 draft-not-open, 422 for invalid rows
   *     unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, DraftRef draft, SentFile file, ImportMode mode) {
    importer.begin(actor, draft);
    if (mode.dryRun()) {
      Sql.of("savepoint before_import").execute(source);
    }
    IntakeRun run = new IntakeRun(importer, organizations, sections, actor, draft, mode);
    ImportReport report = run.report(read(file, draft, run));
    if (run.wantsReason()) {
      throw new ProblemException(
          ProblemCode.DRAFT_NOT_OPEN, draft.number(), DraftStatus.CLOSED.name());
    }
    if (report.rejected() > 0 && !mode.partial()) {
      throw ProblemException.rejected(report);
    }
    if (mode.dryRun()) {
      Sql.of("rollback to savepoint before_import").execute(source);
    }
    return report;
  }

  private TableFile.Ignored read(SentFile file, DraftRef draft, IntakeRun run) {
    if (file.kind() == SentFile.Kind.NDJSON) {
      ndjson.read(file.path(), MAX_ROWS, run);
      return TableFile.Ignored.NOTHING;
    }
    return tables.read(file, draft, MAX_ROWS, run);
  }
}
