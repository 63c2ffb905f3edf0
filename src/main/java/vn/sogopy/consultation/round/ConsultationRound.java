package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.organization.Successions;

/**
 * One consultation round: every organization that was consulted, wrote or commented, in the order
 * of the register. Its figures are the same for every reader.
 */
public record ConsultationRound(List<Participation> participations) {

  /**
   * An organization with one of its letters.
   *
   * @param ends whether it has ended or will end
   * @param dueOn its own due date, else that of the draft; null = none
   * @param letter null if it sent none
   */
  record Line(
      Participation.Body body, boolean ends, boolean asked, LocalDate dueOn, RoundLetter letter) {

    /**
     * A row of the database.
     *
     * @param dissolvedOn the first day without it; null = none
     * @param asked null = it was not consulted
     * @param letter without id = it sent none
     */
    Line(
        UUID id,
        String code,
        String name,
        String group,
        String groupTitle,
        LocalDate dissolvedOn,
        UUID asked,
        LocalDate dueOn,
        RoundLetter letter) {
      this(
          new Participation.Body(id, code, name, group, groupTitle),
          dissolvedOn != null,
          asked != null,
          dueOn,
          letter.id() == null ? null : letter);
    }

    /**
     * Whether the letter speaks for another organization: it names it, or it names none, comes from
     * the one successor of the organization, and the organization has not replied itself.
     *
     * @param own the reply of the other organization by its own letters
     */
    boolean speaksFor(Participation.Body other, ReplyState own, Successions ended) {
      if (letter == null || body.id().equals(other.id())) {
        return false;
      }
      return letter.onBehalfOf() != null
          ? letter.onBehalfOf().contains(other.code())
          : own.state() == ReplyState.State.NOT_REPLIED
              && speakers(ended, other.id(), letter.date()).contains(body.id());
    }

    /** The one successor of an ended organization on this day, its one successor, and so on. */
    private static Set<UUID> speakers(Successions ended, UUID id, LocalDate day) {
      Set<UUID> found = new HashSet<>();
      UUID at = id;
      while (ended.isEnded(at, day) && ended.heirs(at).size() == 1) {
        at = ended.heirs(at).get(0).id();
        if (at.equals(id) || !found.add(at)) {
          break;
        }
      }
      return found;
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
      Successions ended,
      LocalDate today) {
    Map<UUID, List<Line>> byBody = new LinkedHashMap<>();
    lines.forEach(
        line -> byBody.computeIfAbsent(line.body().id(), id -> new ArrayList<>()).add(line));
    Map<UUID, FullReply> replies = new HashMap<>();
    byBody.forEach((id, own) -> replies.put(id, FullReply.of(own, lines, ended, today)));
    Set<UUID> inPlace =
        replies.values().stream()
            .flatMap(reply -> reply.inPlace().stream())
            .collect(Collectors.toSet());
    List<Participation> participations = new ArrayList<>();
    byBody.forEach(
        (id, own) -> {
          Line first = own.get(0);
          FullReply reply = replies.get(id);
          Participation one =
              new Participation(
                  first.body(),
                  EndedBody.of(ended, id, today),
                  first.asked(),
                  first.dueOn(),
                  reply.own(),
                  reply.state(),
                  reply.answeredBy(),
                  own.stream().map(Line::letter).filter(Objects::nonNull).toList(),
                  inPlace,
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

  /** The consultees that have not replied, in the order of the register. */
  public List<Participation> silent() {
    return participations.stream().filter(one -> one.asked() && !one.replied()).toList();
  }

  /** Number of consultees whose first letter came on a day, by day in Vietnam. */
  public SortedMap<LocalDate, Integer> repliesByDay() {
    return participations.stream()
        .filter(one -> one.asked() && one.replied())
        .collect(
            Collectors.toMap(one -> one.reply().repliedOn(), one -> 1, Integer::sum, TreeMap::new));
  }

  /** By code of the organization, for every organization of the round. */
  public Map<String, ReplyState> replies() {
    return byCode(Participation::reply);
  }

  /** Like {@link #replies}, by the letters that each organization wrote itself. */
  public Map<String, ReplyState> ownReplies() {
    return byCode(Participation::own);
  }

  private Map<String, ReplyState> byCode(Function<Participation, ReplyState> state) {
    Map<String, ReplyState> replies = new LinkedHashMap<>();
    participations.forEach(one -> replies.put(one.body().code(), state.apply(one)));
    return replies;
  }

  /** The comments whose text the reader sees. */
  List<CommentGroup> points() {
    return participations.stream().flatMap(one -> one.points().stream()).toList();
  }
}
