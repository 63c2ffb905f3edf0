package vn.sogopy.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One draft of the round at one moment, as the script knows it: the bodies, who was asked, and what
 * it has sent so far. It is made of the tables of the script, never of an answer of the service.
 *
 * @param bodies by code
 * @param asked by code, in the order of the codes
 * @param letters in the order in which they were sent
 * @param points in the order in which they were sent
 */
record Round(
    int draft,
    LocalDate today,
    LocalDate dueOn,
    LocalDate answerDueOn,
    Map<String, Body> bodies,
    Map<String, Asked> asked,
    List<Letter> letters,
    List<Point> points) {

  static final String REQUEST = "1186/SKHĐT-TH";
  static final String REQUEST_BY_UBND = "512/UBND-TH";
  static final String SECOND_REQUEST = "2044/SKHĐT-TH";
  static final LocalDate ASKED_ON = LocalDate.of(2025, 6, 2);
  static final LocalDate ASKED_BY_UBND_ON = LocalDate.of(2025, 6, 5);
  static final LocalDate ASKED_AGAIN_ON = LocalDate.of(2025, 8, 18);
  static final LocalDate DUE = LocalDate.of(2025, 7, 10);
  static final LocalDate DUE_BY_UBND = LocalDate.of(2025, 7, 20);
  static final LocalDate DUE_AGAIN = LocalDate.of(2025, 9, 20);
  static final LocalDate ANSWERS_DUE = LocalDate.of(2025, 8, 15);
  static final int DAYS_LEFT = 20;
  static final Set<String> MEETINGS = Set.of("WORKSHOP", "COUNCIL");

  /** The groups of the register: codes and titles, in their order. */
  static final List<Group> GROUPS =
      List.of(
          new Group("CENTRAL", "Bộ, ngành Trung ương"),
          new Group("NEIGHBOUR", "UBND các tỉnh liền kề"),
          new Group("PARTY", "Cơ quan Đảng, Đoàn ĐBQH, HĐND tỉnh"),
          new Group("PROVINCIAL", "Sở, ban, ngành và cơ quan Trung ương trên địa bàn"),
          new Group("DISTRICT", "UBND các huyện, thành phố"),
          new Group("COMMUNE", "UBND các xã, phường"),
          new Group("MASS", "Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội"),
          new Group("ORGANIZATION", "Tổ chức, doanh nghiệp, chuyên gia"),
          new Group("COMMUNITY", "Cộng đồng dân cư, cá nhân"));

  record Group(String code, String title) {}

  /**
   * @param ended the first day without it; null = it exists
   */
  record Body(
      String code, Group group, int order, String name, LocalDate ended, List<String> successors) {}

  /**
   * @param dueOn of its own; null = that of the draft
   */
  record Asked(String body, String request, LocalDate requestedOn, LocalDate dueOn) {}

  /**
   * @param onBehalfOf null = not stated
   * @param replaces key of another letter; null = none
   */
  record Letter(
      String key,
      String body,
      String number,
      LocalDate date,
      String arrivalNumber,
      LocalDate receivedOn,
      String position,
      String channel,
      String entrance,
      List<String> onBehalfOf,
      boolean classified,
      String replaces,
      boolean withdrawn,
      List<String> files) {

    boolean isWritten() {
      return !MEETINGS.contains(channel);
    }
  }

  /** A place in the plan: section and pages, each null = none. */
  record Place(String section, String pages) {}

  /**
   * One comment, in the state that it has at this moment.
   *
   * @param letter key; null = without a letter
   * @param part of the comment whose key is this key without its last letter; null = no part
   * @param result set where it was answered, approved or not
   * @param reason why the leaders are asked; null = they are not
   * @param direction text, document, date; the last two may be null
   */
  record Point(
      String key,
      String letter,
      String body,
      Integer part,
      Place place,
      List<String> also,
      boolean restricted,
      String content,
      String proposal,
      List<String> author,
      String assignee,
      String state,
      String result,
      Place revision,
      String reaction,
      String reason,
      List<String> direction) {

    boolean isLive() {
      return !state.equals("WITHDRAWN") && !state.equals("SPLIT");
    }

    /** The result, or PENDING until it is approved. */
    String outcome() {
      return state.equals("APPROVED") ? result : "PENDING";
    }

    String response() {
      return "Cơ quan lập quy hoạch trả lời ý kiến " + key + ".";
    }

    Point in(String other) {
      boolean untouched = other.equals("RECEIVED") || other.equals("WITHDRAWN");
      return new Point(
          key,
          letter,
          body,
          part,
          place,
          also,
          restricted,
          content,
          proposal,
          author,
          untouched ? null : assignee,
          other,
          untouched ? null : result,
          untouched ? null : revision,
          untouched ? null : reaction,
          untouched ? null : reason,
          untouched ? null : direction);
    }
  }

  /** Draft 1 after this phase of its intake; nobody has worked on a comment. */
  static Round intake(Tables tables, int phase) {
    Round all = first(tables, tables.bodies(phase > 1), phase);
    Set<String> gone = new HashSet<>();
    all.letters.forEach(
        letter -> {
          gone.add(letter.withdrawn ? letter.key : "");
          gone.add(letter.replaces == null ? "" : letter.replaces);
        });
    return all.with(
        all.points.stream()
            .filter(point -> point.part == null)
            .map(point -> point.in(gone.contains(point.letter) ? "WITHDRAWN" : "RECEIVED"))
            .toList());
  }

  /** Draft 1 when all work is done. */
  static Round first(Tables tables) {
    return first(tables, tables.bodies(true), 9);
  }

  private static Round first(Tables tables, Map<String, Body> bodies, int phase) {
    Map<String, Asked> asked = new TreeMap<>();
    for (String code : tables.asked()) {
      boolean byUbnd = bodies.get(code).group.code.matches("CENTRAL|NEIGHBOUR");
      asked.put(
          code,
          byUbnd
              ? new Asked(code, REQUEST_BY_UBND, ASKED_BY_UBND_ON, DUE_BY_UBND)
              : new Asked(code, REQUEST, ASKED_ON, null));
    }
    return new Round(
        1,
        tables.today(),
        DUE,
        ANSWERS_DUE,
        bodies,
        asked,
        tables.letters(1, phase),
        tables.points(1, phase));
  }

  /**
   * Draft 2: the bodies of draft 1 that exist, and the successors of the others, once each. Its due
   * day is still to come, except that of the provincial bodies.
   */
  static Round second(Tables tables) {
    Map<String, Body> bodies = tables.bodies(true);
    Map<String, Asked> asked = new TreeMap<>();
    for (String code : tables.asked()) {
      Body body = bodies.get(code);
      for (String now : body.ended == null ? List.of(code) : body.successors) {
        boolean provincial = bodies.get(now).group.code.equals("PROVINCIAL");
        asked.put(
            now, new Asked(now, SECOND_REQUEST, ASKED_AGAIN_ON, provincial ? DUE_AGAIN : null));
      }
    }
    return new Round(
        2,
        tables.today(),
        tables.today().plusDays(DAYS_LEFT),
        null,
        bodies,
        asked,
        tables.letters(2, 9),
        tables.points(2, 9));
  }

  private Round with(List<Point> other) {
    return new Round(draft, today, dueOn, answerDueOn, bodies, asked, letters, other);
  }

  /** What a reader without the right to restricted comments has before him. */
  Round openTo(boolean seesRestricted) {
    return seesRestricted ? this : with(select(point -> !point.restricted));
  }

  List<Point> select(Predicate<Point> which) {
    return points.stream().filter(which).toList();
  }

  /** Neither withdrawn nor split. */
  List<Point> live() {
    return select(Point::isLive);
  }

  List<Letter> lettersOf(String body) {
    return letters.stream().filter(letter -> letter.body.equals(body)).toList();
  }

  Letter letter(String key) {
    return letters.stream().filter(letter -> letter.key.equals(key)).findFirst().orElseThrow();
  }

  LocalDate dueOf(String body) {
    Asked one = asked.get(body);
    return one == null || one.dueOn == null ? dueOn : one.dueOn;
  }

  /** The bodies of these codes in the order of the register. */
  List<Body> inOrder(Predicate<Body> which) {
    List<Body> ordered = new ArrayList<>(bodies.values().stream().filter(which).toList());
    ordered.sort(
        Comparator.comparing((Body body) -> GROUPS.indexOf(body.group))
            .thenComparing(Body::order)
            .thenComparing(Body::code));
    return ordered;
  }
}
