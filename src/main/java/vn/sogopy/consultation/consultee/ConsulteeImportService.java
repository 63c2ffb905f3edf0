package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.security.Actor;

/** Imports a list of consultees from XLSX or CSV. */
@ApplicationScoped
public class ConsulteeImportService {
  @Inject ConsulteeStore store;
  @Inject OrganizationNames names;
  @Inject OrganizationRepository organizations;
  @Inject DraftRepository drafts;
  @Inject SuccessionReader bodies;

  /** The merged rows of one organization. */
  private static final class Wanted {
    final OrganizationNames.Body body;
    final ConsulteeFile.Line first;
    ConsulteeData data;
    Status status;

    Wanted(OrganizationNames.Body body, ConsulteeFile.Line first) {
      this.body = body;
      this.first = first;
      this.data = first.data();
    }
  }

  /**
   * Adds new consultees and changes existing ones. An empty cell changes nothing. Several rows of
   * one organization hold its several request letters.
   *
   * @throws ProblemException 400 for a file that is no table, 422 for invalid rows unless partial
   */
  @Transactional
  public ImportReport load(Actor actor, DraftRef draft, Upload file, ImportMode mode) {
    ConsulteeFile table = ConsulteeFile.read(file);
    BoundedLists.requireBulk(table.lines());
    Map<String, Set<OrganizationNames.Body>> known = names.all();
    Map<String, List<String>> similar = names.similar(unknown(table, known));
    store.lock(draft.id());
    Map<UUID, Wanted> wanted = new LinkedHashMap<>();
    List<Wanted> byLine = new ArrayList<>();
    for (ConsulteeFile.Line line : table.lines()) {
      OrganizationNames.Body body = find(line, known, similar);
      Wanted one = null;
      if (line.errors().isEmpty()) {
        one = wanted.computeIfAbsent(body.id(), id -> new Wanted(body, line));
        merge(one, line);
      }
      byLine.add(one);
    }
    Map<UUID, Consultee> stored = store.all(draft.id());
    LocalDate draftDue = drafts.findById(draft.id()).dueOn;
    wanted.values().forEach(one -> plan(one, stored.get(one.body.id()), draftDue));
    rejectEnded(wanted.values(), stored, actor.today());
    ImportReport report = mode.accept(report(table, mode, byLine));
    if (!mode.dryRun()) {
      write(actor, draft, wanted, stored);
    }
    return report;
  }

  @Transactional
  public TableTemplate template() {
    return ConsulteeFile.template(organizations.namesInOrder());
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
      Map<String, List<String>> similar) {
    if (line.body() == null) {
      return null;
    }
    Set<OrganizationNames.Body> fitting =
        known.getOrDefault(OrganizationNames.key(line.body()), Set.of());
    if (fitting.size() == 1) {
      return fitting.iterator().next();
    }
    if (fitting.isEmpty()) {
      List<String> candidates = similar.getOrDefault(line.body(), List.of());
      line.reject(candidates, FieldCode.UNKNOWN_ORGANIZATION, line.body());
    } else {
      line.reject(
          fitting.stream().map(OrganizationNames.Body::code).sorted().toList(),
          FieldCode.AMBIGUOUS);
    }
    return null;
  }

  /** Rows of one organization may add request letters. All other values must agree. */
  private static void merge(Wanted one, ConsulteeFile.Line line) {
    ConsulteeData merged = one.data.and(line.data());
    if (merged == null) {
      line.reject(List.of(), FieldCode.DIFFERS_FROM_ROW, one.first.place(line.sheet()));
    } else {
      one.data = merged;
    }
  }

  private static void plan(Wanted one, Consultee stored, LocalDate draftDue) {
    if (stored == null) {
      one.status = Status.CREATED;
      return;
    }
    ConsulteeData now = one.data.over(stored.data);
    if (stored.data.dueOn() == null && Objects.equals(now.dueOn(), draftDue)) {
      // An exported list has the due date of the draft, which is no own due date when imported.
      now = now.withoutDueDate();
    }
    one.data = now;
    one.status = now.equals(stored.data) ? Status.UNCHANGED : Status.UPDATED;
  }

  /** An organization is not asked after its end. */
  private void rejectEnded(
      Collection<Wanted> wanted, Map<UUID, Consultee> stored, LocalDate today) {
    Successions ended = bodies.read();
    for (Wanted one : wanted) {
      UUID id = one.body.id();
      Consultee before = stored.get(id);
      if (one.data.isAskedAfter(ended.endOf(id), today, before == null ? null : before.data)) {
        List<String> successors =
            ended.inPlaceOf(id, today).stream().map(Successions.Body::code).toList();
        one.first.reject(successors, FieldCode.ORGANIZATION_ENDED, ended.described(id, today));
        one.status = Status.INVALID;
      }
    }
  }

  private static ImportReport report(ConsulteeFile table, ImportMode mode, List<Wanted> byLine) {
    ImportReport.Builder report = mode.report(table.ignored());
    for (int i = 0; i < byLine.size(); i++) {
      ConsulteeFile.Line line = table.lines().get(i);
      Wanted one = byLine.get(i);
      String code = one == null ? null : one.body.code();
      boolean invalid = one == null || one.status == Status.INVALID;
      Status rejected = invalid ? Status.INVALID : Status.CONFLICT;
      Status status = line.errors().isEmpty() ? one.status : rejected;
      report.add(line.sheet(), line.row(), status, code, line.errors());
    }
    return report.build();
  }

  private void write(
      Actor actor, DraftRef draft, Map<UUID, Wanted> wanted, Map<UUID, Consultee> stored) {
    Map<UUID, ConsulteeData> added = new LinkedHashMap<>();
    wanted.forEach(
        (id, one) -> {
          if (one.status == Status.CREATED) {
            added.put(id, one.data);
          } else if (one.status == Status.UPDATED) {
            store.update(actor, stored.get(id), one.data, null);
          }
        });
    store.insert(actor, draft.id(), added, null);
  }
}
