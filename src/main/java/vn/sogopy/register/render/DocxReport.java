package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The standing pages in front; docs/domain.md section 6. */
final class DocxReport {
  private static final int ISSUER_MM = 73;
  private static final int NATION_MM = 92;
  private static final int COPIES_MM = 80;
  private static final int SIGNER_MM = 85;

  private final DocxWriter writer;
  private final Register register;
  private final Seal seal;

  DocxReport(DocxWriter writer, Register register, Seal seal) {
    this.writer = writer;
    this.register = register;
    this.seal = seal;
  }

  void write() throws IOException {
    letterhead();
    title();
    Register.Report report = register.report();
    writer.optional(DocxStyle.ADDRESSEE, PageHeadings.addressee(register));
    for (String paragraph : report.paragraphs()) {
      writer.paragraph(DocxStyle.BODY, paragraph);
    }
    writer.paragraph(DocxStyle.DIFFERENCES, report.differencesTitle());
    // Whoever signs does not stand alone on a page, nor does this above its table.
    writer.held(DocxStyle.BODY, report.differencesText());
    differences();
    signature();
    writer.endSection(false);
  }

  private void letterhead() throws IOException {
    Register.Letterhead head = register.letterhead();
    writer.openSides(List.of(ISSUER_MM, NATION_MM));
    writer.openSide(ISSUER_MM);
    writer.optional(DocxStyle.PARENT, head.parentBody());
    writer.optional(DocxStyle.ISSUER, head.issuer());
    writer.rule(ISSUER_MM / 3);
    writer.paragraph(DocxStyle.NUMBER, PageHeadings.numberLine(register, seal));
    writer.closeSide();
    writer.openSide(NATION_MM);
    writer.paragraph(DocxStyle.NATION, PageHeadings.NATION);
    writer.paragraph(DocxStyle.MOTTO, PageHeadings.MOTTO);
    writer.rule(NATION_MM / 5);
    writer.paragraph(DocxStyle.PLACE, PageHeadings.placeAndDate(register, seal));
    writer.closeSide();
    writer.endSides();
  }

  private void title() throws IOException {
    writer.paragraph(DocxStyle.TITLE, PageHeadings.REPORT);
    writer.paragraph(DocxStyle.SUBJECT, register.report().subject());
    if (register.extract() != null) {
      writer.paragraph(DocxStyle.EXTRACT, PageHeadings.EXTRACT);
      writer.paragraph(DocxStyle.EXTRACT, PageHeadings.filters(register));
    }
    writer.rule(Columns.PORTRAIT_MM * 2 / 5);
  }

  private void differences() throws IOException {
    List<Register.Voice> voices = register.differing();
    if (voices.isEmpty()) {
      return;
    }
    DocxTable table = writer.table(Columns.differing(), DocxPage.TALL);
    int number = 0;
    for (Register.Voice voice : voices) {
      number++;
      Register.Row row = voice.row();
      table.row(
          String.valueOf(number),
          voice.body(),
          PageHeadings.brief(register, row),
          PageHeadings.answer(row),
          PageHeadings.reasons(row));
    }
    table.end();
  }

  private void signature() throws IOException {
    Register.Letterhead head = register.letterhead();
    writer.held(DocxStyle.COPIES, null);
    writer.openSides(List.of(COPIES_MM, SIGNER_MM));
    writer.openSide(COPIES_MM);
    writer.paragraph(DocxStyle.COPIES_HEAD, PageHeadings.COPIES);
    for (String recipient : head.recipients()) {
      writer.paragraph(DocxStyle.COPIES, recipient.startsWith("-") ? recipient : "- " + recipient);
    }
    writer.closeSide();
    writer.openSide(SIGNER_MM);
    writer.paragraph(DocxStyle.SIGNER_TITLE, head.signerTitle());
    writer.paragraph(DocxStyle.SIGNER, head.signerName());
    writer.closeSide();
    writer.endSides();
  }
}
