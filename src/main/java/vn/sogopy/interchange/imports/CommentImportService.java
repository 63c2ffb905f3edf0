package vn.sogopy.interchange.imports;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import vn.sogopy.comment.intake.CommentImporter;
import vn.sogopy.comment.intake.CommentImporter.Imported;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableSchema.Ignored;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.limit.RowCount;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Imports a file of comments in one transaction. */
@ApplicationScoped
public class CommentImportService {
  /** Maximum number of rows of a file; of lines that are not empty. */
  static final int MAX_ROWS = 100_000;

  /** Bytes. */
  private static final int XLSX_LIMIT = 16 * 1024 * 1024;

  private static final int BATCH = 500;

  /** Characters of one batch, of which memory holds several copies. */
  private static final int MAX_CHARACTERS = 1_000_000;

  /** Maximum number of values of one batch for which similar names are searched. */
  private static final int MAX_SUGGESTED = 100;

  @Inject CommentImporter importer;
  @Inject NdjsonFile ndjson;
  @Inject OrganizationNames organizations;
  @Inject SectionNames sections;
  @Inject OrganizationRepository bodies;
  @Inject JsonInput input;
  @Inject DataSource source;

  /**
   * A row of a file as a comment or as errors.
   *
   * @param sheet its name; null unless the file is a workbook
   * @param number line of the file or row of the sheet, from 1
   * @param input null if there are errors
   * @param errors found without the database
   * @param located gives an error of the comment the column and the value of the row
   */
  record IntakeRow(
      String sheet,
      int number,
      CommentInput input,
      List<CellError> errors,
      Function<FieldError, CellError> located) {}

  /** Extends the transaction timeout, which is one minute by default. */
  @Transactional
  @TransactionConfiguration(timeout = 900)
  public <T> T withLongTimeout(Supplier<T> work) {
    Sql.takeLong(source);
    return work.get();
  }

  /**
   * Imports the rows under the rules of single comments. A row is unchanged if a comment has its
   * externalId or, without one, its organization, letter and text.
   *
   * @throws ProblemException 400 for an unreadable file, 409 draft-not-open, 413 for a large
   *     workbook, 422 for invalid rows unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, DraftRef draft, Upload file, ImportMode mode) {
    if (file.isWorkbook() && file.size() > XLSX_LIMIT) {
      throw ProblemException.tooLarge(XLSX_LIMIT);
    }
    importer.begin(actor, draft);
    return mode.accept(mode.run(source, () -> load(file, draft, new Run(actor, draft, mode))));
  }

  private ImportReport load(Upload file, DraftRef draft, Run run) {
    ImportReport report = run.report(read(file, draft, run));
    if (run.wantsReason()) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_OPEN, draft.number(), DraftStatus.CLOSED);
    }
    return report;
  }

  private Ignored read(Upload file, DraftRef draft, Run run) {
    if (file.kind() == Upload.Kind.NDJSON) {
      ndjson.read(file.content(), run);
      return new Ignored(List.of(), List.of());
    }
    Map<String, Set<OrganizationNames.Body>> bodies = organizations.all();
    SectionNames.Outline outline = sections.outline(draft);
    Ignored ignored =
        CommentSchema.INSTANCE.read(
            file,
            new TableReader(MAX_ROWS + TableReader.HEADING_WITHIN, CommentSchema.MAX_COLUMNS),
            headings -> {
              CommentTable table = new CommentTable(headings, bodies, outline, input::findings);
              return row -> table.read(row).ifPresent(run);
            });
    return new Ignored(
        ignored.columns().stream()
            .filter(heading -> !Headings.key(heading).equals(Headings.key(CommentSchema.NOTES)))
            .toList(),
        ignored.sheets().stream().filter(name -> !CommentTemplate.BESIDE.contains(name)).toList());
  }

  /**
   * The template with the lists of the draft. For a key bound to an organization, its name is
   * filled in and is the only choice.
   */
  @Transactional
  CommentTemplate template(Caller caller, DraftRef draft) {
    List<String> places =
        sections.outline(draft).titles().entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .toList();
    if (caller.organization() == null) {
      return new CommentTemplate(places, bodies.namesInOrder(), null);
    }
    String own = bodies.byCode(caller.organization()).orElseThrow().name;
    return new CommentTemplate(places, List.of(own), own);
  }

  /** The state of one import: imports rows in batches and builds the report. */
  private final class Run implements Consumer<IntakeRow> {
    private final Actor actor;
    private final DraftRef draft;
    private final ImportReport.Builder report;
    private final List<IntakeRow> rows = new ArrayList<>();

    /** Differences from letters that the report has; the next rows of a letter repeat them. */
    private final Set<List<Object>> reported = new HashSet<>();

    private int characters;
    private boolean anyReason;
    private boolean anyWithoutReason;

    Run(Actor actor, DraftRef draft, ImportMode mode) {
      this.actor = actor;
      this.draft = draft;
      this.report = new ImportReport.Builder(mode.locale(), mode.verbose());
    }

    @Override
    public void accept(IntakeRow row) {
      rows.add(row);
      CommentInput input = row.input();
      if (input != null) {
        characters += input.content().length();
        characters += input.proposal() == null ? 0 : input.proposal().length();
        anyReason |= input.reason() != null;
      }
      if (rows.size() == BATCH || characters > MAX_CHARACTERS) {
        work();
      }
    }

    /** The report on all rows. Call it after the last row. */
    ImportReport report(Ignored ignored) {
      work();
      return report.ignored(ignored).build();
    }

    /** Whether rows were refused because the reason is missing, and no row has a reason. */
    boolean wantsReason() {
      return anyWithoutReason && !anyReason;
    }

    private void work() {
      List<CommentInput> readable =
          rows.stream().filter(row -> row.errors().isEmpty()).map(IntakeRow::input).toList();
      Iterator<Imported> imported = importer.receive(actor, draft, readable).iterator();
      List<Imported> outcomes = new ArrayList<>();
      List<List<CellError>> errors = new ArrayList<>();
      for (IntakeRow row : rows) {
        boolean isReadable = row.errors().isEmpty();
        Imported one = isReadable ? imported.next() : new Imported(Status.INVALID, null, List.of());
        outcomes.add(one);
        List<CellError> found = isReadable ? located(row, one.errors()) : row.errors();
        errors.add(one.status().isRejected() ? found : unreported(row, found));
      }
      Map<FieldCode, Map<String, List<String>>> similar =
          Map.of(
              FieldCode.UNKNOWN_ORGANIZATION,
              organizations.similar(written(errors, FieldCode.UNKNOWN_ORGANIZATION)),
              FieldCode.UNKNOWN_SECTION,
              sections.similar(draft.id(), written(errors, FieldCode.UNKNOWN_SECTION)));
      for (int i = 0; i < rows.size(); i++) {
        Imported one = outcomes.get(i);
        report.add(
            rows.get(i).sheet(),
            rows.get(i).number(),
            one.status(),
            one.id() == null ? null : one.id().toString(),
            errors.get(i).stream()
                .map(error -> suggest(error, similar.getOrDefault(error.code(), Map.of())))
                .toList());
      }
      RowCount.add(rows.size());
      rows.clear();
      characters = 0;
    }

    private List<CellError> unreported(IntakeRow row, List<CellError> found) {
      CommentInput input = row.input();
      return found.stream()
          .filter(
              one ->
                  reported.add(
                      Arrays.asList(
                          input.organization(),
                          input.letter(),
                          one.column(),
                          Arrays.asList(one.arguments()))))
          .toList();
    }

    private List<CellError> located(IntakeRow row, List<FieldError> errors) {
      anyWithoutReason |=
          errors.stream()
              .anyMatch(e -> e.name().equals("/reason") && e.code() == FieldCode.REQUIRED);
      return errors.stream().map(row.located()).toList();
    }

    /** The values with this error, for which similar names are to be found. */
    private List<String> written(List<List<CellError>> errors, FieldCode code) {
      return report.isFull()
          ? List.of()
          : errors.stream()
              .flatMap(List::stream)
              .filter(error -> error.code() == code && error.value() != null)
              .map(CellError::value)
              .distinct()
              .limit(MAX_SUGGESTED)
              .toList();
    }
  }

  private static CellError suggest(CellError error, Map<String, List<String>> similar) {
    List<String> near = error.value() == null ? null : similar.get(error.value());
    return near == null
        ? error
        : new CellError(error.column(), error.value(), near, error.code(), error.arguments());
  }
}
