package vn.sogopy.plan.outline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.plan.outline.SectionView.Continued;
import vn.sogopy.platform.http.imports.Headings;
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
  }

  private static final List<Column> NEEDED = List.of(Column.CODE, Column.TITLE);

  private static final TableSchema<Column> SCHEMA =
      new TableSchema<>(
          Column.class,
          row -> row.columns().keySet().containsAll(NEEDED),
          columns -> true,
          FieldError.pointer("", FieldCode.EMPTY_FILE));

  private final List<Line> lines = new ArrayList<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private final List<SectionView> sections = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private boolean read;

  /** A row of a section, with the headings of its sheet. */
  private record Line(Headings<Column> headings, TableRow row) {
    FieldError in(FieldError error, Column column) {
      String heading = column == null ? null : headings.named(column);
      return error.in(row.sheet(), row.number(), heading);
    }
  }

  /** The first sheet always, other sheets if their first row has the required headings. */
  private Consumer<TableRow> sheet(List<TableRow> head) {
    TableRow first = head.get(0);
    if (read && !SCHEMA.isHeading(SCHEMA.headings(first))) {
      return null;
    }
    read = true;
    Headings<Column> headings = headings(first);
    ignored.addAll(headings.ignored());
    return row -> {
      if (row != first) {
        lines.add(new Line(headings, row));
      }
    };
  }

  private static Headings<Column> headings(TableRow row) {
    Line heading = new Line(SCHEMA.headings(row), row);
    String repeated = heading.headings.repeated();
    if (repeated != null) {
      throw ProblemException.invalid(
          FieldError.pointer("", FieldCode.ALREADY_USED, repeated)
              .in(row.sheet(), row.number(), repeated));
    }
    for (Column needed : NEEDED) {
      if (!heading.headings.columns().containsKey(needed)) {
        throw ProblemException.invalid(
            heading.in(FieldError.pointer("", FieldCode.COLUMN_REQUIRED, needed.title()), null));
      }
    }
    return heading.headings;
  }

  /**
   * Reads the table. Headings can be in any order. The separator is {@code ,} or {@code ;}, the BOM
   * is optional. The sheets of a workbook are concatenated.
   *
   * @throws ProblemException 400 that names line and column
   */
  public static OutlineTable read(Upload file) {
    OutlineTable table = new OutlineTable();
    boolean xlsx = file.isWorkbook();
    table.leftOut.addAll(reader().read(file.content(), xlsx, table::sheet));
    return table.readSections();
  }

  /** As {@link #read(Upload)}, of the bytes of a CSV. */
  public static OutlineTable read(byte[] csv) {
    OutlineTable table = new OutlineTable();
    reader().readCsv(new ByteArrayInputStream(csv), table::sheet);
    return table.readSections();
  }

  private static TableReader reader() {
    return new TableReader(2 * Outline.MAX, MAX_COLUMNS);
  }

  private OutlineTable readSections() {
    if (!read) {
      throw ProblemException.invalid(SCHEMA.missing());
    }
    if (lines.size() > Outline.MAX) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, Outline.MAX));
    }
    List<FieldError> errors = new ArrayList<>();
    for (Line line : lines) {
      Map<Column, String> cells = new EnumMap<>(Column.class);
      line.headings
          .columns()
          .forEach(
              (column, place) -> {
                try {
                  cells.put(column, text(line.row.cell(place).text()));
                } catch (Text.IllegalTextException e) {
                  String pointer = "/items/" + sections.size() + "/" + column.title();
                  errors.add(
                      line.in(
                          FieldError.pointer(pointer, FieldCode.INVALID_TEXT, e.getMessage()),
                          column));
                }
              });
      sections.add(
          new SectionView(
              cells.get(Column.CODE),
              cells.get(Column.TITLE),
              cells.get(Column.PARENT),
              null,
              codes(cells.get(Column.RESPONSIBLE)),
              cells.get(Column.DEFAULT_ASSIGNEE),
              continued(cells.get(Column.CONTINUES))));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return this;
  }

  /** Normalised; null for an empty cell. */
  private static String text(String cell) {
    String text = Text.normalize(cell);
    return text.isEmpty() ? null : text;
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

  /** Unknown headings, as written. */
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  /** Sheets that have rows but were not read. */
  public List<String> ignoredSheets() {
    return leftOut;
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
    Column column =
        Arrays.stream(Column.values())
            .filter(one -> one.title().equals(item.group(2)))
            .findFirst()
            .orElse(null);
    return lines.get(Integer.parseInt(item.group(1))).in(error, column);
  }

  /** The table of an outline. {@link #read} can read it. */
  static byte[] write(Outline outline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
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
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
