package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.organization.Successions;

/** A round in memory, of organizations that end. Nothing is stored. */
final class EndingRound {
  static final LocalDate TODAY = LocalDate.of(2025, 12, 31);

  final Map<String, Body> bodies = new LinkedHashMap<>();
  final List<Letter> letters = new ArrayList<>();
  final List<Comments> comments = new ArrayList<>();

  static final class Body {
    final UUID id = UUID.randomUUID();
    final String code;
    boolean asked;
    LocalDate dueOn;
    LocalDate dissolvedOn;
    final Set<String> successors = new LinkedHashSet<>();

    Body(String code) {
      this.code = code;
    }
  }

  static final class Letter {
    final UUID id = UUID.randomUUID();
    final String writer;
    final LocalDate date;
    LocalDate arrivedOn;
    final Position position;
    Channel channel = Channel.LETTER;
    boolean withdrawn;
    UUID replaces;

    /** Null = not stated. */
    List<String> onBehalfOf;

    Letter(String writer, LocalDate date, Position position) {
      this.writer = writer;
      this.date = date;
      this.arrivedOn = date;
      this.position = position;
    }

    Letter on(Channel by) {
      channel = by;
      return this;
    }

    Letter onBehalfOf(String... codes) {
      onBehalfOf = List.of(codes);
      return this;
    }

    Letter arrivedOn(LocalDate day) {
      arrivedOn = day;
      return this;
    }

    Letter withdrawn() {
      withdrawn = true;
      return this;
    }

    private RoundLetter row() {
      return new RoundLetter(
          id,
          "1/CV",
          date,
          arrivedOn,
          arrivedOn,
          position,
          channel,
          withdrawn,
          replaces,
          onBehalfOf,
          channel.isMeeting());
    }
  }

  /** A number of equal comments; letter null = without letter. */
  record Comments(String writer, Letter letter, Status status, Result result, int number) {}

  Body body(String code) {
    return bodies.computeIfAbsent(code, Body::new);
  }

  EndingRound ask(String... codes) {
    Stream.of(codes).forEach(code -> body(code).asked = true);
    return this;
  }

  EndingRound due(String code, LocalDate day) {
    body(code).dueOn = day;
    return this;
  }

  EndingRound end(String code, LocalDate on, String... successors) {
    Body body = body(code);
    body.dissolvedOn = on;
    for (String successor : successors) {
      body(successor);
      body.successors.add(successor);
    }
    return this;
  }

  Letter letter(String writer, LocalDate date, Position position) {
    body(writer);
    Letter letter = new Letter(writer, date, position);
    letters.add(letter);
    return letter;
  }

  /** Received comments in a letter. */
  EndingRound comment(Letter letter, int number) {
    comments.add(new Comments(letter.writer, letter, Status.RECEIVED, null, number));
    return this;
  }

  EndingRound handOver(String code) {
    body(code).asked = false;
    body(code).successors.forEach(this::ask);
    return this;
  }

  Counts counts() {
    return round().counts();
  }

  Participation of(String code) {
    return round().participations().stream()
        .filter(one -> one.body().code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** "state by code of who answered" of an organization: "AGREED", "COMMENTED by sxd". */
  String state(String code) {
    Participation one = of(code);
    String by = one.answeredBy() == null ? "" : " by " + one.answeredBy().organization().code();
    return one.reply().state() + by;
  }

  ConsultationRound round() {
    List<ConsultationRound.Line> lines = new ArrayList<>();
    for (Body body : bodies.values()) {
      Participation.Body ref =
          new Participation.Body(body.id, body.code, name(body.code), group(body), "Nhóm");
      List<Letter> own = letters.stream().filter(one -> one.writer.equals(body.code)).toList();
      boolean commented = comments.stream().anyMatch(some -> some.writer().equals(body.code));
      if (own.isEmpty() && (body.asked || commented)) {
        lines.add(line(body, ref, null));
      }
      own.forEach(letter -> lines.add(line(body, ref, letter.row())));
    }
    return ConsultationRound.of(lines, points(), Map.of(), ended(), TODAY);
  }

  private static ConsultationRound.Line line(
      Body body, Participation.Body ref, RoundLetter letter) {
    return new ConsultationRound.Line(
        ref, body.dissolvedOn != null, body.asked, body.dueOn, letter);
  }

  private static String name(String code) {
    return "Cơ quan " + code;
  }

  /** One of three. */
  private static String group(Body body) {
    return "G" + Math.floorMod(body.code.hashCode(), 3);
  }

  private Map<UUID, List<CommentGroup>> points() {
    return comments.stream()
        .collect(
            Collectors.groupingBy(
                some -> bodies.get(some.writer()).id,
                Collectors.mapping(EndingRound::points, Collectors.toList())));
  }

  private static CommentGroup points(Comments some) {
    return new CommentGroup(
        null,
        some.letter() == null ? null : some.letter().id,
        some.letter() == null ? null : some.letter().channel,
        some.letter() != null && some.letter().channel.isMeeting(),
        some.status(),
        some.result(),
        null,
        false,
        some.number());
  }

  Successions ended() {
    List<Successions.Link> links = new ArrayList<>();
    for (Body body : bodies.values()) {
      if (body.dissolvedOn != null && body.successors.isEmpty()) {
        links.add(link(body, null));
      } else if (body.dissolvedOn != null) {
        body.successors.forEach(code -> links.add(link(body, ref(bodies.get(code)))));
      }
    }
    return new Successions(links);
  }

  private static Successions.Link link(Body body, Successions.Body successor) {
    return new Successions.Link(ref(body), body.dissolvedOn, Set.of(), successor);
  }

  private static Successions.Body ref(Body body) {
    return new Successions.Body(body.id, body.code, name(body.code));
  }
}
