package vn.sogopy.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import vn.sogopy.round.Round.Point;

/** The sentences and tables of the report in front of the annexes: docs/domain.md section 6. */
final class Report {
  private final Round round;
  private final Reckoning reckoning;
  private final boolean seesRestricted;
  private final Map<String, Object> counts;

  Report(Reckoning reckoning, boolean seesRestricted) {
    this.round = reckoning.round;
    this.reckoning = reckoning;
    this.seesRestricted = seesRestricted;
    this.counts = reckoning.counts();
  }

  private int figure(String name) {
    return (Integer) counts.get(name);
  }

  private String words(String name) {
    return Words.number(figure(name));
  }

  List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "Sở Kế hoạch và Đầu tư đã gửi hồ sơ lấy ý kiến đến "
            + words("asked")
            + " cơ quan, đơn vị, địa phương ("
            + requests()
            + ").");
    paragraphs.add(replied());
    if (figure("comments") > 0) {
      paragraphs.add(
          "Kết quả xử lý "
              + words("comments")
              + " ý kiến: "
              + results((Map<?, ?>) counts.get("byResult"))
              + ".");
    }
    Map<?, ?> unasked = (Map<?, ?>) counts.get("unasked");
    if (!unasked.get("comments").equals(0) || !unasked.get("bodies").equals(0)) {
      paragraphs.add(apart(unasked));
    }
    if (!seesRestricted && leftOut() > 0) {
      paragraphs.add(leftOutLine() + ".");
    }
    return paragraphs;
  }

  private String requests() {
    return round.draft() == 1
        ? "tại các Văn bản "
            + Words.citation(Round.REQUEST_BY_UBND, Round.ASKED_BY_UBND_ON)
            + "; "
            + Words.citation(Round.REQUEST, Round.ASKED_ON)
            + "; thời hạn trả lời: chậm nhất ngày "
            + Words.date(Round.DUE_BY_UBND)
            + " đối với Bộ, ngành Trung ương và UBND các tỉnh liền kề; chậm nhất ngày "
            + Words.date(Round.DUE)
            + " đối với các cơ quan còn lại"
        : "tại Văn bản "
            + Words.citation(Round.SECOND_REQUEST, Round.ASKED_AGAIN_ON)
            + "; thời hạn trả lời: chậm nhất ngày "
            + Words.date(Round.DUE_AGAIN)
            + " đối với Sở, ban, ngành và cơ quan Trung ương trên địa bàn; chậm nhất ngày "
            + Words.date(round.dueOn())
            + " đối với các cơ quan còn lại";
  }

  private String replied() {
    String sentence = "Tính đến hết ngày " + Words.date(round.today());
    if (figure("replied") == 0) {
      sentence += ", chưa nhận được văn bản trả lời nào.";
    } else {
      sentence +=
          ", đã nhận được văn bản trả lời của %s/%s cơ quan (đạt %s), trong đó: %s."
              .formatted(words("replied"), words("asked"), percent(), replies());
    }
    if (figure("notReplied") > 0) {
      sentence += " Còn " + words("notReplied") + " cơ quan chưa có văn bản trả lời (Phụ lục II).";
    }
    if (figure("lateBodies") > 0) {
      sentence += " Có " + words("lateBodies") + " cơ quan gửi văn bản sau thời hạn.";
    }
    return sentence;
  }

  /** With two digits at most, rounded half up. */
  private String percent() {
    long hundredths = Math.round(10_000.0 * figure("replied") / figure("asked"));
    String digits = String.format("%02d", hundredths % 100).replaceAll("0+$", "");
    return hundredths / 100 + (digits.isEmpty() ? "" : "," + digits) + "%";
  }

  private String replies() {
    StringJoiner words = new StringJoiner("; ");
    if (figure("agreed") > 0) {
      words.add(words("agreed") + " cơ quan nhất trí, không có ý kiến thêm");
    }
    if (figure("commented") > 0) {
      words.add(
          words("commented")
              + " cơ quan có ý kiến góp ý với tổng số "
              + words("comments")
              + " ý kiến"
              + (figure("disagreed") > 0
                  ? " (" + words("disagreed") + " cơ quan không nhất trí)"
                  : ""));
    }
    return words.toString();
  }

  private static String results(Map<?, ?> byResult) {
    StringJoiner words = new StringJoiner("; ");
    for (String result : Reckoning.RESULTS) {
      int number = (Integer) byResult.get(result);
      if (number > 0) {
        String label = Words.RESULTS.get(result);
        words.add(
            label.substring(0, 1).toLowerCase(java.util.Locale.forLanguageTag("vi"))
                + label.substring(1)
                + " "
                + Words.number(number)
                + " ý kiến");
      }
    }
    return words.toString();
  }

  private String apart(Map<?, ?> unasked) {
    List<Point> apart = round.live().stream().filter(point -> !reckoning.inE(point)).toList();
    List<Point> ofAsked = apart.stream().filter(point -> reckoning.isAsked(point.body())).toList();
    int unwritten = (int) ofAsked.stream().filter(point -> point.letter() == null).count();
    int ofOthers = apart.size() - ofAsked.size();
    StringJoiner kinds = new StringJoiner("; ", "Ngoài ra, đã nhận được ", ".");
    if (ofAsked.size() > unwritten) {
      kinds.add(Words.number(ofAsked.size() - unwritten) + " ý kiến tại hội nghị");
    }
    if (unwritten > 0) {
      kinds.add(Words.number(unwritten) + " ý kiến không bằng văn bản");
    }
    int bodies = (Integer) unasked.get("bodies");
    if (bodies > 0) {
      kinds.add(
          (ofOthers == 0 ? "văn bản" : Words.number(ofOthers) + " ý kiến")
              + " của "
              + Words.number(bodies)
              + " cơ quan, tổ chức, cá nhân ngoài danh sách lấy ý kiến");
    }
    return apart.isEmpty()
        ? kinds.toString()
        : kinds
            + " Kết quả xử lý "
            + Words.number(apart.size())
            + " ý kiến này: "
            + results((Map<?, ?>) unasked.get("byResult"))
            + ".";
  }

  private int leftOut() {
    return (int) round.live().stream().filter(Point::restricted).count();
  }

  String leftOutLine() {
    return "Bản này không bao gồm "
        + Words.number(leftOut())
        + " ý kiến thuộc diện hạn chế tiếp cận";
  }

  /** Why a comment stays open; none once the leaders have decided. */
  static List<String> differences(Round round, Point point) {
    List<String> reasons = new ArrayList<>();
    if (point.direction() != null) {
      return reasons;
    }
    if (point.reason() != null) {
      reasons.add("Xin ý kiến UBND tỉnh: " + point.reason());
    }
    if (point.letter() != null && round.letter(point.letter()).position().equals("DISAGREES")) {
      reasons.add("Cơ quan góp ý không nhất trí với dự thảo");
    }
    if ("MAINTAINED".equals(point.reaction())) {
      reasons.add("Cơ quan góp ý bảo lưu ý kiến: " + Work.MAINTAINED);
    }
    return reasons;
  }

  /** The same for every reader. */
  String differencesText() {
    int open =
        (int) round.live().stream().filter(point -> !differences(round, point).isEmpty()).count();
    return open == 0
        ? "Đến nay, không còn nội dung có ý kiến khác nhau."
        : "Hiện còn "
            + Words.number(open)
            + " nội dung có ý kiến khác nhau, đề nghị UBND tỉnh xem xét, cho ý kiến, cụ thể:";
  }

  /** Null if the leaders have decided nothing. */
  String directedText() {
    int decided = (int) round.live().stream().filter(point -> point.direction() != null).count();
    return decided == 0
        ? null
        : "Có " + Words.number(decided) + " nội dung đã có ý kiến chỉ đạo, cụ thể:";
  }

  /** STT, body, comment, answer, why. */
  List<List<String>> differing() {
    return points(
        point -> {
          List<String> reasons = differences(round, point);
          return reasons.isEmpty() ? null : List.of(String.join("\n", reasons));
        });
  }

  /** STT, body, comment, answer, direction, its document and day. */
  List<List<String>> directed() {
    return points(
        point ->
            point.direction() == null
                ? null
                : List.of(point.direction().get(0), Words.source(point)));
  }

  private List<List<String>> points(java.util.function.Function<Point, List<String>> lastCells) {
    List<List<String>> rows = new ArrayList<>();
    for (CommentAnnex.Entry entry : new CommentAnnex(reckoning, seesRestricted).entries()) {
      for (CommentAnnex.Numbered one : entry.points()) {
        List<String> last = lastCells.apply(one.point());
        if (last != null) {
          List<String> row = new ArrayList<>();
          row.add(one.index());
          row.add(Words.nameNow(round, entry.body()));
          row.add(Words.content(one.point()));
          row.add(
              Words.join(
                  "\n", Words.RESULTS.get(one.point().outcome()), Words.answer(one.point())));
          row.addAll(last);
          rows.add(row);
        }
      }
    }
    return rows;
  }
}
