package vn.sogopy.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;

/**
 * Who replied, and the figures A to G and e1 to e7 of a round: docs/domain.md, sections 6 and 8,
 * counted plainly. It shares no code with the service.
 */
final class Reckoning {
  static final List<String> RESULTS =
      List.of(
          "ACCEPTED",
          "PARTIALLY_ACCEPTED",
          "EXPLAINED",
          "ALREADY_COVERED",
          "NOTED",
          "OUT_OF_SCOPE",
          "PENDING");

  /** From the weakest to the strongest. */
  private static final List<String> POSITIONS =
      List.of("AGREES", "AGREES_WITH_COMMENTS", "COMMENTS", "DISAGREES");

  final Round round;

  /** Keys of the letters that are the reply of an asked body that did not write them. */
  private final Set<String> inPlace = new HashSet<>();

  /**
   * @param position null = it has not replied
   * @param by the letter of another body that decides; null = none does
   */
  record Reply(String state, String position, boolean late, boolean overdue, Letter by) {
    boolean isThere() {
      return position != null;
    }
  }

  Reckoning(Round round) {
    this.round = round;
    for (String code : round.asked().keySet()) {
      ofOthers(code).forEach(letter -> inPlace.add(letter.key()));
    }
  }

  /** Its letters that are replies, also those that were replaced. */
  private List<Letter> ownReplies(String code) {
    return round.lettersOf(code).stream().filter(Reckoning::isReply).toList();
  }

  static boolean isReply(Letter letter) {
    return letter.isWritten() && !letter.withdrawn();
  }

  boolean isReplaced(Letter letter) {
    return round.letters().stream()
        .anyMatch(other -> isReply(other) && letter.key().equals(other.replaces()));
  }

  /** Neither withdrawn nor replaced. */
  boolean isValid(Letter letter) {
    return !letter.withdrawn() && !isReplaced(letter);
  }

  int commentsIn(Letter letter) {
    return (int) round.live().stream().filter(point -> letter.key().equals(point.letter())).count();
  }

  /** The replies that other bodies wrote in place of this one, which was asked. */
  private List<Letter> ofOthers(String code) {
    return round.letters().stream()
        .filter(Reckoning::isReply)
        .filter(letter -> !letter.body().equals(code))
        .filter(
            letter ->
                letter.onBehalfOf() != null
                    ? letter.onBehalfOf().contains(code)
                    : ownReplies(code).isEmpty() && heir(code, letter.date(), letter.body()))
        .toList();
  }

  /** Whether this body is on this day the only successor, or the only one of that one. */
  private boolean heir(String code, LocalDate day, String body) {
    Body at = round.bodies().get(code);
    while (at.ended() != null && !day.isBefore(at.ended()) && at.successors().size() == 1) {
      at = round.bodies().get(at.successors().get(0));
      if (at.code().equals(body)) {
        return true;
      }
    }
    return false;
  }

  /** By its own letters alone. */
  Reply own(String code) {
    return reply(code, ownReplies(code), List.of());
  }

  /** By all letters that speak for it. */
  Reply of(String code) {
    return reply(
        code, ownReplies(code), round.asked().containsKey(code) ? ofOthers(code) : List.of());
  }

  private Reply reply(String code, List<Letter> own, List<Letter> others) {
    List<Letter> all = Stream.of(own, others).flatMap(List::stream).toList();
    LocalDate due = round.dueOf(code);
    if (all.isEmpty()) {
      boolean overdue = due != null && round.today().isAfter(due);
      return new Reply("NOT_REPLIED", null, false, overdue, null);
    }
    LocalDate first =
        all.stream().map(Letter::receivedOn).min(Comparator.naturalOrder()).orElseThrow();
    Letter strongest =
        all.stream()
            .filter(letter -> !isReplaced(letter))
            .max(
                Comparator.comparing((Letter letter) -> POSITIONS.indexOf(letter.position()))
                    .thenComparing(own::contains)
                    .thenComparing(Letter::receivedOn, Comparator.reverseOrder()))
            .orElseThrow();
    return new Reply(
        strongest.position().equals("AGREES") ? "AGREED" : "COMMENTED",
        strongest.position(),
        due != null && first.isAfter(due),
        false,
        own.contains(strongest) ? null : strongest);
  }

  boolean isAsked(String code) {
    return round.asked().containsKey(code);
  }

  /** Whether a comment counts in E, and not apart. */
  boolean inE(Point point) {
    return point.letter() != null
        && round.letter(point.letter()).isWritten()
        && (isAsked(point.body()) || inPlace.contains(point.letter()));
  }

  /** Whether it was not asked and wrote or commented, not only in place of asked bodies. */
  boolean isApart(String code) {
    return !isAsked(code)
        && (ownReplies(code).stream().anyMatch(letter -> !inPlace.contains(letter.key()))
            || live(code).stream().anyMatch(point -> !inE(point)));
  }

  List<Point> live(String code) {
    return round.live().stream().filter(point -> point.body().equals(code)).toList();
  }

  /** Whether it was asked, wrote or commented. */
  boolean takesPart(Body body) {
    return isAsked(body.code()) || participates(body.code());
  }

  boolean participates(String code) {
    return own(code).isThere() || !live(code).isEmpty();
  }

  /** The counts of these bodies, as the contract names them. */
  Map<String, Object> counts(Predicate<Body> which) {
    List<Body> bodies = round.inOrder(which);
    List<Body> asked = bodies.stream().filter(body -> isAsked(body.code())).toList();
    List<Point> points = bodies.stream().flatMap(body -> live(body.code()).stream()).toList();
    List<Point> apart = points.stream().filter(point -> !inE(point)).toList();
    List<Point> inE = points.stream().filter(this::inE).toList();
    Map<String, Object> unasked = new LinkedHashMap<>();
    unasked.put("bodies", number(bodies, body -> isApart(body.code())));
    unasked.put("comments", apart.size());
    unasked.put("byResult", byResult(apart));
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("asked", asked.size());
    counts.put("replied", number(asked, body -> of(body.code()).isThere()));
    counts.put("agreed", number(asked, body -> of(body.code()).state().equals("AGREED")));
    counts.put("commented", number(asked, body -> of(body.code()).state().equals("COMMENTED")));
    counts.put("disagreed", number(asked, body -> "DISAGREES".equals(of(body.code()).position())));
    counts.put("notReplied", number(asked, body -> !of(body.code()).isThere()));
    counts.put("lateBodies", number(asked, body -> of(body.code()).late()));
    counts.put("comments", inE.size());
    counts.put("byResult", byResult(inE));
    counts.put("unasked", unasked);
    return counts;
  }

  Map<String, Object> counts() {
    return counts(body -> true);
  }

  private static int number(List<Body> bodies, Predicate<Body> which) {
    return (int) bodies.stream().filter(which).count();
  }

  static Map<String, Integer> byResult(Collection<Point> points) {
    return numbers(RESULTS, points, Point::outcome);
  }

  static Map<String, Integer> numbers(
      List<String> keys, Collection<Point> points, Function<Point, String> key) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    keys.forEach(one -> numbers.put(one, 0));
    points.forEach(point -> numbers.merge(key.apply(point), 1, Integer::sum));
    return numbers;
  }

  /** The silent bodies in the order of the register. */
  List<String> silent() {
    return round.inOrder(body -> isAsked(body.code()) && !of(body.code()).isThere()).stream()
        .map(Body::code)
        .toList();
  }

  /** The bodies that this letter answers for, in the order of the register. */
  List<Body> answeredBy(Letter letter) {
    List<Body> answered = new ArrayList<>();
    for (Body body : round.inOrder(one -> isAsked(one.code()))) {
      Letter by = of(body.code()).by();
      if (by != null && by.key().equals(letter.key())) {
        answered.add(body);
      }
    }
    return answered;
  }
}
