package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped;
import vn.sogopy.interchange.wordletter.ProposedParts.Skipped.Reason;
import vn.sogopy.interchange.wordletter.TableHeadings.Column;

/** Reads the points of a table by its headings. One row is one or several points. */
final class TablePoints {
  /** Rows that are searched for headings. */
  private static final int MOST_TITLES = 4;

  /** Columns; the limit of Word is 63. */
  private static final int MAX_COLUMNS = 100;

  /** The values of a number column: 1, II., a) */
  private static final String ENUMERATOR = "\\(?[0-9]{1,4}[.)]?|[IVXL]{1,6}[.)]?|[A-Za-zđ][.)]?";

  private final Block.Table table;
  private final List<List<Block.Cell>> rows;
  private final Consumer<ProposedPoint> points;
  private final Consumer<Skipped> skipped;

  /** Heading rows within the table that have no point below them yet. */
  private final List<Skipped> groups = new ArrayList<>();

  private Skipped group;

  TablePoints(Block.Table table, Consumer<ProposedPoint> points, Consumer<Skipped> skipped) {
    this.table = table;
    this.rows = filled(table);
    this.points = points;
    this.skipped = skipped;
  }

  /** The rows with vertically and horizontally merged cells filled in. */
  private static List<List<Block.Cell>> filled(Block.Table table) {
    List<List<Block.Cell>> rows = new ArrayList<>();
    List<Block.Cell> above = List.of();
    for (Block.Row row : table.rows()) {
      List<Block.Cell> filled = new ArrayList<>();
      for (Block.Cell cell : row.cells()) {
        int column = filled.size();
        boolean down = cell.continued() && cell.paragraphs().isEmpty() && column < above.size();
        Block.Cell shown = down ? above.get(column) : cell;
        for (int i = 0; i < Math.max(1, cell.span()) && filled.size() < MAX_COLUMNS; i++) {
          filled.add(shown);
        }
      }
      rows.add(filled);
      above = filled;
    }
    return rows;
  }

  static String place(Block.Table table, int row) {
    return "bảng " + table.number() + ", dòng " + (row + 1);
  }

  /** The row with the headings; -1 if the first rows have none. */
  int headingRow() {
    for (int i = 0; i < Math.min(rows.size(), MOST_TITLES); i++) {
      if (TableHeadings.of(rows.get(i)) != null) {
        return i;
      }
    }
    return -1;
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
   * @param known the headings of the previous table if this one continues it
   * @return the headings in use
   */
  TableHeadings read(TableHeadings known) {
    int first = headingRow();
    TableHeadings headings = first < 0 ? known : TableHeadings.of(rows.get(first));
    for (int i = 0; i <= first; i++) {
      skip(i, Reason.TABLE_HEADING);
    }
    for (int i = first + 1; i < rows.size(); i++) {
      List<Block.Cell> row = rows.get(i);
      String content = text(row, headings.of(Column.CONTENT), i);
      String proposal = text(row, headings.of(Column.PROPOSAL), i);
      if (isGroup(row, headings)) {
        group = new Skipped(own(i), Reason.HEADING, place(table, i));
        groups.add(group);
      } else if (content.isEmpty() && proposal.isEmpty()) {
        skip(i, Reason.HEADING);
      } else if (isNumbers(row)) {
        skip(i, Reason.TABLE_HEADING); // the row "(1) (2) (3)" below the headings
      } else {
        point(i, headings, content, proposal);
      }
    }
    groups.forEach(skipped);
    return headings;
  }

  private void point(int i, TableHeadings headings, String content, String proposal) {
    List<Block.Cell> row = rows.get(i);
    StringBuilder more = new StringBuilder();
    add(more, row, headings.of(Column.ORDINAL), "", i);
    add(more, row, headings.of(Column.REASON), "Lý do: ", i);
    add(more, row, headings.of(Column.NOTE), "Ghi chú: ", i);
    add(more, row, headings.unknown(), "", i);
    String about = text(row, headings.of(Column.DRAFT), i);
    String place = place(table, i);
    List<Block.Paragraph> said = new ArrayList<>();
    headings.of(Column.CONTENT).forEach(c -> said.addAll(row.get(c).paragraphs()));
    if (proposal.isEmpty() && more.isEmpty() && several(said)) {
      List<ProposedPoint> parts = new ArrayList<>();
      List<Skipped> rest = new ArrayList<>();
      PointTree tree = new PointTree(context(), parts::add, rest::add);
      said.forEach(paragraph -> tree.add(paragraph, place));
      tree.end();
      // The place in the table belongs to one of the parts. Without parts, the row is the point.
      if (!parts.isEmpty()) {
        rest.forEach(skipped);
        parts.forEach(
            part -> tell(new ProposedPoint(part.context(), part.text(), null, about, place)));
        return;
      }
    }
    String text = (content.isEmpty() ? proposal : content) + more;
    if (content.isEmpty() || !Words.isAgreement(content) || !proposal.isEmpty()) {
      tell(
          new ProposedPoint(
              context(),
              text,
              content.isEmpty() || proposal.isEmpty() ? null : proposal,
              about,
              place));
    } else {
      skipped.accept(new Skipped(own(i), Reason.AGREEMENT, place));
    }
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

  private void tell(ProposedPoint point) {
    if (!context().isEmpty()) {
      groups.remove(group);
    }
    points.accept(point);
  }

  private static boolean several(List<Block.Paragraph> said) {
    return said.stream().filter(one -> Marker.of(one) != null).count() > 1
        && Marker.of(said.get(0)) != null;
  }

  private void add(
      StringBuilder more, List<Block.Cell> row, List<Integer> columns, String label, int i) {
    String text = text(row, columns, i);
    if (!text.isEmpty() && !text.matches(ENUMERATOR)) {
      more.append('\n').append(label).append(text);
    }
  }

  /** The text of these columns; a cell that covers several of them counts once. */
  private static String text(List<Block.Cell> row, List<Integer> columns, int i) {
    List<Block.Cell> cells = new ArrayList<>();
    for (int column : columns) {
      Block.Cell cell = column < row.size() ? row.get(column) : null;
      if (cell != null && cells.stream().noneMatch(one -> one == cell)) {
        cells.add(cell);
      }
    }
    return String.join(
        "\n", cells.stream().map(Block.Cell::text).filter(t -> !t.isEmpty()).toList());
  }

  /** Whether the row has one text over the whole width, with at most a number beside it. */
  private static boolean isGroup(List<Block.Cell> row, TableHeadings headings) {
    List<Block.Cell> filled = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Block.Cell cell = row.get(i);
      boolean ordinal = headings.of(Column.ORDINAL).contains(i) && cell.span() == 1;
      if (!cell.text().isEmpty() && !ordinal && filled.stream().noneMatch(one -> one == cell)) {
        filled.add(cell);
      }
    }
    if (filled.size() != 1) {
      return false;
    }
    Block.Cell only = filled.get(0);
    boolean wide = only.span() > 1;
    boolean beside = headings.of(Column.CONTENT).stream().noneMatch(c -> row.get(c) == only);
    return (wide || beside)
        && !Words.isRequest(only.text())
        && headings.of(Column.PROPOSAL).stream().noneMatch(c -> row.get(c) == only && !wide);
  }

  private static boolean isNumbers(List<Block.Cell> row) {
    return row.stream().allMatch(cell -> cell.text().matches("\\(?[0-9]{0,2}\\)?"));
  }

  private void skip(int row, Reason reason) {
    String text = own(row);
    if (!text.isEmpty()) {
      skipped.accept(new Skipped(text, reason, place(table, row)));
    }
  }

  /** The text of this row, without merged cells. */
  private String own(int row) {
    return String.join(
        "\n",
        table.rows().get(row).cells().stream()
            .map(Block.Cell::text)
            .filter(text -> !text.isEmpty())
            .toList());
  }
}
