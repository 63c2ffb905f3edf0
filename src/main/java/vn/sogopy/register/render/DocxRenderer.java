package vn.sogopy.register.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.sogopy.register.Annex;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterFormat;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/**
 * The document that the clerks go on editing. Written straight into the stream, so that memory does
 * not grow with the rows; the same register gives the same bytes.
 */
@ApplicationScoped
public class DocxRenderer implements RegisterRenderer {
  @Override
  public RegisterFormat format() {
    return RegisterFormat.DOCX;
  }

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    try (DocxParts parts = new DocxParts(out)) {
      parts.addAll(register, seal);
      parts.add("word/document.xml", xml -> document(new DocxWriter(xml), register, seal));
    }
  }

  private static void document(DocxWriter writer, Register register, Seal seal) throws IOException {
    writer.xml().open("w:document", "xmlns:w", DocxParts.WORD, "xmlns:r", DocxParts.RELATIONS);
    writer.xml().open("w:body");
    if (register.report() != null) {
      new DocxReport(writer, register, seal).write();
    }
    DocxAnnexes annexes = new DocxAnnexes(writer, register, seal);
    List<Annex> printed = PageHeadings.annexes(register);
    for (int i = 0; i < printed.size(); i++) {
      if (i > 0) {
        writer.endSection(true);
      }
      annexes.write(printed.get(i));
    }
    writer.paragraph(DocxStyle.LAST, PageHeadings.last(register, seal));
    writer.section(true);
  }
}
