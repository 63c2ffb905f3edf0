package vn.sogopy.interchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.intake.CommentImporter;
import vn.sogopy.comment.intake.CommentImporter.Imported;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.security.Actor;

/** The state of one import: imports rows in batches and builds the report. */
final class IntakeRun implements IntakeRow.Sink {
  private static final int BATCH = 500;

  /** Characters of one batch, of which memory holds several copies. */
  private static final int MAX_CHARACTERS = 1_000_000;

  /** Maximum number of values of one batch for which similar names are searched. */
  private static final int MAX_SUGGESTED = 100;

  private final CommentImporter importer;
  private final OrganizationNames organizations;
  private final SectionNames sections;
  private final Actor actor;
  private final DraftRef draft;
  private final ImportReport.Builder report;
  private final List<IntakeRow> rows = new ArrayList<>();
  private int characters;
  private boolean anyReason;
  private boolean anyWithoutReason;

  IntakeRun(
      CommentImporter importer,
      OrganizationNames organizations,
      SectionNames sections,
      Actor actor,
      DraftRef draft,
      ImportMode mode) {
    this.importer = importer;
    this.organizations = organizations;
    this.sections = sections;
    this.actor = actor;
    this.draft = draft;
    this.report = new ImportReport.Builder(mode.locale(), mode.verbose());
  }

  @Override
  public void take(IntakeRow row) {
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
  ImportReport report(TableFile.Ignored ignored) {
    work();
    return report.ignored(ignored.columns(), ignored.sheets()).build();
  }

  /** Whether rows were refused because the reason is missing, and no row has a reason. */
  boolean wantsReason() {
    return anyWithoutReason && !anyReason;
  }

  private void work() {
    List<Imported> imported =
        importer.receive(
            actor,
            draft,
            rows.stream().filter(row -> row.errors().isEmpty()).map(IntakeRow::input).toList());
    List<Imported> all = new ArrayList<>();
    List<List<CellError>> errors = new ArrayList<>();
    int next = 0;
    for (IntakeRow row : rows) {
      boolean readable = row.errors().isEmpty();
      Imported one = readable ? imported.get(next++) : null;
      all.add(one);
      errors.add(readable ? located(row, one.errors()) : row.errors());
    }
    Map<String, List<String>> bodies = similar(errors, FieldCode.UNKNOWN_ORGANIZATION);
    Map<String, List<String>> places = similar(errors, FieldCode.UNKNOWN_SECTION);
    for (int i = 0; i < rows.size(); i++) {
      Imported one = all.get(i);
      UUID id = one == null ? null : one.id();
      report.add(
          rows.get(i).sheet(),
          rows.get(i).number(),
          one == null ? ImportReport.Status.INVALID : one.status(),
          id == null ? null : id.toString(),
          errors.get(i).stream().map(error -> suggest(error, bodies, places)).toList());
    }
    rows.clear();
    characters = 0;
  }

  private List<CellError> located(IntakeRow row, List<FieldError> errors) {
    List<CellError> found = new ArrayList<>();
    for (FieldError error : errors) {
      anyWithoutReason |= error.name().equals("/reason") && error.code() == FieldCode.REQUIRED;
      found.add(row.located(error));
    }
    return found;
  }

  /** Similar names by written value, with one statement for the whole batch. */
  private Map<String, List<String>> similar(List<List<CellError>> errors, FieldCode code) {
    List<String> written =
        errors.stream()
            .flatMap(List::stream)
            .filter(error -> error.code() == code && error.value() != null)
            .map(CellError::value)
            .distinct()
            .limit(MAX_SUGGESTED)
            .toList();
    if (written.isEmpty() || report.isFull()) {
      return new HashMap<>();
    }
    return code == FieldCode.UNKNOWN_SECTION
        ? sections.similar(draft.id(), written)
        : organizations.similar(written);
  }

  private static CellError suggest(
      CellError error, Map<String, List<String>> bodies, Map<String, List<String>> places) {
    Map<String, List<String>> known =
        error.code() == FieldCode.UNKNOWN_ORGANIZATION
            ? bodies
            : error.code() == FieldCode.UNKNOWN_SECTION ? places : Map.of();
    List<String> near = error.value() == null ? null : known.get(error.value());
    return near == null
        ? error
        : new CellError(error.column(), error.value(), near, error.code(), error.arguments());
  }
}
