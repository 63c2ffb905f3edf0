package vn.sogopy.register.render;

import java.io.IOException;
import java.util.List;
import vn.sogopy.platform.docx.DocxLetterhead;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxTable;
import vn.sogopy.platform.docx.DocxWriter;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The portrait report before the annexes; docs/domain.md section 6. */
final class DocxReport {
  private final DocxWriter writer;
  private final Register register;
  private final Seal seal;

  DocxReport(DocxWriter writer, Register register, Seal seal) {
    this.writer = writer;
    this.register = register;
    this.seal = seal;
  }

  void write() throws IOException {
    DocxLetterhead letterhead = new DocxLetterhead(writer);
    Register.Letterhead head = register.letterhead();
    letterhead.head(
        head.parentBody(),
        head.issuer(),
        PageHeadings.numberLine(register, seal),
        null,
        PageHeadings.placeAndDate(register, seal));
    title();
    Register.Report report = register.report();
    writer.optional(DocxStyle.ADDRESSEE, PageHeadings.addressee(register));
    for (String paragraph : report.paragraphs()) {
      writer.paragraph(DocxStyle.BODY, paragraph);
    }
    writer.paragraph(DocxStyle.DIFFERENCES, report.differencesTitle());
    // On the same page as the table or the signature below.
    writer.keptWithNext(DocxStyle.BODY, report.differencesText());
    differences();
    letterhead.foot(head.recipients(), head.signerTitle(), head.signerName());
    writer.endSection(false);
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
    List<List<String>> rows = PageHeadings.differing(register);
    if (rows.isEmpty()) {
      return;
    }
    DocxTable table = writer.table(Columns.differing(), false);
    for (List<String> row : rows) {
      table.row(row);
    }
    table.end();
  }
}
