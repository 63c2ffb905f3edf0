package vn.sogopy.round;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Group;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;

/**
 * Phụ lục I, made of the script's own round: docs/domain.md section 6. Every reader has the same
 * numbers; a comment that he does not see has no row.
 */
final class CommentAnnex {
  private final Round round;
  private final Reckoning reckoning;
  private final boolean seesRestricted;

  CommentAnnex(Reckoning reckoning, boolean seesRestricted) {
    this.round = reckoning.round;
    this.reckoning = reckoning;
    this.seesRestricted = seesRestricted;
  }

  /** A comment with its number in Phụ lục I, and its letter where the body has several. */
  record Numbered(String index, String letter, Point point) {}

  /**
   * A body in Phụ lục I.
   *
   * @param remark what stands in place of comments; null = nothing
   * @param points those that this reader sees
   */
  record Entry(int number, Body body, List<Letter> letters, String remark, List<Numbered> points) {}

  /** Phụ lục I, without the headings of groups. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (Body body : round.inOrder(one -> reckoning.participates(one.code()))) {
      entries.add(entry(entries.size() + 1, body));
    }
    return entries;
  }

  private Entry entry(int number, Body body) {
    List<Point> points = ordered(reckoning.live(body.code()));
    List<Letter> cited =
        round.lettersOf(body.code()).stream()
            .filter(letter -> reckoning.isValid(letter) || reckoning.commentsIn(letter) > 0)
            .sorted(Comparator.comparing(Letter::date))
            .toList();
    List<Numbered> shown = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      if (seesRestricted || !point.restricted()) {
        boolean names = cited.size() > 1 && point.letter() != null;
        String letter = names ? Words.citation(round.letter(point.letter())) : null;
        shown.add(new Numbered(number + "." + (i + 1), letter, point));
      }
    }
    String remark = null;
    if (points.isEmpty() && reckoning.own(body.code()).state().equals("AGREED")) {
      remark = Words.AGREEMENT;
    } else if (shown.isEmpty()) {
      remark = points.isEmpty() ? nothing(cited) : Words.RESTRICTED;
    }
    return new Entry(number, body, cited, remark, shown);
  }

  private static String nothing(List<Letter> letters) {
    return letters.stream().anyMatch(Letter::classified)
        ? "Văn bản mật, lưu hồ sơ riêng"
        : "Đã có văn bản, chưa ghi nhận ý kiến cụ thể";
  }

  /** By letter, section, and in the order in which they were sent; those without a letter last. */
  private List<Point> ordered(List<Point> points) {
    return points.stream()
        .sorted(
            Comparator.comparing((Point point) -> point.letter() == null)
                .thenComparing(
                    point -> point.letter() == null ? null : round.letter(point.letter()).date(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(point -> Outline.place(point.place().section()))
                .thenComparing(round.points()::indexOf))
        .toList();
  }

  /** STT, letter, place, comment, result, answer, note. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Entry entry : entries()) {
      if (!groups.contains(entry.body.group())) {
        groups.add(entry.body.group());
        rows.add(List.of(Words.roman(groups.size()), entry.body.group().title()));
      }
      rows.add(
          List.of(
              String.valueOf(entry.number),
              Words.heading(Words.nameNow(round, entry.body), entry.letters)));
      if (entry.remark != null) {
        rows.add(row("", null, null, entry.remark, null, null, null));
      }
      entry.points.forEach(one -> rows.add(comment(one)));
    }
    return rows;
  }

  private List<String> comment(Numbered one) {
    Point point = one.point;
    return row(
        one.index,
        one.letter,
        Words.place(point.place()),
        Words.content(point),
        Words.RESULTS.get(point.outcome()),
        Words.join("\n", Words.answer(point), Words.direction(point)),
        isLate(point) ? "Gửi sau thời hạn" : null);
  }

  private boolean isLate(Point point) {
    var arrived =
        point.letter() == null ? round.today() : round.letter(point.letter()).receivedOn();
    var due = round.dueOf(point.body());
    return due != null && arrived.isAfter(due);
  }

  /** A row of these cells; null is "". */
  static List<String> row(String... cells) {
    return Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList();
  }
}
