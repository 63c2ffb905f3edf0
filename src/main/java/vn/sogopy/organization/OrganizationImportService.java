package vn.sogopy.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.organization.OrganizationTable.Column;
import vn.sogopy.organization.OrganizationTable.Line;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.security.Caller;

/** Creates and changes the organizations of a table. */
@ApplicationScoped
public class OrganizationImportService {
  @Inject OrganizationService service;
  @Inject OrganizationRepository organizations;
  @Inject OrganizationNames names;
  @Inject SuccessionReader bodies;
  @Inject GroupRepository groups;
  @Inject JsonInput input;
  @Inject DataSource source;

  /**
   * Works row by row, so that a row may name the organizations of those above it. An empty cell of
   * an organization that exists changes nothing.
   *
   * @throws ProblemException 400 for a file that is no table, 422 for invalid rows unless partial,
   *     403 if the caller is for some plans and a row changes the end of an organization
   */
  @Transactional
  public ImportReport load(Caller caller, Upload file, ImportMode mode) {
    OrganizationTable table = OrganizationTable.read(file);
    BoundedLists.requireBulk(table.lines());
    return mode.accept(mode.run(source, () -> new Run(caller).load(table, mode)));
  }

  @Transactional
  public TableTemplate template() {
    return OrganizationTable.template(groups.inOrder().stream().map(one -> one.title).toList());
  }

  /** One import, with the names known so far. */
  private final class Run {
    private final Map<String, Set<String>> codes = new HashMap<>();
    private final Map<String, String> groupCodes = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Caller caller;
    private String heading;

    Run(Caller caller) {
      this.caller = caller;
    }

    ImportReport load(OrganizationTable table, ImportMode mode) {
      names.all().forEach((name, found) -> found.forEach(body -> codes(name).add(body.code())));
      for (OrganizationGroup group : groups.inOrder()) {
        groupCodes.putIfAbsent(OrganizationNames.key(group.title), group.code);
        groupCodes.put(OrganizationNames.key(group.code), group.code);
      }
      ImportReport.Builder report = mode.report(table.ignored());
      for (Line line : table.lines()) {
        Optional<String> title =
            line.heading().map(text -> groupCodes.get(OrganizationNames.key(text)));
        if (title.isPresent() || line.isNumberedAsGroup()) {
          heading = title.orElse(null);
        }
        if (title.isEmpty()) {
          if (line.isNumberedAsGroup()) {
            line.cells().reject(Column.NAME, FieldCode.UNKNOWN_GROUP, line.sent().name());
          }
          add(line, report);
        }
      }
      return report.build();
    }

    /** The codes of the organizations with this name. */
    private Set<String> named(String name) {
      return codes(OrganizationNames.key(name));
    }

    private Set<String> codes(String key) {
      return codes.computeIfAbsent(key, one -> new TreeSet<>());
    }

    private void add(Line line, ImportReport.Builder report) {
      List<CellError> errors = line.errors();
      String code = errors.isEmpty() ? code(line) : null;
      Status status = Status.INVALID;
      if (code != null && !done.add(code)) {
        errors.add(line.cells().error(line.named(), List.of(), FieldCode.ALREADY_USED, code));
        status = Status.CONFLICT;
      } else if (code != null) {
        status = take(line, code);
      }
      String id = status == Status.INVALID ? null : code;
      report.add(line.cells().row(), status, id, errors);
    }

    /** The code of the row: as written, that of the name, or a new one made of the name. */
    private String code(Line line) {
      if (line.sent().code() != null) {
        return line.sent().code();
      }
      Set<String> named = named(line.sent().name());
      if (named.size() > 1) {
        line.cells().rejectAmbiguous(Column.NAME, List.copyOf(named));
        return null;
      }
      if (!named.isEmpty()) {
        return named.iterator().next();
      }
      String made = OrganizationTable.codeOf(line.sent().name());
      if (made == null || organizations.byCode(made).isPresent()) {
        line.cells().reject(Column.CODE, FieldCode.REQUIRED);
        return null;
      }
      return made;
    }

    private Status take(Line line, String code) {
      OrganizationInput before =
          organizations
              .lock(code)
              .map(found -> OrganizationReader.OrganizationView.of(found, bodies.read()).toInput())
              .orElse(null);
      String group = group(line);
      List<String> heirs = heirs(line);
      int next = group == null ? 0 : service.nextIn(group);
      OrganizationInput wanted = line.over(before, code, group, next, heirs);
      if (line.errors().isEmpty()) {
        input.findings(wanted).forEach(error -> line.errors().add(line.error(error)));
      }
      if (line.errors().isEmpty()) {
        service.referenceErrors(wanted).forEach(error -> line.errors().add(line.error(error)));
      }
      if (!line.errors().isEmpty()) {
        return Status.INVALID;
      }
      return store(line, before, wanted);
    }

    private Status store(Line line, OrganizationInput before, OrganizationInput wanted) {
      if (wanted.equals(before)) {
        return Status.UNCHANGED;
      }
      if (before == null) {
        service.create(caller, wanted, false);
        warnOfSameName(line, wanted);
      } else {
        service.replace(caller, wanted);
      }
      // Written already: each query would look for changes in all of them.
      organizations.getEntityManager().clear();
      List<String> all = new ArrayList<>(List.of(wanted.code(), wanted.name()));
      all.addAll(wanted.aliases() == null ? List.of() : wanted.aliases());
      if (wanted.names() != null) {
        wanted.names().forEach(one -> all.add(one.name()));
      }
      all.forEach(name -> named(name).add(wanted.code()));
      return before == null ? Status.CREATED : Status.UPDATED;
    }

    /** The row is taken: an organization may have the name of one that has ended. */
    private void warnOfSameName(Line line, OrganizationInput made) {
      Set<String> same = named(made.name());
      if (!same.isEmpty()) {
        line.errors()
            .add(
                line.cells()
                    .error(Column.NAME, List.copyOf(same), FieldCode.ALREADY_USED, made.name()));
      }
    }

    /** Null for an empty cell below no heading, and for an unknown group. */
    private String group(Line line) {
      if (line.group() == null) {
        return heading;
      }
      String found = groupCodes.get(OrganizationNames.key(line.group()));
      if (found == null) {
        line.cells().reject(Column.GROUP, FieldCode.UNKNOWN_GROUP, line.group());
      }
      return found;
    }

    /** Null for an empty cell. */
    private List<String> heirs(Line line) {
      if (line.successors() == null) {
        return null;
      }
      List<String> found = new ArrayList<>();
      List<String> written =
          OrganizationNames.split(line.successors(), name -> !named(name).isEmpty());
      for (String name : written) {
        Set<String> named = named(name);
        if (named.size() > 1) {
          line.cells().rejectAmbiguous(Column.SUCCESSORS, List.copyOf(named));
        } else if (named.isEmpty()) {
          List<String> near = names.similar(List.of(name)).getOrDefault(name, List.of());
          line.errors()
              .add(
                  line.cells()
                      .error(Column.SUCCESSORS, near, FieldCode.UNKNOWN_ORGANIZATION, name));
        } else {
          found.add(named.iterator().next());
        }
      }
      return found;
    }
  }
}
