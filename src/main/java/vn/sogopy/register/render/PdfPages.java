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
import com.lowagie.text.pdf.PdfPRow;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageLabels;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/**
 * The sheets of one document: margins and page numbers of Nghị định 30/2020/NĐ-CP, each part
 * numbered on its own. A sheet goes to the stream once it is full. Lengths are in points, heights
 * are from the lower edge.
 */
final class PdfPages {
  private static final float MM = 72 / 25.4f;
  private static final float TOP = 20 * MM;
  private static final float BOTTOM = 20 * MM;
  private static final float LEFT = 30 * MM;
  private static final float RIGHT = 15 * MM;

  /** From the upper edge to the foot of the page number: in the middle of the margin. */
  private static final float NUMBER_AT = 12 * MM;

  /**
   * A sheet that is broad itself: on one turned by the viewer, bookmarks would miss their places.
   */
  private static final Rectangle LYING =
      new Rectangle(PageSize.A4.getHeight(), PageSize.A4.getWidth());

  private final Document document = new Document();
  private final PdfWriter writer;
  private final PdfPageLabels labels = new PdfPageLabels();
  private final Phrase mark;
  private final Phrase draft;
  private final Font numbers;
  private int page;
  private float y;

  PdfPages(Register register, Seal seal, PdfFonts fonts, OutputStream out) throws IOException {
    writer = PdfWriter.getInstance(document, out);
    writer.setCloseStream(false);
    numbers = fonts.font(PdfFonts.Face.REGULAR, 13);
    Font marks = fonts.font(PdfFonts.Face.BOLD, 11);
    mark = register.mark() == null ? null : new Phrase(fonts.printable(register.mark()), marks);
    draft = seal == null ? new Phrase(fonts.printable(register.draftMark()), marks) : null;
    PdfProperties.write(register, seal, document, writer);
  }

  static float points(float mm) {
    return mm * MM;
  }

  /**
   * Begins a part on a new sheet; its pages are counted from 1.
   *
   * @param label what goes before its page numbers where a viewer names pages; null for nothing
   */
  void part(boolean landscape, String label) {
    document.setPageSize(landscape ? LYING : PageSize.A4);
    page = 0;
    turn();
    labels.addPageLabel(
        writer.getPageNumber(), PdfPageLabels.DECIMAL_ARABIC_NUMERALS, label == null ? "" : label);
  }

  /** A new sheet of the same part. */
  void turn() {
    if (document.isOpen()) {
      document.newPage();
    } else {
      document.open();
    }
    page++;
    Rectangle sheet = document.getPageSize();
    y = sheet.getHeight() - TOP;
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

  /** What is left of the sheet. */
  float room() {
    return y - BOTTOM;
  }

  /** What a sheet holds. */
  float whole() {
    return document.getPageSize().getHeight() - TOP - BOTTOM;
  }

  float width() {
    return document.getPageSize().getWidth() - LEFT - RIGHT;
  }

  void write(PdfPRow row) {
    PdfContentByte[] layers = PdfPTable.beginWritingRows(writer.getDirectContent());
    row.writeCells(0, -1, LEFT, y, layers);
    PdfPTable.endWritingRows(layers);
    y -= row.getMaxHeights();
  }

  /** Closes a table below: its last row may leave that open. */
  void rule() {
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setLineWidth(PdfCells.RULE);
    canvas.moveTo(LEFT, y);
    canvas.lineTo(LEFT + width(), y);
    canvas.stroke();
    canvas.restoreState();
  }

  void skip(float height) {
    y -= height;
  }

  /** A bookmark that leads to where the next thing is written. */
  PdfOutline bookmark(PdfOutline parent, String title) {
    PdfOutline under = parent == null ? writer.getDirectContent().getRootOutline() : parent;
    return new PdfOutline(under, new PdfDestination(PdfDestination.XYZ, 0, y, 0), title, false);
  }

  /** Writes what is still open; the stream stays open. */
  void close() {
    writer.setPageLabels(labels);
    document.close();
  }
}
