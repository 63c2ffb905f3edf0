package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.CoverageReader.OutlineLine;
import vn.sogopy.platform.text.Text;

/**
 * Progress of the work on a draft, read from one snapshot. Groups, organizations, sections (their
 * own comments), assignees and the received comments of all days each add up to {@link #total}, the
 * comments that the reader sees. With {@link #restrictedLeftOut} these are all comments of annex I:
 * {@code counts.comments + counts.unasked.comments}.
 *
 * @param asOf the reference day for "overdue", in Vietnam
 */
@Schema(name = "Statistics")
public record Statistics(
    LocalDate asOf,
    Counts counts,
    @Schema(
            description =
                "Các ý kiến mà người đọc xem được · the comments of the register that the reader sees")
        CommentCounts total,
    @Schema(
            description =
                "Số ý kiến hạn chế tiếp cận người đọc không xem được: có trong counts, không có trong total và các bảng · restricted comments that the reader does not see: in counts, not in total and the tables")
        int restrictedLeftOut,
    @Schema(description = "Quá hạn trả lời · open comments whose answer is overdue")
        int answersOverdue,
    @Schema(
            description =
                "Đã duyệt tiếp thu (cả một phần) mà cơ quan góp ý chưa xác nhận đồng ý · accepted, also in part, and not confirmed by the commenter")
        int unconfirmed,
    @Schema(description = "Theo nhóm, theo thứ tự của bảng tổng hợp · by group, in register order")
        List<Group> groups,
    @Schema(description = "Theo cơ quan · by body, in register order") List<Body> organizations,
    @Schema(
            description =
                "Theo mục, theo thứ tự mục lục; dòng đầu (code null) là ý kiến chung"
                    + " · by section, in outline order; the first line, code null, is the general comments")
        List<Section> sections,
    @Schema(
            description =
                "Tiến độ theo ngày (giờ Việt Nam): mỗi ý kiến tính vào ngày tiếp nhận, ngày trả lời và"
                    + " ngày duyệt gần nhất nếu nay vẫn còn được trả lời, được duyệt"
                    + " · progress by day in Vietnam; a comment counts on the day it came, and, as long as"
                    + " that still holds, on the day it was last answered and approved")
        List<Day> days,
    @Schema(
            description =
                "Theo người xử lý; null = chưa phân công · by assignee; null = not assigned")
        List<Assignee> assignees) {

  private static final String GENERAL = "Ý kiến chung";

  /**
   * @param bySection the comments of the round grouped by section, without assignees
   * @param byAssignee the same comments grouped by assignee, without sections
   */
  static Statistics of(
      LocalDate today,
      ConsultationRound round,
      int unconfirmed,
      List<CommentGroup> bySection,
      List<CommentGroup> byAssignee,
      List<OutlineLine> outline,
      List<Day> days) {
    CommentCounts total = CommentCounts.of(round.points());
    return new Statistics(
        today,
        round.counts(),
        total,
        round.restrictedLeftOut(),
        total.answersOverdue(),
        unconfirmed,
        round.groups().stream().map(Statistics::group).toList(),
        round.participations().stream()
            .filter(Participation::takesPart)
            .map(Statistics::body)
            .toList(),
        sections(bySection, outline),
        days,
        assignees(byAssignee));
  }

  private static Group group(List<Participation> members) {
    Participation.Body first = members.get(0).body();
    return new Group(
        first.group(),
        first.groupTitle(),
        Counts.of(members),
        CommentCounts.of(members.stream().flatMap(one -> one.points().stream()).toList()));
  }

  private static Body body(Participation one) {
    CommentCounts all = CommentCounts.of(one.points());
    CommentCounts written =
        CommentCounts.of(one.points().stream().filter(CommentGroup::byLetter).toList());
    return new Body(
        one.body().code(),
        one.body().name(),
        one.body().group(),
        one.asked(),
        one.reply().state(),
        one.asked() && one.reply().overdue(),
        one.reply().late(),
        one.answeredBy() == null ? null : one.answeredBy().organization().code(),
        all.comments(),
        all.comments() - written.comments(),
        all.byStatus(),
        all.byResult());
  }

  private static List<Section> sections(List<CommentGroup> bySection, List<OutlineLine> outline) {
    List<CommentGroup> general = new ArrayList<>();
    Map<String, List<CommentGroup>> own = new HashMap<>();
    Map<String, List<CommentGroup>> below = new HashMap<>();
    for (CommentGroup some : bySection) {
      if (some.section() == null) {
        general.add(some);
      } else {
        own.computeIfAbsent(some.section(), path -> new ArrayList<>()).add(some);
        for (String path : OutlineLine.pathWithAncestors(some.section())) {
          below.computeIfAbsent(path, above -> new ArrayList<>()).add(some);
        }
      }
    }
    List<Section> lines = new ArrayList<>();
    CommentCounts generalTally = CommentCounts.of(general);
    lines.add(new Section(null, GENERAL, null, null, generalTally, generalTally));
    for (OutlineLine line : outline) {
      lines.add(
          new Section(
              line.code(),
              line.title(),
              line.parent(),
              line.level(),
              CommentCounts.of(own.getOrDefault(line.path(), List.of())),
              CommentCounts.of(below.getOrDefault(line.path(), List.of()))));
    }
    return lines;
  }

  private static List<Assignee> assignees(List<CommentGroup> comments) {
    Map<String, List<CommentGroup>> byAssignee =
        new TreeMap<>(Comparator.nullsLast(Comparator.<String>naturalOrder()));
    Map<String, String> folded = new HashMap<>();
    for (CommentGroup some : comments) {
      String name =
          some.assignee() == null ? null : folded.computeIfAbsent(some.assignee(), Text::foldName);
      byAssignee.computeIfAbsent(name, one -> new ArrayList<>()).add(some);
    }
    List<Assignee> lines = new ArrayList<>();
    byAssignee.values().forEach(own -> lines.add(assignee(spelling(own), CommentCounts.of(own))));
    return lines;
  }

  /** The spelling with the most comments. */
  private static String spelling(List<CommentGroup> own) {
    Map<String, Integer> numbers =
        new TreeMap<>(Comparator.nullsLast(Comparator.<String>naturalOrder()));
    own.forEach(some -> numbers.merge(some.assignee(), some.number(), Integer::sum));
    return Collections.max(numbers.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static Assignee assignee(String name, CommentCounts work) {
    Function<Status, Integer> in = status -> work.byStatus().get(status.name());
    return new Assignee(
        name,
        Status.OPEN.stream().mapToInt(in::apply).sum(),
        work.answersOverdue(),
        in.apply(Status.ANSWERED),
        in.apply(Status.APPROVED));
  }

  /** A group with at least one organization of the round. */
  @Schema(name = "GroupStatistics")
  public record Group(String code, String title, Counts counts, CommentCounts total) {}

  /**
   * An organization that was consulted, wrote or commented.
   *
   * @param withoutLetter number of its comments that came without a letter or at a meeting
   */
  @Schema(name = "OrganizationStatistics")
  public record Body(
      String organization,
      String name,
      String group,
      boolean asked,
      ReplyState.State state,
      boolean overdue,
      boolean late,
      @Schema(
              nullable = true,
              description = "Cơ quan trả lời thay · code of the body that replied in its place")
          String answeredBy,
      @Schema(description = "Số ý kiến · comments") int comments,
      @Schema(
              description =
                  "Trong đó tại hội nghị hoặc không bằng văn bản · of these at a meeting or without a letter")
          int withoutLetter,
      Map<String, Integer> byStatus,
      Map<String, Integer> byResult) {}

  /**
   * @param own comments on this section
   * @param total comments on this section and all sections below
   */
  @Schema(name = "SectionStatistics")
  public record Section(
      @Schema(nullable = true) String code,
      String title,
      @Schema(nullable = true) String parent,
      @Schema(nullable = true) Integer level,
      @Schema(description = "Riêng mục này · this very section") CommentCounts own,
      @Schema(description = "Kể cả các mục con · with all below") CommentCounts total) {}

  /** A day with at least one event. */
  @Schema(name = "DayStatistics")
  public record Day(LocalDate day, int received, int answered, int approved) {}

  /**
   * @param open RECEIVED, ASSIGNED, DRAFTING, RETURNED. The sum of open, answered (ANSWERED) and
   *     approved is the number of all comments
   * @param overdue open and overdue
   */
  @Schema(name = "AssigneeStatistics")
  public record Assignee(
      @Schema(nullable = true) String assignee,
      int open,
      int overdue,
      int answered,
      int approved) {}
}
