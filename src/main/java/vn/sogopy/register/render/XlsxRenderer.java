package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.StringJoiner;
import org.dhatim.fastexcel.Workbook;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.register.Annex;
import vn.sogopy.register.Columns;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/** The annexes as a workbook to work with, a sheet each. */
@ApplicationScoped
public class XlsxRenderer implements RegisterRenderer {
  private static final String RED = "C00000";

  @Override
  public RegisterFormat format() {
    return RegisterFormat.XLSX;
  }

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "SoGopY", "1.0");
    book.properties().setTitle(register.title());
    List<Annex> annexes = PageHeadings.annexes(register);
    for (Annex annex : annexes) {
      AnnexSheet sheet =
          new AnnexSheet(
              book.newWorksheet(register.document().number(annex)),
              Columns.of(annex, register),
              annex == Annex.COMMENTS && register.topics() == null);
      above(sheet, annex, register, seal);
      sheet.head();
      AnnexLines.write(annex, register, sheet::line);
      sheet.endTable();
      if (seal != null && annex == annexes.get(annexes.size() - 1)) {
        sheet.across(seal.line()).italic().set();
      }
      sheet.finish();
    }
    book.finish();
  }

  private static void above(AnnexSheet sheet, Annex annex, Register register, Seal seal) {
    sheet.across(register.document().number(annex)).bold().fontSize(12).set();
    sheet.across(annex.title(register)).bold().fontSize(12).set();
    sheet.across(PageHeadings.attachedTo(register, seal)).italic().set();
    if (register.extract() != null) {
      sheet.across(PageHeadings.EXTRACT + " " + PageHeadings.filters(register)).italic().set();
    }
    StringJoiner marks = new StringJoiner(" · ").setEmptyValue("");
    if (register.mark() != null) {
      marks.add(register.mark());
    }
    if (seal == null) {
      marks.add(register.draftMark());
    }
    if (marks.length() > 0) {
      sheet.across(marks.toString()).bold().fontColor(RED).set();
    }
    if (seal == null) {
      sheet.across(register.provenance()).italic().set();
    } else if (register.restrictedLeftOut() > 0) {
      sheet
          .across(
              "(Không in "
                  + Numbers.of(register.restrictedLeftOut())
                  + " ý kiến hạn chế người xem)")
          .italic()
          .set();
    }
  }
}
