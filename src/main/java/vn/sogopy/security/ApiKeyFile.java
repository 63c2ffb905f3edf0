package vn.sogopy.security;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ImportReport.CellError;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.SentTable;
import vn.sogopy.table.Cell;
import vn.sogopy.table.Headings;
import vn.sogopy.table.TableRow;
import vn.sogopy.text.Text;

/** The rows of a table as keys to be made: which column is what, what a cell means. Plain Java. */
final class ApiKeyFile {
  /** A list that people made may have its title above the headings. */
  private static final int HEADING_WITHIN = 20;

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

  private final Headings<ApiKeyColumn> headings;
  private final List<Line> lines = new ArrayList<>();

  /** A row with the key it wants; what of it cannot be read is null and among the errors. */
  record Line(int row, ApiKeyInput input, List<CellError> errors) {}

  /**
   * @throws ProblemException 400 if no row names the columns, two columns are the same, or one is
   *     not known
   */
  ApiKeyFile(SentTable table) {
    List<TableRow> rows = table.rows();
    int heading = heading(rows);
    headings = new Headings<>(rows.get(heading), ApiKeyColumn::of);
    if (headings.repeated() != null) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.ALREADY_USED, Text.normalize(headings.repeated())));
    }
    if (!headings.columns().containsKey(ApiKeyColumn.ROLE)) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Vai trò"));
    }
    refuseUnknown(headings.row());
    rows.subList(heading + 1, rows.size()).forEach(row -> lines.add(line(row)));
  }

  /** A column that is to narrow a key, left out, would widen it: to all plans, or for ever. */
  private static void refuseUnknown(TableRow row) {
    List<FieldError> unknown =
        row.cells().stream()
            .map(Cell::text)
            .filter(heading -> !heading.isEmpty() && !Headings.isNumbering(heading))
            .filter(heading -> ApiKeyColumn.of(heading).isEmpty())
            .map(
                heading ->
                    FieldError.pointer("", FieldCode.UNKNOWN_COLUMN, Headings.shown(heading)))
            .toList();
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
  }

  List<String> ignoredColumns() {
    return headings.ignored();
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
        named(column), value, List.of(), error.code(), error.arguments().toArray());
  }

  private static int heading(List<TableRow> rows) {
    for (int i = 0; i < Math.min(rows.size(), HEADING_WITHIN); i++) {
      for (Cell cell : rows.get(i).cells()) {
        if (ApiKeyColumn.of(cell.text()).orElse(null) == ApiKeyColumn.NAME) {
          return i;
        }
      }
    }
    throw ProblemException.invalid(NO_KEYS);
  }

  private Line line(TableRow row) {
    List<CellError> errors = new ArrayList<>();
    beyond(row, errors);
    String name = text(row, ApiKeyColumn.NAME, 200, errors);
    if (name == null && errors.isEmpty()) {
      errors.add(new CellError(named(ApiKeyColumn.NAME), null, List.of(), FieldCode.REQUIRED));
    }
    ApiKeyInput input =
        new ApiKeyInput(
            name,
            role(row, errors),
            text(row, ApiKeyColumn.ORGANIZATION, 63, errors),
            text(row, ApiKeyColumn.CLIENT, 200, errors),
            plans(row, errors),
            date(row, errors));
    return new Line(row.number(), input, errors);
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

  private String named(ApiKeyColumn column) {
    String heading = headings.heading(column);
    return heading == null ? column.name() : heading;
  }

  private CellError error(ApiKeyColumn column, String value, FieldCode code, Object... arguments) {
    String shown = value.isEmpty() ? null : Headings.shown(value);
    return new CellError(named(column), shown, List.of(), code, arguments);
  }
}
