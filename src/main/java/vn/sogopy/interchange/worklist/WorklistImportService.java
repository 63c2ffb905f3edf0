package vn.sogopy.interchange.worklist;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.comment.workflow.TransitionService.Outcome;
import vn.sogopy.interchange.worklist.SentWorklist.SentRow;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Imports a work-list. Each row is merged with the current state of its comment. */
@ApplicationScoped
public class WorklistImportService {
  @Inject TransitionService moves;
  @Inject Lookups lookups;

  /**
   * Imports the valid rows in one transaction. Comments are locked from the comparison to the
   * commit.
   *
   * @throws ProblemException 422 with the report if a row is rejected, unless partial
   */
  @Transactional
  ImportReport load(Actor actor, DraftRef draft, SentWorklist list, ImportMode mode, int mostRows) {
    List<RowMerge> rows = merges(actor, draft, list);
    Locked locked =
        moves.lock(actor, draft, rows.stream().map(RowMerge::id).filter(Objects::nonNull).toList());
    Context context = context(draft, list, locked);
    rows.forEach(row -> row.merge(locked, context));
    List<RowMerge> moving = rows.stream().filter(RowMerge::isMoving).toList();
    List<Outcome> outcomes =
        moves.judge(actor, locked, moving.stream().map(RowMerge::bulkRow).toList());
    for (int i = 0; i < moving.size(); i++) {
      moving.get(i).take(outcomes.get(i));
    }
    ImportReport report = report(list, rows, mode, mostRows);
    if (report.rejected() > 0 && !mode.partial()) {
      throw ProblemException.rejected(report);
    }
    if (!mode.dryRun()) {
      moves.write(actor, locked, outcomes);
    }
    return report;
  }

  /** The references of all rows, looked up once. */
  record Context(int draft, Lookups.Numbers numbers, Map<String, String> sections) {}

  private Context context(DraftRef draft, SentWorklist list, Locked locked) {
    List<UUID> ids =
        locked.ids().stream()
            .map(id -> locked.state(id).map(CommentState::sameAs).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    List<String> codes =
        list.rows().stream()
            .map(row -> row.said().get(WorklistColumn.SAME_AS))
            .filter(Objects::nonNull)
            .toList();
    return new Context(draft.number(), lookups.numbers(draft, ids, codes), lookups.sections(draft));
  }

  /** Rejects all rows of a comment that occurs more than once. */
  private static List<RowMerge> merges(Actor actor, DraftRef draft, SentWorklist list) {
    Map<UUID, Long> times =
        list.rows().stream()
            .map(SentRow::id)
            .filter(Objects::nonNull)
            .collect(groupingBy(id -> id, counting()));
    Map<UUID, List<Integer>> where = new HashMap<>();
    list.rows().stream()
        .filter(row -> row.id() != null && times.get(row.id()) > 1)
        .forEach(row -> where.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row.row()));
    List<RowMerge> merges = new ArrayList<>();
    for (SentRow row : list.rows()) {
      RowMerge merge = new RowMerge(list, row);
      where.getOrDefault(row.id(), List.of()).stream()
          .filter(other -> other != row.row())
          .findFirst()
          .ifPresent(
              other ->
                  merge.refuse(
                      list.error(
                          WorklistColumn.ID,
                          row.id().toString(),
                          FieldCode.ROW_COPIED,
                          row.row(),
                          other)));
      merges.add(merge);
    }
    return merges;
  }

  private static ImportReport report(
      SentWorklist list, List<RowMerge> rows, ImportMode mode, int mostRows) {
    ImportReport.Builder report =
        new ImportReport.Builder(mode.locale(), mode.verbose(), mostRows)
            .ignored(list.ignoredColumns(), list.leftOut());
    for (RowMerge row : rows) {
      List<CellError> told = Stream.concat(row.errors().stream(), row.notes().stream()).toList();
      UUID id = row.id();
      Status status = row.status();
      report.add(list.sheet(), row.number(), status, id == null ? null : id.toString(), told);
    }
    return report.build();
  }
}
