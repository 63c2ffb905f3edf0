package vn.sogopy.security.key;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.Cell;
import vn.sogopy.platform.table.FittingSheets;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Role;

/** The rows of a table as keys to be made: which column is what, what a cell means. Plain Java. */
final class ApiKeyFile {
  static final FieldError NO_KEYS = FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Tên khóa");

  /** As offices call them; else the names of the contract. */
  private static final Map<String, Role> ROLES =
      Map.of(
          "gopy", Role.SUBMITTER,
          "coquangopy", Role.SUBMITTER,
          "tuvan", Role.CONSULTANT,
          "donvituvan", Role.CONSULTANT,
          "coquanlapquyhoach", Role.COORDINATOR,
          "dieuphoi", Role.COORDINATOR,
          "xem", Role.VIEWER,
          "chixem", Role.VIEWER,
          "quantri", Role.ADMIN);

  private final Set<String> ignored = new LinkedHashSet<>();
  private final List<Line> lines = new ArrayList<>();

  /** Of the sheet that is read. */
  private Headings<ApiKeyColumn> headings;

  /** A row with the key it wants; what of it cannot be read is null and among the errors. */
  record Line(
      Headings<ApiKeyColumn> headings, TableRow row, ApiKeyInput input, List<CellError> errors) {}

  /** Sheets that name keys; each but the first with their roles too. */
  static TableReader.Choice sheets() {
    return new FittingSheets<>(ApiKeyFile::columns, one -> one.contains(ApiKeyColumn.ROLE));
  }

  /** None if it is no heading row. */
  private static Set<ApiKeyColumn> columns(TableRow row) {
    Set<ApiKeyColumn> columns = new Headings<>(row, ApiKeyColumn::of).columns().keySet();
    return columns.contains(ApiKeyColumn.NAME) ? columns : Set.of();
  }

  /**
   * @throws ProblemException 400 if no row names the columns, two columns are the same, or one is
   *     not known
   */
  ApiKeyFile(SentTable table) {
    table.sheets().forEach(this::readSheet);
  }

  private void readSheet(List<TableRow> rows) {
    int heading = heading(rows);
    headings = new Headings<>(rows.get(heading), ApiKeyColumn::of);
    ignored.addAll(headings.ignored());
    if (headings.repeated() != null) {
      throw ProblemException.invalid(
          inHeadings(FieldCode.ALREADY_USED, Text.normalize(headings.repeated())));
    }
    if (!headings.columns().containsKey(ApiKeyColumn.ROLE)) {
      throw ProblemException.invalid(inHeadings(FieldCode.COLUMN_REQUIRED, "Vai trò"));
    }
    refuseUnknown();
    rows.subList(heading + 1, rows.size()).forEach(row -> lines.add(line(row)));
  }

  /** A column that is to narrow a key, left out, would widen it: to all plans, or for ever. */
  private void refuseUnknown() {
    List<FieldError> unknown =
        headings.row().cells().stream()
            .map(Cell::text)
            .filter(heading -> !heading.isEmpty() && !Headings.isNumbering(heading))
            .filter(heading -> ApiKeyColumn.of(heading).isEmpty())
            .map(heading -> inHeadings(FieldCode.UNKNOWN_COLUMN, Headings.shown(heading)))
            .toList();
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
  }

  private FieldError inHeadings(FieldCode code, String heading) {
    return FieldError.pointer("", code, heading)
        .in(headings.row().sheet(), headings.row().number(), null);
  }

  List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  List<Line> lines() {
    return lines;
  }

  /** What is wrong with a field, as what is wrong with the cell it stood in. */
  CellError cellError(Line line, FieldError error) {
    ApiKeyColumn column = ApiKeyColumn.ofPointer(error.name());
    String value =
        switch (column) {
          case ORGANIZATION -> line.input.organization();
          case CLIENT -> line.input.client();
          case EXPIRES_ON -> String.valueOf(line.input.expiresOn());
          default -> error.arguments().isEmpty() ? null : String.valueOf(error.arguments().get(0));
        };
    return new CellError(
        named(line.headings, column), value, List.of(), error.code(), error.arguments().toArray());
  }

  /** Where the key of this name that is there is another one. */
  static List<CellError> differences(Line line, ApiKeyInput there) {
    ApiKeyInput wanted = line.input;
    List<CellError> found = new ArrayList<>();
    differ(line, ApiKeyColumn.ROLE, wanted.role(), there.role(), found);
    differ(line, ApiKeyColumn.ORGANIZATION, wanted.organization(), there.organization(), found);
    differ(line, ApiKeyColumn.CLIENT, wanted.client(), there.client(), found);
    differ(line, ApiKeyColumn.PLANS, plans(wanted), plans(there), found);
    differ(line, ApiKeyColumn.EXPIRES_ON, wanted.expiresOn(), there.expiresOn(), found);
    return found;
  }

  /** Whatever their order. */
  private static String plans(ApiKeyInput input) {
    return input.plans() == null ? null : String.join(", ", new TreeSet<>(input.plans()));
  }

  private static void differ(
      Line line, ApiKeyColumn column, Object wanted, Object there, List<CellError> found) {
    if (!Objects.equals(wanted, there)) {
      found.add(
          new CellError(
              named(line.headings, column),
              wanted == null ? null : wanted.toString(),
              there == null ? List.of() : List.of(there.toString()),
              FieldCode.KEY_DIFFERS,
              line.input.name()));
    }
  }

  private static int heading(List<TableRow> rows) {
    for (int i = 0; i < Math.min(rows.size(), TableReader.HEADING_WITHIN); i++) {
      if (!columns(rows.get(i)).isEmpty()) {
        return i;
      }
    }
    throw ProblemException.invalid(NO_KEYS);
  }

  private Line line(TableRow row) {
    List<CellError> errors = new ArrayList<>();
    beyond(row, errors);
    String name = text(row, ApiKeyColumn.NAME, 200, errors);
    if (name == null && errors.isEmpty()) {
      errors.add(
          new CellError(named(headings, ApiKeyColumn.NAME), null, List.of(), FieldCode.REQUIRED));
    }
    ApiKeyInput input =
        new ApiKeyInput(
            name,
            role(row, errors),
            text(row, ApiKeyColumn.ORGANIZATION, 63, errors),
            text(row, ApiKeyColumn.CLIENT, 200, errors),
            plans(row, errors),
            date(row, errors));
    return new Line(headings, row, input, errors);
  }

  /** Of no known column, or moved there by a text that holds the delimiter, unquoted. */
  private void beyond(TableRow row, List<CellError> errors) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isEmpty() && headings.row().cell(i).isEmpty()) {
        String value = Headings.shown(row.cell(i).text());
        errors.add(new CellError(null, value, List.of(), FieldCode.CELL_BEYOND_HEADINGS));
        return;
      }
    }
  }

  private Role role(TableRow row, List<CellError> errors) {
    String typed = headings.cell(row, ApiKeyColumn.ROLE).text();
    String key = Headings.key(typed);
    Role role =
        Arrays.stream(Role.values())
            .filter(one -> Headings.key(one.name()).equals(key))
            .findFirst()
            .orElse(ROLES.get(key));
    if (typed.isEmpty()) {
      errors.add(error(ApiKeyColumn.ROLE, typed, FieldCode.REQUIRED));
    } else if (role == null) {
      errors.add(
          error(
              ApiKeyColumn.ROLE,
              typed,
              FieldCode.INVALID_ENUM,
              "SUBMITTER, CONSULTANT, COORDINATOR, VIEWER, ADMIN"));
    }
    return role;
  }

  /** Slugs, with commas, semicolons or blanks between them. */
  private List<String> plans(TableRow row, List<CellError> errors) {
    String typed = text(row, ApiKeyColumn.PLANS, 6_400, errors);
    if (typed == null) {
      return null;
    }
    List<String> plans =
        Arrays.stream(typed.split("[\\s,;]+")).filter(slug -> !slug.isEmpty()).distinct().toList();
    if (plans.isEmpty() || plans.size() > 100) {
      errors.add(error(ApiKeyColumn.PLANS, typed, FieldCode.OUT_OF_RANGE, 1, 100));
    }
    return plans;
  }

  private LocalDate date(TableRow row, List<CellError> errors) {
    Cell cell = headings.cell(row, ApiKeyColumn.EXPIRES_ON);
    try {
      return cell.isEmpty() ? null : cell.date();
    } catch (DateTimeException e) {
      errors.add(error(ApiKeyColumn.EXPIRES_ON, cell.text(), FieldCode.INVALID_DATE));
      return null;
    }
  }

  private String text(TableRow row, ApiKeyColumn column, int max, List<CellError> errors) {
    String typed = headings.cell(row, column).text();
    try {
      String text = Text.normalize(typed);
      if (Text.length(text) > max) {
        errors.add(error(column, typed, FieldCode.TOO_LONG, max));
        return null;
      }
      return text.isEmpty() ? null : text;
    } catch (Text.IllegalTextException e) {
      errors.add(error(column, typed, FieldCode.INVALID_TEXT, e.getMessage()));
      return null;
    }
  }

  private static String named(Headings<ApiKeyColumn> headings, ApiKeyColumn column) {
    String heading = headings.heading(column);
    return heading == null ? column.name() : heading;
  }

  private CellError error(ApiKeyColumn column, String value, FieldCode code, Object... arguments) {
    String shown = value.isEmpty() ? null : Headings.shown(value);
    return new CellError(named(headings, column), shown, List.of(), code, arguments);
  }
}
