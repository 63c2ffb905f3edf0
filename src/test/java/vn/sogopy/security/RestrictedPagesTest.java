package vn.sogopy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.desk.DeskBrowser;
import vn.sogopy.desk.DeskMap;
import vn.sogopy.desk.DeskWalk;
import vn.sogopy.desk.DeskWalk.Visit;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/**
 * No page of the desk, and nothing that it leads to, shows a word of a restricted comment to a
 * person without the right, or that of another body to a body.
 */
@QuarkusTest
class RestrictedPagesTest {
  /** Finds the word, but is not found in its place where a page repeats what was searched for. */
  private static final String SEARCHED = RestrictedRound.WORD.toLowerCase();

  private static RestrictedRound round;

  /** Created once: no test changes it. */
  @BeforeEach
  void round() {
    if (round == null) {
      round = new RestrictedRound(true);
    }
  }

  private static DeskBrowser person(String who) {
    TestPlan here = round.plan;
    return switch (who) {
      case "VIEWER" -> DeskBrowser.of(json("role", "VIEWER"));
      case "COORDINATOR" -> DeskBrowser.of(Key.COORDINATOR);
      case "CONSULTANT" -> DeskBrowser.of(Key.CONSULTANT);
      case "ADMIN" -> DeskBrowser.of(Key.ADMIN);
      case "OWN BODY" -> DeskBrowser.of(Key.SGTVT);
      case "OTHER BODY" ->
          DeskBrowser.of(json("role", "SUBMITTER", "organization", "ubnd-huyen-ba-be"));
      case "READER" -> DeskBrowser.of(json("role", "VIEWER", "readsRestricted", true));
      default -> {
        Map<String, Object> bound =
            json("role", who.substring(6), "plans", List.of(TestPlan.open().slug()));
        yield DeskBrowser.of(bound);
      }
    };
  }

  private static List<Visit> walk(DeskBrowser person, DeskMap.Things things, String word) {
    List<String> starts = new ArrayList<>();
    DeskMap.reading().stream()
        .flatMap(page -> things.addresses(page).stream())
        .forEach(starts::add);
    String screen = "/so/" + things.plan() + "/1/y-kien?y=";
    things.ids().apply("y-kien").forEach(id -> starts.add(screen + id));
    // The other formats of files are those of the sweep.
    Predicate<String> within =
        address ->
            !address.matches(".*/(file|bang-tong-hop)\\?.*format=(docx|xlsx|pdf|zip).*")
                && (address.contains("/" + things.plan())
                    || Stream.of("editions", "attachments", "letters", "comments")
                        .anyMatch(kind -> address.startsWith("/api/v1/" + kind + "/")));
    return DeskWalk.of(person, starts, within, word);
  }

  private static String words(Visit visit) {
    try {
      return Sweep.words(visit.answer().asByteArray()) + visit.answer().headers();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VIEWER", "ADMIN", "OTHER BODY", "OTHER COORDINATOR", "OTHER CONSULTANT"})
  void restrictedIsNotShown(String who) {
    Set<String> leaks = new TreeSet<>();
    List<String> secrets = new ArrayList<>(List.of(RestrictedRound.WORD));
    secrets.addAll(round.restricted);
    secrets.addAll(round.hiddenRequests);
    secrets.addAll(round.attachments);
    List<Visit> visits = walk(person(who), round.things(), SEARCHED);
    for (Visit visit : visits) {
      assertThat(visit.answer().statusCode())
          .as(visit.address())
          .isIn(200, 204, 303, 400, 403, 404, 409);
      String shown = words(visit);
      secrets.stream()
          // An error repeats what was asked for.
          .filter(secret -> shown.contains(secret) && !visit.address().contains(secret))
          .forEach(secret -> leaks.add(visit.address() + ": " + secret));
    }
    assertThat(leaks).isEmpty();
    assertThat(visits).hasSizeGreaterThan(100);
  }

  /** The same walk finds the words if the person may read them. */
  @ParameterizedTest
  @ValueSource(strings = {"COORDINATOR", "CONSULTANT", "OWN BODY", "READER"})
  void restrictedIsShownToItsReaders(String who) {
    List<Visit> visits = walk(person(who), round.things(), SEARCHED);
    List<String> found =
        visits.stream()
            .filter(visit -> words(visit).contains(RestrictedRound.WORD))
            .map(Visit::address)
            .toList();
    assertThat(found).hasSizeGreaterThan(10);
  }

  @Test
  void bodySeesItsOwnLettersOnly() {
    TestPlan plan = TestPlan.open();
    Map<String, Object> theirs = TestLetter.letter("7/B", "Kincuaho rộng đường");
    theirs.put("subject", "Kincuaho trích yếu");
    theirs.put("signer", json("fullName", "Kincuaho ký"));
    TestLetter other = TestLetter.send(plan, Key.BABE, theirs);
    TestLetter own = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("1/A", "Cuaminh mở đường"));
    List<String> comments =
        Stream.of(own, other)
            .flatMap(letter -> letter.comments(plan).stream())
            .map(comment -> comment.id())
            .toList();
    DeskMap.Things things =
        new DeskMap.Things(
            plan.slug(),
            1,
            "sgtvt",
            kind ->
                switch (kind) {
                  case "y-kien", "duyet" -> comments;
                  case "van-ban" -> List.of(own.id(), other.id());
                  default -> List.of(other.id());
                });
    List<Visit> visits = walk(person("OWN BODY"), things, "kincuaho");
    assertThat(visits).anyMatch(visit -> words(visit).contains("Cuaminh"));
    assertThat(visits).noneMatch(visit -> words(visit).contains("Kincuaho"));
    assertThat(walk(person("COORDINATOR"), things, "kincuaho"))
        .anyMatch(visit -> words(visit).contains("Kincuaho"));
  }
}
