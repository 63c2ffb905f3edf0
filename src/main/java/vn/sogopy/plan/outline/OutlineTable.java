package vn.sogopy.plan.outline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.plan.outline.SectionView.Continued;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.imports.TableCells;
import vn.sogopy.platform.http.imports.TableReader;
import vn.sogopy.platform.http.imports.TableReader.TableRow;
import vn.sogopy.platform.http.imports.TableSchema;
import vn.sogopy.platform.http.imports.TableSchema.TableColumn;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.table.TableTemplate;
import vn.sogopy.platform.table.TableTemplate.Field;

/** An outline as a table, CSV or XLSX: one section per row, columns found by their headings. */
public final class OutlineTable {
  private static final int MAX_COLUMNS = 50;

  /** Marks a new section. It contains a blank, so it cannot be a code. */
  private static final String NEW = "mục mới";

  private enum Column implements TableColumn {
    CODE("code", "Mã", "Mã mục"),
    TITLE("title", "Tên mục", "Tên", "Tiêu đề"),
    PARENT("parent", "Mục cha", "Mã mục cha"),
    RESPONSIBLE("responsible", "Cơ quan phụ trách"),
    DEFAULT_ASSIGNEE("defaultAssignee", "Người xử lý", "Người xử lý mặc định"),
    CONTINUES("continues", "Tiếp nối mục", "Tiếp nối");

    private final List<String> headings;

    Column(String... headings) {
      this.headings = List.of(headings);
    }

    @Override
    public List<String> headings() {
      return headings;
    }

    /** The Vietnamese heading; the first one is the name of the field. */
    @Override
    public String proposal() {
      return headings.get(1);
    }

    @Override
    public List<String> alike() {
      return this == PARENT ? List.of("Mục", "Cấp trên", "Thuộc") : List.of();
    }
  }

  private static final List<Column> NEEDED = List.of(Column.CODE, Column.TITLE);

  /** The first row of a sheet has its headings. */
  private static final TableSchema<Column> SCHEMA =
      new TableSchema<>(
          Column.class,
          row -> true,
          columns -> columns.containsAll(NEEDED),
          FieldError.pointer("", FieldCode.EMPTY_FILE));

  private final Function<String, Optional<String>> bodies;
  private final List<TableCells<Column>> lines = new ArrayList<>();
  private final List<SectionView> sections = new ArrayList<>();
  private TableSchema.Ignored ignored;

  private OutlineTable(Function<String, Optional<String>> bodies) {
    this.bodies = bodies;
  }

  /**
   * Reads the table. Headings can be in any order. The separator is {@code ,} or {@code ;}, the BOM
   * is optional. The sheets of a workbook are concatenated.
   *
   * @param bodies the code of an organization by its code or a name of it; empty = unknown, which
   *     stays as it is written
   * @throws ProblemException 400 that names line and column
   */
  public static OutlineTable read(Upload file, Function<String, Optional<String>> bodies) {
    OutlineTable table = new OutlineTable(bodies);
    table.ignored = SCHEMA.read(file, reader(), table::sheet);
    return table.readSections();
  }

  /** As {@link #read(Upload, Function)}, of the bytes of a CSV whose organizations are codes. */
  public static OutlineTable read(byte[] csv) {
    OutlineTable table = new OutlineTable(code -> Optional.empty());
    table.ignored = SCHEMA.readCsv(new ByteArrayInputStream(csv), reader(), table::sheet);
    return table.readSections();
  }

  private static TableReader reader() {
    return new TableReader(2 * Outline.MAX, MAX_COLUMNS);
  }

  private Consumer<TableRow> sheet(Headings<Column> headings) {
    for (Column needed : NEEDED) {
      if (!headings.columns().containsKey(needed)) {
        throw ProblemException.invalid(
            FieldError.pointer("", FieldCode.COLUMN_REQUIRED, needed.title())
                .in(headings.row().sheet(), headings.row().number(), null));
      }
    }
    return row -> lines.add(new TableCells<>(headings, row));
  }

  private OutlineTable readSections() {
    if (lines.size() > Outline.MAX) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, Outline.MAX));
    }
    for (TableCells<Column> line : lines) {
      SectionView section =
          new SectionView(
              line.text(Column.CODE),
              line.text(Column.TITLE),
              line.text(Column.PARENT),
              null,
              codes(line.text(Column.RESPONSIBLE)),
              line.text(Column.DEFAULT_ASSIGNEE),
              continued(line.text(Column.CONTINUES)));
      sections.add(section);
    }
    TableCells.requireReadable(lines, Column.values());
    return this;
  }

  /** An empty cell means an absent field. */
  private static Continued continued(String cell) {
    if (cell == null) {
      return Continued.SAME_CODE;
    }
    return Headings.key(cell).equals(Headings.key(NEW)) ? Continued.NONE : Continued.of(cell);
  }

  private List<String> codes(String cell) {
    return cell == null
        ? List.of()
        : OrganizationNames.split(cell, name -> bodies.apply(name).isPresent()).stream()
            .map(name -> bodies.apply(name).orElse(name))
            .toList();
  }

  public List<SectionView> sections() {
    return sections;
  }

  TableSchema.Ignored ignored() {
    return ignored;
  }

  /** Runs a check of the sections. Errors of a refusal then name line and column of the table. */
  public <T> T located(Supplier<T> work) {
    return TableCells.located(lines, Column.values(), work);
  }

  ImportReport report(List<SectionView> before, List<SectionView> now, ImportMode mode) {
    Map<String, SectionView> earlier = byKey(before);
    Map<String, SectionView> stored = byKey(now);
    ImportReport.Builder report = mode.report(ignored);
    for (int i = 0; i < lines.size(); i++) {
      String key = Section.key(sections.get(i).code());
      SectionView old = earlier.get(key);
      Status status = Status.CREATED;
      if (old != null) {
        status = old.equals(stored.get(key)) ? Status.UNCHANGED : Status.UPDATED;
      }
      report.add(lines.get(i).row(), status, sections.get(i).code(), List.of());
    }
    return report.build();
  }

  private static Map<String, SectionView> byKey(List<SectionView> sections) {
    return sections.stream()
        .collect(Collectors.toMap(section -> Section.key(section.code()), section -> section));
  }

  /**
   * @param bodies names of organizations, for a drop-down list
   */
  static TableTemplate template(List<String> bodies) {
    return new TableTemplate(
        "Mẫu mục lục dự thảo",
        List.of(
            "Mỗi dòng là một mục, theo thứ tự của mục lục; danh sách gửi lên thay toàn bộ mục lục cũ, khi dự thảo đang soạn.",
            "Nên nạp thử trước: không ghi gì."),
        List.of(
            Field.of("Mã mục", 14, "Không có dấu cách, ví dụ V.1.").needed(),
            Field.of("Tên mục", 60, "Ví dụ: Giao thông.").needed(),
            Field.of("Mục cha", 14, "Mã của mục trên, đã có ở dòng trên; để trống: mục gốc."),
            Field.of(
                    "Cơ quan phụ trách",
                    40,
                    "Tên (kể cả tên theo thời gian, tên gọi khác) hoặc mã; nhiều cơ quan cách nhau bằng dấu chấm phẩy.")
                .oneOf(bodies),
            Field.of(
                "Người xử lý", 26, "Người được phân công ngay khi tiếp nhận ý kiến vào mục này."),
            Field.of(
                "Tiếp nối mục",
                16,
                "Mã mục của dự thảo trước; \"mục mới\": không tiếp nối; để trống: mục cùng mã.")));
  }

  /** Writes an outline as CSV. {@link #read} can read it. */
  static void write(Outline outline, OutputStream out) throws IOException {
    CsvWriter csv = new CsvWriter(out);
    csv.row(Arrays.stream(Column.values()).map(Column::title).toList());
    for (SectionView section : outline.items()) {
      csv.row(
          Arrays.asList(
              section.code(),
              section.title(),
              section.parent(),
              String.join("; ", section.responsible()),
              section.defaultAssignee(),
              section.continues().given() && section.continues().code() == null
                  ? NEW
                  : section.continues().code()));
    }
    csv.flush();
  }
}
