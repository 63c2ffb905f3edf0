package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.platform.http.MediaTypes;

/**
 * Renders the chasing letter (công văn đôn đốc) with the plan's letterhead. Number and date are
 * blank: the clerks add them after the signature (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
@ApplicationScoped
public class ChasingLetter implements ChasingRenderer {
  static final String BLANK_DAY = "ngày      tháng      năm ";
  private static final int MM = 57;

  @Override
  public ChasingFormat format() {
    return ChasingFormat.DOCX;
  }

  @Override
  public String mediaType() {
    return MediaTypes.DOCX;
  }

  @Override
  public String name() {
    return "Công văn đôn đốc góp ý";
  }

  @Override
  public void write(ChasingList list, OutputStream out) throws IOException {
    ChasingProse prose = new ChasingProse(list);
    OfficialDocument document = new OfficialDocument(prose.subject(), list.issuer(), list.mark());
    head(document, list, prose.subject());
    document.paragraph(OfficialStyles.ADDRESSEE, "Kính gửi: " + prose.addressees());
    for (String paragraph : prose.paragraphs()) {
      document.paragraph(OfficialStyles.BODY, paragraph);
    }
    foot(document, list.letterhead());
    if (prose.toOne()) {
      document.end();
    } else {
      document.endSection();
      ChasingAnnex.write(document, list);
    }
    document.write(list.today(), out);
  }

  private static void head(OfficialDocument document, ChasingList list, String subject) {
    Letterhead letterhead = list.letterhead();
    XWPFTableRow row = document.sideBySide(76 * MM, 96 * MM);
    XWPFTableCell left = row.getCell(0);
    OfficialDocument.cell(left, OfficialStyles.PARENT, or(letterhead.parentBody()));
    OfficialDocument.fill(left.addParagraph(), OfficialStyles.ISSUER, or(letterhead.issuer()));
    rule(left, 26 * MM);
    OfficialDocument.fill(left.addParagraph(), OfficialStyles.NUMBER, number(letterhead));
    OfficialDocument.fill(left.addParagraph(), OfficialStyles.SUBJECT, subject);
    XWPFTableCell right = row.getCell(1);
    OfficialDocument.cell(right, OfficialStyles.MOTTO_1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    OfficialDocument.fill(
        right.addParagraph(), OfficialStyles.MOTTO_2, "Độc lập - Tự do - Hạnh phúc");
    rule(right, 19 * MM);
    String place = letterhead.place() == null ? "" : letterhead.place() + ", ";
    OfficialDocument.fill(
        right.addParagraph(), OfficialStyles.PLACE, place + BLANK_DAY + list.today().getYear());
  }

  private static String number(Letterhead letterhead) {
    return "Số:        /" + or(letterhead.abbreviation()) + "-";
  }

  /** The line below a name, inset on both sides. The length is in twentieths of a point. */
  private static void rule(XWPFTableCell cell, int inset) {
    XWPFParagraph line = cell.addParagraph();
    line.setStyle(OfficialStyles.PARENT.id());
    line.setBorderTop(Borders.SINGLE);
    line.setIndentationLeft(inset);
    line.setIndentationRight(inset);
    line.setSpacingBefore(40);
    line.setSpacingBetween(2, LineSpacingRule.EXACT);
  }

  private static void foot(OfficialDocument document, Letterhead letterhead) {
    document.paragraph(OfficialStyles.BASE, null);
    XWPFTableRow row = document.sideBySide(80 * MM, 80 * MM);
    row.setCantSplitRow(true);
    XWPFTableCell left = row.getCell(0);
    OfficialDocument.cell(left, OfficialStyles.COPIES_HEAD, "Nơi nhận:");
    List<String> recipients =
        letterhead.recipients() == null
            ? List.of("Như trên;", "Lưu: VT.")
            : letterhead.recipients();
    for (String recipient : recipients) {
      OfficialDocument.fill(
          left.addParagraph(),
          OfficialStyles.COPIES,
          recipient.startsWith("-") ? recipient : "- " + recipient);
    }
    XWPFTableCell right = row.getCell(1);
    OfficialDocument.cell(right, OfficialStyles.SIGNER, or(letterhead.signerTitle()));
    for (int i = 0; i < 4; i++) {
      OfficialDocument.fill(right.addParagraph(), OfficialStyles.SIGNER, null);
    }
    OfficialDocument.fill(right.addParagraph(), OfficialStyles.SIGNER, or(letterhead.signerName()));
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }
}
