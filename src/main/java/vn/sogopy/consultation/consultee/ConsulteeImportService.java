package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.SentFile;
import vn.sogopy.security.Actor;

/** Imports a list of consultees from XLSX or CSV. */
@ApplicationScoped
public class ConsulteeImportService {
  @Inject ConsulteeStore store;
  @Inject OrganizationNames names;
  @Inject DraftRepository drafts;

  /** The merged rows of one organization. */
  private static final class Wanted {
    final OrganizationNames.Body body;
    final List<ConsulteeFile.Line> lines = new ArrayList<>();
    ConsulteeRow said;
    Status status;

    Wanted(OrganizationNames.Body body) {
      this.body = body;
    }
  }

  /**
   * Adds new consultees and changes existing ones. An empty cell changes nothing. Several rows of
   * one organization hold its several request letters.
   *
   * @throws ProblemException 400 for a file that is no table, 422 for invalid rows unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, DraftRef draft, SentFile file, ImportMode mode) {
    ConsulteeFile table = new ConsulteeFile(file);
    if (table.lines().size() > BoundedLists.MAX_BULK) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.TOO_LONG, BoundedLists.MAX_BULK));
    }
    Map<String, Set<OrganizationNames.Body>> known = names.all();
    Map<String, List<String>> similar = names.similar(unknown(table, known));
    store.lock(draft.id());
    Map<UUID, ConsulteeStore.Stored> before = store.all(draft.id());
    Map<UUID, Wanted> wanted = new LinkedHashMap<>();
    Map<ConsulteeFile.Line, List<CellError>> errors = new HashMap<>();
    Map<ConsulteeFile.Line, Wanted> byRow = new HashMap<>();
    for (ConsulteeFile.Line line : table.lines()) {
      List<CellError> found = new ArrayList<>(line.errors());
      OrganizationNames.Body body = find(line, known, similar, found);
      if (found.isEmpty()) {
        Wanted one = wanted.computeIfAbsent(body.id(), id -> new Wanted(body));
        merge(one, line, found);
        byRow.put(line, one);
      }
      errors.put(line, found);
    }
    Map<UUID, ConsulteeData> added = new LinkedHashMap<>();
    Map<UUID, ConsulteeData> changed = new LinkedHashMap<>();
    LocalDate draftDue = draftDue(draft);
    wanted.values().forEach(one -> plan(one, before.get(one.body.id()), draftDue, added, changed));
    ImportReport report = report(table, mode, errors, byRow);
    if (report.rejected() > 0 && !mode.partial()) {
      throw ProblemException.rejected(report);
    }
    if (!mode.dryRun()) {
      store.insert(actor, draft.id(), added, null);
      store.update(actor, draft.id(), before, changed, null);
    }
    return report;
  }

  private static List<String> unknown(
      ConsulteeFile table, Map<String, Set<OrganizationNames.Body>> known) {
    return table.lines().stream()
        .map(ConsulteeFile.Line::body)
        .filter(body -> body != null && !known.containsKey(OrganizationNames.key(body)))
        .distinct()
        .limit(100)
        .toList();
  }

  private static OrganizationNames.Body find(
      ConsulteeFile.Line line,
      Map<String, Set<OrganizationNames.Body>> known,
      Map<String, List<String>> similar,
      List<CellError> errors) {
    if (line.body() == null) {
      return null;
    }
    Set<OrganizationNames.Body> fitting =
        known.getOrDefault(OrganizationNames.key(line.body()), Set.of());
    if (fitting.size() == 1) {
      return fitting.iterator().next();
    }
    errors.add(
        fitting.isEmpty()
            ? new CellError(
                line.bodyColumn(),
                line.body(),
                similar.getOrDefault(line.body(), List.of()),
                FieldCode.UNKNOWN_ORGANIZATION,
                line.body())
            : new CellError(
                line.bodyColumn(),
                line.body(),
                fitting.stream().map(OrganizationNames.Body::code).sorted().toList(),
                FieldCode.AMBIGUOUS));
    return null;
  }

  /** Rows of one organization may add request letters. All other values must agree. */
  private static void merge(Wanted one, ConsulteeFile.Line line, List<CellError> errors) {
    if (one.said == null) {
      one.said = line.said();
      one.lines.add(line);
      return;
    }
    ConsulteeRow merged = one.said.and(line.said());
    if (merged == null) {
      errors.add(
          new CellError(
              line.bodyColumn(),
              line.body(),
              List.of(),
              FieldCode.DIFFERS_FROM_ROW,
              one.lines.get(0).place(line.sheet())));
      return;
    }
    one.said = merged;
    one.lines.add(line);
  }

  private static void plan(
      Wanted one,
      ConsulteeStore.Stored stored,
      LocalDate draftDue,
      Map<UUID, ConsulteeData> added,
      Map<UUID, ConsulteeData> changed) {
    ConsulteeData old = stored == null ? ConsulteeData.NONE : stored.data();
    ConsulteeData now = one.said.over(old);
    if (stored != null && old.dueOn() == null && Objects.equals(now.dueOn(), draftDue)) {
      // An exported list has the due date of the draft, which is no own due date when imported.
      now = now.withoutDueDate();
    }
    if (stored == null) {
      one.status = Status.CREATED;
      added.put(one.body.id(), now);
    } else if (now.equals(old)) {
      one.status = Status.UNCHANGED;
    } else {
      one.status = Status.UPDATED;
      changed.put(one.body.id(), now);
    }
  }

  private LocalDate draftDue(DraftRef draft) {
    return drafts.findById(draft.id()).dueOn;
  }

  private static ImportReport report(
      ConsulteeFile table,
      ImportMode mode,
      Map<ConsulteeFile.Line, List<CellError>> errors,
      Map<ConsulteeFile.Line, Wanted> byRow) {
    ImportReport.Builder report =
        new ImportReport.Builder(mode.locale(), mode.verbose()).ignored(table.ignored());
    for (ConsulteeFile.Line line : table.lines()) {
      List<CellError> found = errors.get(line);
      Wanted one = byRow.get(line);
      Status status = found.isEmpty() ? one.status : one != null ? Status.CONFLICT : Status.INVALID;
      report.add(line.sheet(), line.row(), status, one == null ? null : one.body.code(), found);
    }
    return report.build();
  }
}
