package vn.sogopy.interchange.worklist;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.comment.workflow.TransitionService.Outcome;
import vn.sogopy.interchange.worklist.SentWorklist.SentRow;
import vn.sogopy.interchange.worklist.SheetConflict.Decided;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.PlanAssignees;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Actor;

/** Imports a work-list. Each row is merged with the current state of its comment. */
@ApplicationScoped
public class WorklistImportService {
  @Inject TransitionService transitions;
  @Inject DraftRepository drafts;
  @Inject PlanRepository plans;
  @Inject SectionRepository sections;
  @Inject EntityManager entities;

  /**
   * The references of all rows, looked up once.
   *
   * @param draft its number
   * @param codes of comments of the plan, by id
   * @param ids of comments of the plan, by code
   * @param sections codes of the sections that an answer can refer to
   * @param assignees of the plan
   */
  record Context(
      int draft,
      Map<UUID, String> codes,
      Map<String, UUID> ids,
      Map<String, String> sections,
      PlanAssignees assignees) {}

  record Numbered(UUID id, long receiptNumber, Integer part, boolean splitUndone) {}

  /** The report of an import, and the rows in conflict. */
  public record Loaded(ImportReport report, List<SheetConflict> conflicts) {}

  /**
   * Imports the valid rows of a file in one transaction.
   *
   * @param placesOnly whether only the revised places are read
   * @throws ProblemException 400 for a file that is no work-list
   */
  @Transactional
  public Loaded load(
      Actor actor, DraftRef draft, Upload file, boolean placesOnly, ImportMode mode) {
    SentWorklist list = new SentWorklist(file, actor.caller().isCoordinator(), placesOnly);
    return loaded(actor, draft, list, mode, ImportReport.MAX_ROWS);
  }

  /**
   * Imports the valid rows in one transaction. Comments are locked from the comparison to the
   * commit.
   *
   * @throws ProblemException 422 with the report if a row is rejected, unless partial
   */
  @Transactional
  ImportReport load(
      Actor actor, DraftRef draft, SentWorklist list, ImportMode mode, int maxReportedRows) {
    return loaded(actor, draft, list, mode, maxReportedRows).report();
  }

  private Loaded loaded(
      Actor actor, DraftRef draft, SentWorklist list, ImportMode mode, int maxReportedRows) {
    List<RowMerge> rows = merges(list);
    Locked locked =
        transitions.lock(
            actor,
            draft,
            rows.stream().map(merge -> merge.row().id()).filter(Objects::nonNull).toList());
    Context context = context(draft, list, locked);
    rows.forEach(row -> row.merge(locked, context));
    List<RowMerge> changed = rows.stream().filter(RowMerge::hasTransitions).toList();
    List<Outcome> outcomes =
        transitions.judge(actor, locked, changed.stream().map(RowMerge::bulkRow).toList());
    for (int i = 0; i < changed.size(); i++) {
      changed.get(i).take(outcomes.get(i));
    }
    ImportReport report = mode.accept(report(list, rows, mode, maxReportedRows));
    if (!mode.dryRun()) {
      transitions.write(actor, locked, outcomes);
      noteConflicts(actor, rows);
    }
    return new Loaded(
        report,
        rows.stream()
            .filter(row -> row.status() == Status.CONFLICT)
            .map(row -> row.conflict(locked.byId().get(row.row().id()), context))
            .filter(Objects::nonNull)
            .toList());
  }

  /**
   * Decides conflicts of this caller, each by itself. A decision that cannot be written leaves its
   * conflict.
   */
  @Transactional
  public ImportReport decide(Actor actor, DraftRef draft, List<Decided> wanted, Locale locale) {
    Locked locked = transitions.lock(actor, draft, wanted.stream().map(Decided::id).toList());
    List<Outcome> outcomes =
        transitions.judge(actor, locked, wanted.stream().map(Decided::transitions).toList());
    transitions.write(actor, locked, outcomes);
    ImportReport.Builder report = new ImportReport.Builder(locale, false);
    for (Outcome outcome : outcomes) {
      List<CellError> errors =
          outcome.errors().stream().map(error -> CellError.of(null, null, error)).toList();
      report.add(0, outcome.status(), outcome.id().toString(), errors);
    }
    forget(
        actor,
        outcomes.stream()
            .filter(outcome -> !outcome.status().isRejected())
            .map(Outcome::id)
            .toList());
    return report.build();
  }

  /**
   * Keeps the rows in conflict for the next lists of this caller. A conflict ends when a list that
   * shows it comes back without one: an older copy says nothing about it.
   */
  private void noteConflicts(Actor actor, List<RowMerge> rows) {
    String credential = actor.caller().credential();
    List<UUID> found =
        rows.stream()
            .filter(row -> row.status() == Status.CONFLICT)
            .map(row -> row.row().id())
            .toList();
    List<UUID> known =
        Stream.concat(
                found.stream(),
                rows.stream().filter(RowMerge::endsConflict).map(row -> row.row().id()))
            .toList();
    forget(actor, known);
    found.forEach(id -> entities.persist(new WorklistConflict(id, credential, actor.at())));
  }

  private void forget(Actor actor, List<UUID> ids) {
    if (!ids.isEmpty()) {
      Hql.of("delete WorklistConflict w where w.key.credential = ?", actor.caller().credential())
          .add("and w.key.commentId in ?", ids)
          .execute(entities);
    }
  }

  /** Looks up the comments with the ids of the states and with the codes of the sheet. */
  private Context context(DraftRef draft, SentWorklist list, Locked locked) {
    UUID[] sameAs =
        locked.ids().stream()
            .map(id -> locked.state(id).map(CommentState::sameAs).orElse(null))
            .filter(Objects::nonNull)
            .toArray(UUID[]::new);
    Long[] receipts =
        list.rows().stream()
            .map(row -> row.filled().get(WorklistColumn.SAME_AS))
            .filter(Objects::nonNull)
            .map(code -> Long.valueOf(code.replaceFirst("\\..*", "")))
            .distinct()
            .toArray(Long[]::new);
    Context found =
        new Context(
            draft.number(),
            new HashMap<>(),
            new HashMap<>(),
            sections(draft),
            plans.findById(draft.planId()).assignees);
    Hql.of("select c.id, c.receiptNumber, c.part, c.splitUndone from Comment c")
        .add("where c.planId = ?", draft.planId())
        .add("and (cast(sql('? = any(?)', c.id, ?) as Boolean) = true", (Object) sameAs)
        .add("or cast(sql('? = any(?)', c.receiptNumber, ?) as Boolean) = true)", (Object) receipts)
        .list(entities, Numbered.class)
        .forEach(
            one -> {
              String code = WorklistCells.code(one.receiptNumber(), one.part());
              if (!one.splitUndone()) {
                found.ids().put(code, one.id()); // after an undone split the number is free
              }
              found.codes().put(one.id(), code);
            });
    return found;
  }

  /**
   * Codes of the sections that an answer can refer to, by code and by code with title. They are
   * those of this draft and of the next draft with an outline.
   */
  private Map<String, String> sections(DraftRef draft) {
    Map<String, String> codes = new HashMap<>();
    Stream.concat(
            Stream.of(draft.id()), drafts.outlinedAfter(draft.planId(), draft.number()).stream())
        .flatMap(id -> sections.inOrder(id).stream())
        .forEach(
            section -> {
              for (String between : List.of(" ", ". ", " - ", ": ")) {
                codes.put(Text.foldName(section.code + between + section.title), section.code);
              }
              codes.put(Text.foldName(section.code), section.code);
            });
    return codes;
  }

  /** Rejects all rows of a comment that occurs more than once. */
  private static List<RowMerge> merges(SentWorklist list) {
    Map<UUID, List<Integer>> where =
        list.rows().stream()
            .filter(row -> row.id() != null)
            .collect(groupingBy(SentRow::id, mapping(SentRow::row, toList())));
    List<RowMerge> merges = list.rows().stream().map(row -> new RowMerge(list, row)).toList();
    for (RowMerge merge : merges) {
      SentRow row = merge.row();
      where.getOrDefault(row.id(), List.of()).stream()
          .filter(other -> other != row.row())
          .findFirst()
          .ifPresent(
              other ->
                  merge.refuse(
                      WorklistColumn.ID,
                      row.id().toString(),
                      FieldCode.ROW_COPIED,
                      row.row(),
                      other));
    }
    return merges;
  }

  private static ImportReport report(
      SentWorklist list, List<RowMerge> rows, ImportMode mode, int maxReportedRows) {
    ImportReport.Builder report =
        new ImportReport.Builder(mode.locale(), mode.verbose(), maxReportedRows)
            .ignored(list.ignored());
    for (RowMerge merge : rows) {
      SentRow row = merge.row();
      List<CellError> all = Stream.concat(merge.errors().stream(), row.notes().stream()).toList();
      String id = row.id() == null ? null : row.id().toString();
      report.add(list.headings().row().sheet(), row.row(), merge.status(), id, all);
    }
    return report.build();
  }
}
