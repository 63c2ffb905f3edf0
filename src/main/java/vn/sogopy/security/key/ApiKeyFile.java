package vn.sogopy.security.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.text.Text;
import vn.sogopy.security.Role;

/** The rows of a table as keys to create. Has no dependencies on the framework. */
final class ApiKeyFile {
  /** Sheets with keys; each but the first needs the column of the role too. */
  static final TableSchema<ApiKeyColumn> SCHEMA =
      new TableSchema<>(
          ApiKeyColumn.class,
          row -> row.columns().containsKey(ApiKeyColumn.NAME),
          columns -> columns.contains(ApiKeyColumn.ROLE),
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Tên khóa"));

  private static final String YES_OR_NO = "x, có, không, true, false";

  private static final int MAX_PLANS = 100;

  private static final int MAX_COLUMNS = 100;

  /** The names of roles in offices; the names of the API are accepted too. */
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

  private final List<Line> lines = new ArrayList<>();
  private final TableSchema.Ignored ignored;

  /** A row with the key to create. A cell that cannot be read is null and among the errors. */
  record Line(TableCells<ApiKeyColumn> cells, ApiKeyInput input) {
    TableRow row() {
      return cells.row();
    }

    List<CellError> errors() {
      return cells.errors();
    }
  }

  /**
   * @throws ProblemException 400 if the file is no table, no row has the headings, or if a column
   *     is duplicate or unknown
   */
  ApiKeyFile(Upload file) {
    ignored =
        SCHEMA.read(
            file,
            new TableReader(BoundedLists.MAX_BULK + 100, MAX_COLUMNS),
            headings -> {
              requireColumns(headings);
              return row -> lines.add(line(new TableCells<>(headings, row)));
            });
  }

  TableSchema.Ignored ignored() {
    return ignored;
  }

  /** Requires the restricting columns: an omitted one would mean all plans, or no expiry. */
  private static void requireColumns(Headings<ApiKeyColumn> headings) {
    if (!headings.columns().containsKey(ApiKeyColumn.ROLE)) {
      throw ProblemException.invalid(inHeadings(headings, FieldCode.COLUMN_REQUIRED, "Vai trò"));
    }
    List<FieldError> unknown =
        headings.row().cells().stream()
            .map(Cell::text)
            .filter(heading -> !heading.isEmpty() && !Headings.isNumbering(heading))
            .filter(heading -> SCHEMA.column(heading).isEmpty())
            .map(one -> inHeadings(headings, FieldCode.UNKNOWN_COLUMN, Headings.shown(one)))
            .toList();
    ProblemException.requireNone(unknown);
  }

  private static FieldError inHeadings(
      Headings<ApiKeyColumn> headings, FieldCode code, String heading) {
    return FieldError.pointer("", code, heading)
        .in(headings.row().sheet(), headings.row().number(), null);
  }

  List<Line> lines() {
    return lines;
  }

  private static Line line(TableCells<ApiKeyColumn> cells) {
    cells.rejectWithoutHeading(0);
    String name = cells.text(ApiKeyColumn.NAME, 200);
    if (cells.errors().isEmpty()) {
      cells.require(ApiKeyColumn.NAME);
    }
    cells.require(ApiKeyColumn.ROLE);
    ApiKeyInput input =
        new ApiKeyInput(
            name,
            cells.value(
                ApiKeyColumn.ROLE,
                ApiKeyFile::role,
                FieldCode.INVALID_ENUM,
                "SUBMITTER, CONSULTANT, COORDINATOR, VIEWER, ADMIN"),
            cells.text(ApiKeyColumn.ORGANIZATION, 63),
            cells.text(ApiKeyColumn.CLIENT, 200),
            plans(cells),
            cells.date(ApiKeyColumn.EXPIRES_ON),
            cells.value(
                ApiKeyColumn.READS_RESTRICTED, ApiKeyFile::yes, FieldCode.INVALID_ENUM, YES_OR_NO),
            cells.value(ApiKeyColumn.PERSON, ApiKeyFile::yes, FieldCode.INVALID_ENUM, YES_OR_NO),
            email(cells));
    return new Line(cells, input);
  }

  private static String email(TableCells<ApiKeyColumn> cells) {
    return cells.text(ApiKeyColumn.EMAIL, 254) == null
        ? null
        : cells.value(
            ApiKeyColumn.EMAIL,
            email -> Optional.of(email).filter(one -> one.matches(Text.EMAIL)),
            FieldCode.INVALID_FORMAT,
            Text.EMAIL_EXAMPLE);
  }

  private static Optional<Role> role(String typed) {
    String key = Headings.key(typed);
    return Arrays.stream(Role.values())
        .filter(one -> Headings.key(one.name()).equals(key))
        .findFirst()
        .or(() -> Optional.ofNullable(ROLES.get(key)));
  }

  private static Optional<Boolean> yes(String typed) {
    return switch (Headings.key(typed)) {
      case "x", "co", "true" -> Optional.of(true);
      case "khong", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Slugs, separated by commas, semicolons or blanks. */
  private static List<String> plans(TableCells<ApiKeyColumn> cells) {
    String typed = cells.text(ApiKeyColumn.PLANS, 64 * MAX_PLANS);
    if (typed == null) {
      return null;
    }
    List<String> plans =
        Arrays.stream(typed.split("[\\s,;]+")).filter(slug -> !slug.isEmpty()).distinct().toList();
    if (plans.isEmpty() || plans.size() > MAX_PLANS) {
      cells.reject(ApiKeyColumn.PLANS, FieldCode.OUT_OF_RANGE, 1, MAX_PLANS);
    }
    return plans;
  }

  /** The error of a field as an error of its cell. */
  static CellError cellError(Line line, FieldError error) {
    ApiKeyColumn column = SCHEMA.column(error.name().split("/")[1]).orElseThrow();
    String value =
        switch (column) {
          case ORGANIZATION -> line.input.organization();
          case CLIENT -> line.input.client();
          case EXPIRES_ON -> String.valueOf(line.input.expiresOn());
          case EMAIL -> line.input.email();
          case READS_RESTRICTED -> line.cells.cell(column).text();
          default -> error.arguments().isEmpty() ? null : String.valueOf(error.arguments().get(0));
        };
    return CellError.of(line.cells.named(column), value, error);
  }

  /** The differences from the existing key of this name. */
  static List<CellError> differences(Line line, ApiKeyInput existing) {
    ApiKeyInput wanted = line.input;
    List<CellError> found = new ArrayList<>();
    differ(line, ApiKeyColumn.ROLE, wanted.role(), existing.role(), found);
    differ(line, ApiKeyColumn.ORGANIZATION, wanted.organization(), existing.organization(), found);
    differ(line, ApiKeyColumn.CLIENT, wanted.client(), existing.client(), found);
    differ(line, ApiKeyColumn.PLANS, plans(wanted), plans(existing), found);
    differ(line, ApiKeyColumn.EXPIRES_ON, wanted.expiresOn(), existing.expiresOn(), found);
    differ(
        line,
        ApiKeyColumn.READS_RESTRICTED,
        wanted.readsRestricted(),
        existing.readsRestricted(),
        found);
    differ(line, ApiKeyColumn.PERSON, wanted.person(), existing.person(), found);
    differ(line, ApiKeyColumn.EMAIL, wanted.email(), existing.email(), found);
    return found;
  }

  /** Independent of their order. */
  private static String plans(ApiKeyInput input) {
    return input.plans() == null ? null : String.join(", ", new TreeSet<>(input.plans()));
  }

  private static void differ(
      Line line, ApiKeyColumn column, Object wanted, Object existing, List<CellError> found) {
    if (!Objects.equals(wanted, existing)) {
      found.add(
          new CellError(
              line.cells.named(column),
              wanted == null ? null : wanted.toString(),
              existing == null ? List.of() : List.of(existing.toString()),
              FieldCode.KEY_DIFFERS,
              line.input.name()));
    }
  }

  /** The columns of a list of keys. */
  enum ApiKeyColumn implements TableColumn {
    NAME("tên", "tên khóa", "tên hệ thống", "name"),
    ROLE("vai trò", "quyền", "role"),
    ORGANIZATION("mã cơ quan", "cơ quan", "mã", "organization", "organization code"),
    CLIENT("client", "phần mềm", "hệ thống"),
    PLANS("quy hoạch", "các quy hoạch", "plans", "plan"),
    EXPIRES_ON("hết hạn", "ngày hết hạn", "hiệu lực đến", "expiresOn", "expires"),
    READS_RESTRICTED("xem ý kiến hạn chế", "ý kiến hạn chế", "readsRestricted", "restricted"),
    PERSON("người dùng", "mã của người", "person"),
    EMAIL("email", "thư điện tử", "địa chỉ email");

    private final List<String> headings;

    ApiKeyColumn(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }

    @Override
    public String title() {
      return name();
    }
  }
}
