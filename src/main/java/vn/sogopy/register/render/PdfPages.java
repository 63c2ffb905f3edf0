package vn.sogopy.register.render;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDestination;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPTableEvent;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfPageLabels;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/**
 * The pages of one document: margins and page numbers of Nghị định 30/2020/NĐ-CP, each part
 * numbered from 1. A page is written to the stream when it is full. Lengths are in points.
 */
final class PdfPages extends PdfPageEventHelper implements PdfPTableEvent {
  private static final float MM = 72 / 25.4f;
  private static final float TOP = 20 * MM;
  private static final float BOTTOM = 20 * MM;
  private static final float LEFT = 30 * MM;
  private static final float RIGHT = 15 * MM;

  /** Distance of the page number's base line from the upper edge: the middle of the margin. */
  private static final float NUMBER_AT = 12 * MM;

  /** A row or paragraph higher than this part of a page may break between pages. */
  private static final float MAX_UNBROKEN = 1 / 3f;

  /** Three lines: the minimum part of a broken row on a page. */
  private static final float MIN_HEIGHT = 50;

  /** Not a rotated portrait page: bookmarks would have wrong positions on it. */
  private static final Rectangle LANDSCAPE =
      new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth());

  final Document document = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
  final PdfWriter writer;
  private final PdfPageLabels labels = new PdfPageLabels();
  private final Phrase mark;
  private final Phrase draft;
  private final Font numbers;
  private int page;

  /** Lower end of the open table on this page; NaN if there is none. */
  private float tableEnd = Float.NaN;

  PdfPages(Register register, Seal seal, PdfText text, OutputStream out) throws IOException {
    writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    writer.setPageEvent(this);
    numbers = text.font(PdfText.Face.REGULAR, 13);
    Font marks = text.font(PdfText.Face.BOLD, 11);
    mark = register.mark() == null ? null : new Phrase(text.printable(register.mark()), marks);
    draft =
        seal == null ? new Phrase(text.printable(PageHeadings.draftMark(register)), marks) : null;
  }

  static float points(float mm) {
    return mm * MM;
  }

  /**
   * Begins a part on a new page.
   *
   * @param label prefix of its page numbers in a viewer
   */
  void part(boolean landscape, String label) {
    document.setPageSize(landscape ? LANDSCAPE : PageSize.A4);
    page = 0;
    if (document.isOpen()) {
      document.newPage();
    } else {
      document.open();
    }
    labels.addPageLabel(writer.getPageNumber(), PdfPageLabels.DECIMAL_ARABIC_NUMERALS, label);
  }

  @Override
  public void onStartPage(PdfWriter started, Document of) {
    tableEnd = Float.NaN;
    page++;
    Rectangle sheet = of.getPageSize();
    float line = sheet.getHeight() - NUMBER_AT;
    if (mark != null) {
      show(Element.ALIGN_LEFT, mark, LEFT, line);
    }
    if (page > 1) {
      Phrase number = new Phrase(String.valueOf(page), numbers);
      show(Element.ALIGN_CENTER, number, sheet.getWidth() / 2, line);
    }
    if (draft != null) {
      show(Element.ALIGN_RIGHT, draft, sheet.getWidth() - RIGHT, line);
    }
  }

  private void show(int alignment, Phrase phrase, float x, float line) {
    ColumnText.showTextAligned(writer.getDirectContent(), alignment, phrase, x, line, 0);
  }

  @Override
  public void onEndPage(PdfWriter ended, Document of) {
    endTable();
  }

  @Override
  public void tableLayout(
      PdfPTable table,
      float[][] widths,
      float[] heights,
      int headerRows,
      int rowStart,
      PdfContentByte[] canvases) {
    tableEnd = heights[heights.length - 1];
  }

  /** Draws the lower border of a table: the cells of its last row may have none. */
  void endTable() {
    if (!Float.isNaN(tableEnd)) {
      PdfContentByte canvas = writer.getDirectContent();
      canvas.saveState();
      canvas.setLineWidth(PdfText.RULE);
      canvas.moveTo(LEFT, tableEnd);
      canvas.lineTo(LEFT + width(), tableEnd);
      canvas.stroke();
      canvas.restoreState();
      tableEnd = Float.NaN;
    }
  }

  float width() {
    return document.right() - document.left();
  }

  private float height() {
    return document.top() - document.bottom();
  }

  /** The minimum height of a row on the page on which it begins. */
  float least(float rowHeight) {
    return rowHeight <= height() * MAX_UNBROKEN ? rowHeight : MIN_HEIGHT;
  }

  /**
   * Begins a new page if this one has not enough room and a new one has.
   *
   * @return whether it began one
   */
  boolean reserve(float needed) {
    float room = writer.getVerticalPosition(false) - document.bottom();
    return needed > room && needed <= height() && document.newPage();
  }

  /** Adds a paragraph; a low one stays on one page. */
  void add(PdfPTable table) {
    table.setKeepTogether(table.getTotalHeight() <= height() * MAX_UNBROKEN);
    document.add(table);
  }

  /** Adds a table or some rows of one. */
  void addRows(PdfPTable table) {
    document.add(table);
  }

  /** A bookmark at the position of the next paragraph. */
  PdfOutline bookmark(String title) {
    PdfOutline root = writer.getDirectContent().getRootOutline();
    return bookmark(root, title, writer.getVerticalPosition(false));
  }

  /**
   * @param y from the lower edge of the page
   */
  PdfOutline bookmark(PdfOutline parent, String title, float y) {
    return new PdfOutline(parent, new PdfDestination(PdfDestination.XYZ, 0, y, 0), title, false);
  }

  /** Writes the last page; the stream stays open. */
  void close() {
    writer.setPageLabels(labels);
    document.close();
  }
}
