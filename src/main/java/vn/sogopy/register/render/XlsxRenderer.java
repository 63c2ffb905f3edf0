package vn.sogopy.register.render;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import vn.sogopy.platform.table.TableSheet;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;
import vn.sogopy.register.render.AnnexLines.Kind;

/** The annexes as a workbook, one sheet each. */
@ApplicationScoped
@Identifier("xlsx")
public class XlsxRenderer implements RegisterRenderer {
  private static final String RED = "C00000";

  /** Heading of the column beside the printed ones. */
  private static final String AGENCY = "Cơ quan góp ý";

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "SoGopY", "1.0");
    book.properties().setTitle(register.title());
    List<Annex> annexes = PageHeadings.annexes(register);
    for (Annex annex : annexes) {
      TableSheet sheet =
          new TableSheet(
              book.newWorksheet(register.document().number(annex)),
              annex.columns(register),
              annex == Annex.COMMENTS && register.topics() == null ? AGENCY : null);
      above(sheet, annex, register, seal);
      sheet.head();
      AnnexLines.write(annex, register, line -> line(sheet, line));
      sheet.endTable();
      if (seal != null && annex == annexes.get(annexes.size() - 1)) {
        sheet.across(seal.line()).italic().set();
      }
      sheet.finish();
    }
    book.finish();
  }

  private static void line(TableSheet sheet, AnnexLines.Line line) throws IOException {
    switch (line.kind()) {
      case GROUP -> sheet.heading(line.heading(), "E2EFDA", line.agency());
      case AGENCY -> sheet.heading(line.heading(), "F2F2F2", line.agency());
      default -> sheet.row(line.plain(";\n"), line.kind() == Kind.SUM, line.agency());
    }
  }

  private static void above(TableSheet sheet, Annex annex, Register register, Seal seal) {
    sheet.across(register.document().number(annex)).bold().fontSize(12).set();
    sheet.across(annex.title(register)).bold().fontSize(12).set();
    sheet.across(PageHeadings.attachedTo(register, seal)).italic().set();
    if (register.extract() != null) {
      sheet.across(PageHeadings.extract(register)).italic().set();
    }
    List<String> marks = PageHeadings.marks(register, seal);
    if (!marks.isEmpty()) {
      sheet.across(String.join(" · ", marks)).bold().fontColor(RED).set();
    }
    String leftOut = PageHeadings.leftOut(register);
    if (annex == Annex.COMMENTS && leftOut != null) {
      sheet.across(leftOut).italic().set();
    }
    if (seal == null) {
      sheet.across(PageHeadings.provenance(register)).italic().set();
    }
  }
}
