package vn.sogopy.organization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.table.TableTemplate.Field;
import vn.sogopy.platform.text.Text;

/** The groups of the register as a table: one group per row, in order. Plain Java. */
final class GroupTable {
  private static final int MAX_ROWS = 200;
  private static final int MAX_COLUMNS = 50;
  private static final int MAX_CODE = 40;
  private static final Pattern NO_CODE = Pattern.compile("[^A-Z0-9]+");

  static final TableTemplate TEMPLATE =
      new TableTemplate(
          "Mẫu danh sách nhóm",
          List.of(
              "Mỗi dòng là một nhóm của bảng tổng hợp, theo thứ tự; danh sách gửi lên thay toàn bộ danh sách cũ.",
              "Nên nạp thử trước: không ghi gì."),
          List.of(
              Field.of(
                  "Mã nhóm",
                  22,
                  "Chữ hoa, số, dấu gạch dưới, ví dụ COMMUNE. Để trống: mã của nhóm đang mang tên đó, hoặc đặt theo tên."),
              Field.of(
                      "Tên nhóm", 60, "Tên in ở bảng tổng hợp, ví dụ UBND các xã, phường, đặc khu.")
                  .needed()));

  /** The first heading of a column is the name of the field. */
  private enum Column implements TableColumn {
    CODE("code", "Mã nhóm", "Mã"),
    TITLE("title", "Tên nhóm", "Nhóm", "Tên");

    private final List<String> headings;

    Column(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }
  }

  private static final TableSchema<Column> SCHEMA =
      new TableSchema<>(
          Column.class,
          row -> row.columns().containsKey(Column.TITLE),
          columns -> columns.contains(Column.CODE) && columns.contains(Column.TITLE),
          FieldError.pointer("", FieldCode.COLUMN_REQUIRED, "Tên nhóm"));

  private final List<TableCells<Column>> lines = new ArrayList<>();
  private TableSchema.Ignored ignored;

  private GroupTable() {}

  /**
   * @throws ProblemException 400 if the file is no table, or has no column of titles
   */
  static GroupTable read(Upload file) {
    GroupTable table = new GroupTable();
    table.ignored =
        SCHEMA.read(
            file,
            new TableReader(MAX_ROWS, MAX_COLUMNS),
            headings -> row -> table.lines.add(new TableCells<>(headings, row)));
    return table;
  }

  /**
   * The groups of the rows. A group without a code has that of the stored group of this title, or
   * one made of its title.
   *
   * @throws ProblemException 400 for a cell with characters that are not allowed
   */
  List<GroupView> groups(List<GroupView> stored) {
    Map<String, String> codes = new HashMap<>();
    stored.forEach(group -> codes.put(Text.foldName(group.title()), group.code()));
    List<GroupView> found = new ArrayList<>();
    for (TableCells<Column> line : lines) {
      String code = line.text(Column.CODE);
      String title = line.text(Column.TITLE);
      if (code == null && title != null) {
        code = codes.getOrDefault(Text.foldName(title), codeOf(title));
      }
      found.add(new GroupView(code, title));
    }
    TableCells.requireReadable(lines, Column.values());
    return found;
  }

  /** "UBND các xã, phường" becomes "UBND_CAC_XA_PHUONG"; null if it has no letter to begin with. */
  static String codeOf(String title) {
    String words =
        NO_CODE
            .matcher(Text.withoutAccents(title).toUpperCase(Locale.ROOT))
            .replaceAll("_")
            .replaceAll("^[_0-9]+", "");
    String code = words.substring(0, Math.min(words.length(), MAX_CODE)).replaceAll("_$", "");
    return code.isEmpty() ? null : code;
  }

  /** Runs a check of the groups. Errors of a refusal then name row and column of the table. */
  <T> T located(Supplier<T> work) {
    return TableCells.located(lines, Column.values(), work);
  }

  ImportReport report(List<GroupView> before, List<GroupView> now, ImportMode mode) {
    ImportReport.Builder report = mode.report(ignored);
    for (int i = 0; i < lines.size(); i++) {
      GroupView group = now.get(i);
      int order = i;
      Status status =
          before.stream()
              .filter(one -> one.code().equals(group.code()))
              .findFirst()
              .map(
                  one ->
                      one.equals(group) && before.indexOf(one) == order
                          ? Status.UNCHANGED
                          : Status.UPDATED)
              .orElse(Status.CREATED);
      report.add(lines.get(i).row(), status, group.code(), List.of());
    }
    return report.build();
  }
}
