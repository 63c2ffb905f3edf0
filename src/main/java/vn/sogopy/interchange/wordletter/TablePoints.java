package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;
import vn.sogopy.interchange.wordletter.TableHeadings.Column;

/** Reads the points of a table by its headings. One row is one or several points. */
final class TablePoints {
  /** Rows that are searched for headings. */
  private static final int MAX_TITLES = 4;

  /** Columns; the limit of Word is 63. */
  private static final int MAX_COLUMNS = 100;

  /** The values of a number column: 1, II., a) */
  private static final String ENUMERATOR = "\\(?[0-9]{1,4}[.)]?|[IVXL]{1,6}[.)]?|[A-Za-zđ][.)]?";

  private final Block.Table table;
  private final List<List<Block.Cell>> rows;
  private final List<ProposedPoint> points;
  private final List<Skipped> skipped;

  /** Null if the first rows have no headings, until {@link #read}. */
  private TableHeadings headings;

  /** The number of rows up to the headings. */
  private int first;

  /** Heading rows within the table that have no point below them yet. */
  private final List<Skipped> groups = new ArrayList<>();

  private Skipped group;

  TablePoints(Block.Table table, List<ProposedPoint> points, List<Skipped> skipped) {
    this.table = table;
    this.rows = filled(table);
    this.points = points;
    this.skipped = skipped;
    for (int i = 0; headings == null && i < Math.min(rows.size(), MAX_TITLES); i++) {
      headings = TableHeadings.of(rows.get(i));
      first = headings == null ? 0 : i + 1;
    }
  }

  /** The rows with vertically and horizontally merged cells filled in. */
  private static List<List<Block.Cell>> filled(Block.Table table) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    List<Block.Cell> above = List.of();
    for (List<Block.Cell> row : table.rows()) {
      List<Block.Cell> filled = new ArrayList<>();
      for (Block.Cell cell : row) {
        int column = filled.size();
        boolean down = cell.continued() && cell.paragraphs().isEmpty() && column < above.size();
        int span = Math.min(cell.span(), MAX_COLUMNS - column);
        filled.addAll(Collections.nCopies(span, down ? above.get(column) : cell));
      }
      rows.add(filled);
      above = filled;
    }
    return rows;
  }

  static String place(Block.Table table, int row) {
    return "bảng " + table.number() + ", dòng " + (row + 1);
  }

  boolean hasHeadings() {
    return headings != null;
  }

  /** Whether it continues the columns of the previous table. */
  boolean continues(TableHeadings before) {
    return before != null
        && !rows.isEmpty()
        && rows.get(0).size() == before.width()
        && before.of(Column.ORDINAL).stream()
            .anyMatch(i -> rows.get(0).get(i).text().strip().matches("[0-9]{1,3}[.)]?"));
  }

  /**
   * @param before the headings of the previous table, which apply if this one has none
   * @return the headings in use
   */
  TableHeadings read(TableHeadings before) {
    headings = headings == null ? before : headings;
    for (int i = 0; i < rows.size(); i++) {
      List<Block.Cell> row = rows.get(i);
      if (i < first) {
        skip(i, Reason.TABLE_HEADING);
      } else if (isGroup(row)) {
        group = new Skipped(own(i), Reason.HEADING, place(table, i));
        groups.add(group);
      } else if (text(row, Column.CONTENT).isEmpty() && text(row, Column.PROPOSAL).isEmpty()) {
        skip(i, Reason.HEADING);
      } else if (isNumbers(row)) {
        skip(i, Reason.TABLE_HEADING); // the row "(1) (2) (3)" below the headings
      } else {
        point(i);
      }
    }
    skipped.addAll(groups);
    return headings;
  }

  private void point(int i) {
    List<Block.Cell> row = rows.get(i);
    String content = text(row, Column.CONTENT);
    String proposal = text(row, Column.PROPOSAL);
    String about = text(row, Column.DRAFT);
    String place = place(table, i);
    String more =
        line("", text(row, Column.ORDINAL))
            + line("Lý do: ", text(row, Column.REASON))
            + line("Ghi chú: ", text(row, Column.NOTE))
            + line("", text(cells(row, unknown(row))));
    List<Block.Paragraph> paragraphs =
        cells(row, headings.of(Column.CONTENT)).stream()
            .flatMap(cell -> cell.paragraphs().stream())
            .toList();
    if (proposal.isEmpty() && more.isEmpty() && several(paragraphs)) {
      List<ProposedPoint> parts = new ArrayList<>();
      List<Skipped> rest = new ArrayList<>();
      PointTree tree = new PointTree(context(), parts, rest);
      paragraphs.forEach(paragraph -> tree.add(paragraph, place));
      tree.end();
      // The place in the table belongs to one of the parts. Without parts, the row is the point.
      if (!parts.isEmpty()) {
        skipped.addAll(rest);
        parts.forEach(part -> emit(part.context(), part.text(), null, about, place));
        return;
      }
    }
    if (content.isEmpty()) {
      emit(context(), proposal + more, null, about, place);
    } else if (!proposal.isEmpty()) {
      emit(context(), content + more, proposal, about, place);
    } else if (!Words.isAgreement(content)) {
      emit(context(), content + more, null, about, place);
    } else {
      skipped.add(new Skipped(own(i), Reason.AGREEMENT, place));
    }
  }

  private void emit(String context, String text, String proposal, String about, String place) {
    if (!context().isEmpty()) {
      groups.remove(group);
    }
    points.add(new ProposedPoint(context, text, proposal, about, place));
  }

  /** A line of a point; empty for an empty text and for a number. */
  private static String line(String label, String text) {
    return text.isEmpty() || text.matches(ENUMERATOR) ? "" : "\n" + label + text;
  }

  private String context() {
    if (group == null || Words.isGeneralHeading(bare(group.text()))) {
      return "";
    }
    return bare(group.text());
  }

  /** A heading row without its number, which may be in a separate cell. */
  private static String bare(String heading) {
    String[] cells = heading.split("\n", 2);
    String text = cells.length == 2 && cells[0].matches(ENUMERATOR) ? cells[1] : heading;
    Marker marker = Marker.of(text);
    return text.substring(marker == null ? 0 : marker.length()).replace('\n', ' ');
  }

  private static boolean several(List<Block.Paragraph> paragraphs) {
    return paragraphs.stream().filter(one -> Marker.of(one) != null).count() > 1
        && Marker.of(paragraphs.get(0)) != null;
  }

  /** The columns without a known heading, also those beyond the headings; their text is kept. */
  private List<Integer> unknown(List<Block.Cell> row) {
    return IntStream.range(0, row.size())
        .filter(i -> !headings.isKnown(i))
        .filter(i -> i < headings.width() || row.get(i) != row.get(i - 1))
        .boxed()
        .toList();
  }

  private String text(List<Block.Cell> row, Column column) {
    return text(cells(row, headings.of(column)));
  }

  private static String text(List<Block.Cell> cells) {
    return cells.stream()
        .map(Block.Cell::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The cells in these columns; one that covers several of them counts once. */
  private static List<Block.Cell> cells(List<Block.Cell> row, List<Integer> columns) {
    // Cells with equal texts are different cells.
    Set<Block.Cell> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return columns.stream()
        .filter(column -> column < row.size())
        .map(row::get)
        .filter(seen::add)
        .toList();
  }

  /** Whether the row has one text over the whole width, with at most a number beside it. */
  private boolean isGroup(List<Block.Cell> row) {
    List<Integer> numbers = headings.of(Column.ORDINAL);
    List<Integer> others =
        IntStream.range(0, row.size())
            .filter(i -> !numbers.contains(i) || row.get(i).span() > 1)
            .boxed()
            .toList();
    List<Block.Cell> filled =
        cells(row, others).stream().filter(cell -> !cell.text().isEmpty()).toList();
    if (filled.size() != 1) {
      return false;
    }
    Block.Cell only = filled.get(0);
    boolean content = contains(row, Column.CONTENT, only);
    boolean proposal = contains(row, Column.PROPOSAL, only);
    return (only.span() > 1 || !content && !proposal) && !Words.isRequest(only.text());
  }

  private boolean contains(List<Block.Cell> row, Column column, Block.Cell searched) {
    return cells(row, headings.of(column)).stream().anyMatch(cell -> cell == searched);
  }

  private static boolean isNumbers(List<Block.Cell> row) {
    return row.stream().allMatch(cell -> cell.text().matches("\\(?[0-9]{0,2}\\)?"));
  }

  private void skip(int row, Reason reason) {
    String text = own(row);
    if (!text.isEmpty()) {
      skipped.add(new Skipped(text, reason, place(table, row)));
    }
  }

  /** The text of this row, without merged cells. */
  private String own(int row) {
    return text(table.rows().get(row));
  }
}
