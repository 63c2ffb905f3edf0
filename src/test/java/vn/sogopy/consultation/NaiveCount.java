package vn.sogopy.consultation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/** docs/domain.md section 6, counted row by row. It shares no code with the service. */
public final class NaiveCount {
  public int asked;
  public int replied;
  public int agreed;
  public int commented;
  public int disagreed;
  public int notReplied;
  public int late;
  public int comments;
  public int unaskedBodies;
  public int unaskedComments;
  public int overdue;
  public int unconfirmed;
  public final Map<String, Integer> results = new HashMap<>();
  public final Map<String, Integer> unaskedResults = new HashMap<>();
  public final Map<String, Integer> statuses = new HashMap<>();

  /** By path, "" for general comments: on this very section. */
  public final Map<String, Integer> own = new HashMap<>();

  /** By path: on the section or below it. */
  public final Map<String, Integer> below = new HashMap<>();

  /** By path: on the section or below it, further sections of a comment included. */
  public final Map<String, Integer> bodiesBySection = new HashMap<>();

  public NaiveCount(
      RandomRound round, LocalDate answerDueOn, LocalDate today, boolean seesRestricted) {
    for (RandomRound.Body body : round.bodies()) {
      boolean wrote = letters(round, body);
      boolean spoke = wrote;
      for (RandomRound.Comment comment : body.comments()) {
        String status = comment.status().name();
        if (status.equals("WITHDRAWN") || status.equals("SPLIT")) {
          continue;
        }
        if (comment.restricted() && !seesRestricted) {
          continue;
        }
        spoke = true;
        count(body.asked(), comment, answerDueOn, today);
      }
      if (!body.asked() && spoke) {
        unaskedBodies++;
      }
    }
  }

  private boolean letters(RandomRound round, RandomRound.Body body) {
    RandomRound.Letter first = null;
    boolean onlyAgrees = true;
    boolean disagrees = false;
    for (RandomRound.Letter letter : body.letters()) {
      if (!isReply(body, letter)) {
        continue;
      }
      if (first == null || arrived(letter).isBefore(arrived(first))) {
        first = letter;
      }
      if (!isReplaced(body, letter)) {
        onlyAgrees &= letter.position() == Position.AGREES;
        disagrees |= letter.position() == Position.DISAGREES;
      }
    }
    if (body.asked()) {
      asked++;
      if (first == null) {
        notReplied++;
      } else {
        replied++;
        agreed += onlyAgrees ? 1 : 0;
        commented += onlyAgrees ? 0 : 1;
        disagreed += disagrees ? 1 : 0;
        LocalDate due = body.dueOn() != null ? body.dueOn() : round.draftDueOn();
        late += due != null && arrived(first).isAfter(due) ? 1 : 0;
      }
    }
    return first != null;
  }

  /** Written, and not withdrawn, or replaced by another. */
  private static boolean isReply(RandomRound.Body body, RandomRound.Letter letter) {
    return letter.channel() != Channel.WORKSHOP
        && letter.channel() != Channel.COUNCIL
        && (!letter.withdrawn() || isReplaced(body, letter));
  }

  private static boolean isReplaced(RandomRound.Body body, RandomRound.Letter letter) {
    for (RandomRound.Letter other : body.letters()) {
      if (letter.id().equals(other.replaces()) && isReply(body, other)) {
        return true;
      }
    }
    return false;
  }

  private static LocalDate arrived(RandomRound.Letter letter) {
    return letter.receivedOn() != null ? letter.receivedOn() : letter.filedOn();
  }

  private void count(
      boolean bodyAsked, RandomRound.Comment comment, LocalDate answerDueOn, LocalDate today) {
    String status = comment.status().name();
    String outcome = status.equals("APPROVED") ? comment.result().name() : "PENDING";
    boolean heardOnly =
        comment.letter() == null
            || comment.letter().channel() == Channel.WORKSHOP
            || comment.letter().channel() == Channel.COUNCIL;
    if (bodyAsked && !heardOnly) {
      comments++;
      results.merge(outcome, 1, Integer::sum);
    } else {
      unaskedComments++;
      unaskedResults.merge(outcome, 1, Integer::sum);
    }
    statuses.merge(status, 1, Integer::sum);
    LocalDate due = comment.answerDueOn() != null ? comment.answerDueOn() : answerDueOn;
    boolean open = !status.equals("ANSWERED") && !status.equals("APPROVED");
    // No comment of a random round has a reaction.
    unconfirmed += outcome.equals("ACCEPTED") || outcome.equals("PARTIALLY_ACCEPTED") ? 1 : 0;
    overdue += open && due != null && today.isAfter(due) ? 1 : 0;
    own.merge(comment.section() == null ? "" : comment.section(), 1, Integer::sum);
    Set<String> places = new HashSet<>(comment.also());
    if (comment.section() != null) {
      places.add(comment.section());
    }
    for (String path : RandomRound.PATHS) {
      if (comment.section() != null && comment.section().startsWith(path)) {
        below.merge(path, 1, Integer::sum);
      }
      if (places.stream().anyMatch(place -> place.startsWith(path))) {
        bodiesBySection.merge(path, 1, Integer::sum);
      }
    }
  }

  public int total() {
    return comments + unaskedComments;
  }
}
