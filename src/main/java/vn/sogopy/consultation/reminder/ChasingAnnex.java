package vn.sogopy.consultation.reminder;

import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.platform.text.VietnamTime;

/** The list of consultees attached to the chasing letter. */
final class ChasingAnnex {
  private static final int MM = 57;

  /** A date of ten characters needs 22 mm, with the margins of its cell. */
  private static final int[] WIDTHS = {12 * MM, 44 * MM, 62 * MM, 24 * MM, 18 * MM};

  private static final List<String> HEADINGS =
      List.of("STT", "Cơ quan, đơn vị", "Văn bản xin ý kiến", "Hạn trả lời", "Quá hạn (ngày)");
  private static final int[] REQUEST_WIDTHS = {12 * MM, 44 * MM, 60 * MM, 24 * MM, 20 * MM};
  private static final List<String> REQUEST_HEADINGS =
      List.of("STT", "Cơ quan, đơn vị", "Nội dung đề nghị", "Hạn trả lời", "Ý kiến số");
  private static final String REQUESTS = "ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN";

  private ChasingAnnex() {}

  static void write(OfficialDocument document, ChasingList list) {
    boolean anySilent = !list.lines().isEmpty();
    document.paragraph(OfficialStyles.TITLE, anySilent ? list.title() : REQUESTS);
    document.paragraph(OfficialStyles.TITLE, list.subject());
    String abbreviation = list.letterhead().abbreviation();
    document.paragraph(
        OfficialStyles.ATTACHED,
        "(Kèm theo Công văn số        /"
            + (abbreviation == null ? "" : abbreviation)
            + "-       "
            + ChasingLetter.BLANK_DAY
            + list.today().getYear()
            + "\ncủa "
            + list.issuer()
            + ")");
    if (anySilent) {
      silent(document, list);
    }
    if (!list.requests().isEmpty()) {
      if (anySilent) {
        document.paragraph(OfficialStyles.BASE, null);
        document.paragraph(OfficialStyles.TITLE, REQUESTS).setKeepNext(true);
      }
      requests(document, list);
    }
    document.end();
  }

  private static void silent(OfficialDocument document, ChasingList list) {
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
  }

  private static void requests(OfficialDocument document, ChasingList list) {
    XWPFTable table = document.grid(REQUEST_WIDTHS, REQUEST_HEADINGS);
    int number = 0;
    for (OverdueRequest request : list.requests()) {
      number++;
      OfficialDocument.row(
          table,
          List.of(
              String.valueOf(number),
              request.organization().name(),
              request.text(),
              VietnamTime.shortDate(request.dueOn()),
              request.citation()),
          Set.of(0, 3, 4));
    }
  }
}
