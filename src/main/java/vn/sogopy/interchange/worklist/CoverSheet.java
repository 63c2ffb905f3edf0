package vn.sogopy.interchange.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.plan.Draft;
import vn.sogopy.platform.table.TableSheet;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.platform.text.VietnamTime;

/** The first sheet: owner, contents and instructions. */
final class CoverSheet {
  private static final String FONT = "Times New Roman";
  private static final double[] WIDTHS = {22, 98};

  private CoverSheet() {}

  static void write(Worksheet sheet, WorklistXlsx.Head head) {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.width(i, WIDTHS[i]);
    }
    int row = 0;
    title(sheet, row++, "DANH SÁCH Ý KIẾN CẦN TRẢ LỜI", 14);
    title(sheet, row++, head.plan().title, 12);
    title(sheet, row++, draft(head.draft()), 12);
    title(sheet, row, StateSecrets.VIETNAMESE, 12);
    sheet.rowHeight(row++, 34);
    row++;
    String filters = head.filters().isEmpty() ? "không lọc" : String.join("; ", head.filters());
    fact(sheet, row++, "Người xuất", head.actor().caller().name());
    fact(sheet, row++, "Xuất lúc", VietnamTime.clock(head.actor().at()) + " (giờ Việt Nam)");
    fact(sheet, row++, "Bộ lọc", filters);
    fact(sheet, row++, "Trong danh sách này", Numbers.of(head.comments()) + " ý kiến");
    if (head.conflicts() > 0) {
      String conflicts =
          Numbers.of(head.conflicts()) + " ý kiến, ở đầu danh sách dù không theo bộ lọc";
      fact(sheet, row++, "Xung đột chưa xem lại", conflicts);
    }
    fact(sheet, row++, "Tiến độ cả dự thảo", progress(head) + " (chưa trả lời xong / tổng số)");
    row++;
    sheet.value(row, 0, "Cách điền");
    cell(sheet, row++, 0).bold().set();
    int number = 0;
    for (String step : head.placesOnly() ? places(head) : steps(head)) {
      sheet.value(row, 0, ++number);
      cell(sheet, row, 0).horizontalAlignment("center").set();
      sheet.value(row, 1, step);
      cell(sheet, row++, 1).set();
    }
    sheet.hideGridLines();
    TableSheet.landscape(sheet);
  }

  private static void fact(Worksheet sheet, int row, String name, String value) {
    sheet.value(row, 0, name);
    sheet.value(row, 1, value);
    cell(sheet, row, 0).bold().set();
    cell(sheet, row, 1).set();
  }

  /** "còn 37/102, hạn 15/9/2021". */
  private static String progress(WorklistXlsx.Head head) {
    LocalDate due = head.draft().answerDueOn;
    return "còn %s/%s, %s"
        .formatted(
            Numbers.of(head.open()),
            Numbers.of(head.total()),
            due == null ? "chưa đặt hạn" : "hạn " + VietnamTime.shortDate(due));
  }

  /** "Dự thảo lần 2"; with its title if that says more. */
  static String draft(Draft draft) {
    String number = "Dự thảo lần " + draft.number;
    return number.equalsIgnoreCase(draft.title) ? number : number + ": " + draft.title;
  }

  private static List<String> places(WorklistXlsx.Head head) {
    return List.of(
        "Chỉ điền ba cột vàng ở trang “Ý kiến”: mục, trang, ghi chú chỉnh sửa. Nhiều trang ghi như 45-46, 50. Cột xám để đọc.",
        "Chỉ nơi chỉnh sửa thay đổi: kết quả, nội dung trả lời và trạng thái giữ nguyên, câu đã duyệt vẫn là đã duyệt.",
        "Ô để trống nghĩa là không nói gì: không xóa điều đã ghi trong hệ thống.",
        "Được sắp xếp, lọc, xóa dòng, đổi chỗ cột, thêm cột riêng. Không chép một dòng thành hai, không sửa các cột ẩn.",
        sentBack(head));
  }

  private static String sentBack(WorklistXlsx.Head head) {
    return "Gửi lại tệp này cho " + head.issuer() + ".";
  }

  private static List<String> steps(WorklistXlsx.Head head) {
    List<String> steps =
        new ArrayList<>(
            List.of(
                "Làm việc ở trang “Ý kiến”. Cột xám để đọc, sửa ở đó không được ghi nhận; cột vàng để điền.",
                "Kết quả: chọn trong danh sách. Nội dung trả lời: ghi tự do; danh sách thả xuống và trang “Danh mục” có các câu mẫu, chọn rồi sửa tiếp được.",
                "Mục, trang, ghi chú chỉnh sửa: nơi đã sửa trong dự thảo lần sau; với “Đã có trong dự thảo”: nơi đã có, phải ghi. Nhiều trang ghi như 45-46, 50.",
                "Trả lời như ý kiến số: mã ý kiến (cột Mã ý kiến) mà câu trả lời này dùng chung.",
                "Đã xong: ghi x để gửi duyệt; để trống là còn đang soạn.",
                "Ô để trống nghĩa là không nói gì: không xóa điều đã ghi trong hệ thống.",
                "Được sắp xếp, lọc, xóa dòng, đổi chỗ cột, thêm cột riêng. Không chép một dòng thành hai, không sửa các cột ẩn.",
                "Nhiều người cùng điền các bản của một tệp được: nộp lần lượt, thứ tự nào cũng được. Nơi hệ thống đã có câu trả lời khác, dòng đó báo xung đột kèm cả hai nội dung, không ghi đè.",
                "Bản scan: liên kết đến tệp của văn bản góp ý, mở bằng tài khoản có quyền xem.",
                "Dòng đã báo xung đột còn ở lại trong danh sách của người nộp, kể cả khi người khác đã trả lời xong, đến khi dòng mới được nộp lại.",
                sentBack(head)));
    if (head.actor().caller().isCoordinator()) {
      steps.add(6, "Duyệt / Trả lại: chọn trong danh sách; trả lại thì ghi lý do ở cột bên cạnh.");
    }
    return steps;
  }

  private static void title(Worksheet sheet, int row, String text, int size) {
    sheet.value(row, 0, text);
    sheet.range(row, 0, row, WIDTHS.length - 1).merge();
    sheet
        .range(row, 0, row, WIDTHS.length - 1)
        .style()
        .fontName(FONT)
        .fontSize(size)
        .bold()
        .horizontalAlignment("center")
        .wrapText(true)
        .set();
  }

  private static StyleSetter cell(Worksheet sheet, int row, int column) {
    return sheet
        .range(row, column, row, column)
        .style()
        .fontName(FONT)
        .fontSize(12)
        .verticalAlignment("top")
        .wrapText(true);
  }
}
