package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.plan.DraftKind;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Publication;

/** The sentences of the report name only what there is. */
class ReportWordingTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 10, 1);
  private static final Map<String, Integer> NONE = Map.of();
  private static final Snapshot.LeaderPoints NO_POINTS = new Snapshot.LeaderPoints(0, 0, 0);

  private static Snapshot snapshot(
      Counts counts,
      ConsultationRound.Apart apart,
      Snapshot.LeaderPoints points,
      List<ConsultationRound.GroupCounts> groups,
      List<ConsulteeView> asked) {
    return snapshot(counts, apart, points, groups, asked, null);
  }

  private static Snapshot snapshot(
      Counts counts,
      ConsultationRound.Apart apart,
      Snapshot.LeaderPoints points,
      List<ConsultationRound.GroupCounts> groups,
      List<ConsulteeView> asked,
      Publication publication) {
    Snapshot any = Snapshots.of(List.of(), List.of());
    return new Snapshot(
        Snapshots.DRAFT,
        DraftStatus.OPEN,
        new Snapshot.Settings(DraftKind.CONSULTATION, null, null, publication),
        Snapshots.HEAD,
        any.scope(),
        true,
        List.of(),
        any.included(),
        any.places(),
        counts,
        apart,
        groups,
        List.of(),
        List.of(),
        Map.of(),
        0,
        new ConsulteeReader.Bodies(asked, List.of(), Map.of()),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        points);
  }

  private static List<String> paragraphs(
      DocumentKind document, Counts counts, ConsultationRound.Apart apart) {
    Snapshot snapshot = snapshot(counts, apart, NO_POINTS, List.of(), List.of());
    return ReportWording.report(snapshot, document, TODAY, 0).paragraphs();
  }

  private static ConsultationRound.Apart apart(int atMeetings, int unwritten, int unasked) {
    return new ConsultationRound.Apart(atMeetings, unwritten, unasked);
  }

  private static Counts counts(int agreed, int commented, int notReplied, int comments) {
    return new Counts(
        agreed + commented + notReplied,
        agreed + commented,
        agreed,
        commented,
        0,
        notReplied,
        0,
        comments,
        comments == 0 ? NONE : Map.of("PENDING", comments),
        new Counts.Unasked(0, 0, NONE));
  }

  private static List<String> published(String from, String to) {
    Publication publication =
        new Publication(
            "https://a.gov.vn/qh", LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    Snapshot snapshot =
        snapshot(counts(0, 2, 0, 3), apart(0, 0, 0), NO_POINTS, List.of(), List.of(), publication);
    return ReportWording.report(snapshot, DocumentKind.FULL, TODAY, 0).paragraphs();
  }

  @Test
  void publicationIsASentenceAfterTheRequest() {
    assertThat(published("2021-08-16", "2021-09-15").get(1))
        .isEqualTo(
            "Dự thảo đã được đăng tải để lấy ý kiến rộng rãi tại https://a.gov.vn/qh,"
                + " từ ngày 16/8/2021 đến hết ngày 15/9/2021 (31 ngày).");
    assertThat(published("2021-09-30", null).get(1))
        .isEqualTo(
            "Dự thảo đang được đăng tải để lấy ý kiến rộng rãi tại https://a.gov.vn/qh,"
                + " từ ngày 30/9/2021 (đến nay được 02 ngày).");
    assertThat(published("2021-10-01", "2021-10-30").get(1))
        .contains("đang", "đến nay được 01 ngày");
    assertThat(published("2021-10-02", null)).noneMatch(line -> line.contains("đăng tải"));
  }

  @Test
  void zerosAreLeftOut() {
    assertThat(paragraphs(DocumentKind.FULL, counts(0, 2, 0, 3), apart(0, 0, 0)))
        .containsExactly(
            "Sở Kế hoạch và Đầu tư đã gửi hồ sơ lấy ý kiến đến 02 cơ quan, đơn vị, địa phương.",
            "Tính đến hết ngày 01/10/2021, đã nhận được văn bản trả lời của 02/02 cơ quan (đạt 100%),"
                + " trong đó: 02 cơ quan có ý kiến góp ý với tổng số 03 ý kiến.",
            "Kết quả xử lý 03 ý kiến: đang nghiên cứu, xử lý 03 ý kiến.");
    assertThat(paragraphs(DocumentKind.FULL, counts(1, 0, 11, 0), apart(0, 0, 0)))
        .last()
        .isEqualTo(
            "Tính đến hết ngày 01/10/2021, đã nhận được văn bản trả lời của 01/12 cơ quan (đạt 8,33%),"
                + " trong đó: 01 cơ quan nhất trí, không có ý kiến thêm."
                + " Còn 11 cơ quan chưa có văn bản trả lời (Phụ lục II).");
    assertThat(paragraphs(DocumentKind.FULL, counts(0, 0, 4, 0), apart(0, 0, 0)))
        .last()
        .isEqualTo(
            "Tính đến hết ngày 01/10/2021, chưa nhận được văn bản trả lời nào."
                + " Còn 04 cơ quan chưa có văn bản trả lời (Phụ lục II).");
    assertThat(paragraphs(DocumentKind.FULL, counts(0, 0, 0, 0), apart(0, 0, 0)))
        .containsExactly("Tính đến hết ngày 01/10/2021, chưa nhận được ý kiến góp ý nào.");
  }

  @Test
  void everyFigureOfAWholeRound() {
    Counts all =
        new Counts(
            69,
            23,
            3,
            20,
            1,
            46,
            2,
            71,
            Map.of("ACCEPTED", 17, "PARTIALLY_ACCEPTED", 6, "NOTED", 2, "PENDING", 46),
            new Counts.Unasked(1, 12, Map.of("NOTED", 2, "PENDING", 10)));
    assertThat(paragraphs(DocumentKind.FULL, all, apart(2, 7, 3)).subList(1, 4))
        .containsExactly(
            "Tính đến hết ngày 01/10/2021, đã nhận được văn bản trả lời của 23/69 cơ quan (đạt 33,33%),"
                + " trong đó: 03 cơ quan nhất trí, không có ý kiến thêm; 20 cơ quan có ý kiến góp ý"
                + " với tổng số 71 ý kiến (01 cơ quan không nhất trí). Còn 46 cơ quan chưa có văn bản"
                + " trả lời (Phụ lục II). Có 02 cơ quan gửi văn bản sau thời hạn.",
            "Kết quả xử lý 71 ý kiến: tiếp thu 17 ý kiến; tiếp thu một phần 06 ý kiến; ghi nhận 02 ý"
                + " kiến; đang nghiên cứu, xử lý 46 ý kiến.",
            "Ngoài ra, đã nhận được 02 ý kiến tại hội nghị; 07 ý kiến không bằng văn bản; 03 ý kiến"
                + " của 01 cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý kiến. Kết quả xử lý 12 ý"
                + " kiến này: ghi nhận 02 ý kiến; đang nghiên cứu, xử lý 10 ý kiến.");
    assertThat(paragraphs(DocumentKind.SUMMARY, all, apart(2, 7, 3)))
        .noneMatch(paragraph -> paragraph.contains("Kết quả xử lý"));
  }

  @Test
  void eachKindIsItsOwnClause() {
    assertThat(outside(apart(2, 0, 0), 0))
        .isEqualTo("Ngoài ra, đã nhận được 02 ý kiến tại hội nghị.");
    assertThat(outside(apart(0, 1, 0), 0))
        .isEqualTo("Ngoài ra, đã nhận được 01 ý kiến không bằng văn bản.");
    assertThat(outside(apart(0, 0, 10), 4))
        .isEqualTo(
            "Ngoài ra, đã nhận được 10 ý kiến của 04 cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý"
                + " kiến.");
    assertThat(outside(apart(0, 0, 0), 1))
        .isEqualTo(
            "Ngoài ra, đã nhận được văn bản của 01 cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý"
                + " kiến.");
  }

  /** Without consultees there is nothing besides it. */
  @Test
  void onlyOrganizationsThatWereNotAsked() {
    Counts counts =
        new Counts(0, 0, 0, 0, 0, 0, 0, 0, NONE, new Counts.Unasked(1, 2, Map.of("PENDING", 2)));
    assertThat(paragraphs(DocumentKind.SUMMARY, counts, apart(0, 0, 2)))
        .containsExactly(
            "Tính đến hết ngày 01/10/2021, đã nhận được 02 ý kiến của 01 cơ quan, tổ chức, cá nhân"
                + " ngoài danh sách lấy ý kiến.");
  }

  private static String outside(ConsultationRound.Apart apart, int bodies) {
    int comments = apart.atMeetings() + apart.unwritten() + apart.unasked();
    Counts some = counts(1, 0, 0, 0);
    Counts counts =
        new Counts(
            some.asked(),
            some.replied(),
            some.agreed(),
            some.commented(),
            0,
            some.notReplied(),
            0,
            0,
            NONE,
            new Counts.Unasked(bodies, comments, NONE));
    List<String> paragraphs = paragraphs(DocumentKind.SUMMARY, counts, apart);
    return paragraphs.get(paragraphs.size() - 1);
  }

  /** For any figures: each that is not 0 is printed, and no 0 is. */
  @Property(tries = 1000)
  void figuresAreComplete(
      @ForAll @IntRange(max = 12) int agreed,
      @ForAll @IntRange(max = 12) int commented,
      @ForAll @IntRange(max = 12) int notReplied,
      @ForAll @IntRange(max = 3) int late,
      @ForAll List<@IntRange(max = 11) Integer> results) {
    Map<String, Integer> byResult = new HashMap<>();
    List<String> names = new ArrayList<>(List.of(CommentCounts.PENDING));
    for (Result result : Result.values()) {
      names.add(result.name());
    }
    for (int i = 0; i < Math.min(results.size(), names.size()); i++) {
      byResult.put(names.get(i), results.get(i));
    }
    int comments = byResult.values().stream().mapToInt(number -> number).sum();
    Counts counts =
        new Counts(
            agreed + commented + notReplied,
            agreed + commented,
            agreed,
            commented,
            0,
            notReplied,
            late,
            comments,
            byResult,
            new Counts.Unasked(0, 0, NONE));
    String text = String.join("\n", paragraphs(DocumentKind.FULL, counts, apart(0, 0, 0)));
    assertThat(text).doesNotContainPattern("(?<![0-9/.,])0?0 (ý kiến|cơ quan)");
    if (counts.asked() == 0) {
      return;
    }
    present(text, agreed, "%02d cơ quan nhất trí");
    present(text, commented, "%02d cơ quan có ý kiến");
    present(text, notReplied, "Còn %02d cơ quan");
    present(text, late, "Có %02d cơ quan gửi");
    present(text, comments, "Kết quả xử lý %02d ý kiến: ");
    byResult.forEach(
        (name, number) ->
            present(
                text,
                number,
                (name.equals("PENDING") ? "xử lý" : Result.valueOf(name).label().substring(1))
                    + " %02d ý kiến"));
  }

  private static void present(String text, int number, String words) {
    if (number > 0) {
      assertThat(text).contains(words.formatted(number));
    }
  }

  @Test
  void dueDaysOfWholeGroups() {
    LocalDate early = LocalDate.of(2021, 9, 15);
    LocalDate late = LocalDate.of(2021, 9, 19);
    List<ConsulteeView> asked =
        List.of(
            consultee("bxd", "CENTRAL", late),
            consultee("sxd", "PROVINCIAL", early),
            consultee("stc", "PROVINCIAL", early));
    List<ConsultationRound.GroupCounts> groups =
        List.of(
            new ConsultationRound.GroupCounts(
                "CENTRAL", "Bộ, ngành Trung ương", counts(0, 0, 1, 0)),
            new ConsultationRound.GroupCounts("PROVINCIAL", "Sở, ban, ngành", counts(0, 0, 2, 0)));
    assertThat(asked(counts(0, 0, 3, 0), groups, asked))
        .isEqualTo(
            "Sở Kế hoạch và Đầu tư đã gửi hồ sơ lấy ý kiến đến 03 cơ quan, đơn vị, địa phương"
                + " (tại Văn bản số 12/SKHĐT ngày 16/8/2021; thời hạn trả lời: chậm nhất ngày"
                + " 19/9/2021 đối với Bộ, ngành Trung ương; chậm nhất ngày 15/9/2021 đối với các cơ"
                + " quan còn lại).");
    List<ConsulteeView> one =
        List.of(consultee("sxd", "PROVINCIAL", late), consultee("stc", "PROVINCIAL", early));
    assertThat(asked(counts(0, 0, 2, 0), groups, one))
        .endsWith(
            "chậm nhất ngày 15/9/2021 đối với 01 cơ quan; chậm nhất ngày 19/9/2021 đối với các cơ"
                + " quan còn lại).");
    assertThat(asked(counts(0, 0, 1, 0), groups, one.subList(0, 1)))
        .endsWith("; thời hạn trả lời: chậm nhất ngày 19/9/2021).");
  }

  @Test
  void openingHasTheBasesAndTheIssuer() {
    Snapshot snapshot =
        snapshot(counts(0, 1, 0, 1), apart(0, 0, 0), NO_POINTS, List.of(), List.of());
    Register.Report report = ReportWording.report(snapshot, DocumentKind.FULL, TODAY, 0);
    assertThat(report.opening())
        .containsExactly(
            "Thực hiện Kế hoạch số 1/KH-UBND.", "Sở Kế hoạch và Đầu tư báo cáo kết quả như sau:");
    assertThat(report.closing())
        .isEqualTo(
            "Trên đây là báo cáo tổng hợp, tiếp thu, giải trình ý kiến góp ý đối với Dự thảo (lần"
                + " 2) Quy hoạch tỉnh Bắc Kạn thời kỳ 2021-2030; Sở Kế hoạch và Đầu tư kính báo cáo"
                + " UBND tỉnh xem xét, chỉ đạo./.");
  }

  private static String asked(
      Counts counts, List<ConsultationRound.GroupCounts> groups, List<ConsulteeView> asked) {
    Snapshot snapshot = snapshot(counts, apart(0, 0, 0), NO_POINTS, groups, asked);
    return ReportWording.report(snapshot, DocumentKind.FULL, TODAY, 0).paragraphs().get(0);
  }

  private static ConsulteeView consultee(String code, String group, LocalDate dueOn) {
    return new ConsulteeView(
        new CommentView.OrganizationRef(code, code, group),
        null,
        List.of(new RequestLetter("12/SKHĐT", LocalDate.of(2021, 8, 16))),
        dueOn,
        null,
        null,
        null,
        null,
        ReplyState.State.NOT_REPLIED,
        null,
        false,
        false,
        null,
        null,
        List.of(),
        0,
        NONE,
        List.of(),
        0);
  }

  @Test
  void pointsForTheLeaders() {
    Register.Report none = report(NO_POINTS, 0);
    assertThat(none.differencesText())
        .isEqualTo("Đến nay, không còn nội dung có ý kiến khác nhau.");
    assertThat(none.directedTitle()).isNull();
    assertThat(none.directedText()).isNull();
    Register.Report both = report(new Snapshot.LeaderPoints(2, 1, 0), 2);
    assertThat(both.differencesText())
        .isEqualTo(
            "Hiện còn 02 nội dung có ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến, cụ"
                + " thể:");
    assertThat(both.directedTitle()).isEqualTo("Đã có ý kiến chỉ đạo");
    assertThat(both.directedText()).isEqualTo("Có 01 nội dung đã có ý kiến chỉ đạo, cụ thể:");
  }

  private static Register.Report report(Snapshot.LeaderPoints points, int differences) {
    Snapshot snapshot = snapshot(counts(1, 0, 0, 0), apart(0, 0, 0), points, List.of(), List.of());
    return ReportWording.report(snapshot, DocumentKind.FULL, TODAY, differences);
  }
}
