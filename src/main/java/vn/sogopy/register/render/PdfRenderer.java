package vn.sogopy.register.render;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/**
 * The document on paper: the portrait report, then the landscape annexes. The same register and
 * seal give the same bytes.
 */
@ApplicationScoped
@Identifier("pdf")
public class PdfRenderer implements RegisterRenderer {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+07''00'''").withZone(VietnamTime.ZONE);

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    UUID id = id(register, seal);
    PdfText text = new PdfText(id.getMostSignificantBits());
    try {
      PdfPages pages = new PdfPages(register, seal, text, out);
      properties(register, id, pages.document, pages.writer);
      new PdfContent(register, seal, pages, text).write();
      pages.close();
    } catch (DocumentException | ExceptionConverter e) {
      throw asThrown(e);
    }
  }

  /** The exception of the stream, which the library wraps more than once. */
  private static IOException asThrown(RuntimeException wrapped) {
    Throwable cause = wrapped;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause instanceof ExceptionConverter e ? e.getException() : cause.getCause();
    }
    if (cause == null) {
      throw wrapped;
    }
    return (IOException) cause;
  }

  /** The metadata of the file, without timestamps of the writing. */
  private static void properties(Register register, UUID id, Document document, PdfWriter writer) {
    document.addTitle(register.title());
    document.addSubject(
        register.report() == null ? register.planTitle() : register.report().subject());
    if (register.letterhead().issuer() != null) {
      document.addAuthor(register.letterhead().issuer());
    }
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("vi-VN"));
    PdfDictionary info = writer.getInfo();
    PdfString date = new PdfString(DATE.format(register.generatedAt()));
    info.put(PdfName.CREATIONDATE, date);
    info.put(PdfName.MODDATE, date);
    byte[] digits =
        id.toString().replace("-", "").substring(0, 16).getBytes(StandardCharsets.US_ASCII);
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(digits, digits));
  }

  /** Derived from register and seal. */
  private static UUID id(Register register, Seal seal) {
    String words =
        String.join(
            "\n",
            register.plan(),
            String.valueOf(register.draft()),
            register.document().name(),
            register.generatedAt().toString(),
            String.valueOf(register.extract()),
            String.valueOf(register.topics() == null),
            String.valueOf(register.publicForm()),
            String.valueOf(seal));
    return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
  }
}
