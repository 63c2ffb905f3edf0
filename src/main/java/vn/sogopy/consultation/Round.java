package vn.sogopy.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One round of consultation as the caller may see it: every body that was asked or spoke, in
 * register order.
 */
public final class Round {
  private final List<Voice> voices;
  private final int restrictedLeftOut;

  private Round(List<Voice> voices, int restrictedLeftOut) {
    this.voices = voices;
    this.restrictedLeftOut = restrictedLeftOut;
  }

  /**
   * A body, with one of its letters.
   *
   * @param dueOn its own due date, else the draft's; null = none
   * @param letter null if it sent none
   */
  record Line(Voice.Body body, boolean asked, LocalDate dueOn, ReplyState.Letter letter) {}

  /**
   * @param lines every body that was asked, wrote or commented, in register order, once for each of
   *     its letters
   * @param points by the id of the body
   * @param today the day in Vietnam
   */
  static Round of(
      List<Line> lines, Map<UUID, List<Points>> points, int restrictedLeftOut, LocalDate today) {
    Map<UUID, List<Line>> byBody = new LinkedHashMap<>();
    lines.forEach(
        line -> byBody.computeIfAbsent(line.body().id(), id -> new ArrayList<>()).add(line));
    List<Voice> voices = new ArrayList<>();
    byBody.forEach(
        (id, own) -> {
          Line first = own.get(0);
          List<ReplyState.Letter> letters =
              own.stream().map(Line::letter).filter(letter -> letter != null).toList();
          ReplyState reply = ReplyState.of(letters, first.dueOn(), today);
          List<Points> said = points.getOrDefault(id, List.of());
          Voice voice = new Voice(first.body(), first.asked(), reply, said);
          if (voice.takesPart()) {
            voices.add(voice);
          }
        });
    return new Round(List.copyOf(voices), restrictedLeftOut);
  }

  public Counts counts() {
    return Counts.of(voices);
  }

  /** Restricted comments that are not counted, since the caller may not see them. */
  public int restrictedLeftOut() {
    return restrictedLeftOut;
  }

  /** By the code of the body, for all that were asked or spoke. */
  public Map<String, ReplyState> replies() {
    Map<String, ReplyState> replies = new LinkedHashMap<>();
    voices.forEach(voice -> replies.put(voice.body().code(), voice.reply()));
    return replies;
  }

  List<Voice> voices() {
    return voices;
  }

  /** The points of all bodies. */
  List<Points> points() {
    return voices.stream().flatMap(voice -> voice.points().stream()).toList();
  }
}
