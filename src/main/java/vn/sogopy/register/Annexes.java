package vn.sogopy.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.Counts;

/** The model of the annexes after annex I. */
public final class Annexes {
  /** The headings of {@link MatrixLine#cells()}. */
  public static final List<String> MATRIX_HEADINGS =
      Stream.of(
              Stream.of("Được lấy ý kiến", "Đã trả lời", "Nhất trí", "Số ý kiến"),
              Arrays.stream(Result.values()).map(Result::label),
              Stream.of(Wording.PENDING))
          .flatMap(headings -> headings)
          .toList();

  private Annexes() {}

  /** The consultees of one group; the last group may hold the organizations not consulted. */
  @Schema(name = "RegisterAskedGroup")
  public record AskedGroup(
      @Schema(examples = "I") String index, String title, List<Asked> bodies) {}

  /** An organization, numbered across all groups. */
  @Schema(name = "RegisterAsked")
  public record Asked(
      int number,
      String code,
      String name,
      @Schema(description = "Văn bản xin ý kiến · by which letters it was asked")
          List<String> requestLetters,
      @Schema(nullable = true) LocalDate dueOn,
      @Schema(description = "Văn bản góp ý · its replies") List<Reply> replies,
      @Schema(description = "Tình trạng · state, in words") String state,
      int comments,
      @Schema(nullable = true) String note) {}

  /** A letter of the organization. */
  @Schema(name = "RegisterReply")
  public record Reply(String citation, @Schema(nullable = true) LocalDate receivedOn) {}

  /**
   * A group or a total. The numbers of organizations are null on lines that count only comments.
   *
   * @param byResult as in {@link Counts}
   */
  @Schema(name = "RegisterMatrixLine")
  public record MatrixLine(
      @Schema(nullable = true, description = "I, II…; null ở dòng cộng · null on sums")
          String index,
      String title,
      boolean sum,
      @Schema(nullable = true) Integer asked,
      @Schema(nullable = true) Integer replied,
      @Schema(nullable = true) Integer agreed,
      int comments,
      Map<String, Integer> byResult) {

    /** As {@link Annexes#MATRIX_HEADINGS}; null where the column does not apply. */
    public List<Integer> cells() {
      List<Integer> cells = new ArrayList<>(Arrays.asList(asked, replied, agreed, comments));
      for (Result result : Result.values()) {
        cells.add(byResult.getOrDefault(result.name(), 0));
      }
      cells.add(byResult.getOrDefault(CommentCounts.PENDING, 0));
      return cells;
    }
  }

  /** A letter in the index of letters; its number is part of the names of its copies. */
  @Schema(name = "RegisterLetterEntry")
  public record LetterEntry(
      int number,
      UUID id,
      String code,
      String name,
      @Schema(description = "Số, ký hiệu · number and symbol") String symbol,
      LocalDate date,
      @Schema(nullable = true) String arrivalNumber,
      @Schema(nullable = true) LocalDate receivedOn,
      @Schema(nullable = true, description = "Ý kiến trả lời, bằng lời · position, in words")
          String position,
      @Schema(description = "Hình thức, bằng lời · channel, in words") String channel,
      int comments,
      @Schema(description = "Số tệp lưu kèm · files kept") int files,
      @Schema(nullable = true) String note) {}
}
