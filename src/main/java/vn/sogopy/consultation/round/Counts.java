package vn.sogopy.consultation.round;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Position;

/**
 * The block A…G, e1…e7 of docs/domain.md, section 6, used by coverage, statistics and register. A…G
 * count only consultees, E the comments in letters that are their replies. {@link #unasked} counts
 * the comments of other organizations, and those made without a letter or at a meeting. E and these
 * are together the comments of annex I. Restricted comments count for every reader, so that all
 * readers have the same figures. Invariants: A = B + F, B = C + D and E = e1 + … + e7.
 *
 * @param byResult by {@link vn.sogopy.comment.Result}, and PENDING unless APPROVED
 */
@Schema(name = "Counts")
public record Counts(
    @Schema(description = "A: số cơ quan được lấy ý kiến · bodies asked") int asked,
    @Schema(description = "B: đã có văn bản trả lời · asked bodies with a reply by letter")
        int replied,
    @Schema(description = "C: nhất trí, không có ý kiến thêm · agreed") int agreed,
    @Schema(description = "D: có ý kiến · commented") int commented,
    @Schema(description = "không nhất trí, trong số D · disagreed, among D") int disagreed,
    @Schema(description = "F: chưa có văn bản trả lời · no reply yet") int notReplied,
    @Schema(description = "G: văn bản đầu tiên gửi sau thời hạn · first letter came late")
        int lateBodies,
    @Schema(
            description =
                "E: số ý kiến trong các văn bản trả lời của cơ quan được lấy ý kiến, kể cả văn bản trả lời thay"
                    + " · comments in the letters that are replies of asked bodies, also those written in their place")
        int comments,
    @Schema(description = "e1…e7; PENDING = đang nghiên cứu, xử lý") Map<String, Integer> byResult,
    @Schema(
            description =
                "Cơ quan không được lấy ý kiến, và ý kiến tại hội nghị hoặc không bằng văn bản"
                    + " · bodies not asked, and points heard at a meeting or without a letter")
        Unasked unasked) {

  /**
   * Counts outside of A…G and E.
   *
   * @param bodies number of organizations that wrote or commented without being consulted, and not
   *     only in place of consultees
   * @param comments theirs, and those of consultees that came without a letter or at a meeting
   */
  @Schema(name = "UnaskedCounts")
  public record Unasked(int bodies, int comments, Map<String, Integer> byResult) {}

  /** Number of all comments, in E or not, that are not approved. */
  public int pending() {
    return byResult.getOrDefault(CommentCounts.PENDING, 0)
        + unasked.byResult.getOrDefault(CommentCounts.PENDING, 0);
  }

  static Counts of(Collection<Participation> seen) {
    List<Participation> participations = seen.stream().map(Participation::complete).toList();
    List<Participation> asked = participations.stream().filter(Participation::asked).toList();
    CommentCounts inE = tally(participations, true);
    CommentCounts apart = tally(participations, false);
    return new Counts(
        asked.size(),
        count(asked, Participation::replied),
        count(asked, one -> one.reply().state() == ReplyState.State.AGREED),
        count(asked, one -> one.reply().state() == ReplyState.State.COMMENTED),
        count(asked, one -> one.reply().position() == Position.DISAGREES),
        count(asked, one -> !one.replied()),
        count(asked, one -> one.reply().late()),
        inE.comments(),
        inE.byResult(),
        new Unasked(
            count(participations, Participation::isApart), apart.comments(), apart.byResult()));
  }

  private static CommentCounts tally(Collection<Participation> participations, boolean inE) {
    return CommentCounts.of(
        participations.stream()
            .flatMap(one -> one.points().stream().filter(points -> one.inE(points) == inE))
            .toList());
  }

  private static int count(
      Collection<Participation> participations, Predicate<Participation> condition) {
    return (int) participations.stream().filter(condition).count();
  }
}
