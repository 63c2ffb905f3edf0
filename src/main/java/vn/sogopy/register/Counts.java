package vn.sogopy.register;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.letter.Position;

/**
 * The block A…G, e1…e7 of DOMAIN.md section 6. Who was asked is not recorded yet, so what depends
 * on it is null, and all bodies and comments are counted together.
 *
 * @param byResult by {@link Result}, and PENDING for all that is not approved
 */
@Schema(name = "Counts")
public record Counts(
    @Schema(nullable = true, description = "A: số cơ quan được lấy ý kiến · bodies asked")
        Integer asked,
    @Schema(description = "B: đã có văn bản trả lời · bodies with a reply by letter") int replied,
    @Schema(description = "C: nhất trí, không có ý kiến thêm · agreed") int agreed,
    @Schema(description = "D: có ý kiến · commented") int commented,
    @Schema(description = "không nhất trí, trong số D · disagreed, among D") int disagreed,
    @Schema(nullable = true, description = "F: chưa có văn bản trả lời · no reply yet")
        Integer notReplied,
    @Schema(description = "G: văn bản đầu tiên gửi sau thời hạn · first letter came late")
        int lateBodies,
    @Schema(description = "E: số ý kiến · comments") int comments,
    @Schema(description = "e1…e7; PENDING = đang nghiên cứu, xử lý") Map<String, Integer> byResult,
    @Schema(nullable = true) Unasked unasked) {

  public static final String PENDING = "PENDING";

  /** Bodies that were not asked, and what they said. */
  public record Unasked(int bodies, int comments, Map<String, Integer> byResult) {}

  /**
   * B = C + D and E = e1 + … + e7 hold for any input.
   *
   * @param bodies the replies by letter of each body, first letter first; an empty list is no reply
   * @param results of every counted comment; null = not approved yet
   */
  static Counts of(Collection<List<Reply>> bodies, Collection<Result> results) {
    List<List<Reply>> replied = bodies.stream().filter(letters -> !letters.isEmpty()).toList();
    int agreed = count(replied, letters -> strongest(letters) == Position.AGREES);
    Map<String, Integer> byResult = new LinkedHashMap<>();
    for (Result result : Result.values()) {
      byResult.put(result.name(), 0);
    }
    byResult.put(PENDING, 0);
    results.forEach(
        result -> byResult.merge(result == null ? PENDING : result.name(), 1, Integer::sum));
    return new Counts(
        null,
        replied.size(),
        agreed,
        replied.size() - agreed,
        count(replied, letters -> strongest(letters) == Position.DISAGREES),
        null,
        count(replied, letters -> letters.get(0).late()),
        results.size(),
        byResult,
        null);
  }

  /**
   * A reply by letter.
   *
   * @param position null where only a comment named the letter: then it carries comments
   */
  record Reply(Position position, boolean late) {}

  /**
   * Of several letters the stronger position wins: DISAGREES, COMMENTS, AGREES_WITH_COMMENTS,
   * AGREES.
   */
  private static Position strongest(List<Reply> letters) {
    return letters.stream()
        .map(letter -> letter.position() == null ? Position.COMMENTS : letter.position())
        .max(java.util.Comparator.naturalOrder())
        .orElseThrow();
  }

  private static int count(List<List<Reply>> bodies, Predicate<List<Reply>> condition) {
    return (int) bodies.stream().filter(condition).count();
  }
}
