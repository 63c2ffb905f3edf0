package vn.sogopy.plan.outline;

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.imports.SentTable;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.FilePart;
import vn.sogopy.platform.table.CsvWriter;
import vn.sogopy.platform.table.TableReader;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.Text;

/** An outline as a table, CSV or XLSX: one section a line, its columns known by their headings. */
public final class OutlineTable {
  private static final int MAX_COLUMNS = 50;

  /** In the column of what a section continues: nothing. No code has a blank. */
  private static final String NEW = "mục mới";

  private static final Pattern ITEM = Pattern.compile("/items/([0-9]+)(?:/([A-Za-z]+).*)?");

  /** What the columns mean; headings are compared without accents and case. */
  private enum Column {
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

    private String field() {
      return headings.get(0);
    }

    private static Column of(String heading) {
      String wanted = key(heading);
      return Arrays.stream(values())
          .filter(column -> column.headings.stream().anyMatch(h -> key(h).equals(wanted)))
          .findFirst()
          .orElse(null);
    }

    private static String key(String heading) {
      return Text.fold(heading).replaceAll("\\s+", " ").strip();
    }
  }

  private static final List<Column> NEEDED = List.of(Column.CODE, Column.TITLE);

  private final List<Line> lines = new ArrayList<>();
  private final Set<String> ignored = new LinkedHashSet<>();
  private final List<SectionView> sections = new ArrayList<>();
  private final List<String> leftOut;

  /** The heading row of a sheet, and where its columns are. */
  private record Head(TableRow row, Map<Column, Integer> places) {
    private static final int MAX_SHOWN = 200;

    /** Adds what it does not know to these. */
    static Head of(TableRow row, Set<String> ignored) {
      Head head = new Head(row, new EnumMap<>(Column.class));
      for (int i = 0; i < row.cells().size(); i++) {
        String heading = row.cell(i).text();
        Column column = Column.of(heading);
        if (column == null) {
          if (!heading.isEmpty()) {
            ignored.add(heading.length() > MAX_SHOWN ? heading.substring(0, MAX_SHOWN) : heading);
          }
        } else if (head.places.putIfAbsent(column, i) != null) {
          throw ProblemException.invalid(
              head.in(FieldError.pointer("", FieldCode.ALREADY_USED, heading), heading));
        }
      }
      for (Column needed : NEEDED) {
        if (!head.places.containsKey(needed)) {
          throw ProblemException.invalid(
              head.in(FieldError.pointer("", FieldCode.COLUMN_REQUIRED, needed.field()), null));
        }
      }
      return head;
    }

    FieldError in(FieldError error, String heading) {
      return error.in(row.sheet(), row.number(), heading);
    }

    String heading(Column column) {
      return places.containsKey(column) ? row.cell(places.get(column)).text() : column.field();
    }
  }

  /** A section's row, and what its sheet's columns are. */
  private record Line(Head head, TableRow row) {
    FieldError in(FieldError error, Column column) {
      String heading = column == null ? null : head.heading(column);
      return error.in(row.sheet(), row.number(), heading);
    }
  }

  private OutlineTable(SentTable table) {
    leftOut = table.leftOut();
    for (List<TableRow> rows : table.sheets()) {
      Head head = Head.of(rows.get(0), ignored);
      rows.stream().skip(1).forEach(row -> lines.add(new Line(head, row)));
    }
    readSections();
  }

  /**
   * Reads the table; headings in any order, {@code ,} or {@code ;}, with or without BOM. Further
   * sheets of a workbook go on where the one before ends.
   *
   * @throws ProblemException 400 that names line and column
   */
  public static OutlineTable read(FilePart file) {
    TableReader reader = new TableReader(2 * Outline.MAX, MAX_COLUMNS);
    FieldError empty = FieldError.pointer("", FieldCode.EMPTY_FILE);
    return new OutlineTable(SentTable.read(file, reader, sheets(), empty));
  }

  /** The first sheet, whatever it is, and others whose first row has the needed headings. */
  private static TableReader.Choice sheets() {
    AtomicBoolean further = new AtomicBoolean();
    return head ->
        !further.getAndSet(true)
            || head.get(0).cells().stream()
                .map(cell -> Column.of(cell.text()))
                .toList()
                .containsAll(NEEDED);
  }

  /** As {@link #read(FilePart)}, of bytes that nobody says anything about. */
  public static OutlineTable read(byte[] bytes) {
    return read(new FilePart(bytes, null, null));
  }

  private void readSections() {
    if (lines.size() > Outline.MAX) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, Outline.MAX));
    }
    List<FieldError> errors = new ArrayList<>();
    for (Line line : lines) {
      Map<Column, String> cells = new EnumMap<>(Column.class);
      line.head.places.forEach(
          (column, place) -> {
            try {
              cells.put(column, text(line.row.cell(place).text()));
            } catch (Text.IllegalTextException e) {
              String pointer = "/items/" + sections.size() + "/" + column.field();
              errors.add(
                  line.in(
                      FieldError.pointer(pointer, FieldCode.INVALID_TEXT, e.getMessage()), column));
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
  }

  /** Normalised; null for an empty cell. */
  private static String text(String cell) {
    String text = Text.normalize(cell);
    return text.isEmpty() ? null : text;
  }

  /** An empty cell says nothing. */
  private static Continued continued(String cell) {
    if (cell == null) {
      return Continued.SAME_CODE;
    }
    return Column.key(cell).equals(Column.key(NEW)) ? Continued.NOTHING : Continued.of(cell);
  }

  private static List<String> codes(String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split("[,;\\n]")).map(Text::trim).filter(c -> !c.isEmpty()).toList();
  }

  public List<SectionView> sections() {
    return sections;
  }

  /** Headings that mean nothing here, as they stood. */
  public List<String> ignoredColumns() {
    return List.copyOf(ignored);
  }

  /** Sheets with rows that were not read. */
  public List<String> ignoredSheets() {
    return leftOut;
  }

  /** Runs what judges the sections; a refusal then names line and column of the table. */
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
            .filter(one -> one.field().equals(item.group(2)))
            .findFirst()
            .orElse(null);
    return lines.get(Integer.parseInt(item.group(1))).in(error, column);
  }

  /** The table of an outline, which {@link #read} reads back. */
  static byte[] write(Outline outline) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CsvWriter csv = new CsvWriter(out);
      csv.row(Arrays.stream(Column.values()).map(Column::field).toList());
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
