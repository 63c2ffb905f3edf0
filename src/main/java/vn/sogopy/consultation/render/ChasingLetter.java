package vn.sogopy.consultation.render;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import vn.sogopy.consultation.ChasingFormat;
import vn.sogopy.consultation.ChasingList;
import vn.sogopy.consultation.ChasingRenderer;
import vn.sogopy.consultation.ConsulteeList;
import vn.sogopy.http.MediaTypes;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.text.VietnamTime;

/**
 * The chasing letter (công văn đôn đốc) from the plan's letterhead. Number and day are left to the
 * clerks, who give them once it is signed (Nghị định 30/2020/NĐ-CP, Điều 15).
 */
@ApplicationScoped
public class ChasingLetter implements ChasingRenderer {
  private static final String BLANK_DAY = "ngày      tháng      năm ";
  private static final int MM = 57;
  private static final int[] WIDTHS = {13 * MM, 46 * MM, 64 * MM, 20 * MM, 17 * MM};
  private static final List<String> HEADINGS =
      List.of("STT", "Cơ quan, đơn vị", "Văn bản xin ý kiến", "Hạn trả lời", "Quá hạn (ngày)");
  private static final int[] REQUEST_WIDTHS = {13 * MM, 47 * MM, 62 * MM, 20 * MM, 18 * MM};
  private static final List<String> REQUEST_HEADINGS =
      List.of("STT", "Cơ quan, đơn vị", "Nội dung đề nghị", "Hạn trả lời", "Ý kiến số");

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
    String subject = "V/v đôn đốc góp ý " + lowerFirst(list.subject());
    OfficialDocument document = new OfficialDocument(subject, list.issuer(), list.mark());
    head(document, list, subject);
    document.paragraph(OfficialStyles.ADDRESSEE, "Kính gửi: " + addressees(list));
    for (String paragraph : body(list)) {
      document.paragraph(OfficialStyles.BODY, paragraph);
    }
    foot(document, list.letterhead());
    attachment(document, list);
    document.write(out);
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

  /** The line below a name, shorter than the column by this much at both ends. */
  private static void rule(XWPFTableCell cell, int inset) {
    XWPFParagraph line = cell.addParagraph();
    line.setStyle(OfficialStyles.PARENT.id());
    line.setBorderTop(Borders.SINGLE);
    line.setIndentationLeft(inset);
    line.setIndentationRight(inset);
    line.setSpacingBefore(40);
    line.setSpacingBetween(2, LineSpacingRule.EXACT);
  }

  private static String addressees(ChasingList list) {
    List<ChasingList.Line> lines = list.lines();
    return lines.size() == 1 && list.requests().isEmpty()
        ? lines.get(0).name()
        : "Các cơ quan, đơn vị, địa phương (theo Danh sách kèm theo)";
  }

  private static List<String> body(ChasingList list) {
    String issuer = list.issuer();
    String draft = lowerFirst(list.subject());
    String asked =
        list.requestLetters().isEmpty()
            ? ""
            : " tại "
                + (list.requestLetters().size() == 1 ? "Văn bản " : "các Văn bản ")
                + unbroken(ChasingCsv.cited(list.requestLetters(), "; "));
    int silent = list.lines().size();
    String request =
        issuer
            + " đề nghị các cơ quan, đơn vị, địa phương có tên trong Danh sách kèm theo khẩn trương nghiên cứu,"
            + " có văn bản góp ý gửi về "
            + issuer
            + (anyOver(list) ? " ngay sau khi nhận được Công văn này" : " đúng thời hạn nêu trên")
            + " để tổng hợp, tiếp thu, giải trình theo quy định. Trường hợp nhất trí với nội dung dự thảo,"
            + " đề nghị có văn bản trả lời ghi rõ “nhất trí, không có ý kiến thêm”.";
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        issuer
            + " đã gửi lấy ý kiến các cơ quan, đơn vị, địa phương đối với "
            + draft
            + asked
            + deadline(list)
            + ".");
    if (silent > 0) {
      paragraphs.add(
          "Tính đến hết ngày "
              + VietnamTime.shortDate(list.today())
              + ", còn "
              + silent
              + " cơ quan, đơn vị, địa phương chưa có văn bản góp ý (Danh sách kèm theo).");
      paragraphs.add("Để bảo đảm tiến độ lập quy hoạch, " + request);
    }
    if (!list.requests().isEmpty()) {
      paragraphs.add(
          "Đồng thời, đề nghị các cơ quan được đề nghị cung cấp, làm rõ thông tin, số liệu mà chưa trả lời"
              + " (phần cuối Danh sách kèm theo) khẩn trương có văn bản trả lời.");
    }
    paragraphs.add("Trân trọng đề nghị các cơ quan, đơn vị, địa phương quan tâm, phối hợp./.");
    return paragraphs;
  }

  /** "số" stays with the number. */
  private static String unbroken(String citation) {
    return citation.replace("số ", "số\u00A0");
  }

  private static boolean anyOver(ChasingList list) {
    return list.lines().stream().anyMatch(line -> line.daysOver() != null);
  }

  private static String deadline(ChasingList list) {
    Set<LocalDate> days =
        list.lines().stream()
            .map(ChasingList.Line::dueOn)
            .filter(day -> day != null)
            .collect(Collectors.toSet());
    return switch (days.size()) {
      case 0 -> "";
      case 1 -> "; thời hạn trả lời: " + VietnamTime.shortDate(days.iterator().next());
      default -> "; thời hạn trả lời của từng cơ quan ghi tại Danh sách kèm theo";
    };
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

  private static void attachment(OfficialDocument document, ChasingList list) {
    document.onNewPage(OfficialStyles.TITLE, list.title());
    document.paragraph(OfficialStyles.TITLE, list.subject());
    String abbreviation = or(list.letterhead().abbreviation());
    document.paragraph(
        OfficialStyles.ATTACHED,
        "(Kèm theo Công văn số        /"
            + abbreviation
            + "-       "
            + BLANK_DAY
            + list.today().getYear()
            + "\ncủa "
            + list.issuer()
            + ")");
    XWPFTable table = document.grid(WIDTHS, HEADINGS);
    for (ChasingList.Group group : list.groups()) {
      OfficialDocument.groupRow(table, WIDTHS.length, group.index() + ". " + group.title());
      for (ChasingList.Line line : group.lines()) {
        OfficialDocument.row(
            table,
            List.of(
                String.valueOf(line.number()),
                line.name(),
                ChasingCsv.cited(line.requestLetters(), ";\n"),
                line.dueOn() == null ? "" : VietnamTime.shortDate(line.dueOn()),
                line.daysOver() == null ? "" : String.valueOf(line.daysOver())),
            Set.of(0, 3, 4));
      }
    }
    if (!list.requests().isEmpty()) {
      requests(document, list);
    }
  }

  private static void requests(OfficialDocument document, ChasingList list) {
    document.paragraph(OfficialStyles.BASE, null);
    document
        .paragraph(OfficialStyles.TITLE, "ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN")
        .setKeepNext(true);
    XWPFTable table = document.grid(REQUEST_WIDTHS, REQUEST_HEADINGS);
    int number = 0;
    for (ConsulteeList.OverdueRequest request : list.requests()) {
      number++;
      OfficialDocument.row(
          table,
          List.of(
              String.valueOf(number),
              request.organization().name(),
              request.text(),
              VietnamTime.shortDate(request.dueOn()),
              String.valueOf(request.receiptNumber())),
          Set.of(0, 3, 4));
    }
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static String or(String text) {
    return text == null ? "" : text;
  }
}
