package vn.sogopy.organization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.platform.http.imports.Cell;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.json.BoundedLists;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.table.TableTemplate.Field;
import vn.sogopy.platform.text.Text;

/** Organizations, read from the rows of a table. Plain Java. */
record OrganizationTable(List<Line> lines, TableSchema.Ignored ignored) {
  private static final int MAX_COLUMNS = 100;
  private static final int MAX_ORDER = 100_000;
  private static final int MAX_CODE = 63;
  private static final Pattern NO_CODE = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ROMAN = Pattern.compile("[IVXLC]+[.)]?");
  private static final Pattern ROMAN_PREFIX = Pattern.compile("^[IVXLC]+[.)]\\s+");
  private static final String OLD_NAME = "Sở Kế hoạch và Đầu tư (đến 28/02/2025)";
  private static final Pattern NAME_IN_TIME =
      Pattern.compile(
          "([^()]+?)\\s*\\((?:từ\\s+(?:ngày\\s+)?(\\S+))?\\s*"
              + "(?:đến\\s+(?:hết\\s+)?(?:ngày\\s+)?(\\S+))?\\)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Set<Column> NAMING = Set.of(Column.CODE, Column.NAME);

  static final TableSchema<Column> SCHEMA =
      new TableSchema<>(
          Column.class,
          row -> row.columns().keySet().stream().anyMatch(NAMING::contains),
          columns -> columns.contains(Column.NAME) && columns.contains(Column.GROUP),
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, Column.NAME.title()));

  /**
   * A row.
   *
   * @param sent null = empty cell; the code as written, without group and successors
   * @param group code or title, as written; null = empty cell
   * @param successors codes or names, as written; null = empty cell
   */
  record Line(TableCells<Column> cells, OrganizationInput sent, String group, String successors) {

    List<CellError> errors() {
      return cells.errors();
    }

    /** The column and the cell of the name, or of the code where the row has no name. */
    Column named() {
      return sent.name() == null ? Column.CODE : Column.NAME;
    }

    /** The text of a row that has a name alone, and may be the heading of a group. */
    Optional<String> heading() {
      boolean alone =
          Stream.of(Column.values())
              .allMatch(one -> one == Column.NAME || cells.cell(one).isEmpty());
      return alone && sent.name() != null
          ? Optional.of(ROMAN_PREFIX.matcher(sent.name()).replaceFirst(""))
          : Optional.empty();
    }

    /** Whether the row is numbered as groups are: "II", "II. UBND các huyện". */
    boolean isNumberedAsGroup() {
      return heading().isPresent()
          && (ROMAN.matcher(cells.numbering()).matches()
              || ROMAN_PREFIX.matcher(sent.name()).find());
    }

    /**
     * The organization of this row: an empty cell keeps what was there.
     *
     * @param groupCode null = none
     * @param before null = the organization is new
     * @param next the order of a new organization without an order
     * @param heirs the codes of the successors; null = empty cell
     */
    OrganizationInput over(
        OrganizationInput before, String newCode, String groupCode, int next, List<String> heirs) {
      OrganizationInput old =
          before != null
              ? before
              : new OrganizationInput(
                  newCode, sent.name(), null, next, null, null, null, null, null, null, null);
      return new OrganizationInput(
          old.code(),
          // A name that finds the organization may be written without accents, or be an alias.
          sent.code() == null || sent.name() == null ? old.name() : sent.name(),
          or(groupCode, old.group()),
          or(sent.order(), old.order()),
          or(sent.aliases(), old.aliases()),
          or(sent.eIds(), old.eIds()),
          or(sent.names(), old.names()),
          or(sent.establishedOn(), old.establishedOn()),
          or(sent.dissolvedOn(), old.dissolvedOn()),
          areSame(heirs, old.successors()) ? old.successors() : or(heirs, old.successors()),
          or(sent.dissolutionBasis(), old.dissolutionBasis()));
    }

    /** In any order. */
    private static boolean areSame(List<String> heirs, List<String> stored) {
      return heirs != null && stored != null && new HashSet<>(heirs).equals(new HashSet<>(stored));
    }

    private static <T> T or(T cell, T before) {
      return cell == null ? before : cell;
    }

    /** The error of a field as an error of its cell. */
    CellError error(FieldError error) {
      Column column = SCHEMA.column(error.name().split("/")[1]).orElse(named());
      return cells.error(column, List.of(), error.code(), error.arguments().toArray());
    }
  }

  /**
   * @throws ProblemException 400 if the file is no table, no row names the columns, or two columns
   *     are the same
   */
  static OrganizationTable read(Upload file) {
    List<Line> lines = new ArrayList<>();
    TableSchema.Ignored ignored =
        SCHEMA.read(
            file,
            new TableReader(BoundedLists.MAX_BULK + 100, MAX_COLUMNS),
            headings -> row -> lines.add(line(new TableCells<>(headings, row))));
    return new OrganizationTable(lines, ignored);
  }

  private static Line line(TableCells<Column> cells) {
    cells.rejectBeyondHeadings();
    String code = cells.text(Column.CODE, MAX_CODE);
    String name = cells.text(Column.NAME, 300);
    if (code == null && name == null && cells.errors().isEmpty()) {
      cells.require(Column.NAME);
    }
    String group = cells.text(Column.GROUP, 300);
    OrganizationInput sent =
        new OrganizationInput(
            code == null ? null : code.toLowerCase(Locale.ROOT),
            name == null ? null : name.replaceAll("\\s+", " "),
            null,
            cells.value(
                Column.ORDER, OrganizationTable::order, FieldCode.OUT_OF_RANGE, 0, MAX_ORDER),
            list(cells.text(Column.ALIASES)),
            list(cells.text(Column.E_IDS)),
            cells.value(Column.NAMES, OrganizationTable::names, FieldCode.INVALID_FORMAT, OLD_NAME),
            cells.date(Column.ESTABLISHED_ON),
            cells.date(Column.DISSOLVED_ON),
            null,
            cells.text(Column.DISSOLUTION_BASIS));
    return new Line(cells, sent, group, cells.text(Column.SUCCESSORS));
  }

  private static Optional<Integer> order(String text) {
    return Optional.of(text)
        .filter(one -> one.matches("[0-9]{1,6}"))
        .map(Integer::valueOf)
        .filter(number -> number <= MAX_ORDER);
  }

  private static List<String> list(String cell) {
    return cell == null
        ? null
        : Stream.of(cell.split("[;\\n]")).map(Text::trim).filter(one -> !one.isEmpty()).toList();
  }

  /** "Sở A (đến 28/02/2025); Sở B (từ 01/3/2025 đến hết ngày 30/6/2025)"; empty if it is not so. */
  static Optional<List<OrganizationName>> names(String cell) {
    List<OrganizationName> found = new ArrayList<>();
    for (String one : list(cell)) {
      // Single blanks: each of a long run would be the start of a search through the rest.
      Matcher name = NAME_IN_TIME.matcher(one.replaceAll("\\s+", " "));
      if (!name.matches() || (name.group(2) == null && name.group(3) == null)) {
        return Optional.empty();
      }
      try {
        found.add(new OrganizationName(name.group(1), day(name.group(2)), day(name.group(3))));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  private static LocalDate day(String text) {
    return text == null ? null : new Cell(text, null, false).date();
  }

  /** "Sở Giao thông vận tải" becomes "so-giao-thong-van-tai"; null if nothing is left. */
  static String codeOf(String name) {
    String words = NO_CODE.matcher(Text.fold(name)).replaceAll("-").replaceAll("^-|-$", "");
    String code = words.substring(0, Math.min(words.length(), MAX_CODE)).replaceAll("-$", "");
    return code.isEmpty() ? null : code;
  }

  /**
   * @param groups titles, for a drop-down list
   */
  static TableTemplate template(List<String> groups) {
    return new TableTemplate(
        "Mẫu danh sách cơ quan",
        List.of(
            "Mỗi dòng là một cơ quan. Thứ tự các cột tùy ý; ô trống của cơ quan đã có giữ nguyên giá trị cũ.",
            "Nên nạp thử trước: không ghi gì, chỉ trả bảng kê từng dòng."),
        List.of(
            Field.of(
                Column.CODE.title(),
                22,
                "Chữ thường, số, dấu gạch nối, không đổi về sau, ví dụ sgtvt. Để trống: theo tên của cơ quan đã có, hoặc đặt theo tên."),
            Field.of(Column.NAME.title(), 44, "Tên đầy đủ hiện nay.").needed(),
            Field.of(Column.GROUP.title(), 34, "Tên hoặc mã nhóm của bảng tổng hợp.")
                .needed()
                .oneOf(groups),
            Field.of(
                Column.ORDER.title(), 12, "Thứ tự trong nhóm. Để trống: sau các cơ quan đã có."),
            Field.of(
                Column.ALIASES.title(),
                30,
                "Tên gọi khác, tên viết tắt; nhiều tên cách nhau bằng dấu chấm phẩy."),
            Field.of(
                Column.E_IDS.title(),
                20,
                "Mã định danh điện tử; nhiều mã cách nhau bằng dấu chấm phẩy."),
            Field.of(
                Column.NAMES.title(),
                34,
                "Tên cũ và thời gian mang tên, ví dụ: "
                    + OLD_NAME
                    + "; nhiều tên cách nhau bằng dấu chấm phẩy."),
            Field.date(Column.ESTABLISHED_ON.title(), "Ngày thành lập, dạng 01/7/2025."),
            Field.date(
                Column.DISSOLVED_ON.title(), "Ngày đầu tiên không còn cơ quan, dạng 01/7/2025."),
            Field.of(
                Column.SUCCESSORS.title(),
                34,
                "Tên hoặc mã các cơ quan kế thừa, đã có hoặc ở dòng trên; cách nhau bằng dấu chấm phẩy."),
            Field.of(Column.DISSOLUTION_BASIS.title(), 34, "Căn cứ pháp lý của việc kết thúc.")));
  }

  /** The columns. Their headings include the names of the JSON fields. */
  enum Column implements TableColumn {
    CODE("Mã cơ quan", "Mã", "code", "organization code"),
    NAME(
        "Tên cơ quan",
        "Tên",
        "Cơ quan",
        "Cơ quan, đơn vị",
        "Cơ quan, đơn vị, địa phương",
        "name",
        "organization"),
    GROUP("Nhóm", "Nhóm cơ quan", "Mã nhóm", "Tên nhóm", "group"),
    ORDER("Thứ tự", "Thứ tự trong nhóm", "order"),
    ALIASES("Tên gọi khác", "Tên khác", "Tên viết tắt", "aliases"),
    E_IDS("Mã định danh điện tử", "Mã định danh", "eIds"),
    NAMES("Tên theo thời gian", "Tên cũ", "names"),
    ESTABLISHED_ON("Ngày thành lập", "establishedOn"),
    DISSOLVED_ON("Kết thúc hoạt động từ ngày", "Ngày kết thúc hoạt động", "dissolvedOn"),
    SUCCESSORS("Cơ quan kế thừa", "successors"),
    DISSOLUTION_BASIS("Căn cứ kết thúc hoạt động", "Căn cứ", "dissolutionBasis");

    private final List<String> headings;

    Column(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }
  }
}
