package vn.sogopy.round;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.sogopy.round.Reckoning.Reply;
import vn.sogopy.round.Round.Asked;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Group;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;

/**
 * The rows of Phụ lục I to IV, made of the script's own round: docs/domain.md section 6. A heading
 * has two cells, its number and its text; an empty cell is "".
 */
final class Annexes {
  private final Round round;
  private final Reckoning reckoning;
  private final boolean seesRestricted;

  Annexes(Reckoning reckoning, boolean seesRestricted) {
    this.round = reckoning.round;
    this.reckoning = reckoning;
    this.seesRestricted = seesRestricted;
  }

  /** STT, letter, place, comment, result, answer, note. */
  List<List<String>> comments() {
    return new CommentAnnex(reckoning, seesRestricted).rows();
  }

  /** STT, body, requests, due day, replies, received on, state, comments, note. */
  List<List<String>> asked() {
    List<List<String>> rows = new ArrayList<>();
    Map<Group, Integer> groups = new HashMap<>();
    int number = 0;
    for (Body body : round.inOrder(one -> reckoning.isAsked(one.code()))) {
      if (groups.putIfAbsent(body.group(), groups.size() + 1) == null) {
        rows.add(List.of(Words.roman(groups.size()), body.group().title()));
      }
      Asked asked = round.asked().get(body.code());
      Reply reply = reckoning.of(body.code());
      rows.add(
          asked(
              ++number,
              body,
              Words.citation(asked.request(), asked.requestedOn()),
              Words.date(round.dueOf(body.code())),
              state(reply),
              askedNote(body, reply)));
    }
    List<Body> apart = round.inOrder(one -> reckoning.isApart(one.code()));
    if (!apart.isEmpty()) {
      rows.add(List.of(Words.roman(groups.size() + 1), "Ngoài danh sách lấy ý kiến"));
    }
    for (Body body : apart) {
      boolean wrote = !letters(body).isEmpty();
      String state = wrote ? "Có ý kiến" : "Có ý kiến, không bằng văn bản";
      rows.add(asked(++number, body, "", "", state, null));
    }
    return rows;
  }

  private List<String> asked(
      int number, Body body, String request, String due, String state, String note) {
    return CommentAnnex.row(
        String.valueOf(number),
        Words.nameNow(round, body),
        request,
        due,
        letters(body).stream().map(Words::citation).collect(Collectors.joining("\n")),
        letters(body).stream()
            .map(letter -> Words.date(letter.receivedOn()))
            .collect(Collectors.joining("\n")),
        state,
        String.valueOf(reckoning.live(body.code()).size()),
        note);
  }

  /** Its letters that are not withdrawn, nor replaced, in the order of their arrival. */
  private List<Letter> letters(Body body) {
    return round.lettersOf(body.code()).stream()
        .filter(reckoning::isValid)
        .sorted(Comparator.comparing(Letter::receivedOn).thenComparing(Letter::date))
        .toList();
  }

  private static String state(Reply reply) {
    return switch (reply.state()) {
      case "NOT_REPLIED" -> reply.overdue() ? "Quá hạn chưa trả lời" : "Chưa có văn bản trả lời";
      case "AGREED" -> "Nhất trí";
      default -> reply.position().equals("DISAGREES") ? "Không nhất trí" : "Có ý kiến";
    };
  }

  private String askedNote(Body body, Reply reply) {
    return Words.join(
        "; ",
        reply.by() == null
            ? null
            : round.bodies().get(reply.by().body()).name()
                + " trả lời thay tại Văn bản "
                + Words.citation(reply.by()),
        reply.late() ? "Trả lời sau thời hạn" : null,
        letters(body).stream().allMatch(Letter::isWritten) ? null : "Có ý kiến tại hội nghị");
  }

  /** STT, group, asked, replied, agreed, comments, each result. */
  List<List<String>> matrix() {
    List<List<String>> rows = new ArrayList<>();
    for (Group group : Round.GROUPS) {
      Map<String, Object> counts = reckoning.counts(body -> body.group().equals(group));
      if (!counts.get("asked").equals(0) || !counts.get("comments").equals(0)) {
        rows.add(line(Words.roman(rows.size() + 1), group.title(), counts));
      }
    }
    rows.add(line("", "Cộng", reckoning.counts()));
    List<Point> all = round.live();
    List<Point> apart = all.stream().filter(point -> !reckoning.inE(point)).toList();
    if (!apart.isEmpty()) {
      rows.add(points(outside(apart), apart));
      rows.add(points("Tổng số ý kiến tại Phụ lục I", all));
    }
    return rows;
  }

  private String outside(List<Point> apart) {
    Predicate<Point> asked = point -> reckoning.isAsked(point.body());
    String title =
        Words.join(
            "; ",
            apart.stream().allMatch(asked) ? null : "ngoài danh sách lấy ý kiến",
            apart.stream().filter(asked).allMatch(point -> point.letter() == null)
                ? null
                : "tại hội nghị",
            apart.stream().filter(asked).allMatch(point -> point.letter() != null)
                ? null
                : "không bằng văn bản");
    return title.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + title.substring(1);
  }

  private static List<String> line(String index, String title, Map<String, Object> counts) {
    List<String> cells = new ArrayList<>(List.of(index, title));
    for (String figure : List.of("asked", "replied", "agreed", "comments")) {
      cells.add(counts.get(figure).toString());
    }
    ((Map<?, ?>) counts.get("byResult")).values().forEach(one -> cells.add(one.toString()));
    return cells;
  }

  private static List<String> points(String title, List<Point> points) {
    Map<String, Object> counts =
        new TreeMap<>(Map.of("asked", "", "replied", "", "agreed", "", "comments", points.size()));
    counts.put("byResult", Reckoning.byResult(points));
    return line("", title, counts);
  }

  /**
   * STT, body, number, date, arrival number, received on, position, channel, comments, files, note.
   */
  List<List<String>> letters() {
    List<List<String>> rows = new ArrayList<>();
    for (Body body : round.inOrder(one -> true)) {
      round.lettersOf(body.code()).stream()
          .sorted(Comparator.comparing(Letter::date))
          .forEach(letter -> rows.add(letter(rows.size() + 1, body, letter)));
    }
    return rows;
  }

  private List<String> letter(int number, Body body, Letter letter) {
    var due = round.dueOf(letter.body());
    String answered =
        reckoning.answeredBy(letter).stream().map(Body::name).collect(Collectors.joining(", "));
    return CommentAnnex.row(
        String.valueOf(number),
        body.name(),
        letter.number(),
        Words.date(letter.date()),
        letter.arrivalNumber(),
        Words.date(letter.receivedOn()),
        Words.POSITIONS.get(letter.position()),
        Words.CHANNELS.get(letter.channel()),
        String.valueOf(reckoning.commentsIn(letter)),
        String.valueOf(files(letter)),
        Words.join(
            "; ",
            answered.isEmpty() ? null : "Trả lời thay " + answered,
            letter.classified() ? "Văn bản mật, lưu hồ sơ riêng" : null,
            due != null && letter.receivedOn().isAfter(due) ? "Gửi sau thời hạn" : null,
            reckoning.isValid(letter) ? null : "Đã rút hoặc được thay thế"));
  }

  /** Programs are left out; a reader does not learn of the files of what he may not read. */
  private int files(Letter letter) {
    boolean hidden =
        !seesRestricted
            && round.points().stream()
                .anyMatch(one -> letter.key().equals(one.letter()) && one.restricted());
    return hidden
        ? 0
        : (int) letter.files().stream().filter(name -> !name.endsWith(".exe")).count();
  }
}
