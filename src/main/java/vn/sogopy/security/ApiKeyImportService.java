package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.http.Body;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.FilePart;
import vn.sogopy.http.ImportMode;
import vn.sogopy.http.ImportReport;
import vn.sogopy.http.ImportReport.CellError;
import vn.sogopy.http.ImportReport.Status;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.SentTable;
import vn.sogopy.table.TableReader;

/** Makes the keys of a list, a row each. */
@ApplicationScoped
public class ApiKeyImportService {
  private static final int MAX_COLUMNS = 100;

  @Inject ApiKeyService service;

  /**
   * @throws ProblemException 400 for a file that is no table, 403 for a plan beyond the caller's,
   *     422 for bad rows unless partial
   */
  @Transactional
  public NewApiKeys load(Act act, FilePart file, ImportMode mode) {
    ApiKeyFile table = read(file);
    List<ApiKeyInput> inputs = table.lines().stream().map(ApiKeyFile.Line::input).toList();
    KeyRules rules = service.rules(act.caller(), inputs);
    List<List<CellError>> errors = new ArrayList<>();
    for (ApiKeyFile.Line line : table.lines()) {
      List<CellError> found = new ArrayList<>(line.errors());
      if (found.isEmpty()) {
        rules.check(line.input()).forEach(error -> found.add(table.cellError(line, error)));
      }
      if (found.isEmpty() && line.input().client() != null) {
        rules.taken(line.input().client(), line.input().organization());
      }
      errors.add(found);
    }
    boolean rejected = errors.stream().anyMatch(found -> !found.isEmpty());
    boolean written = !mode.dryRun() && (mode.partial() || !rejected);
    List<NewApiKey> made = new ArrayList<>();
    ImportReport.Builder report =
        new ImportReport.Builder(mode.locale(), mode.verbose()).ignored(table.ignoredColumns());
    for (int i = 0; i < inputs.size(); i++) {
      String id = null;
      if (written && errors.get(i).isEmpty()) {
        made.add(service.make(act, inputs.get(i), KeySecret.generate(), false));
        id = made.get(made.size() - 1).view().id().toString();
      }
      Status status = errors.get(i).isEmpty() ? Status.CREATED : Status.INVALID;
      report.add(table.lines().get(i).row(), status, id, errors.get(i));
    }
    if (rejected && !mode.partial()) {
      throw ProblemException.rejected(report.build());
    }
    return new NewApiKeys(report.build(), made);
  }

  private static ApiKeyFile read(FilePart file) {
    TableReader reader = new TableReader(Body.MAX_BULK + 100, MAX_COLUMNS);
    ApiKeyFile table = new ApiKeyFile(SentTable.read(file, reader, ApiKeyFile.NO_KEYS));
    if (table.lines().size() > Body.MAX_BULK) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, Body.MAX_BULK));
    }
    return table;
  }
}
