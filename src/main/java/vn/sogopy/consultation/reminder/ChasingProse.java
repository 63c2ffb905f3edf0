package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.platform.text.VietnamTime;

/** The text of the chasing letter. */
final class ChasingProse {
  private final ChasingList list;
  private final String draft;

  ChasingProse(ChasingList list) {
    this.list = list;
    String subject = list.subject();
    draft = subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
  }

  String subject() {
    return "V/v đôn đốc góp ý " + draft;
  }

  /** Whether the letter has one addressee and no overdue requests. It then has no annex. */
  boolean toOne() {
    return list.lines().size() == 1 && list.requests().isEmpty();
  }

  String addressees() {
    return toOne()
        ? list.lines().get(0).name()
        : "Các cơ quan, đơn vị, địa phương (theo Danh sách kèm theo)";
  }

  List<String> paragraphs() {
    return toOne() ? forOne() : forMany();
  }

  private List<String> forOne() {
    return List.of(
        asked("Quý cơ quan") + ".",
        "Tính đến hết ngày %s, %s chưa nhận được văn bản góp ý của Quý cơ quan. %s"
            .formatted(VietnamTime.shortDate(list.today()), list.issuer(), request("Quý cơ quan")),
        "Trân trọng đề nghị Quý cơ quan quan tâm, phối hợp./.");
  }

  private List<String> forMany() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(asked("các cơ quan, đơn vị, địa phương") + ".");
    int silent = list.lines().size();
    if (silent > 0) {
      paragraphs.add(
          "Tính đến hết ngày %s, còn %s cơ quan, đơn vị, địa phương chưa có văn bản góp ý (Danh sách kèm theo)."
              .formatted(VietnamTime.shortDate(list.today()), silent));
      paragraphs.add(request("các cơ quan, đơn vị, địa phương có tên trong Danh sách kèm theo"));
    }
    if (!list.requests().isEmpty()) {
      paragraphs.add(
          "%s%s đề nghị các cơ quan được đề nghị cung cấp, làm rõ thông tin, số liệu mà chưa trả lời (%s) khẩn trương có văn bản trả lời."
              .formatted(
                  silent > 0 ? "Đồng thời, " : "",
                  list.issuer(),
                  silent > 0 ? "phần cuối Danh sách kèm theo" : "Danh sách kèm theo"));
    }
    paragraphs.add("Trân trọng đề nghị các cơ quan, đơn vị, địa phương quan tâm, phối hợp./.");
    return paragraphs;
  }

  /** Cites the letters without their sender, since another office may have sent them. */
  private String asked(String addressee) {
    List<RequestLetter> letters = list.requestLetters();
    String where =
        letters.isEmpty()
            ? ""
            : (letters.size() == 1 ? " tại Văn bản " : " tại các Văn bản ")
                + letters.stream().map(RequestLetter::citation).collect(Collectors.joining("; "));
    return "Thực hiện việc lấy ý kiến đối với %s, %s đã được gửi lấy ý kiến%s%s"
        .formatted(draft, addressee, where, deadline());
  }

  private String request(String addressee) {
    boolean atOnce = days().isEmpty() || anyOverdue();
    return ("Để bảo đảm tiến độ lập quy hoạch, %1$s đề nghị %2$s khẩn trương nghiên cứu, có văn bản góp ý gửi về %1$s %3$s"
            + " để tổng hợp, tiếp thu, giải trình theo quy định. Trường hợp nhất trí với nội dung dự thảo,"
            + " đề nghị có văn bản trả lời ghi rõ “nhất trí, không có ý kiến thêm”.")
        .formatted(
            list.issuer(),
            addressee,
            atOnce ? "ngay sau khi nhận được Công văn này" : "đúng thời hạn nêu trên");
  }

  private boolean anyOverdue() {
    return list.lines().stream().anyMatch(line -> line.daysOver() != null);
  }

  private Set<LocalDate> days() {
    return list.lines().stream()
        .map(ChasingList.Line::dueOn)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private String deadline() {
    Set<LocalDate> days = days();
    return switch (days.size()) {
      case 0 -> "";
      case 1 -> "; thời hạn trả lời: " + VietnamTime.shortDate(days.iterator().next());
      default -> "; thời hạn trả lời của từng cơ quan ghi tại Danh sách kèm theo";
    };
  }
}
