package vn.sogopy.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.plan.Publication;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.text.Numbers;

/**
 * "Rà soát điều kiện trình": what blocks the sealing of a draft's register, and what should be
 * checked before.
 *
 * @param ready no comment is unanswered, seen or not, and none that the reader sees is without a
 *     place; the other lists do not block
 */
@Schema(name = "Readiness")
public record Readiness(
    @Schema(description = "Chốt được ngay, không cần cho phép gì thêm · can be sealed as it is")
        boolean ready,
    String plan,
    String planTitle,
    int draft,
    @Schema(nullable = true, description = "DỮ LIỆU MẪU nếu là dữ liệu mẫu · set for sample data")
        String mark,
    Instant at,
    Counts counts,
    @Schema(
            description =
                "Số ý kiến thuộc diện hạn chế tiếp cận: có trong counts, không nêu ở các danh sách · restricted comments that the reader does not see: in counts, not in the lists")
        int restrictedLeftOut,
    @Schema(description = "Chưa xử lý xong · neither approved nor withdrawn") Points unanswered,
    @Schema(description = "Tiếp thu, chưa ghi nơi chỉnh sửa · accepted, place missing")
        Points unplaced,
    @Schema(
            description =
                "Đã tiếp thu (cả một phần), cơ quan góp ý chưa xác nhận đồng ý; không cản việc chốt · accepted, not confirmed by the commenter; does not block")
        Points unconfirmed,
    Published publication,
    @Schema(description = "Chưa có văn bản trả lời · silent bodies, with their contacts")
        List<Silent> silent,
    @Schema(
            maxItems = Readiness.MAX_ITEMS,
            description =
                "Văn bản chờ vào sổ, chưa tính ở đâu cả · letters that are not filed yet: counted nowhere")
        List<WaitingLetters.Waiting> parked,
    @Schema(description = "Văn bản có ngày lạ · letters with odd dates") List<OddDates> oddDates,
    @Schema(description = "Ý kiến trùng lời · comments in the same words") List<Same> duplicates) {

  /** Maximum number of items of a list. */
  public static final int MAX_ITEMS = 1_000;

  /**
   * The figures alone.
   *
   * @param oddDates null = not counted
   * @param duplicates number of groups; null = not counted
   */
  public record Brief(
      boolean ready,
      Counts counts,
      int restrictedLeftOut,
      long unplaced,
      long unconfirmed,
      Published publication,
      int parked,
      Integer oddDates,
      Integer duplicates) {}

  public Brief brief() {
    return new Brief(
        ready,
        counts,
        restrictedLeftOut,
        unplaced.total,
        unconfirmed.total,
        publication,
        parked.size(),
        oddDates.size(),
        duplicates.size());
  }

  /** Whether the draft was published long enough. Does not block the sealing. */
  @Schema(name = "ReadinessPublication")
  public record Published(
      @Schema(description = "Đủ số ngày phải đăng tải · long enough") boolean enough,
      @Schema(description = "Số ngày đã đăng tải, đến hôm nay · days until today") int days,
      @Schema(description = "Số ngày phải đăng tải · days needed") int daysNeeded,
      @Schema(description = "Bằng lời · in words") String detail) {

    /**
     * @param publication null = not published
     * @param today in Vietnam
     */
    static Published of(Publication publication, int needed, LocalDate today) {
      int days = publication == null ? 0 : publication.days(today);
      boolean enough = days >= needed;
      String required = "phải đăng tải ít nhất " + Numbers.prose(needed) + " ngày";
      String detail =
          publication == null
              ? "Chưa ghi việc đăng tải dự thảo để lấy ý kiến rộng rãi; " + required
              : "Đăng tải tại %s, %s: %s ngày%s"
                  .formatted(
                      publication.url(),
                      publication.period(),
                      Numbers.prose(days),
                      enough ? "" : ", chưa đủ; " + required);
      return new Published(enough, days, needed, detail);
    }
  }

  /**
   * @param items at most {@link #MAX_ITEMS}
   */
  @Schema(name = "ReadinessPoints")
  public record Points(
      @Schema(description = "Tổng số · how many in all") int total, List<Point> items) {}

  /** A comment, by its index in the current register. */
  @Schema(name = "ReadinessPoint")
  public record Point(
      UUID id,
      long receiptNumber,
      String index,
      String body,
      String place,
      String content,
      String state) {}

  /** A consulted organization that has not replied. */
  @Schema(name = "ReadinessSilent")
  public record Silent(
      String code,
      String name,
      @Schema(nullable = true) LocalDate dueOn,
      boolean overdue,
      @Schema(
              nullable = true,
              description =
                  "Đề xuất: chuyển đề nghị cho cơ quan kế thừa, hoặc đưa ra khỏi danh sách · what to do about a body that has ended, or that"
                      + " is the asker itself, in words")
          String proposal,
      @Schema(nullable = true, description = "Đầu mối · whom to ask for") String contact,
      @Schema(nullable = true) String phone,
      @Schema(nullable = true) String email) {}

  /** A letter with dates to check. */
  @Schema(name = "ReadinessOddDates")
  public record OddDates(
      UUID letter, String body, String number, LocalDate date, List<Warning> warnings) {}

  /** Comments with the same text except for accents, case and punctuation. */
  @Schema(name = "ReadinessDuplicates")
  public record Same(List<Point> points) {}
}
