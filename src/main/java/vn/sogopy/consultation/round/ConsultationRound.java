package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One consultation round with the permissions of the caller applied: every organization that was
 * consulted, wrote or commented, in the order of the register.
 */
public final class ConsultationRound {
  private final List<Participation> voices;
  private final Map<String, List<CommentGroup>> leftOut;

  private ConsultationRound(List<Participation> voices, Map<String, List<CommentGroup>> leftOut) {
    this.voices = voices;
    this.leftOut = leftOut;
  }

  /**
   * An organization with one of its letters.
   *
   * @param dueOn its own due date, else that of the draft; null = none
   * @param letter null if it sent none
   */
  record Line(Participation.Body body, boolean asked, LocalDate dueOn, ReplyState.Letter letter) {}

  /**
   * @param lines every organization that was consulted, wrote or commented, in the order of the
   *     register, once for each of its letters
   * @param points by id of the organization
   * @param leftOut restricted comments that a public form omits, by id of the organization
   * @param today in Vietnam
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
   * The part of the round that concerns some organizations.
   *
   * @param bodies accepts the codes of the organizations
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

  /** Number of restricted comments omitted from a public form. */
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

  /** For each group with an organization in this round, in the order of the register. */
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

  /** By code of the organization, for every organization of the round. */
  public Map<String, ReplyState> replies() {
    Map<String, ReplyState> replies = new LinkedHashMap<>();
    voices.forEach(voice -> replies.put(voice.body().code(), voice.reply()));
    return replies;
  }

  public List<Participation> voices() {
    return voices;
  }

  List<CommentGroup> points() {
    return voices.stream().flatMap(voice -> voice.points().stream()).toList();
  }
}
