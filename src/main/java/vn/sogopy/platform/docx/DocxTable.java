package vn.sogopy.platform.docx;

import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.Markup;

/** A table with borders whose head is repeated on every page. */
public final class DocxTable {
  /** Average width of a letter of 11 pt, and height of a line, in millimetres. */
  private static final double LETTER_MM = 1.8;

  private static final double LINE_MM = 4.5;

  private final DocxWriter writer;
  private final Markup xml;
  private final List<Column> columns;

  /** A row with more lines may break between pages, to avoid half-empty pages. */
  private final int linesHeld;

  /**
   * @param pageMm height of the page between its margins
   */
  DocxTable(DocxWriter writer, List<Column> columns, int pageMm) throws IOException {
    this.writer = writer;
    this.xml = writer.xml();
    this.columns = columns;
    this.linesHeld = (int) (pageMm / 2 / LINE_MM);
    openRow(true);
    xml.leaf("w:tblHeader").close();
    for (Column column : columns) {
      openCell(column.mm());
      xml.leaf("w:vAlign", "w:val", "center").close();
      writer.paragraph(DocxStyle.CELL_HEAD, column.heading());
      xml.close();
    }
    xml.close();
  }

  /**
   * A row across the table, on the same page as the row below.
   *
   * @param level a style of the outline
   * @param bookmark null = none
   */
  public void heading(DocxStyle level, String index, String title, String bookmark)
      throws IOException {
    openRow(true);
    xml.close();
    cell(0, DocxStyle.GROUP_INDEX, index, null);
    openCell(columns.stream().skip(1).mapToInt(Column::mm).sum());
    xml.leaf("w:gridSpan", "w:val", columns.size() - 1).close();
    writer.marked(level, title, bookmark);
    xml.close().close();
  }

  /** A row with a text for each column; null = an empty cell. */
  public void row(List<String> cells) throws IOException {
    row(cells, DocxStyle.CELL, DocxStyle.CELL_SHORT);
  }

  /** A row of totals. */
  public void sum(List<String> cells) throws IOException {
    row(cells, DocxStyle.CELL_SUM, DocxStyle.CELL_SUM_SHORT);
  }

  private void row(List<String> cells, DocxStyle style, DocxStyle centred) throws IOException {
    openRow(cells);
    for (int i = 0; i < cells.size(); i++) {
      cell(i, columns.get(i).centred() ? centred : style, cells.get(i), null);
    }
    xml.close();
  }

  /**
   * A row of a topic. Its first cell names the topic in every row, so that each page can be read
   * alone: a cell merged over many pages would show the name once.
   *
   * @param bookmark on the first row of the topic; null on the others
   */
  public void topicRow(List<String> cells, String bookmark) throws IOException {
    openRow(cells.subList(1, cells.size()));
    cell(0, bookmark == null ? DocxStyle.CELL : DocxStyle.TOPIC, cells.get(0), bookmark);
    for (int i = 1; i < cells.size(); i++) {
      cell(i, DocxStyle.CELL, cells.get(i), null);
    }
    xml.close();
  }

  /** Ends the table. */
  public void end() throws IOException {
    xml.close();
  }

  private void openRow(List<String> cells) throws IOException {
    int offset = columns.size() - cells.size();
    int lines = 0;
    for (int i = 0; i < cells.size(); i++) {
      lines = Math.max(lines, lines(cells.get(i), columns.get(offset + i).mm()));
    }
    openRow(lines <= linesHeld);
    xml.close();
  }

  /** Leaves the properties of the row open. */
  private void openRow(boolean whole) throws IOException {
    xml.open("w:tr").open("w:trPr");
    if (whole) {
      xml.leaf("w:cantSplit");
    }
  }

  private void cell(int column, DocxStyle style, String text, String bookmark) throws IOException {
    openCell(columns.get(column).mm());
    xml.close();
    writer.marked(style, text, bookmark);
    xml.close();
  }

  /** Leaves the properties of the cell open. */
  private void openCell(int mm) throws IOException {
    xml.open("w:tc").open("w:tcPr").leaf("w:tcW", "w:w", DocxWriter.twips(mm), "w:type", "dxa");
  }

  /** The estimated number of lines of a text at this width. */
  private static int lines(String text, int mm) {
    if (text == null) {
      return 0;
    }
    int perLine = (int) ((mm - 2) / LETTER_MM);
    return text.lines().mapToInt(line -> Math.max(1, (line.length() - 1) / perLine + 1)).sum();
  }
}
