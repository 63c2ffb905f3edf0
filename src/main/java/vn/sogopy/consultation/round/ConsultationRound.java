package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One round of consultation as the caller may see it: every body that was asked or spoke, in
 * register order.
 */
public final class ConsultationRound {
  private final List<Participation> voices;
  private final Map<String, List<CommentGroup>> leftOut;

  private ConsultationRound(List<Participation> voices, Map<String, List<CommentGroup>> leftOut) {
    this.voices = voices;
    this.leftOut = leftOut;
  }

  /**
   * A body, with one of its letters.
   *
   * @param dueOn its own due date, else the draft's; null = none
   * @param letter null if it sent none
   */
  record Line(Participation.Body body, boolean asked, LocalDate dueOn, ReplyState.Letter letter) {}

  /**
   * @param lines every body that was asked, wrote or commented, in register order, once for each of
   *     its letters
   * @param points by the id of the body
   * @param leftOut the same of the restricted comments that a public form leaves out
   * @param today the day in Vietnam
   */
  static ConsultationRound of(
      List<Line> lines,
      Map<UUID, List<CommentGroup>> points,
      Map<UUID, List<CommentGroup>> leftOut,
      LocalDate today) {
    Map<UUID, List<Line>> byBody = new LinkedHashMap<>();
    lines.forEach(
        line -> byBody.computeIfAbsent(line.body().id(), id -> new ArrayList<>()).add(line));
    List<Participation> voices = new ArrayList<>();
    Map<String, List<CommentGroup>> unseen = new LinkedHashMap<>();
    byBody.forEach(
        (id, own) -> {
          Line first = own.get(0);
          List<ReplyState.Letter> letters =
              own.stream().map(Line::letter).filter(letter -> letter != null).toList();
          ReplyState reply = ReplyState.of(letters, first.dueOn(), today);
          List<CommentGroup> said = points.getOrDefault(id, List.of());
          Participation voice = new Participation(first.body(), first.asked(), reply, said);
          if (voice.takesPart()) {
            voices.add(voice);
          }
          unseen.put(first.body().code(), leftOut.getOrDefault(id, List.of()));
        });
    return new ConsultationRound(List.copyOf(voices), unseen);
  }

  /**
   * The round as far as it is about some bodies.
   *
   * @param bodies codes of the bodies
   */
  public ConsultationRound only(Predicate<String> bodies) {
    Map<String, List<CommentGroup>> unseen = new LinkedHashMap<>(leftOut);
    unseen.keySet().removeIf(code -> !bodies.test(code));
    return new ConsultationRound(
        voices.stream().filter(voice -> bodies.test(voice.body().code())).toList(), unseen);
  }

  public Counts counts() {
    return Counts.of(voices);
  }

  /** Restricted comments that are not counted, since the form is for the public. */
  public int restrictedLeftOut() {
    return leftOut.values().stream()
        .flatMap(List::stream)
        .filter(CommentGroup::counted)
        .mapToInt(CommentGroup::number)
        .sum();
  }

  /**
   * A group of the register with its counts.
   *
   * @param code of the group
   */
  public record GroupCounts(String code, String title, Counts counts) {}

  /** For each group that has a body here, in register order. */
  public List<GroupCounts> countsByGroup() {
    Map<String, List<Participation>> groups = new LinkedHashMap<>();
    voices.forEach(
        voice ->
            groups.computeIfAbsent(voice.body().group(), code -> new ArrayList<>()).add(voice));
    List<GroupCounts> counts = new ArrayList<>();
    groups.forEach(
        (code, members) ->
            counts.add(
                new GroupCounts(code, members.get(0).body().groupTitle(), Counts.of(members))));
    return counts;
  }

  /** By the code of the body, for all that were asked or spoke. */
  public Map<String, ReplyState> replies() {
    Map<String, ReplyState> replies = new LinkedHashMap<>();
    voices.forEach(voice -> replies.put(voice.body().code(), voice.reply()));
    return replies;
  }

  public List<Participation> voices() {
    return voices;
  }

  /** The points of all bodies. */
  List<CommentGroup> points() {
    return voices.stream().flatMap(voice -> voice.points().stream()).toList();
  }
}
