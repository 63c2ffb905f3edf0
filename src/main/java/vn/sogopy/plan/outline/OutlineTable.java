package vn.sogopy.plan.outline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.plan.outline.SectionView.Continued;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
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
import vn.sogopy.platform.text.Text;

/** An outline as a table, CSV or XLSX: one section per row, columns found by their headings. */
public final class OutlineTable {
  private static final int MAX_COLUMNS = 50;

  /** Marks a new section. It contains a blank, so it cannot be a code. */
  private static final String NEW = "mục mới";

  private static final Pattern ITEM = Pattern.compile("/items/([0-9]+)(?:/([A-Za-z]+).*)?");

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

  private final List<TableCells<Column>> lines = new ArrayList<>();
  private final List<SectionView> sections = new ArrayList<>();
  private TableSchema.Ignored ignored;

  /**
   * Reads the table. Headings can be in any order. The separator is {@code ,} or {@code ;}, the BOM
   * is optional. The sheets of a workbook are concatenated.
   *
   * @throws ProblemException 400 that names line and column
   */
  public static OutlineTable read(Upload file) {
    OutlineTable table = new OutlineTable();
    table.ignored = SCHEMA.read(file, reader(), table::sheet);
    return table.readSections();
  }

  /** As {@link #read(Upload)}, of the bytes of a CSV. */
  public static OutlineTable read(byte[] csv) {
    OutlineTable table = new OutlineTable();
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
    List<FieldError> errors = new ArrayList<>();
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
      for (CellError error : line.errors()) {
        Column column = column(one -> line.named(one).equals(error.column()));
        String pointer = "/items/" + sections.size() + "/" + column.title();
        errors.add(in(line, column, FieldError.pointer(pointer, error.code(), error.arguments())));
      }
      sections.add(section);
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return this;
  }

  private static Column column(Predicate<Column> wanted) {
    return Arrays.stream(Column.values()).filter(wanted).findFirst().orElse(null);
  }

  /** The error with the place in the table. */
  private static FieldError in(TableCells<Column> line, Column column, FieldError error) {
    String heading = column == null ? null : line.named(column);
    return error.in(line.row().sheet(), line.row().number(), heading);
  }

  /** An empty cell means an absent field. */
  private static Continued continued(String cell) {
    if (cell == null) {
      return Continued.SAME_CODE;
    }
    return Headings.key(cell).equals(Headings.key(NEW)) ? Continued.NONE : Continued.of(cell);
  }

  private static List<String> codes(String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split("[,;\\n]")).map(Text::trim).filter(c -> !c.isEmpty()).toList();
  }

  public List<SectionView> sections() {
    return sections;
  }

  TableSchema.Ignored ignored() {
    return ignored;
  }

  /** Runs a check of the sections. Errors of a refusal then name line and column of the table. */
  public <T> T located(Supplier<T> work) {
    try {
      return work.get();
    } catch (ProblemException e) {
      if (e.errors().isEmpty()) {
        throw e;
      }
      throw ProblemException.invalid(e.errors().stream().map(this::locate).toList());
    }
  }

  private FieldError locate(FieldError error) {
    Matcher item = ITEM.matcher(error.name());
    if (error.place() != FieldError.Place.POINTER || !item.matches()) {
      return error;
    }
    Column column = column(one -> one.title().equals(item.group(2)));
    return in(lines.get(Integer.parseInt(item.group(1))), column, error);
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
