package vn.sogopy.consultation.reminder;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxWriter;

/**
 * Letters of an office as one DOCX. Number and day are blank, since the clerks fill them in after
 * the signature (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
final class OfficeLetter {
  private static final List<String> RECIPIENTS = List.of("Như trên;", "Lưu: VT.");

  final DocxWriter writer;
  private final String day;

  OfficeLetter(PlanHead.Head head, String subject, LocalDate today, OutputStream out)
      throws IOException {
    day = blankDay(today);
    writer =
        new DocxWriter(
            new DocxWriter.About(
                subject,
                head.title(),
                head.issuer(),
                // Without the time of day: the same list gives the same bytes all day.
                today.atStartOfDay().toInstant(ZoneOffset.UTC),
                Objects.requireNonNullElse(head.mark(), "")),
            out);
  }

  static String blankDay(LocalDate today) {
    return "ngày      tháng      năm " + today.getYear();
  }

  void text(PlanHead.Head head, String subject, String addressee, List<String> paragraphs)
      throws IOException {
    Letterhead paper = head.letterhead();
    writer.head(
        paper.parentBody(),
        paper.issuer(),
        "Số:        /" + abbreviation(head) + "-",
        subject,
        (paper.place() == null ? "" : paper.place() + ", ") + day);
    writer.paragraph(DocxStyle.ADDRESSEE, "Kính gửi: " + addressee);
    for (String paragraph : paragraphs) {
      writer.paragraph(DocxStyle.BODY, paragraph);
    }
    writer.foot(
        Objects.requireNonNullElse(paper.recipients(), RECIPIENTS),
        paper.signerTitle(),
        paper.signerName());
  }

  void annex(PlanHead.Head head, String title, String subject) throws IOException {
    writer.endSection(false);
    writer.paragraph(DocxStyle.TITLE, title);
    writer.paragraph(DocxStyle.ANNEX_TITLE, subject);
    writer.keptWithNext(
        DocxStyle.ATTACHED,
        "(Kèm theo Công văn số        /%s-       %s\ncủa %s)"
            .formatted(abbreviation(head), day, head.issuer()));
  }

  private static String abbreviation(PlanHead.Head head) {
    return Objects.requireNonNullElse(head.letterhead().abbreviation(), "");
  }

  void end() throws IOException {
    // Word needs a paragraph after the last table.
    writer.paragraph(DocxStyle.SECTION_END, null);
    writer.end(false);
  }
}
