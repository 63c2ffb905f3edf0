package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.Plan;
import vn.sogopy.platform.text.VietnamTime;

/** A mail to an organization that has not replied. */
record Reminder(
    DraftRef draft,
    UUID organization,
    String code,
    ReminderKind kind,
    String address,
    String name,
    String issuer,
    String subjectMatter,
    List<RequestLetter> requestLetters,
    LocalDate dueOn,
    boolean sample) {

  String subject() {
    String mark = sample ? "[" + Plan.SAMPLE_MARK + "] " : "";
    return (mark
            + "Nhắc hạn góp ý "
            + subjectMatter
            + " (hạn trả lời "
            + VietnamTime.shortDate(dueOn)
            + ")")
        .replaceAll("\\s+", " ");
  }

  String text(LocalDate today) {
    String asked =
        requestLetters.isEmpty()
            ? ""
            : " tại "
                + requestLetters.stream()
                    .map(letter -> "Văn bản " + letter.citation())
                    .collect(Collectors.joining("; "));
    long days = ChronoUnit.DAYS.between(today, dueOn);
    String left = days == 0 ? "hôm nay là ngày cuối cùng" : "còn " + days + " ngày";
    return """
        Kính gửi: %s

        %s đã gửi lấy ý kiến Quý cơ quan đối với %s%s. Thời hạn trả lời: %s (%s).

        Đến nay %s chưa nhận được văn bản trả lời của Quý cơ quan. Đề nghị Quý cơ quan gửi văn bản góp ý đúng thời hạn; trường hợp nhất trí với nội dung dự thảo, đề nghị có văn bản ghi rõ “nhất trí, không có ý kiến thêm”. Nếu văn bản đã được gửi, xin bỏ qua thư này.

        Trân trọng./.

        %s
        """
        .formatted(
            name, issuer, subjectMatter, asked, VietnamTime.shortDate(dueOn), left, issuer, issuer);
  }

  /** Each kind is sent once for an organization and due date. */
  enum ReminderKind {
    BEFORE,
    ON_DAY;

    /**
     * The reminder to be sent on this day, if any. One that was not sent on its day is sent later,
     * until the due date.
     *
     * @param daysBefore days from the first reminder to the due date
     */
    static Optional<ReminderKind> on(LocalDate today, LocalDate dueOn, int daysBefore) {
      if (dueOn == null || today.isAfter(dueOn) || today.isBefore(dueOn.minusDays(daysBefore))) {
        return Optional.empty();
      }
      return Optional.of(today.equals(dueOn) ? ON_DAY : BEFORE);
    }
  }
}
