package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.platform.text.OfficialPaper;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterLetterhead;
import vn.sogopy.register.Seal;
import vn.sogopy.register.render.PdfText.Face;

/**
 * The portrait report, then the landscape annexes, each on its own pages; docs/domain.md section 6.
 */
final class PdfContent {
  private static final float PROSE = 14;
  private static final float MEDIUM = 13;
  private static final float HEAD = 12;

  /** Font size of the matrix, which has thirteen columns. */
  private static final float MATRIX = 10;

  private static final float INDENT_MM = 10;
  private static final float ISSUER_MM = 75;
  private static final float NATION_MM = 90;

  /** Space for signature and stamp. */
  private static final float SIGNATURE_MM = 30;

  /** Length of the rule below the issuer, as a fraction of the name: between a third and a half. */
  private static final float ISSUER_RULE = 0.4f;

  private static final float TITLE_RULE = 0.35f;

  private final Register register;
  private final Seal seal;
  private final PdfPages pages;
  private final PdfText cells;
  private PdfTable table;
  private PdfOutline annexMark;
  private PdfOutline groupMark;

  PdfContent(Register register, Seal seal, PdfPages pages, PdfText cells) {
    this.register = register;
    this.seal = seal;
    this.pages = pages;
    this.cells = cells;
  }

  void write() throws IOException {
    if (register.report() != null) {
      report();
    }
    for (Annex annex : PageHeadings.annexes(register)) {
      annex(annex);
    }
    PdfPTable last =
        cells.line(
            PageHeadings.last(register, seal),
            Face.ITALIC,
            PdfText.SMALL,
            Element.ALIGN_LEFT,
            pages.width());
    last.setSpacingBefore(8);
    pages.add(last);
  }

  private void report() throws IOException {
    pages.part(false, "");
    pages.bookmark(PageHeadings.REPORT + " " + register.report().subject());
    letterhead();
    title();
    for (String paragraph : register.report().body()) {
      pages.add(paragraph(paragraph, Face.REGULAR));
    }
    for (PageHeadings.LeaderTable points : PageHeadings.leaderTables(register)) {
      points(points);
    }
    pages.add(paragraph(register.report().closing(), Face.REGULAR));
    signature();
  }

  private void letterhead() throws IOException {
    RegisterLetterhead head = register.letterhead();
    Phrase issuer = new Phrase();
    if (head.parentBody() != null) {
      issuer.addAll(cells.phrase(head.parentBody() + "\n", Face.REGULAR, HEAD));
    }
    if (head.issuer() != null) {
      issuer.addAll(cells.phrase(head.issuer() + "\n", Face.BOLD, HEAD));
      float width = cells.width(head.issuer(), Face.BOLD, HEAD);
      issuer.add(cells.rule(Math.min(width, PdfPages.points(ISSUER_MM)) * ISSUER_RULE));
    }
    Phrase nation = cells.phrase(OfficialPaper.NATION + "\n", Face.BOLD, HEAD);
    nation.addAll(cells.phrase(OfficialPaper.MOTTO + "\n", Face.BOLD, MEDIUM));
    nation.add(cells.rule(cells.width(OfficialPaper.MOTTO, Face.BOLD, MEDIUM)));
    pages.add(pair(centred(issuer), centred(nation)));
    pages.add(
        pair(
            centred(cells.phrase(PageHeadings.numberLine(register, seal), Face.REGULAR, MEDIUM)),
            centred(cells.phrase(PageHeadings.placeAndDate(register, seal), Face.ITALIC, PROSE))));
  }

  private PdfPTable pair(PdfPCell left, PdfPCell right) {
    PdfPTable pair = cells.table(PdfPages.points(ISSUER_MM), PdfPages.points(NATION_MM));
    pair.addCell(left);
    pair.addCell(right);
    return pair;
  }

  private PdfPCell centred(Phrase phrase) {
    return cells.prose(phrase, Element.ALIGN_CENTER);
  }

  private void title() throws IOException {
    PdfPTable title = line(PageHeadings.REPORT, Face.BOLD, PROSE);
    title.setSpacingBefore(18);
    pages.add(title);
    pages.add(line(register.report().subject(), Face.BOLD, PROSE));
    extract();
    PdfPTable last = cells.table(pages.width());
    last.addCell(centred(new Phrase(cells.rule(pages.width() * TITLE_RULE))));
    String addressee = PageHeadings.addressee(register);
    if (addressee != null) {
      pages.add(last);
      last = line(addressee, Face.REGULAR, PROSE);
      last.setSpacingBefore(14);
    }
    last.setSpacingAfter(8);
    pages.add(last);
  }

  private void extract() throws IOException {
    if (register.extract() != null) {
      pages.add(line(PageHeadings.extract(register), Face.ITALIC, MEDIUM));
    }
  }

  private PdfPTable line(String text, Face face, float size) throws IOException {
    return cells.line(text, face, size, Element.ALIGN_CENTER, pages.width());
  }

  private PdfPTable paragraph(String text, Face face) throws IOException {
    PdfPCell cell = cells.prose(cells.phrase(text, face, PROSE), Element.ALIGN_JUSTIFIED);
    cell.setIndent(PdfPages.points(INDENT_MM));
    cell.setPaddingBottom(6);
    PdfPTable paragraph = cells.table(pages.width());
    paragraph.addCell(cell);
    return paragraph;
  }

  private void points(PageHeadings.LeaderTable points) throws IOException {
    PdfPTable title = paragraph(points.title(), Face.BOLD);
    PdfPTable text = paragraph(points.text(), Face.REGULAR);
    List<List<String>> rows = points.rows();
    table = new PdfTable(pages, cells, points.columns(), PdfText.SMALL);
    pages.reserve(
        title.getTotalHeight()
            + text.getTotalHeight()
            + (rows.isEmpty() ? 0 : table.needed(rows.get(0))));
    pages.bookmark(points.title());
    pages.add(title);
    pages.add(text);
    if (!rows.isEmpty()) {
      for (List<String> row : rows) {
        table.row(Face.REGULAR, row);
      }
      table.end();
    }
  }

  private void signature() throws IOException {
    RegisterLetterhead head = register.letterhead();
    Phrase copies = new Phrase();
    if (!head.recipients().isEmpty()) {
      copies.addAll(cells.phrase(OfficialPaper.COPIES + "\n", Face.BOLD_ITALIC, 12));
      for (String recipient : head.recipients()) {
        copies.addAll(
            cells.phrase(OfficialPaper.dashed(recipient) + "\n", Face.REGULAR, PdfText.SMALL));
      }
    }
    PdfPCell signer = centred(signer(head));
    PdfPTable signature = pair(cells.prose(copies, Element.ALIGN_LEFT), signer);
    signature.setSpacingBefore(14);
    pages.reserve(signature.getTotalHeight() + 14);
    pages.addRows(signature);
  }

  private Phrase signer(RegisterLetterhead head) throws IOException {
    String title = head.signerTitle() == null ? "" : head.signerTitle();
    Phrase signer = cells.phrase(title + "\n", Face.BOLD, PROSE);
    signer.addAll(cells.phrase(" \n", Face.REGULAR, PdfPages.points(SIGNATURE_MM)));
    signer.addAll(cells.phrase(head.signerName(), Face.BOLD, PROSE));
    return signer;
  }

  private void annex(Annex annex) throws IOException {
    String number = register.document().number(annex);
    pages.part(true, number + ", ");
    annexMark = pages.bookmark(number + ". " + annex.title(register));
    pages.add(line(number, Face.BOLD, PROSE));
    pages.add(line(annex.title(register), Face.BOLD, PROSE));
    extract();
    String leftOut = PageHeadings.leftOut(register);
    if (annex == Annex.COMMENTS && leftOut != null) {
      pages.add(line(leftOut, Face.ITALIC, MEDIUM));
    }
    PdfPTable attached = line(PageHeadings.attachedTo(register, seal), Face.ITALIC, MEDIUM);
    attached.setSpacingAfter(8);
    pages.add(attached);
    float size = annex == Annex.MATRIX ? MATRIX : PdfText.SMALL;
    table = new PdfTable(pages, cells, annex.columns(register), size);
    AnnexLines.write(annex, register, this::line);
    table.end();
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
      case ROW -> table.row(Face.REGULAR, line.texts("\n"));
      case SUM -> table.row(Face.BOLD, line.texts("\n"));
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
    PdfPCell[] row = table.cells(Face.REGULAR, texts);
    row[0].setBorder(Rectangle.LEFT | Rectangle.RIGHT | (first ? Rectangle.TOP : 0));
    if (first) {
      PdfTable.mark(row[0], y -> pages.bookmark(annexMark, topic, y));
    }
    table.row(row);
  }
}
