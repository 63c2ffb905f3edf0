package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import java.io.IOException;
import java.util.List;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The landscape annexes behind the report, each on pages of its own; docs/domain.md section 6. */
final class PdfAnnexes {
  private static final float TITLE = 14;
  private static final float LINE = 13;

  private final Register register;
  private final Seal seal;
  private final PdfPages pages;
  private final PdfFlow flow;
  private final PdfCells cells;

  PdfAnnexes(Register register, Seal seal, PdfPages pages, PdfFlow flow, PdfCells cells) {
    this.register = register;
    this.seal = seal;
    this.pages = pages;
    this.flow = flow;
    this.cells = cells;
  }

  void write() throws IOException {
    PdfTables tables = new PdfTables(register, pages, flow, cells);
    for (Annex annex : PageHeadings.annexes(register)) {
      PdfOutline bookmark = begin(annex);
      List<Columns.Column> columns = Columns.of(annex, register);
      tables.write(annex, columns, bookmark);
    }
    last();
  }

  private PdfOutline begin(Annex annex) throws IOException {
    String number = register.document().number(annex);
    pages.part(true, number + ", ");
    flow.begin();
    PdfOutline bookmark = pages.bookmark(null, number + ". " + annex.title(register));
    line(number, PdfFonts.Face.BOLD, TITLE);
    line(annex.title(register), PdfFonts.Face.BOLD, TITLE);
    if (register.extract() != null) {
      line(PageHeadings.EXTRACT, PdfFonts.Face.BOLD, LINE);
      line(PageHeadings.filters(register), PdfFonts.Face.ITALIC, LINE);
    }
    line(PageHeadings.attachedTo(register, seal), PdfFonts.Face.ITALIC, LINE);
    flow.gap(8);
    return bookmark;
  }

  private void line(String text, PdfFonts.Face face, float size) throws IOException {
    PdfPCell cell = cells.prose(cells.phrase(text, face, size), Element.ALIGN_CENTER);
    flow.add(cells.row(new float[] {pages.width()}, cell));
  }

  /** Seal or provenance, once, below the last table. */
  private void last() throws IOException {
    flow.gap(8);
    flow.add(
        cells.row(
            new float[] {pages.width()},
            cells.prose(
                cells.phrase(
                    PageHeadings.last(register, seal), PdfFonts.Face.ITALIC, PdfCells.SMALL),
                Element.ALIGN_LEFT)));
  }
}
