package vn.sogopy.round;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.round.Reckoning.Reply;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Group;
import vn.sogopy.round.Round.Point;

/** Statistics and coverage as a reader gets them, counted from the script's own round. */
final class Views {
  private static final List<String> LIVE =
      List.of("RECEIVED", "ASSIGNED", "DRAFTING", "ANSWERED", "RETURNED", "APPROVED");
  private static final Set<String> OPEN = Set.of("RECEIVED", "ASSIGNED", "DRAFTING", "RETURNED");

  private final Round round;
  private final Reckoning reckoning;

  /** The comments that the reader sees. */
  private final List<Point> seen;

  Views(Reckoning reckoning, boolean seesRestricted) {
    this.round = reckoning.round;
    this.reckoning = reckoning;
    this.seen = round.openTo(seesRestricted).live();
  }

  private static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  private Map<String, Object> tally(Collection<Point> points) {
    return object(
        "comments", points.size(),
        "answersOverdue", overdue(points),
        "byStatus", Reckoning.numbers(LIVE, points, Point::state),
        "byResult", Reckoning.byResult(points));
  }

  private int overdue(Collection<Point> points) {
    return round.answerDueOn() == null || !round.today().isAfter(round.answerDueOn())
        ? 0
        : count(points, OPEN);
  }

  private static int count(Collection<Point> points, Set<String> states) {
    return (int) points.stream().filter(point -> states.contains(point.state())).count();
  }

  private int leftOut() {
    return round.live().size() - seen.size();
  }

  /** Without the days, which are those of the clock. */
  Map<String, Object> statistics() {
    return object(
        "asOf", round.today().toString(),
        "counts", reckoning.counts(),
        "total", tally(seen),
        "restrictedLeftOut", leftOut(),
        "answersOverdue", overdue(seen),
        "unconfirmed", unconfirmed(),
        "groups", groups(),
        "organizations", round.inOrder(reckoning::takesPart).stream().map(this::body).toList(),
        "sections", sections(),
        "assignees", assignees());
  }

  private int unconfirmed() {
    return (int)
        seen.stream()
            .filter(point -> point.outcome().endsWith("ACCEPTED"))
            .filter(point -> !"AGREED".equals(point.reaction()))
            .count();
  }

  private List<Point> of(Collection<Body> bodies) {
    Set<String> codes = bodies.stream().map(Body::code).collect(Collectors.toSet());
    return seen.stream().filter(point -> codes.contains(point.body())).toList();
  }

  private List<Object> groups() {
    List<Object> lines = new ArrayList<>();
    for (Group group : Round.GROUPS) {
      List<Body> members =
          round.inOrder(body -> body.group().equals(group) && reckoning.takesPart(body));
      if (!members.isEmpty()) {
        lines.add(
            object(
                "code", group.code(),
                "title", group.title(),
                "counts", reckoning.counts(body -> body.group().equals(group)),
                "total", tally(of(members))));
      }
    }
    return lines;
  }

  private Map<String, Object> body(Body body) {
    Reply reply = reckoning.of(body.code());
    List<Point> points = of(List.of(body));
    boolean asked = reckoning.isAsked(body.code());
    long written =
        points.stream()
            .filter(point -> point.letter() != null && round.letter(point.letter()).isWritten())
            .count();
    return object(
        "organization", body.code(),
        "name", body.name(),
        "group", body.group().code(),
        "asked", asked,
        "state", reply.state(),
        "overdue", asked && reply.overdue(),
        "late", reply.late(),
        "answeredBy", reply.by() == null ? null : reply.by().body(),
        "comments", points.size(),
        "withoutLetter", (int) (points.size() - written),
        "byStatus", Reckoning.numbers(LIVE, points, Point::state),
        "byResult", Reckoning.byResult(points));
  }

  private List<Object> sections() {
    List<Object> lines = new ArrayList<>();
    Map<String, Object> general =
        tally(seen.stream().filter(point -> point.place().section() == null).toList());
    lines.add(
        object(
            "code",
            null,
            "title",
            "Ý kiến chung",
            "parent",
            null,
            "level",
            null,
            "own",
            general,
            "total",
            general));
    for (Outline.Section section : Outline.SECTIONS) {
      lines.add(
          object(
              "code", section.code(),
              "title", section.title(),
              "parent", section.parent(),
              "level", section.level(),
              "own",
                  tally(
                      seen.stream()
                          .filter(point -> section.code().equals(point.place().section()))
                          .toList()),
              "total",
                  tally(
                      seen.stream()
                          .filter(point -> section.holds(point.place().section()))
                          .toList())));
    }
    return lines;
  }

  private List<Object> assignees() {
    List<Object> lines = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    seen.stream().map(Point::assignee).filter(name -> name != null).forEach(names::add);
    names.forEach(name -> lines.add(assignee(name)));
    if (seen.stream().anyMatch(point -> point.assignee() == null)) {
      lines.add(assignee(null));
    }
    return lines;
  }

  private Map<String, Object> assignee(String name) {
    List<Point> own =
        seen.stream().filter(point -> java.util.Objects.equals(name, point.assignee())).toList();
    return object(
        "assignee", name,
        "open", count(own, OPEN),
        "overdue", overdue(own),
        "answered", count(own, Set.of("ANSWERED")),
        "approved", count(own, Set.of("APPROVED")));
  }

  /** Received, answered and approved, on all days together. */
  List<Integer> days() {
    return List.of(
        seen.size(), count(seen, Set.of("ANSWERED", "APPROVED")), count(seen, Set.of("APPROVED")));
  }

  Map<String, Object> coverage() {
    List<Object> lines = new ArrayList<>();
    List<String> unspoken = new ArrayList<>();
    for (Outline.Section section : Outline.SECTIONS) {
      List<Point> here = seen.stream().filter(point -> touches(point, section)).toList();
      if (here.isEmpty()) {
        unspoken.add(section.code());
      }
      lines.add(
          object(
              "code", section.code(),
              "title", section.title(),
              "parent", section.parent(),
              "level", section.level(),
              "comments", here.size(),
              "bodies", (int) here.stream().map(Point::body).distinct().count(),
              "responsible",
                  section.responsible().stream()
                      .flatMap(this::following)
                      .distinct()
                      .map(code -> responsible(code, here))
                      .toList()));
    }
    return object(
        "asOf", round.today().toString(),
        "counts", reckoning.counts(),
        "restrictedLeftOut", leftOut(),
        "sections", lines,
        "unspoken", unspoken);
  }

  /** With its further sections; once, though several of them are here. */
  private static boolean touches(Point point, Outline.Section section) {
    return section.holds(point.place().section()) || point.also().stream().anyMatch(section::holds);
  }

  /** Itself if it takes part itself or exists; else its successors. */
  private Stream<String> following(String code) {
    Body body = round.bodies().get(code);
    return body.ended() == null || reckoning.participates(code)
        ? Stream.of(code)
        : body.successors().stream();
  }

  private Map<String, Object> responsible(String code, List<Point> here) {
    Body body = round.bodies().get(code);
    boolean asked = reckoning.isAsked(code);
    Reply reply = reckoning.of(code);
    int own = (int) here.stream().filter(point -> point.body().equals(code)).count();
    String attention =
        own > 0
            ? "COMMENTED"
            : !reply.isThere() && of(List.of(body)).isEmpty()
                ? "SILENT"
                : reply.state().equals("AGREED") ? "AGREED" : "ELSEWHERE";
    boolean known = reckoning.takesPart(body);
    return object(
        "organization", code,
        "name", body.name(),
        "asked", asked,
        "state", known ? reply.state() : "NOT_REPLIED",
        "overdue", asked && reply.overdue(),
        "attention", attention,
        "comments", own);
  }
}
