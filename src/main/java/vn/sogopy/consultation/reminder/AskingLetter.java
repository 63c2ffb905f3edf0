package vn.sogopy.consultation.reminder;

import static vn.sogopy.platform.table.Column.centred;
import static vn.sogopy.platform.table.Column.text;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.platform.docx.DocxStyle;
import vn.sogopy.platform.docx.DocxTable;
import vn.sogopy.platform.table.Column;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The letter that asks for comments (công văn xin ý kiến) from one asking body, with the list of
 * the bodies and their due days as an annex.
 *
 * @param asker its letterhead is printed
 * @param list the bodies that it asks; its plan is that of the coordinator, who gets the replies
 */
record AskingLetter(PlanHead.Head asker, ChasingList list) {
  static final String TITLE = "Công văn xin ý kiến";

  private static final String MANY = "Các cơ quan, đơn vị, địa phương";

  private static final List<Column> ASKED =
      List.of(
          centred("STT", 14), text("Cơ quan, đơn vị, địa phương", 121), centred("Hạn trả lời", 30));

  boolean isEmpty() {
    return list.lines().isEmpty();
  }

  void write(OutputStream out) throws IOException {
    String subject = "V/v lấy ý kiến đối với " + list.inProse();
    OfficeLetter letter = new OfficeLetter(asker, subject, list.today(), out);
    letter.text(
        asker,
        subject,
        toOne() ? list.lines().get(0).name() : MANY + " (theo Danh sách kèm theo)",
        paragraphs());
    if (!toOne()) {
      letter.annex(asker, list.title(), list.subject());
      annex(letter.writer.table(ASKED, false));
    }
    letter.end();
  }

  private void annex(DocxTable table) throws IOException {
    for (ChasingList.Group group : list.groups()) {
      table.heading(DocxStyle.GROUP, group.index(), group.title(), null);
      for (ChasingList.Line line : group.lines()) {
        table.row(
            Arrays.asList(
                String.valueOf(line.number()),
                line.name(),
                line.dueOn() == null ? null : VietnamTime.shortDate(line.dueOn())));
      }
    }
    table.end();
  }

  private List<String> paragraphs() {
    String whom = toOne() ? "Quý cơ quan" : "các cơ quan, đơn vị, địa phương";
    return List.of(
        "Thực hiện quy định của pháp luật về quy hoạch, %s gửi hồ sơ %s đến %s để lấy ý kiến."
            .formatted(asker.issuer(), list.inProse(), whom),
        ("%s đề nghị %s nghiên cứu, có ý kiến bằng văn bản đối với dự thảo nêu trên, gửi về %s%s"
                + " để tổng hợp, tiếp thu, giải trình theo quy định. Đề nghị ghi rõ phần, mục, trang"
                + " của dự thảo đối với từng ý kiến. Trường hợp nhất trí với nội dung dự thảo, đề nghị"
                + " có văn bản trả lời ghi rõ “nhất trí, không có ý kiến thêm”.")
            .formatted(asker.issuer(), whom, list.plan().issuerNow(), deadline()),
        "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./.");
  }

  /** Names the day only if it is that of every body. */
  private String deadline() {
    Set<LocalDate> days =
        list.lines().stream()
            .map(ChasingList.Line::dueOn)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (days.isEmpty()) {
      return "";
    }
    boolean alike =
        days.size() == 1 && list.lines().stream().allMatch(line -> line.dueOn() != null);
    return alike
        ? " chậm nhất ngày " + VietnamTime.shortDate(days.iterator().next())
        : " theo thời hạn của từng cơ quan ghi tại Danh sách kèm theo";
  }

  /** Whether the letter has one addressee. It then has no annex. */
  private boolean toOne() {
    return list.lines().size() == 1;
  }
}
