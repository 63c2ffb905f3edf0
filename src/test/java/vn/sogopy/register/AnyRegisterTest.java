package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * For any content of the tables, the streamed rows, their order and the head equal those of a
 * register built naively from all comments at once.
 */
@QuarkusTest
class AnyRegisterTest {
  private static final Comparator<RandomDraft.Point> IN_A_BODY =
      Comparator.comparing(
              (RandomDraft.Point point) -> point.letter() == null ? null : point.letter().date(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(point -> point.letter() == null ? "" : point.letter().id().toString())
          .thenComparing(RandomDraft.Point::path)
          .thenComparing(RandomDraft.Point::receivedAt)
          .thenComparing(RandomDraft.Point::receipt)
          .thenComparing(RandomDraft.Point::part, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(point -> point.id().toString());

  @Inject RegisterReader reader;
  @Inject RegisterFiles files;
  @Inject PlanDirectory directory;
  @Inject DataSource source;

  /** Fixed seeds and new ones; the name of the test shows the seed. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 8), new Random().longs(12));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equalsTheReference(long seed) throws IOException {
    RandomDraft data = new RandomDraft(seed, source);
    RandomDraft.Body one = data.bodies.get(0);
    for (Role role : List.of(Role.COORDINATOR, Role.VIEWER)) {
      boolean all = role != Role.VIEWER;
      check(data, role, RegisterScope.whole(false), all, point -> true);
      check(data, role, RegisterScope.whole(true), false, point -> true);
      check(
          data,
          role,
          new RegisterScope(null, null, "V", false, DocumentKind.FULL),
          all,
          point -> point.section() != null && point.section().startsWith("V"));
      check(
          data,
          role,
          new RegisterScope(null, one.code(), null, false, DocumentKind.FULL),
          all,
          one.points()::contains);
      check(
          data,
          role,
          new RegisterScope(one.group(), null, null, false, DocumentKind.FULL),
          all,
          point ->
              data.bodies.stream()
                  .anyMatch(
                      body -> body.group().equals(one.group()) && body.points().contains(point)));
    }
  }

  private static Actor actor(Role role) {
    return new Actor(new Caller("x", "x", role, null, null), Instant.parse("2021-10-01T02:00:00Z"));
  }

  private Register read(RandomDraft data, Role role, RegisterScope scope) {
    Actor actor = actor(role);
    return reader.read(actor, directory.draft(actor.caller(), data.test.slug(), "1"), scope);
  }

  /**
   * @param restricted whether the reader sees restricted comments
   * @param inScope accepts the comments of the scope, restricted or not
   */
  private void check(
      RandomDraft data,
      Role role,
      RegisterScope scope,
      boolean restricted,
      Predicate<RandomDraft.Point> inScope)
      throws IOException {
    Predicate<RandomDraft.Point> visible = inScope.and(point -> restricted || !point.restricted());
    Register register = read(data, role, scope);
    Map<String, Integer> groups = groupPositions();
    List<RandomDraft.Body> numbered =
        data.bodies.stream()
            .filter(
                body ->
                    !points(body, point -> true).isEmpty()
                        || body.letters().stream().anyMatch(letter -> !letter.withdrawn()))
            .sorted(
                Comparator.comparing((RandomDraft.Body body) -> groups.get(body.group()))
                    .thenComparing(RandomDraft.Body::position)
                    .thenComparing(RandomDraft.Body::code))
            .toList();
    List<String> groupOrder = numbered.stream().map(RandomDraft.Body::group).distinct().toList();
    List<RandomDraft.Body> speaking =
        numbered.stream().filter(body -> !points(body, visible).isEmpty()).toList();
    List<Register.Body> printed =
        register.groups().stream()
            .flatMap(group -> group.bodies().stream())
            .filter(body -> !body.rows().isEmpty())
            .toList();
    assertThat(printed.stream().map(Register.Body::code))
        .containsExactlyElementsOf(speaking.stream().map(RandomDraft.Body::code).toList());
    for (int i = 0; i < printed.size(); i++) {
      assertThat(printed.get(i).number())
          .as("the number of the whole register")
          .isEqualTo(numbered.indexOf(speaking.get(i)) + 1);
      check(printed.get(i), speaking.get(i), visible);
    }
    assertThat(register.groups())
        .allSatisfy(
            group ->
                assertThat(group.index())
                    .isEqualTo(Numbers.roman(groupOrder.indexOf(group.code()) + 1)));
    checkHead(register, scope, pointsOfAll(data, visible), pointsOfAll(data, inScope));
    checkSame(register, read(data, Role.COORDINATOR, scope));
    checkNumbers(register, read(data, Role.COORDINATOR, RegisterScope.whole(false)));
    checkStreamed(register, data, role, scope);
  }

  private void checkStreamed(Register register, RandomDraft data, Role role, RegisterScope scope)
      throws IOException {
    Actor actor = actor(role);
    DraftRef draft = directory.draft(actor.caller(), data.test.slug(), "1");
    assertThat(reader.size(draft, scope, actor.caller().seesRestricted()))
        .isEqualTo(register.voices().size());
    ByteArrayOutputStream passed = new ByteArrayOutputStream();
    reader.streamTo(
        actor, draft, scope, one -> files.renderer(RegisterFormat.CSV).write(one, null, passed));
    ByteArrayOutputStream held = new ByteArrayOutputStream();
    files.renderer(RegisterFormat.CSV).write(register, null, held);
    assertThat(passed.toString(StandardCharsets.UTF_8))
        .isEqualTo(held.toString(StandardCharsets.UTF_8));
  }

  private static List<RandomDraft.Point> pointsOfAll(
      RandomDraft data, Predicate<RandomDraft.Point> which) {
    return data.bodies.stream().flatMap(body -> points(body, which).stream()).toList();
  }

  private static List<RandomDraft.Point> points(
      RandomDraft.Body body, Predicate<RandomDraft.Point> which) {
    return body.points().stream()
        .filter(RandomDraft.Point::isLive)
        .filter(which)
        .sorted(IN_A_BODY)
        .toList();
  }

  private static void check(
      Register.Body printed, RandomDraft.Body body, Predicate<RandomDraft.Point> visible) {
    List<RandomDraft.Point> all = points(body, point -> true);
    List<RandomDraft.Point> points = points(body, visible);
    LocalDate latest =
        Stream.concat(
                body.letters().stream().map(RandomDraft.Letter::date),
                all.stream().map(RandomDraft.Point::day))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(printed.name()).isEqualTo(body.name(latest));
    List<UUID> cited =
        body.letters().stream()
            .filter(
                letter ->
                    !letter.withdrawn()
                        || all.stream().anyMatch(point -> letter.equals(point.letter())))
            .map(RandomDraft.Letter::id)
            .toList();
    assertThat(printed.letters().stream().map(Register.Letter::id))
        .containsExactlyInAnyOrderElementsOf(cited);
    assertThat(printed.rows()).hasSameSizeAs(points);
    for (int i = 0; i < points.size(); i++) {
      RandomDraft.Point point = points.get(i);
      Register.Row row = printed.rows().get(i);
      assertThat(row.id()).isEqualTo(point.id());
      assertThat(row.index()).isEqualTo(printed.number() + "." + (all.indexOf(point) + 1));
      assertThat(row.receiptNumber()).isEqualTo(point.receipt());
      assertThat(row.part()).isEqualTo(point.part());
      assertThat(row.section()).isEqualTo(point.section());
      assertThat(row.content()).isEqualTo(point.content());
      assertThat(row.restricted()).isEqualTo(point.restricted());
      assertThat(row.differences()).hasSize(reasons(point));
      assertThat(row.directed() == null).isEqualTo(point.direction() == null);
      if (cited.size() > 1 && point.letter() != null) {
        assertThat(row.letter()).contains(point.letter().number());
      } else {
        assertThat(row.letter()).isNull();
      }
    }
  }

  /** A direction closes an open point. */
  private static int reasons(RandomDraft.Point point) {
    return point.direction() != null
        ? 0
        : (point.escalation() == null ? 0 : 1)
            + (point.letter() != null && point.letter().position() == Position.DISAGREES ? 1 : 0)
            + ("MAINTAINED".equals(point.reaction()) ? 1 : 0);
  }

  /**
   * Compares what every format writes before the rows.
   *
   * @param points those of the rows
   * @param all of the scope, restricted or not
   */
  private static void checkHead(
      Register register,
      RegisterScope scope,
      List<RandomDraft.Point> points,
      List<RandomDraft.Point> all) {
    Map<String, String> sections = new TreeMap<>();
    for (RandomDraft.Point point : points) {
      if (point.section() != null) {
        sections.put(point.path(), point.section());
      }
    }
    assertThat(register.sections().stream().map(Register.Section::code))
        .containsExactlyElementsOf(sections.values());
    Map<UUID, Integer> byLetter = new HashMap<>();
    for (RandomDraft.Point point : all) {
      if (point.letter() != null) {
        byLetter.merge(point.letter().id(), 1, Integer::sum);
      }
    }
    register
        .letters()
        .forEach(
            letter ->
                assertThat(letter.comments()).isEqualTo(byLetter.getOrDefault(letter.id(), 0)));
    if (scope.section() != null) {
      assertThat(register.letterIds()).containsExactlyInAnyOrderElementsOf(byLetter.keySet());
    }
    assertThat(register.restrictedLeftOut()).isEqualTo(all.size() - points.size());
    assertThat(register.summary().comments() + register.summary().unasked().comments())
        .isEqualTo(all.size());
    if (register.report() != null) {
      checkReport(register, points, all);
    }
  }

  private static void checkReport(
      Register register, List<RandomDraft.Point> points, List<RandomDraft.Point> all) {
    Register.Report report = register.report();
    int differing = (int) all.stream().filter(point -> reasons(point) > 0).count();
    int directed = (int) all.stream().filter(point -> point.direction() != null).count();
    assertThat(report.differencesText())
        .startsWith(differing == 0 ? "Đến nay, không còn" : "Hiện còn %02d ".formatted(differing));
    if (directed == 0) {
      assertThat(report.directedTitle()).isNull();
      assertThat(report.directedText()).isNull();
    } else {
      assertThat(report.directedTitle()).isEqualTo("Đã có ý kiến chỉ đạo");
      assertThat(report.directedText()).startsWith("Có %02d ".formatted(directed));
    }
    List<PageHeadings.LeaderTable> tables = PageHeadings.leaderTables(register);
    assertThat(tables.get(0).rows())
        .hasSameSizeAs(points.stream().filter(point -> reasons(point) > 0).toList());
    if (directed > 0) {
      assertThat(tables.get(1).rows())
          .hasSameSizeAs(points.stream().filter(point -> point.direction() != null).toList());
    }
    String sentence =
        "Bản này không bao gồm %02d ý kiến thuộc diện hạn chế tiếp cận."
            .formatted(all.size() - points.size());
    assertThat(report.paragraphs().contains(sentence))
        .isEqualTo(all.size() > points.size() && !register.publicForm());
  }

  /** Every reader gets the same figures. */
  private static void checkSame(Register register, Register ofCoordinator) {
    assertThat(register.summary()).isEqualTo(ofCoordinator.summary());
    assertThat(register.matrix()).isEqualTo(ofCoordinator.matrix());
    assertThat(register.asked()).isEqualTo(ofCoordinator.asked());
  }

  /** An extract has the numbers of the whole register in every annex. */
  private static void checkNumbers(Register register, Register whole) {
    assertThat(letterNumbers(register)).isSubsetOf(letterNumbers(whole));
    assertThat(askedNumbers(register)).isSubsetOf(askedNumbers(whole));
  }

  private static List<String> letterNumbers(Register register) {
    return register.letters().stream().map(one -> one.number() + " " + one.id()).toList();
  }

  private static List<String> askedNumbers(Register register) {
    return register.asked().stream()
        .flatMap(
            group ->
                group.bodies().stream()
                    .map(body -> group.index() + " " + body.number() + " " + body.code()))
        .toList();
  }

  private Map<String, Integer> groupPositions() {
    Map<String, Integer> positions = new HashMap<>();
    Sql.of("select code, position from organization_group")
        .list(source, row -> positions.put(row.getString("code"), row.getInt("position")));
    return positions;
  }
}
