package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The landscape annexes, each on its own pages; docs/domain.md section 6. */
final class PdfAnnexes {
  private static final float TITLE = 14;
  private static final float LINE = 13;

  /** Font size of the matrix, which has thirteen columns. */
  private static final float MATRIX = 10;

  private final Register register;
  private final Seal seal;
  private final PdfPages pages;
  private final PdfCells cells;
  private PdfTable table;
  private PdfOutline annexMark;
  private PdfOutline groupMark;

  PdfAnnexes(Register register, Seal seal, PdfPages pages, PdfCells cells) {
    this.register = register;
    this.seal = seal;
    this.pages = pages;
    this.cells = cells;
  }

  void write() throws IOException {
    for (Annex annex : PageHeadings.annexes(register)) {
      begin(annex);
      float size = annex == Annex.MATRIX ? MATRIX : PdfCells.SMALL;
      table = new PdfTable(pages, cells, Columns.of(annex, register), size);
      AnnexLines.write(annex, register, this::line);
      table.end();
    }
    PdfPTable last =
        cells.line(
            PageHeadings.last(register, seal),
            PdfFonts.Face.ITALIC,
            PdfCells.SMALL,
            Element.ALIGN_LEFT,
            pages.width());
    last.setSpacingBefore(8);
    pages.add(last);
  }

  private void begin(Annex annex) throws IOException {
    String number = register.document().number(annex);
    pages.part(true, number + ", ");
    annexMark = pages.bookmark(number + ". " + annex.title(register));
    title(number, PdfFonts.Face.BOLD, TITLE);
    title(annex.title(register), PdfFonts.Face.BOLD, TITLE);
    if (register.extract() != null) {
      title(PageHeadings.EXTRACT, PdfFonts.Face.BOLD, LINE);
      title(PageHeadings.filters(register), PdfFonts.Face.ITALIC, LINE);
    }
    PdfPTable attached =
        centred(PageHeadings.attachedTo(register, seal), PdfFonts.Face.ITALIC, LINE);
    attached.setSpacingAfter(8);
    pages.add(attached);
  }

  private void title(String text, PdfFonts.Face face, float size) throws IOException {
    pages.add(centred(text, face, size));
  }

  private PdfPTable centred(String text, PdfFonts.Face face, float size) throws IOException {
    return cells.line(text, face, size, Element.ALIGN_CENTER, pages.width());
  }

  private void line(AnnexLines.Line line) throws IOException {
    switch (line.kind()) {
      case GROUP ->
          table.heading(
              line.index(),
              line.text(),
              y -> groupMark = pages.bookmark(annexMark, line.heading(), y));
      case AGENCY ->
          table.heading(
              line.index(),
              line.text(),
              y -> pages.bookmark(groupMark, line.index() + ". " + line.agency(), y));
      case TOPIC -> topic(line);
      case ROW -> table.row(PdfFonts.Face.REGULAR, line.texts("\n"));
      case SUM -> table.row(PdfFonts.Face.BOLD, line.texts("\n"));
    }
  }

  /** The first row names the topic. */
  private void topic(AnnexLines.Line line) throws IOException {
    boolean first = line.bookmark() != null;
    List<String> texts = new ArrayList<>(line.texts("\n"));
    String topic = texts.get(0);
    if (!first) {
      texts.set(0, "");
    }
    PdfPCell[] row = table.cells(PdfFonts.Face.REGULAR, texts);
    row[0].setBorder(Rectangle.LEFT | Rectangle.RIGHT | (first ? Rectangle.TOP : 0));
    if (first) {
      PdfTable.mark(row[0], y -> pages.bookmark(annexMark, topic, y));
    }
    table.row(row);
  }
}
