package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPCellEvent;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import vn.sogopy.platform.table.Column;

/**
 * A table whose head is repeated on every page. Each row is written to its page immediately, so
 * that none is kept in memory.
 */
final class PdfTable {
  private final PdfPages pages;
  private final PdfText cells;
  private final List<Column> columns;
  private final float size;
  private final PdfPTable table;
  private boolean empty = true;

  /**
   * @param size font size in points
   */
  PdfTable(PdfPages pages, PdfText cells, List<Column> columns, float size) throws IOException {
    this.pages = pages;
    this.cells = cells;
    this.columns = columns;
    this.size = size;
    table = cells.table(widths(columns));
    table.setComplete(false);
    table.setTableEvent(pages);
    for (Column column : columns) {
      PdfPCell head = cells.cell(column.heading(), PdfText.Face.BOLD, size, true);
      head.setVerticalAlignment(Element.ALIGN_MIDDLE);
      table.addCell(head);
    }
    table.setHeaderRows(1);
  }

  private static float[] widths(List<Column> columns) {
    float[] widths = new float[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = PdfPages.points(columns.get(i).mm());
    }
    return widths;
  }

  /** A row across the table, on the same page as the row below. */
  void heading(String index, String text, Consumer<Float> mark) throws IOException {
    PdfPCell number = cells.cell(index, PdfText.Face.BOLD, size, true);
    mark(number, mark);
    table.addCell(number);
    PdfPCell heading = cells.cell(text, PdfText.Face.BOLD, size, false);
    heading.setColspan(columns.size() - 1);
    table.addCell(heading);
  }

  void row(PdfText.Face face, List<String> texts) throws IOException {
    row(cells(face, texts));
  }

  /** The cells of a row, for changes before they are added. */
  PdfPCell[] cells(PdfText.Face face, List<String> texts) throws IOException {
    PdfPCell[] row = new PdfPCell[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = cells.cell(texts.get(i), face, size, columns.get(i).centred());
    }
    return row;
  }

  void row(PdfPCell... row) {
    for (PdfPCell cell : row) {
      table.addCell(cell);
    }
    if (pages.reserve(needed())) {
      table.setSkipFirstHeader(false);
    }
    // The library skips the head for all further rows on the same page.
    pages.addRows(table);
    empty = false;
  }

  /** The height that the pending rows need to begin on a page. */
  private float needed() {
    float last = table.getRowHeight(table.size() - 1);
    float head = table.isSkipFirstHeader() ? table.getHeaderHeight() : 0;
    return table.getTotalHeight() - head - last + pages.least(last);
  }

  /** The height that the head and this first row need. */
  float needed(List<String> texts) throws IOException {
    PdfPTable first = cells.table(widths(columns));
    for (PdfPCell cell : cells(PdfText.Face.REGULAR, texts)) {
      first.addCell(cell);
    }
    return table.getHeaderHeight() + pages.least(first.getTotalHeight());
  }

  /**
   * Reports the position of the cell. A broken row calls the event on each of its pages; only the
   * first call counts.
   *
   * @param mark receives the upper end of the cell
   */
  static void mark(PdfPCell cell, Consumer<Float> mark) {
    AtomicBoolean written = new AtomicBoolean();
    PdfPCellEvent first =
        (of, at, canvases) -> {
          if (written.compareAndSet(false, true)) {
            mark.accept(at.getTop());
          }
        };
    cell.setCellEvent(first);
  }

  /** Ends the table; a table without rows has a head. */
  void end() {
    if (empty) {
      table.setHeaderRows(0);
    }
    pages.addRows(table);
    pages.endTable();
  }
}
