package vn.sogopy.consultation.round;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.organization.Successions;

/**
 * The reply of one organization, with the letters that others wrote in its place ("trả lời thay");
 * docs/domain.md, section 8.
 *
 * @param own by its own letters alone
 * @param state by all letters that speak for it; only a consultee has letters of others
 * @param answeredBy the letter of another organization that decides the state; null = none does
 * @param inPlace ids of the replies of others that speak for it
 */
record FullReply(
    ReplyState own, ReplyState state, Participation.AnsweredBy answeredBy, Set<UUID> inPlace) {

  /**
   * @param lines of the organization
   * @param all lines of the round
   */
  static FullReply of(
      List<ConsultationRound.Line> lines,
      List<ConsultationRound.Line> all,
      Successions ended,
      LocalDate today) {
    ConsultationRound.Line body = lines.get(0);
    List<RoundLetter> written =
        lines.stream().map(ConsultationRound.Line::letter).filter(Objects::nonNull).toList();
    ReplyState own = ReplyState.of(written, body.dueOn(), today);
    List<ConsultationRound.Line> others =
        body.asked()
            ? all.stream().filter(line -> line.speaksFor(body.body(), own, ended)).toList()
            : List.of();
    if (others.isEmpty()) {
      return new FullReply(own, own, null, Set.of());
    }
    List<RoundLetter> letters =
        Stream.concat(written.stream(), others.stream().map(ConsultationRound.Line::letter))
            .toList();
    Replies replies = Replies.of(letters);
    return new FullReply(
        own,
        ReplyState.of(letters, body.dueOn(), today),
        answeredBy(others, written, replies),
        others.stream()
            .map(ConsultationRound.Line::letter)
            .filter(replies.all()::contains)
            .map(RoundLetter::id)
            .collect(toSet()));
  }

  /** Of equal positions its own letter decides, else the one that arrived first. */
  private static Participation.AnsweredBy answeredBy(
      List<ConsultationRound.Line> others, List<RoundLetter> written, Replies replies) {
    Comparator<RoundLetter> decisive =
        Comparator.comparing(RoundLetter::strength)
            .thenComparing(written::contains)
            .thenComparing(RoundLetter::arrivedOn, Comparator.reverseOrder())
            .thenComparing(RoundLetter::id);
    return replies.standing().stream()
        .max(decisive)
        .flatMap(letter -> others.stream().filter(line -> line.letter().equals(letter)).findFirst())
        .map(line -> new Participation.AnsweredBy(line.body(), line.letter()))
        .orElse(null);
  }
}
