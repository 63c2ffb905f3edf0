package vn.sogopy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import vn.sogopy.comment.Result;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** The texts of the report; docs/domain.md section 6. */
final class ReportWording {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Maximum number of listed dates. */
  private static final int DATES = 3;

  private final Snapshot snapshot;
  private final DocumentKind document;
  private final Counts counts;
  private final LocalDate today;

  private ReportWording(Snapshot snapshot, DocumentKind document, LocalDate today) {
    this.snapshot = snapshot;
    this.document = document;
    this.counts = snapshot.counts();
    this.today = today;
  }

  static String title(Snapshot snapshot, DocumentKind document) {
    return document.title()
        + " ĐỐI VỚI DỰ THẢO (LẦN "
        + snapshot.draft().number()
        + ") "
        + snapshot.head().title().toUpperCase(VIETNAMESE);
  }

  /**
   * @param differences number of open points
   */
  static Register.Report report(
      Snapshot snapshot, DocumentKind document, LocalDate today, int differences) {
    return new Register.Report(
        document.subject()
            + " đối với Dự thảo (lần "
            + snapshot.draft().number()
            + ") "
            + snapshot.head().title(),
        new ReportWording(snapshot, document, today).paragraphs(),
        "Những nội dung còn ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến",
        differences == 0
            ? "Không có nội dung còn ý kiến khác nhau."
            : "Còn "
                + Numbers.of(differences)
                + " nội dung; ý kiến của cơ quan góp ý và ý kiến tiếp thu, giải trình như sau:");
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(asked());
    paragraphs.add(replied());
    if (document.answers()) {
      paragraphs.add("Kết quả: " + results(counts.byResult()) + ".");
    }
    if (counts.unasked().bodies() > 0 || counts.unasked().comments() > 0) {
      paragraphs.add(unasked());
    }
    if (snapshot.restrictedLeftOut() > 0) {
      paragraphs.add(
          "Bản này không in "
              + Numbers.of(snapshot.restrictedLeftOut())
              + " ý kiến hạn chế người xem.");
    }
    return paragraphs;
  }

  private String asked() {
    return snapshot.head().asker()
        + " đã gửi lấy ý kiến "
        + Numbers.of(counts.asked())
        + " cơ quan, đơn vị, địa phương"
        + asking()
        + ".";
  }

  /** " (tại các Văn bản số … ngày …; thời hạn trả lời: …)", without unknown parts. */
  private String asking() {
    Set<String> letters = new LinkedHashSet<>();
    Set<LocalDate> days = new LinkedHashSet<>();
    for (ConsulteeView view : snapshot.bodies().asked()) {
      view.requestLetters().stream().map(RequestLetter::citation).forEach(letters::add);
      if (view.dueOn() != null) {
        days.add(view.dueOn());
      }
    }
    StringJoiner known = new StringJoiner("; ", " (", ")").setEmptyValue("");
    if (!letters.isEmpty()) {
      known.add(
          (letters.size() == 1 ? "tại Văn bản " : "tại các Văn bản ") + String.join("; ", letters));
    }
    if (days.size() > DATES) {
      known.add("thời hạn trả lời của từng cơ quan" + in(Annex.ASKED));
    } else if (!days.isEmpty()) {
      StringJoiner due = new StringJoiner(", ", "thời hạn trả lời: ", "");
      days.stream().sorted().map(VietnamTime::shortDate).forEach(due::add);
      known.add(due.toString());
    }
    return known.toString();
  }

  private String replied() {
    String share =
        counts.asked() == 0
            ? ""
            : " (đạt " + Numbers.percent(counts.replied(), counts.asked()) + ")";
    StringBuilder text = new StringBuilder();
    text.append(
        ("Tính đến hết ngày %s, đã nhận được văn bản trả lời của %s/%s cơ quan%s, trong đó:"
                + " %s cơ quan nhất trí, không có ý kiến thêm;"
                + " %s cơ quan có ý kiến góp ý với tổng số %s ý kiến")
            .formatted(
                VietnamTime.shortDate(today),
                Numbers.of(counts.replied()),
                Numbers.of(counts.asked()),
                share,
                Numbers.of(counts.agreed()),
                Numbers.of(counts.commented()),
                Numbers.of(counts.comments())));
    append(text, " (%s cơ quan không nhất trí)", counts.disagreed());
    text.append(".");
    append(
        text,
        " Còn %s cơ quan chưa có văn bản trả lời" + in(Annex.ASKED) + ".",
        counts.notReplied());
    append(text, " Có %s cơ quan gửi văn bản sau thời hạn.", counts.lateBodies());
    return text.toString();
  }

  private String unasked() {
    StringBuilder text = new StringBuilder();
    text.append("Ngoài ra, đã nhận được ")
        .append(Numbers.of(counts.unasked().comments()))
        .append(" ý kiến tại hội nghị, ý kiến không kèm văn bản");
    append(
        text,
        " và ý kiến của %s cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý kiến",
        counts.unasked().bodies());
    if (document.answers() && counts.unasked().comments() > 0) {
      text.append(": ").append(results(counts.unasked().byResult()));
    }
    return text.append(".").toString();
  }

  /** Appends the words unless the number is 0. */
  private static void append(StringBuilder text, String words, int number) {
    if (number > 0) {
      text.append(words.formatted(Numbers.of(number)));
    }
  }

  private static String results(Map<String, Integer> byResult) {
    StringJoiner results = new StringJoiner("; ");
    for (Result result : Result.values()) {
      results.add(
          lowerFirst(result.label()) + " " + Numbers.of(byResult.getOrDefault(result.name(), 0)));
    }
    return results
        .add(
            lowerFirst(Wording.PENDING)
                + " "
                + Numbers.of(byResult.getOrDefault(CommentCounts.PENDING, 0)))
        .toString();
  }

  /** " (Phụ lục II)", if this document has that annex. */
  private String in(Annex annex) {
    String number = document.number(annex);
    return number == null ? "" : " (" + number + ")";
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(VIETNAMESE) + text.substring(1);
  }
}
