package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.platform.sql.Sql;
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
    for (Role role : List.of(Role.COORDINATOR, Role.VIEWER)) {
      Actor actor =
          new Actor(new Caller("x", "x", role, null, null), Instant.parse("2021-10-01T02:00:00Z"));
      boolean all = role != Role.VIEWER;
      check(data, actor, RegisterScope.whole(false), point -> all || !point.restricted());
      check(data, actor, RegisterScope.whole(true), point -> !point.restricted());
      check(
          data,
          actor,
          new RegisterScope(null, null, "V", false, DocumentKind.FULL),
          point ->
              (all || !point.restricted())
                  && point.section() != null
                  && point.section().startsWith("V"));
      RandomDraft.Body one = data.bodies.get(0);
      check(
          data,
          actor,
          new RegisterScope(null, one.code(), null, false, DocumentKind.FULL),
          point -> (all || !point.restricted()) && one.points().contains(point));
    }
  }

  private void check(
      RandomDraft data, Actor actor, RegisterScope scope, Predicate<RandomDraft.Point> visible)
      throws IOException {
    DraftRef draft = directory.draft(actor.caller(), data.test.slug(), "1");
    Register register = reader.read(actor, draft, scope);
    Map<String, Integer> groups = groupPositions();
    List<RandomDraft.Body> speaking =
        data.bodies.stream()
            .filter(body -> !points(body, visible).isEmpty())
            .sorted(
                Comparator.comparing((RandomDraft.Body body) -> groups.get(body.group()))
                    .thenComparing(RandomDraft.Body::position)
                    .thenComparing(RandomDraft.Body::code))
            .toList();
    List<Register.Body> printed =
        register.groups().stream()
            .flatMap(group -> group.bodies().stream())
            .filter(body -> !body.rows().isEmpty())
            .toList();
    assertThat(printed.stream().map(Register.Body::code))
        .containsExactlyElementsOf(speaking.stream().map(RandomDraft.Body::code).toList());
    for (int i = 0; i < printed.size(); i++) {
      check(printed.get(i), speaking.get(i), points(speaking.get(i), visible));
    }
    checkHead(
        register,
        scope,
        speaking.stream().flatMap(body -> points(body, visible).stream()).toList());
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

  private static List<RandomDraft.Point> points(
      RandomDraft.Body body, Predicate<RandomDraft.Point> visible) {
    return body.points().stream()
        .filter(point -> point.status() != Status.SPLIT && point.status() != Status.WITHDRAWN)
        .filter(visible)
        .sorted(IN_A_BODY)
        .toList();
  }

  private static void check(
      Register.Body printed, RandomDraft.Body body, List<RandomDraft.Point> points) {
    LocalDate latest =
        Stream.concat(
                body.letters().stream().map(RandomDraft.Letter::date),
                points.stream().map(RandomDraft.Point::day))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(printed.name()).isEqualTo(body.name(latest));
    List<UUID> cited =
        body.letters().stream()
            .filter(
                letter ->
                    !letter.withdrawn()
                        || points.stream().anyMatch(point -> letter.equals(point.letter())))
            .map(RandomDraft.Letter::id)
            .toList();
    assertThat(printed.letters().stream().map(Register.Letter::id))
        .containsExactlyInAnyOrderElementsOf(cited);
    assertThat(printed.rows()).hasSameSizeAs(points);
    for (int i = 0; i < points.size(); i++) {
      RandomDraft.Point point = points.get(i);
      Register.Row row = printed.rows().get(i);
      assertThat(row.id()).isEqualTo(point.id());
      assertThat(row.index()).isEqualTo(printed.number() + "." + (i + 1));
      assertThat(row.receiptNumber()).isEqualTo(point.receipt());
      assertThat(row.part()).isEqualTo(point.part());
      assertThat(row.section()).isEqualTo(point.section());
      assertThat(row.content()).isEqualTo(point.content());
      assertThat(row.restricted()).isEqualTo(point.restricted());
      assertThat(row.differences()).hasSize(reasons(point));
      if (cited.size() > 1 && point.letter() != null) {
        assertThat(row.letter()).contains(point.letter().number());
      } else {
        assertThat(row.letter()).isNull();
      }
    }
  }

  private static int reasons(RandomDraft.Point point) {
    return (point.escalation() == null ? 0 : 1)
        + (point.letter() != null && point.letter().position() == Position.DISAGREES ? 1 : 0)
        + ("MAINTAINED".equals(point.reaction()) ? 1 : 0);
  }

  /** Compares what every format writes before the rows. */
  private static void checkHead(
      Register register, RegisterScope scope, List<RandomDraft.Point> points) {
    Map<String, String> sections = new TreeMap<>();
    Map<UUID, Integer> byLetter = new HashMap<>();
    List<RandomDraft.Point> differing = new ArrayList<>();
    for (RandomDraft.Point point : points) {
      if (point.section() != null) {
        sections.put(point.path(), point.section());
      }
      if (point.letter() != null) {
        byLetter.merge(point.letter().id(), 1, Integer::sum);
      }
      if (reasons(point) > 0) {
        differing.add(point);
      }
    }
    assertThat(register.sections().stream().map(Register.Section::code))
        .containsExactlyElementsOf(sections.values());
    register
        .letters()
        .forEach(
            letter ->
                assertThat(letter.comments()).isEqualTo(byLetter.getOrDefault(letter.id(), 0)));
    if (scope.section() != null) {
      assertThat(register.letterIds()).containsExactlyInAnyOrderElementsOf(byLetter.keySet());
    }
    assertThat(PageHeadings.open(register)).hasSameSizeAs(differing);
    if (register.report() != null) {
      assertThat(register.report().differencesText())
          .startsWith(differing.isEmpty() ? "Không có" : "Còn " + differing.size() + " ");
    }
  }

  private Map<String, Integer> groupPositions() {
    Map<String, Integer> positions = new HashMap<>();
    Sql.of("select code, position from organization_group")
        .list(source, row -> positions.put(row.getString("code"), row.getInt("position")));
    return positions;
  }
}
