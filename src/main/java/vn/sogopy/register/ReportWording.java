package vn.sogopy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import vn.sogopy.comment.Result;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.plan.Publication;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/** The texts of the report; docs/domain.md section 6. */
final class ReportWording {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Maximum number of listed due dates. */
  private static final int DATES = 3;

  /** Maximum number of groups named with a due date. */
  private static final int GROUPS = 2;

  private static final String DIFFERING =
      "nội dung có ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến";

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
    return document.title() + " " + snapshot.subject().toUpperCase(VIETNAMESE);
  }

  /**
   * @param differences number of open points
   */
  static Register.Report report(
      Snapshot snapshot, DocumentKind document, LocalDate today, int differences) {
    int directed = snapshot.points().directed();
    String subject = document.subject() + " " + snapshot.subject();
    String issuer = snapshot.head().issuer();
    List<String> opening = new ArrayList<>();
    if (snapshot.head().letterhead().bases() != null) {
      opening.addAll(snapshot.head().letterhead().bases());
    }
    opening.add(issuer + " báo cáo kết quả như sau:");
    return new Register.Report(
        subject,
        opening,
        new ReportWording(snapshot, document, today).paragraphs(),
        "Những nội dung còn ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến",
        differences == 0
            ? "Đến nay, không còn nội dung có ý kiến khác nhau."
            : "Hiện còn " + Numbers.prose(differences) + " " + DIFFERING + ", cụ thể:",
        directed == 0 ? null : "Đã có ý kiến chỉ đạo",
        directed == 0
            ? null
            : "Có " + Numbers.prose(directed) + " nội dung đã có ý kiến chỉ đạo, cụ thể:",
        "Trên đây là báo cáo %s; %s kính báo cáo UBND tỉnh xem xét, chỉ đạo./."
            .formatted(lowerFirst(subject), issuer));
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    if (counts.asked() > 0) {
      paragraphs.add(asked());
    }
    if (isPublished()) {
      paragraphs.add(published());
    }
    if (counts.asked() > 0) {
      paragraphs.add(until() + replied());
    }
    if (document.answers() && counts.comments() > 0) {
      paragraphs.add(
          "Kết quả xử lý "
              + Numbers.prose(counts.comments())
              + " ý kiến: "
              + results(counts.byResult())
              + ".");
    }
    if (counts.unasked().bodies() > 0 || counts.unasked().comments() > 0) {
      paragraphs.add((counts.asked() > 0 ? "Ngoài ra" : until()) + ", đã nhận được " + apart());
    } else if (counts.asked() == 0) {
      paragraphs.add(until() + ", chưa nhận được ý kiến góp ý nào.");
    }
    if (snapshot.restrictedLeftOut() > 0 && !snapshot.scope().publicForm()) {
      paragraphs.add(PageHeadings.leftOut(snapshot.restrictedLeftOut()) + ".");
    }
    return paragraphs;
  }

  private String asked() {
    return snapshot.head().asker()
        + " đã gửi hồ sơ lấy ý kiến đến "
        + Numbers.prose(counts.asked())
        + " cơ quan, đơn vị, địa phương"
        + asking()
        + ".";
  }

  /** A publication that begins after the day of the report is not reported. */
  private boolean isPublished() {
    return snapshot.settings().publication() != null
        && snapshot.settings().publication().days(today) > 0;
  }

  private String published() {
    Publication publication = snapshot.settings().publication();
    boolean over = publication.to() != null && !publication.to().isAfter(today);
    return "Dự thảo %s đăng tải để lấy ý kiến rộng rãi tại %s, %s (%s%s ngày)."
        .formatted(
            over ? "đã được" : "đang được",
            publication.url(),
            publication.period(),
            over ? "" : "đến nay được ",
            Numbers.prose(publication.days(today)));
  }

  /** " (tại các Văn bản số … ngày …; thời hạn trả lời: …)", without unknown parts. */
  private String asking() {
    Set<String> letters = new LinkedHashSet<>();
    Map<LocalDate, Map<String, Integer>> days = new HashMap<>();
    for (ConsulteeView view : snapshot.bodies().asked()) {
      if (snapshot.included().test(view.organization().code())) {
        view.requestLetters().stream().map(RequestLetter::citation).forEach(letters::add);
        if (view.dueOn() != null) {
          days.computeIfAbsent(view.dueOn(), day -> new HashMap<>())
              .merge(view.organization().group(), 1, Integer::sum);
        }
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
      known.add("thời hạn trả lời: " + dueDays(days));
    }
    return known.toString();
  }

  /**
   * "chậm nhất ngày 19/9/2021 đối với UBND các tỉnh liền kề; chậm nhất ngày 15/9/2021 đối với các
   * cơ quan còn lại": the day of most organizations is the last.
   *
   * @param days with the number of organizations in each group
   */
  private String dueDays(Map<LocalDate, Map<String, Integer>> days) {
    List<LocalDate> order =
        days.keySet().stream()
            .sorted(
                Comparator.comparing((LocalDate day) -> sum(days.get(day)))
                    .thenComparing(day -> day))
            .toList();
    boolean all = days.values().stream().mapToInt(ReportWording::sum).sum() == counts.asked();
    StringJoiner due = new StringJoiner("; ");
    for (LocalDate day : order) {
      boolean last = day.equals(order.get(order.size() - 1));
      String latest = "chậm nhất ngày " + VietnamTime.shortDate(day);
      if (order.size() == 1) {
        due.add(latest);
      } else {
        due.add(latest + " đối với " + (last && all ? "các cơ quan còn lại" : whom(days.get(day))));
      }
    }
    return due.toString();
  }

  /** The titles of a few whole groups, else the number of organizations. */
  private String whom(Map<String, Integer> byGroup) {
    List<ConsultationRound.GroupCounts> whole =
        snapshot.groups().stream()
            .filter(group -> byGroup.getOrDefault(group.code(), 0) == group.counts().asked())
            .filter(group -> group.counts().asked() > 0)
            .toList();
    return whole.size() == byGroup.size() && whole.size() <= GROUPS
        ? whole.stream()
            .map(ConsultationRound.GroupCounts::title)
            .collect(Collectors.joining(" và "))
        : Numbers.prose(sum(byGroup)) + " cơ quan";
  }

  private static int sum(Map<String, Integer> numbers) {
    return numbers.values().stream().mapToInt(number -> number).sum();
  }

  private String until() {
    return "Tính đến hết ngày " + VietnamTime.shortDate(today);
  }

  private String replied() {
    StringBuilder text = new StringBuilder();
    if (counts.replied() == 0) {
      text.append(", chưa nhận được văn bản trả lời nào.");
    } else {
      text.append(
          ", đã nhận được văn bản trả lời của %s/%s cơ quan (đạt %s), trong đó: %s."
              .formatted(
                  Numbers.prose(counts.replied()),
                  Numbers.prose(counts.asked()),
                  Numbers.percent(counts.replied(), counts.asked()),
                  replies()));
    }
    if (counts.commented() == 0) {
      append(text, " Tổng số ý kiến góp ý bằng văn bản: %s ý kiến.", counts.comments());
    }
    append(
        text,
        " Còn %s cơ quan chưa có văn bản trả lời" + in(Annex.ASKED) + ".",
        counts.notReplied());
    append(text, " Có %s cơ quan gửi văn bản sau thời hạn.", counts.lateBodies());
    return text.toString();
  }

  /** "03 cơ quan nhất trí, …; 20 cơ quan có ý kiến góp ý …", without zeros. */
  private String replies() {
    StringBuilder text = new StringBuilder();
    append(text, "%s cơ quan nhất trí, không có ý kiến thêm", counts.agreed());
    append(text, (text.isEmpty() ? "" : "; ") + "%s cơ quan có ý kiến góp ý", counts.commented());
    if (counts.commented() > 0) {
      append(text, " với tổng số %s ý kiến", counts.comments());
    }
    append(text, " (%s cơ quan không nhất trí)", counts.disagreed());
    return text.toString();
  }

  /** What is outside of A to G and E, each kind in its own clause. */
  private String apart() {
    StringJoiner kinds = new StringJoiner("; ", "", ".");
    add(kinds, "%s ý kiến tại hội nghị", snapshot.apart().atMeetings());
    add(kinds, "%s ý kiến không bằng văn bản", snapshot.apart().unwritten());
    int bodies = counts.unasked().bodies();
    if (bodies > 0) {
      int comments = snapshot.apart().unasked();
      kinds.add(
          (comments == 0 ? "văn bản" : Numbers.prose(comments) + " ý kiến")
              + " của "
              + Numbers.prose(bodies)
              + " cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý kiến");
    }
    int comments = counts.unasked().comments();
    return document.answers() && comments > 0
        ? kinds
            + " Kết quả xử lý "
            + Numbers.prose(comments)
            + " ý kiến này: "
            + results(counts.unasked().byResult())
            + "."
        : kinds.toString();
  }

  private static void add(StringJoiner kinds, String words, int number) {
    if (number > 0) {
      kinds.add(words.formatted(Numbers.prose(number)));
    }
  }

  /** Appends the words unless the number is 0. */
  private static void append(StringBuilder text, String words, int number) {
    if (number > 0) {
      text.append(words.formatted(Numbers.prose(number)));
    }
  }

  /** "tiếp thu 17 ý kiến; đang nghiên cứu, xử lý 34 ý kiến", without zeros. */
  private static String results(Map<String, Integer> byResult) {
    StringJoiner results = new StringJoiner("; ");
    for (Result result : Result.values()) {
      add(
          results,
          lowerFirst(result.label()) + " %s ý kiến",
          byResult.getOrDefault(result.name(), 0));
    }
    add(
        results,
        lowerFirst(Wording.PENDING) + " %s ý kiến",
        byResult.getOrDefault(CommentCounts.PENDING, 0));
    return results.toString();
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
