package vn.sogopy.interchange.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.comment.workflow.TransitionService.Outcome;
import vn.sogopy.comment.workflow.TransitionService.Row;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Applies transitions to many comments, with a report on each. */
@ApplicationScoped
public class BulkService {
  @Inject TransitionService transitions;
  @Inject ObjectMapper json;

  /**
   * Applies the transition of every item.
   *
   * @throws ProblemException 422 with the report if an item is rejected, unless partial
   */
  @Transactional
  public ImportReport run(
      Actor actor, DraftRef draft, List<? extends BulkItem> items, ImportMode mode) {
    Locked locked = transitions.lock(actor, draft, items.stream().map(BulkItem::id).toList());
    List<Outcome> outcomes =
        transitions.judge(
            actor,
            locked,
            items.stream()
                .map(i -> new Row(i.id(), i.version(), List.of(i.transition())))
                .toList());
    ImportReport report = mode.accept(report(items, outcomes, mode));
    if (!mode.dryRun()) {
      transitions.write(actor, locked, outcomes);
    }
    return report;
  }

  private ImportReport report(
      List<? extends BulkItem> items, List<Outcome> outcomes, ImportMode mode) {
    ImportReport.Builder report = new ImportReport.Builder(mode.locale(), mode.verbose());
    for (int i = 0; i < items.size(); i++) {
      Outcome outcome = outcomes.get(i);
      report.add(
          i + 1, outcome.status(), outcome.id().toString(), errors(items.get(i), outcome.errors()));
    }
    return report.build();
  }

  private List<CellError> errors(BulkItem item, List<FieldError> errors) {
    JsonNode sent = errors.isEmpty() ? null : json.valueToTree(item);
    return errors.stream()
        .map(
            error ->
                CellError.of(
                    error.name().isEmpty() ? null : error.name().substring(1),
                    value(sent.at(error.name())),
                    error))
        .toList();
  }

  /** The received value; null for the item as a whole and for omitted fields. */
  private static String value(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }
}
