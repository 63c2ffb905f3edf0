package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One consultation round: every organization that was consulted, wrote or commented, in the order
 * of the register. Its figures are the same for every reader.
 */
public record ConsultationRound(List<Participation> participations) {

  /**
   * An organization with one of its letters.
   *
   * @param dueOn its own due date, else that of the draft; null = none
   * @param letter null if it sent none
   */
  record Line(Participation.Body body, boolean asked, LocalDate dueOn, RoundLetter letter) {

    /**
     * A row of the database.
     *
     * @param asked null = it was not consulted
     * @param letter without id = it sent none
     */
    Line(
        UUID id,
        String code,
        String name,
        String group,
        String groupTitle,
        UUID asked,
        LocalDate dueOn,
        RoundLetter letter) {
      this(
          new Participation.Body(id, code, name, group, groupTitle),
          asked != null,
          dueOn,
          letter.id() == null ? null : letter);
    }
  }

  /**
   * @param lines every organization that was consulted, wrote or commented, in the order of the
   *     register, once for each of its letters
   * @param points the comments whose text the reader sees, by id of the organization
   * @param hidden the other comments, by id of the organization
   * @param today in Vietnam
   */
  static ConsultationRound of(
      List<Line> lines,
      Map<UUID, List<CommentGroup>> points,
      Map<UUID, List<CommentGroup>> hidden,
      LocalDate today) {
    Map<UUID, List<Line>> byBody = new LinkedHashMap<>();
    lines.forEach(
        line -> byBody.computeIfAbsent(line.body().id(), id -> new ArrayList<>()).add(line));
    List<Participation> participations = new ArrayList<>();
    byBody.forEach(
        (id, own) -> {
          Line first = own.get(0);
          List<RoundLetter> letters =
              own.stream().map(Line::letter).filter(Objects::nonNull).toList();
          ReplyState reply = ReplyState.of(letters, first.dueOn(), today);
          Participation one =
              new Participation(
                  first.body(),
                  first.asked(),
                  first.dueOn(),
                  reply,
                  letters,
                  points.getOrDefault(id, List.of()),
                  hidden.getOrDefault(id, List.of()));
          if (one.complete().takesPart()) {
            participations.add(one);
          }
        });
    return new ConsultationRound(List.copyOf(participations));
  }

  /**
   * The part of the round that concerns some organizations.
   *
   * @param bodies accepts the codes of the organizations
   */
  public ConsultationRound only(Predicate<String> bodies) {
    return new ConsultationRound(
        participations.stream().filter(one -> bodies.test(one.body().code())).toList());
  }

  /** The same round for a reader who sees every comment. */
  public ConsultationRound complete() {
    return new ConsultationRound(participations.stream().map(Participation::complete).toList());
  }

  public Counts counts() {
    return Counts.of(participations);
  }

  /** Number of restricted comments whose text the reader does not see. */
  public int restrictedLeftOut() {
    return number(participations.stream().flatMap(one -> one.hidden().stream()));
  }

  /**
   * The comments outside of E, by the reason.
   *
   * @param atMeetings of consultees, made at a meeting
   * @param unwritten of consultees, without a letter
   * @param unasked of organizations that were not consulted
   */
  public record Apart(int atMeetings, int unwritten, int unasked) {}

  public Apart apart() {
    Map<Boolean, List<CommentGroup>> byAsked =
        complete().participations.stream()
            .collect(
                Collectors.partitioningBy(
                    Participation::asked,
                    Collectors.flatMapping(
                        one -> one.points().stream().filter(some -> !one.inE(some)),
                        Collectors.toList())));
    List<CommentGroup> ofAsked = byAsked.get(true);
    return new Apart(
        number(ofAsked.stream().filter(some -> some.channel() != null)),
        number(ofAsked.stream().filter(some -> some.channel() == null)),
        number(byAsked.get(false).stream()));
  }

  private static int number(Stream<CommentGroup> comments) {
    return comments.filter(CommentGroup::counted).mapToInt(CommentGroup::number).sum();
  }

  /**
   * A group of the register with its counts.
   *
   * @param code of the group
   */
  public record GroupCounts(String code, String title, Counts counts) {}

  /** For each group with an organization in this round, in the order of the register. */
  public List<GroupCounts> countsByGroup() {
    return groups().stream()
        .map(
            members -> {
              Participation.Body first = members.get(0).body();
              return new GroupCounts(first.group(), first.groupTitle(), Counts.of(members));
            })
        .toList();
  }

  /** The members of each group, in the order of the register. */
  Collection<List<Participation>> groups() {
    return participations.stream()
        .collect(
            Collectors.groupingBy(
                one -> one.body().group(), LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** By code of the organization, for every organization of the round. */
  public Map<String, ReplyState> replies() {
    Map<String, ReplyState> replies = new LinkedHashMap<>();
    participations.forEach(one -> replies.put(one.body().code(), one.reply()));
    return replies;
  }

  /** The comments whose text the reader sees. */
  List<CommentGroup> points() {
    return participations.stream().flatMap(one -> one.points().stream()).toList();
  }
}
