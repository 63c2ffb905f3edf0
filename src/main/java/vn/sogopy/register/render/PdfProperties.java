package vn.sogopy.register.render;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The metadata of the file, without timestamps of the writing. */
final class PdfProperties {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'+07''00'''").withZone(VietnamTime.ZONE);

  private PdfProperties() {}

  static void write(Register register, Seal seal, Document document, PdfWriter writer) {
    document.addTitle(register.title());
    document.addSubject(
        register.report() == null ? register.planTitle() : register.report().subject());
    if (register.letterhead().issuer() != null) {
      document.addAuthor(register.letterhead().issuer());
    }
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageModeUseOutlines);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("vi-VN"));
    PdfDictionary info = writer.getInfo();
    info.put(PdfName.CREATIONDATE, date(register.generatedAt()));
    info.put(PdfName.MODDATE, date(register.generatedAt()));
    byte[] id = id(register, seal);
    info.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
  }

  private static PdfString date(Instant instant) {
    return new PdfString(DATE.format(instant));
  }

  /** A number derived from register and seal. */
  static long seed(Register register, Seal seal) {
    return name(register, seal).getMostSignificantBits();
  }

  private static byte[] id(Register register, Seal seal) {
    return name(register, seal)
        .toString()
        .replace("-", "")
        .substring(0, 16)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static UUID name(Register register, Seal seal) {
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
