package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.register.Columns.Column;

/** A ruled table whose head stands on every page. */
final class DocxTable {
  /** Of a letter of 11 pt on the average, and of a line, in millimetres. */
  private static final double LETTER_MM = 1.8;

  private static final double LINE_MM = 4.5;

  private final DocxWriter writer;
  private final DocxXml xml;
  private final List<Column> columns;

  /** A row of more lines may break between pages, else it would leave half of one empty. */
  private final int linesHeld;

  /** Made by {@link DocxWriter#table}. */
  DocxTable(DocxWriter writer, List<Column> columns, int pageMm) throws IOException {
    this.writer = writer;
    this.xml = writer.xml();
    this.columns = columns;
    this.linesHeld = (int) (pageMm / 2 / LINE_MM);
    openRow(true);
    xml.empty("w:tblHeader").close();
    for (Column column : columns) {
      openCell(column.mm());
      xml.empty("w:vAlign", "w:val", "center").close();
      writer.paragraph(DocxStyle.CELL_HEAD, column.heading());
      xml.close();
    }
    xml.close();
  }

  /** A row across the table, in the outline; it stays with the row below. */
  void heading(DocxStyle level, String index, String title, String bookmark) throws IOException {
    openRow(true);
    xml.close();
    openCell(columns.get(0).mm());
    xml.close();
    writer.paragraph(DocxStyle.GROUP_INDEX, index);
    xml.close();
    openCell(columns.stream().skip(1).mapToInt(Column::mm).sum());
    xml.empty("w:gridSpan", "w:val", String.valueOf(columns.size() - 1)).close();
    writer.marked(level, title, bookmark);
    xml.close().close();
  }

  /** A cell a column; null is an empty one. */
  void row(String... cells) throws IOException {
    openCells(cells);
    for (int i = 0; i < cells.length; i++) {
      cell(i, columns.get(i).centred() ? DocxStyle.CELL_SHORT : DocxStyle.CELL, cells[i]);
    }
    xml.close();
  }

  /** A row that adds up others. */
  void sum(String... cells) throws IOException {
    openCells(cells);
    for (int i = 0; i < cells.length; i++) {
      cell(i, columns.get(i).centred() ? DocxStyle.CELL_SUM_SHORT : DocxStyle.CELL_SUM, cells[i]);
    }
    xml.close();
  }

  /**
   * A row of a topic, which every row names, so that a page read alone tells it: merged cells of
   * many pages would not.
   *
   * @param bookmark of the topic, on its first row; null on the others
   */
  void under(String topic, String bookmark, String... cells) throws IOException {
    openCells(cells);
    openCell(columns.get(0).mm());
    xml.close();
    if (bookmark == null) {
      writer.paragraph(DocxStyle.CELL, topic);
    } else {
      writer.marked(DocxStyle.TOPIC, topic, bookmark);
    }
    xml.close();
    for (int i = 0; i < cells.length; i++) {
      cell(i + 1, DocxStyle.CELL, cells[i]);
    }
    xml.close();
  }

  void end() throws IOException {
    xml.close();
  }

  private void openCells(String... cells) throws IOException {
    int offset = columns.size() - cells.length;
    int lines = 0;
    for (int i = 0; i < cells.length; i++) {
      lines = Math.max(lines, lines(cells[i], columns.get(offset + i).mm()));
    }
    openRow(lines <= linesHeld);
    xml.close();
  }

  /** Leaves the properties of the row open. */
  private void openRow(boolean whole) throws IOException {
    xml.open("w:tr").open("w:trPr");
    if (whole) {
      xml.empty("w:cantSplit");
    }
  }

  private void cell(int column, DocxStyle style, String text) throws IOException {
    openCell(columns.get(column).mm());
    xml.close();
    writer.paragraph(style, text);
    xml.close();
  }

  /** Leaves the properties of the cell open. */
  private void openCell(int mm) throws IOException {
    xml.open("w:tc").open("w:tcPr");
    xml.empty("w:tcW", "w:w", String.valueOf(DocxParts.twips(mm)), "w:type", "dxa");
  }

  /** How many lines a text takes at about this width. */
  static int lines(String text, int mm) {
    if (text == null) {
      return 0;
    }
    int perLine = (int) ((mm - 2) / LETTER_MM);
    return text.lines().mapToInt(line -> Math.max(1, (line.length() - 1) / perLine + 1)).sum();
  }
}
