package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.Consultee;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.Plan;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/**
 * A mail to an organization that has not replied.
 *
 * @param asker who asked it
 * @param dueOn its own due date, else that of the draft
 */
record Reminder(
    DraftRef draft,
    PlanHead.Head plan,
    String asker,
    Consultee consultee,
    String code,
    String name,
    LocalDate dueOn,
    ReminderKind kind) {

  String address() {
    return consultee.data.contact().email();
  }

  SentReminder.Key key() {
    return new SentReminder.Key(draft.id(), consultee.key.organizationId(), dueOn, kind);
  }

  private String matter() {
    return "dự thảo lần " + draft.number() + " " + plan.title();
  }

  String subject() {
    String mark = plan.sample() ? "[" + Plan.SAMPLE_MARK + "] " : "";
    return "%sNhắc hạn góp ý %s (hạn trả lời %s)"
        .formatted(mark, matter(), VietnamTime.shortDate(dueOn))
        .replaceAll("\\s+", " ");
  }

  String text(LocalDate today) {
    List<RequestLetter> letters = consultee.data.requestLetters();
    String asked =
        letters.isEmpty()
            ? ""
            : " tại "
                + letters.stream()
                    .map(letter -> "Văn bản " + letter.citation())
                    .collect(Collectors.joining("; "));
    long days = ChronoUnit.DAYS.between(today, dueOn);
    String left = days == 0 ? "hôm nay là ngày cuối cùng" : "còn " + Numbers.prose(days) + " ngày";
    return """
    Kính gửi: %1$s

    %7$s đã gửi hồ sơ lấy ý kiến Quý cơ quan đối với %3$s%4$s. Thời hạn trả lời: chậm nhất ngày %5$s (%6$s).

    Đến nay %2$s chưa nhận được văn bản trả lời của Quý cơ quan. Đề nghị Quý cơ quan gửi văn bản góp ý đúng thời hạn; trường hợp nhất trí với nội dung dự thảo, đề nghị có văn bản ghi rõ “nhất trí, không có ý kiến thêm”. Nếu văn bản đã được gửi, xin bỏ qua thư này.

    Trân trọng./.

    %2$s
    """
        .formatted(name, plan.issuer(), matter(), asked, VietnamTime.shortDate(dueOn), left, asker);
  }

  /** Each kind is sent once for an organization and due date. */
  enum ReminderKind {
    BEFORE,
    ON_DAY
  }
}
