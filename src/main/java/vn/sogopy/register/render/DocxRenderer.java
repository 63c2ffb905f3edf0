package vn.sogopy.register.render;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxTable;
import vn.sogopy.platform.docx.DocxWriter;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterLetterhead;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/** The editable document: the portrait report, then the landscape annexes. */
@ApplicationScoped
@Identifier("docx")
public class DocxRenderer implements RegisterRenderer {
  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    String issuer = register.letterhead().issuer();
    DocxWriter writer =
        new DocxWriter(
            new DocxWriter.About(
                register.title(),
                register.planTitle(),
                issuer == null ? register.generatedBy() : issuer,
                register.generatedAt(),
                String.join(" - ", PageHeadings.marks(register, seal))),
            out);
    if (register.report() != null) {
      report(writer, register, seal);
      writer.endSection(false);
    }
    List<Annex> printed = PageHeadings.annexes(register);
    for (int i = 0; i < printed.size(); i++) {
      if (i > 0) {
        writer.endSection(true);
      }
      annex(writer, register, seal, printed.get(i));
    }
    writer.paragraph(DocxStyle.LAST, PageHeadings.last(register, seal));
    writer.end(true);
  }

  private static void report(DocxWriter writer, Register register, Seal seal) throws IOException {
    RegisterLetterhead head = register.letterhead();
    Register.Report report = register.report();
    writer.head(
        head.parentBody(),
        head.issuer(),
        PageHeadings.numberLine(register, seal),
        null,
        PageHeadings.placeAndDate(register, seal));
    writer.paragraph(DocxStyle.TITLE, PageHeadings.REPORT);
    writer.paragraph(DocxStyle.SUBJECT, report.subject());
    extract(writer, register);
    writer.rule(Annex.PORTRAIT_MM * 2 / 5);
    writer.optional(DocxStyle.ADDRESSEE, PageHeadings.addressee(register));
    for (String paragraph : report.body()) {
      writer.paragraph(DocxStyle.BODY, paragraph);
    }
    for (PageHeadings.LeaderTable points : PageHeadings.leaderTables(register)) {
      writer.paragraph(DocxStyle.DIFFERENCES, points.title());
      // On the same page as the table or the signature below.
      writer.keptWithNext(DocxStyle.BODY, points.text());
      if (!points.rows().isEmpty()) {
        DocxTable table = writer.table(points.columns(), false);
        for (List<String> row : points.rows()) {
          table.row(row);
        }
        table.end();
      }
    }
    writer.keptWithNext(DocxStyle.BODY, report.closing());
    writer.foot(head.recipients(), head.signerTitle(), head.signerName());
  }

  private static void extract(DocxWriter writer, Register register) throws IOException {
    writer.optional(DocxStyle.EXTRACT, PageHeadings.extract(register));
  }

  private static void annex(DocxWriter writer, Register register, Seal seal, Annex annex)
      throws IOException {
    writer.paragraph(DocxStyle.TITLE, register.document().number(annex));
    writer.paragraph(DocxStyle.ANNEX_TITLE, annex.title(register));
    extract(writer, register);
    if (annex == Annex.COMMENTS) {
      writer.optional(DocxStyle.EXTRACT, PageHeadings.leftOut(register));
    }
    writer.keptWithNext(DocxStyle.ATTACHED, PageHeadings.attachedTo(register, seal));
    DocxTable table = writer.table(annex.columns(register), true);
    AnnexLines.write(annex, register, line -> line(table, line));
    table.end();
  }

  private static void line(DocxTable table, AnnexLines.Line line) throws IOException {
    switch (line.kind()) {
      case GROUP -> table.heading(DocxStyle.GROUP, line.index(), line.text(), line.bookmark());
      case AGENCY -> table.heading(DocxStyle.AGENCY, line.index(), line.text(), line.bookmark());
      case ROW -> table.row(line.texts("\n"));
      case TOPIC -> table.topicRow(line.texts("\n"), line.bookmark());
      case SUM -> table.sum(line.texts("\n"));
    }
  }
}
