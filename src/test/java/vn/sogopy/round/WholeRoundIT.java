package vn.sogopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Point;
import vn.sogopy.testing.PackagedService;

/**
 * The coordinator's whole round, from an empty office: 70 bodies are asked, letters come by every
 * entrance, two departments merge and a district is split in the middle, the work is done, a second
 * draft follows. Every figure of statistics, coverage, register and Phụ lục I to IV is compared
 * with the one counted from the tables that the script enters, for a reader who sees every comment
 * and for one who does not.
 */
class WholeRoundIT {
  private static final String ADMIN = "whole-round-0123456789abcdef0123456789abcdef";
  private static final int PHASES = 3;

  @TempDir Path data;

  private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  private final Tables tables = Tables.read(today);
  private Office office;

  @Test
  void everyFigureIsThatOfTheInputs() throws Exception {
    DatabaseTemplate.copyTo(data);
    SoftAssertions softly = new SoftAssertions();
    Map<String, String> empty =
        Map.of("SOGOPY_SAMPLE_ENABLED", "false", "SOGOPY_BOOTSTRAP_ADMIN_KEY", ADMIN);
    try (PackagedService service = PackagedService.start(data, empty)) {
      office = new Office(service, ADMIN);
      round(new Coordinator(office, tables), new Comparison(office, softly));
    }
    softly.assertAll();
  }

  private void round(Coordinator coordinator, Comparison comparison) {
    coordinator.office();
    Round asked = Round.intake(tables, 0);
    coordinator.firstDraft(asked);
    comparison.figures("asked", asked);
    for (int phase = 1; phase <= PHASES; phase++) {
      if (phase == 2) {
        coordinator.merge();
      }
      Round now = Round.intake(tables, phase);
      send(now, phase, null);
      comparison.figures("phase " + phase, now);
    }
    coordinator.closeFirst();
    Round first = Round.first(tables);
    send(first, PHASES + 1, "Văn bản đến muộn.");
    new Work(office, first).all();
    comparison.figures("draft 1", first);
    comparison.files("draft 1", first);
    String edition = coordinator.seal(1);

    Round second = Round.second(tables);
    coordinator.secondDraft(second);
    send(second, 1, null);
    new Work(office, second).all();
    comparison.figures("draft 2", second);
    comparison.files("draft 2", second);
    comparison.figures("draft 1 after draft 2", first);
    comparison.edition("draft 1 after draft 2", edition, first);
  }

  private void send(Round round, int phase, String reason) {
    List<Letter> letters =
        round.letters().stream().filter(one -> tables.phase(one.key()) == phase).toList();
    List<Point> unwritten =
        round.select(one -> one.letter() == null && tables.phase(one.key()) == phase);
    new Entrances(office, round, reason).send(letters, unwritten);
  }

  /** The tables are what the comparison is worth. */
  @Test
  void tablesHaveEveryCase() {
    Round first = Round.first(tables);
    Round second = Round.second(tables);
    Reckoning reckoning = new Reckoning(first);
    assertThat(first.asked()).hasSize(70);
    assertThat(first.letters()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(second.letters()).hasSizeGreaterThan(10);
    assertThat(first.letters().stream().map(Letter::entrance).distinct())
        .containsExactlyInAnyOrder(
            "letters",
            "comments",
            "ndjson",
            "csv",
            "xlsx",
            "word",
            "edxml",
            "parked",
            "form",
            "files",
            "submitter",
            "moved");
    assertThat(first.points().stream().map(Point::state).distinct()).hasSize(8);
    assertThat(first.live().stream().map(Point::outcome).distinct())
        .containsExactlyInAnyOrderElementsOf(Reckoning.RESULTS);
    Map<String, Object> counts = reckoning.counts();
    assertThat(counts.values()).doesNotContain(0);
    assertThat(first.live()).anyMatch(Point::restricted);
    assertThat(first.live()).anyMatch(point -> !point.also().isEmpty());
    assertThat(first.live()).anyMatch(point -> point.direction() != null);
    assertThat(first.letters()).anyMatch(letter -> !reckoning.answeredBy(letter).isEmpty());
    assertThat(second.asked()).containsKeys("snnmt", "xa-ba-be", "xa-cho-ra").hasSize(70);
  }
}
