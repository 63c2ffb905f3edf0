package vn.sogopy.register.render;

import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.io.IOException;
import java.util.List;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The portrait report in front; docs/domain.md section 6. */
final class PdfReport {
  private static final float PROSE = 14;
  private static final float MEDIUM = 13;
  private static final float HEAD = 12;
  private static final float INDENT_MM = 10;
  private static final float ISSUER_MM = 75;
  private static final float NATION_MM = 90;

  /** Where the signer signs and the stamp goes. */
  private static final float SIGNATURE_MM = 30;

  /** The rule below the issuer is shorter than its name: from a third to half of it. */
  private static final float ISSUER_RULE = 0.4f;

  private static final float TITLE_RULE = 0.35f;

  private final Register register;
  private final Seal seal;
  private final PdfPages pages;
  private final PdfFlow flow;
  private final PdfCells cells;

  PdfReport(Register register, Seal seal, PdfPages pages, PdfFlow flow, PdfCells cells) {
    this.register = register;
    this.seal = seal;
    this.pages = pages;
    this.flow = flow;
    this.cells = cells;
  }

  void write() throws IOException {
    pages.part(false, null);
    flow.begin();
    pages.bookmark(null, PageHeadings.REPORT + " " + register.report().subject());
    letterhead();
    title();
    for (String paragraph : register.report().paragraphs()) {
      paragraph(paragraph);
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
    Phrase nation = cells.phrase(PageHeadings.NATION + "\n", PdfFonts.Face.BOLD, HEAD);
    nation.addAll(cells.phrase(PageHeadings.MOTTO + "\n", PdfFonts.Face.BOLD, MEDIUM));
    nation.add(cells.rule(cells.width(PageHeadings.MOTTO, PdfFonts.Face.BOLD, MEDIUM)));
    flow.add(pair(centred(issuer), centred(nation)));
    flow.add(
        pair(
            centred(
                cells.phrase(
                    PageHeadings.numberLine(register, seal), PdfFonts.Face.REGULAR, MEDIUM)),
            centred(
                cells.phrase(
                    PageHeadings.placeAndDate(register, seal), PdfFonts.Face.ITALIC, PROSE))));
  }

  private PdfPTable pair(PdfPCell left, PdfPCell right) {
    return cells.row(
        new float[] {PdfPages.points(ISSUER_MM), PdfPages.points(NATION_MM)}, left, right);
  }

  private PdfPCell centred(Phrase phrase) {
    return cells.prose(phrase, Element.ALIGN_CENTER);
  }

  private void title() throws IOException {
    flow.gap(18);
    line(cells.phrase(PageHeadings.REPORT, PdfFonts.Face.BOLD, PROSE));
    line(cells.phrase(register.report().subject(), PdfFonts.Face.BOLD, PROSE));
    if (register.extract() != null) {
      line(cells.phrase(PageHeadings.EXTRACT, PdfFonts.Face.BOLD, MEDIUM));
      line(cells.phrase(PageHeadings.filters(register), PdfFonts.Face.ITALIC, MEDIUM));
    }
    Phrase rule = new Phrase(cells.rule(pages.width() * TITLE_RULE));
    flow.add(cells.row(new float[] {pages.width()}, centred(rule)));
    String addressee = PageHeadings.addressee(register);
    if (addressee != null) {
      flow.gap(14);
      line(cells.phrase(addressee, PdfFonts.Face.REGULAR, PROSE));
    }
    flow.gap(8);
  }

  private void line(Phrase phrase) {
    flow.add(cells.row(new float[] {pages.width()}, centred(phrase)));
  }

  private void paragraph(String text) throws IOException {
    flow.add(paragraph(text, PdfFonts.Face.REGULAR));
  }

  private PdfPTable paragraph(String text, PdfFonts.Face face) throws IOException {
    PdfPCell cell = cells.prose(cells.phrase(text, face, PROSE), Element.ALIGN_JUSTIFIED);
    cell.setIndent(PdfPages.points(INDENT_MM));
    cell.setPaddingBottom(6);
    return cells.row(new float[] {pages.width()}, cell);
  }

  private void differences() throws IOException {
    Register.Report report = register.report();
    flow.keep(
        paragraph(report.differencesTitle(), PdfFonts.Face.BOLD),
        () -> pages.bookmark(null, report.differencesTitle()));
    List<Register.Voice> voices = register.differing();
    if (voices.isEmpty()) {
      paragraph(report.differencesText());
      return;
    }
    flow.keep(paragraph(report.differencesText(), PdfFonts.Face.REGULAR), () -> {});
    List<Columns.Column> columns = Columns.differing();
    flow.open(cells.head(columns, PdfCells.SMALL));
    int number = 0;
    for (Register.Voice voice : voices) {
      number++;
      Register.Row row = voice.row();
      flow.add(
          cells.row(
              columns,
              PdfCells.SMALL,
              List.of(
                  String.valueOf(number),
                  voice.body(),
                  PageHeadings.brief(register, row),
                  PageHeadings.answer(row),
                  PageHeadings.reasons(row))));
    }
    flow.close();
  }

  private void signature() throws IOException {
    Register.Letterhead head = register.letterhead();
    Phrase copies = new Phrase();
    if (!head.recipients().isEmpty()) {
      copies.addAll(cells.phrase(PageHeadings.COPIES + "\n", PdfFonts.Face.BOLD_ITALIC, 12));
      for (String recipient : head.recipients()) {
        copies.addAll(
            cells.phrase(dashed(recipient) + "\n", PdfFonts.Face.REGULAR, PdfCells.SMALL));
      }
    }
    PdfPCell signer = centred(signer(head));
    flow.gap(14);
    flow.addWhole(pair(cells.prose(copies, Element.ALIGN_LEFT), signer));
  }

  private static String dashed(String recipient) {
    return recipient.startsWith("-") ? recipient : "- " + recipient;
  }

  private Phrase signer(Register.Letterhead head) throws IOException {
    String title = head.signerTitle() == null ? "" : head.signerTitle();
    Phrase signer = cells.phrase(title + "\n", PdfFonts.Face.BOLD, PROSE);
    signer.addAll(cells.phrase(" \n", PdfFonts.Face.REGULAR, PdfPages.points(SIGNATURE_MM)));
    signer.addAll(cells.phrase(head.signerName(), PdfFonts.Face.BOLD, PROSE));
    return signer;
  }
}
