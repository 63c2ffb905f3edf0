package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.sogopy.organization.Successions.Body;
import vn.sogopy.organization.Successions.Link;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.security.Caller;

/** Chains, splits and circles of successors. */
class SuccessionsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final Body ROADS = body("sgtvt", "Sở Giao thông vận tải");
  private static final Body BUILDING = body("sxd", "Sở Xây dựng");
  private static final Body FINANCE = body("stc", "Sở Tài chính");
  private static final Body DISTRICT = body("huyen", "UBND huyện Ba Bể");
  private static final Body NORTH = body("xa-bac", "UBND xã Bắc");
  private static final Body SOUTH = body("xa-nam", "UBND xã Nam");

  private static Body body(String code, String name) {
    return new Body(UUID.nameUUIDFromBytes(code.getBytes()), code, name);
  }

  private static Link link(Body body, LocalDate end, Body successor) {
    return new Link(body, end, Set.of("client-" + body.code()), successor);
  }

  private static List<String> codes(List<Body> bodies) {
    return bodies.stream().map(Body::code).toList();
  }

  /** Sở GTVT ends on DAY and becomes Sở Xây dựng, which becomes Sở Tài chính a year later. */
  private static final Successions CHAIN =
      new Successions(
          List.of(link(ROADS, DAY, BUILDING), link(BUILDING, DAY.plusYears(1), FINANCE)));

  private static final Successions SPLIT =
      new Successions(List.of(link(DISTRICT, DAY, NORTH), link(DISTRICT, DAY, SOUTH)));

  @Test
  void bodyEndsOnTheFirstDayWithoutIt() {
    assertThat(CHAIN.isEnded(ROADS.id(), DAY.minusDays(1))).isFalse();
    assertThat(CHAIN.isEnded(ROADS.id(), DAY)).isTrue();
    assertThat(CHAIN.isEnded(FINANCE.id(), LocalDate.MAX)).isFalse();
    assertThat(CHAIN.endOf(ROADS.id())).isEqualTo(DAY);
    assertThat(CHAIN.endOf(FINANCE.id())).isNull();
  }

  @Test
  void chainIsFollowedAsFarAsItHasEnded() {
    assertThat(CHAIN.successors(ROADS.id(), DAY.minusDays(1))).isEmpty();
    assertThat(codes(CHAIN.successors(ROADS.id(), DAY))).containsExactly("sxd");
    assertThat(codes(CHAIN.successors(ROADS.id(), DAY.plusYears(1)))).containsExactly("stc");
    assertThat(codes(CHAIN.inPlaceOf(ROADS.id(), DAY.minusYears(1)))).containsExactly("sxd");
    assertThat(CHAIN.predecessors("stc", DAY)).isEmpty();
    assertThat(CHAIN.predecessors("sxd", DAY)).containsExactly("sgtvt");
    assertThat(CHAIN.predecessors("stc", DAY.plusYears(1)))
        .containsExactlyInAnyOrder("sgtvt", "sxd");
  }

  @Test
  void splitHasSeveralSuccessors() {
    assertThat(codes(SPLIT.successors(DISTRICT.id(), DAY))).containsExactly("xa-bac", "xa-nam");
    assertThat(SPLIT.predecessors("xa-nam", DAY)).containsExactly("huyen");
  }

  @Test
  void rightsDependOnTheEndAndThePredecessors() {
    assertThat(CHAIN.body("sxd", DAY))
        .isEqualTo(new Caller.Body(DAY.plusYears(1), Set.of("sgtvt"), Set.of("client-sgtvt")));
    assertThat(CHAIN.body("stc", DAY)).isEqualTo(new Caller.Body(null, Set.of(), Set.of()));
  }

  @Test
  void codesAreReplacedOnceEach() {
    Successions merger =
        new Successions(List.of(link(ROADS, DAY, BUILDING), link(FINANCE, DAY, BUILDING)));
    assertThat(merger.following(List.of("stc", "sgtvt", "sxd", "huyen"), DAY))
        .containsExactly("sxd", "huyen");
    assertThat(merger.following(List.of("sgtvt"), DAY.minusDays(1))).containsExactly("sgtvt");
    Successions alone = new Successions(List.of(link(ROADS, DAY, null)));
    assertThat(alone.following(List.of("sgtvt"), DAY)).containsExactly("sgtvt");
  }

  @Test
  void assigneeFollowsByNameAndCode() {
    assertThat(CHAIN.assignee("Sở Giao thông vận tải", DAY)).isEqualTo("Sở Xây dựng");
    assertThat(CHAIN.assignee("so giao  thong van tai", DAY)).isEqualTo("Sở Xây dựng");
    assertThat(CHAIN.assignee("sgtvt", DAY)).isEqualTo("Sở Xây dựng");
    assertThat(CHAIN.assignee("sgtvt", DAY.minusDays(1))).isEqualTo("sgtvt");
    assertThat(CHAIN.assignee("Chuyên gia giao thông", DAY)).isEqualTo("Chuyên gia giao thông");
    assertThat(CHAIN.assignee(null, DAY)).isNull();
    assertThat(SPLIT.assignee("UBND huyện Ba Bể", DAY)).isEqualTo("UBND xã Bắc; UBND xã Nam");
  }

  @Test
  void assigneeIsNotCut() {
    List<Link> many =
        IntStream.range(0, 20)
            .mapToObj(i -> link(DISTRICT, DAY, body("xa-" + i, "UBND xã số " + i)))
            .toList();
    assertThat(new Successions(many).assignee("huyen", DAY)).isEqualTo("huyen");
  }

  @Test
  void errorNamesTheSuccessors() {
    assertThat(SPLIT.error("/organization", DISTRICT.id(), DAY).code())
        .isEqualTo(FieldCode.ORGANIZATION_ENDED);
    assertThat(SPLIT.described(DISTRICT.id(), DAY))
        .containsExactly(
            "UBND huyện Ba Bể", "01/7/2025", "UBND xã Bắc (xa-bac), UBND xã Nam (xa-nam)", 1);
    // A request of a later day is refused before that day, too.
    assertThat(SPLIT.described(DISTRICT.id(), DAY.minusYears(1))[2])
        .isEqualTo("UBND xã Bắc (xa-bac), UBND xã Nam (xa-nam)");
    Successions none = new Successions(List.of(link(ROADS, DAY, null)));
    assertThat(none.described(ROADS.id(), DAY)).contains("", 0);
  }

  /**
   * Any organizations with any successors, also in circles.
   *
   * @param ends in days after DAY; null = none
   */
  record Country(List<Integer> ends, List<Set<Integer>> successors) {
    private static Body body(int i) {
      return SuccessionsTest.body("b" + i, "Cơ quan " + i);
    }

    int size() {
      return ends.size();
    }

    Successions successions() {
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < size(); i++) {
        if (ends.get(i) != null) {
          LocalDate end = DAY.plusDays(ends.get(i));
          if (successors.get(i).isEmpty()) {
            links.add(link(body(i), end, null));
          }
          for (int successor : successors.get(i)) {
            links.add(link(body(i), end, body(successor)));
          }
        }
      }
      return new Successions(links);
    }

    boolean isEnded(int i, LocalDate day) {
      return ends.get(i) != null && !day.isBefore(DAY.plusDays(ends.get(i)));
    }

    /** Which one leads to which in one or more steps, each from one that has ended (Warshall). */
    boolean[][] reach(LocalDate day) {
      boolean[][] reach = new boolean[size()][size()];
      for (int i = 0; i < size(); i++) {
        for (int successor : successors.get(i)) {
          reach[i][successor] = isEnded(i, day);
        }
      }
      for (int over = 0; over < size(); over++) {
        for (int from = 0; from < size(); from++) {
          for (int to = 0; to < size(); to++) {
            reach[from][to] |= reach[from][over] && reach[over][to];
          }
        }
      }
      return reach;
    }
  }

  @Provide
  Arbitrary<Country> countries() {
    return Arbitraries.integers()
        .between(1, 7)
        .flatMap(
            size -> {
              Arbitrary<List<Integer>> ends =
                  Arbitraries.integers().between(0, 4).injectNull(0.3).list().ofSize(size);
              Arbitrary<List<Set<Integer>>> successors =
                  Arbitraries.integers()
                      .between(0, size - 1)
                      .set()
                      .ofMaxSize(Math.min(3, size))
                      .list()
                      .ofSize(size);
              return ends.flatMap(days -> successors.map(all -> new Country(days, all)));
            });
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(-1, 5).map(DAY::plusDays);
  }

  @Property
  void successorsAreThoseThatExistAtTheEndsOfAllChains(
      @ForAll("countries") Country country, @ForAll("days") LocalDate day) {
    Successions successions = country.successions();
    boolean[][] reach = country.reach(day);
    for (int i = 0; i < country.size(); i++) {
      int from = i;
      List<String> wanted =
          IntStream.range(0, country.size())
              .filter(to -> reach[from][to] && !country.isEnded(to, day))
              .mapToObj(to -> "b" + to)
              .toList();
      assertThat(codes(successions.successors(Country.body(i).id(), day)))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Property
  void predecessorsAreTheEndedOnesThatLeadHere(
      @ForAll("countries") Country country, @ForAll("days") LocalDate day) {
    Successions successions = country.successions();
    boolean[][] reach = country.reach(day);
    for (int i = 0; i < country.size(); i++) {
      int to = i;
      List<String> wanted =
          IntStream.range(0, country.size())
              .filter(from -> from != to && reach[from][to])
              .mapToObj(from -> "b" + from)
              .toList();
      assertThat(successions.predecessors("b" + i, day))
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  /** One exists in place of another exactly if it has that one as a predecessor. */
  @Property
  void successorsAndPredecessorsAgree(
      @ForAll("countries") Country country, @ForAll("days") LocalDate day) {
    Successions successions = country.successions();
    for (int i = 0; i < country.size(); i++) {
      for (Body successor : successions.successors(Country.body(i).id(), day)) {
        assertThat(successions.predecessors(successor.code(), day)).contains("b" + i);
      }
    }
  }

  @Property
  void copiedCodesExistOrHaveNoSuccessor(
      @ForAll("countries") Country country, @ForAll("days") LocalDate day) {
    Successions successions = country.successions();
    List<String> all = IntStream.range(0, country.size()).mapToObj(i -> "b" + i).toList();
    List<String> now = successions.following(all, day);
    assertThat(now).doesNotHaveDuplicates();
    for (String code : now) {
      int i = Integer.parseInt(code.substring(1));
      assertThat(
              !country.isEnded(i, day)
                  || successions.successors(Country.body(i).id(), day).isEmpty())
          .as(code)
          .isTrue();
    }
    // All of them are here already: nothing changes the second time.
    assertThat(successions.following(now, day)).isEqualTo(now);
  }

  /** Successors that are added one by one, as long as none leads back, never form a circle. */
  @Property
  void refusedAreExactlyCircles(@ForAll("countries") Country country) {
    List<Link> links = new ArrayList<>();
    boolean[][] reach = new boolean[country.size()][country.size()];
    for (int from = 0; from < country.size(); from++) {
      for (int to : country.successors().get(from)) {
        Body own = Country.body(from);
        boolean circle = from == to || reach[to][from];
        assertThat(new Successions(links).leads(Country.body(to).id(), own.id())).isEqualTo(circle);
        if (!circle) {
          links.add(link(own, DAY, Country.body(to)));
          connect(reach, from, to);
        }
      }
    }
    for (int i = 0; i < country.size(); i++) {
      assertThat(reach[i][i]).isFalse();
    }
  }

  private static void connect(boolean[][] reach, int from, int to) {
    for (int i = 0; i < reach.length; i++) {
      for (int j = 0; j < reach.length; j++) {
        reach[i][j] |= (i == from || reach[i][from]) && (j == to || reach[to][j]);
      }
    }
  }
}
