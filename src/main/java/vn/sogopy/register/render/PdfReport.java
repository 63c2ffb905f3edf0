package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.text.OfficialPaper;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The portrait report before the annexes; docs/domain.md section 6. */
final class PdfReport {
  private static final float PROSE = 14;
  private static final float MEDIUM = 13;
  private static final float HEAD = 12;
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
  private final PdfCells cells;

  PdfReport(Register register, Seal seal, PdfPages pages, PdfCells cells) {
    this.register = register;
    this.seal = seal;
    this.pages = pages;
    this.cells = cells;
  }

  void write() throws IOException {
    pages.part(false, "");
    pages.bookmark(PageHeadings.REPORT + " " + register.report().subject());
    letterhead();
    title();
    for (String paragraph : register.report().paragraphs()) {
      pages.add(paragraph(paragraph, PdfFonts.Face.REGULAR));
    }
    differences();
    signature();
  }

  private void letterhead() throws IOException {
    Register.Letterhead head = register.letterhead();
    Phrase issuer = new Phrase();
    if (head.parentBody() != null) {
      issuer.addAll(cells.phrase(head.parentBody() + "\n", PdfFonts.Face.REGULAR, HEAD));
    }
    if (head.issuer() != null) {
      issuer.addAll(cells.phrase(head.issuer() + "\n", PdfFonts.Face.BOLD, HEAD));
      float width = cells.width(head.issuer(), PdfFonts.Face.BOLD, HEAD);
      issuer.add(cells.rule(Math.min(width, PdfPages.points(ISSUER_MM)) * ISSUER_RULE));
    }
    Phrase nation = cells.phrase(OfficialPaper.NATION + "\n", PdfFonts.Face.BOLD, HEAD);
    nation.addAll(cells.phrase(OfficialPaper.MOTTO + "\n", PdfFonts.Face.BOLD, MEDIUM));
    nation.add(cells.rule(cells.width(OfficialPaper.MOTTO, PdfFonts.Face.BOLD, MEDIUM)));
    pages.add(pair(centred(issuer), centred(nation)));
    pages.add(
        pair(
            centred(
                cells.phrase(
                    PageHeadings.numberLine(register, seal), PdfFonts.Face.REGULAR, MEDIUM)),
            centred(
                cells.phrase(
                    PageHeadings.placeAndDate(register, seal), PdfFonts.Face.ITALIC, PROSE))));
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
    PdfPTable title = line(PageHeadings.REPORT, PdfFonts.Face.BOLD, PROSE);
    title.setSpacingBefore(18);
    pages.add(title);
    pages.add(line(register.report().subject(), PdfFonts.Face.BOLD, PROSE));
    if (register.extract() != null) {
      pages.add(line(PageHeadings.EXTRACT, PdfFonts.Face.BOLD, MEDIUM));
      pages.add(line(PageHeadings.filters(register), PdfFonts.Face.ITALIC, MEDIUM));
    }
    PdfPTable last = cells.table(pages.width());
    last.addCell(centred(new Phrase(cells.rule(pages.width() * TITLE_RULE))));
    String addressee = PageHeadings.addressee(register);
    if (addressee != null) {
      pages.add(last);
      last = line(addressee, PdfFonts.Face.REGULAR, PROSE);
      last.setSpacingBefore(14);
    }
    last.setSpacingAfter(8);
    pages.add(last);
  }

  private PdfPTable line(String text, PdfFonts.Face face, float size) throws IOException {
    return cells.line(text, face, size, Element.ALIGN_CENTER, pages.width());
  }

  private PdfPTable paragraph(String text, PdfFonts.Face face) throws IOException {
    PdfPCell cell = cells.prose(cells.phrase(text, face, PROSE), Element.ALIGN_JUSTIFIED);
    cell.setIndent(PdfPages.points(INDENT_MM));
    cell.setPaddingBottom(6);
    PdfPTable paragraph = cells.table(pages.width());
    paragraph.addCell(cell);
    return paragraph;
  }

  private void differences() throws IOException {
    Register.Report report = register.report();
    PdfPTable title = paragraph(report.differencesTitle(), PdfFonts.Face.BOLD);
    PdfPTable text = paragraph(report.differencesText(), PdfFonts.Face.REGULAR);
    List<List<String>> rows = PageHeadings.differing(register);
    PdfTable table = new PdfTable(pages, cells, Columns.differing(), PdfCells.SMALL);
    pages.reserve(
        title.getTotalHeight()
            + text.getTotalHeight()
            + (rows.isEmpty() ? 0 : table.needed(rows.get(0))));
    pages.bookmark(report.differencesTitle());
    pages.add(title);
    pages.add(text);
    if (!rows.isEmpty()) {
      for (List<String> row : rows) {
        table.row(PdfFonts.Face.REGULAR, row);
      }
      table.end();
    }
  }

  private void signature() throws IOException {
    Register.Letterhead head = register.letterhead();
    Phrase copies = new Phrase();
    if (!head.recipients().isEmpty()) {
      copies.addAll(cells.phrase(OfficialPaper.COPIES + "\n", PdfFonts.Face.BOLD_ITALIC, 12));
      for (String recipient : head.recipients()) {
        copies.addAll(
            cells.phrase(
                OfficialPaper.dashed(recipient) + "\n", PdfFonts.Face.REGULAR, PdfCells.SMALL));
      }
    }
    PdfPCell signer = centred(signer(head));
    PdfPTable signature = pair(cells.prose(copies, Element.ALIGN_LEFT), signer);
    signature.setSpacingBefore(14);
    pages.reserve(signature.getTotalHeight() + 14);
    pages.addRows(signature);
  }

  private Phrase signer(Register.Letterhead head) throws IOException {
    String title = head.signerTitle() == null ? "" : head.signerTitle();
    Phrase signer = cells.phrase(title + "\n", PdfFonts.Face.BOLD, PROSE);
    signer.addAll(cells.phrase(" \n", PdfFonts.Face.REGULAR, PdfPages.points(SIGNATURE_MM)));
    signer.addAll(cells.phrase(head.signerName(), PdfFonts.Face.BOLD, PROSE));
    return signer;
  }
}
