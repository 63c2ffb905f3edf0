package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.testing.TestPlan;

/**
 * Any file with any bad rows: the good rows are imported. After the bad rows are corrected and the
 * file is sent again, each comment exists once.
 */
@QuarkusTest
class AnyFileTest {
  private static final List<String> BODIES = List.of("sgtvt", "stc", "snv");
  private static final List<String> WORDS = List.of("rà soát", "Đường tỉnh", "cấp nước", "số liệu");

  /**
   * @param comment identifies equal comments
   * @param bad the first, wrong form of the row; null = the row is good
   */
  private record Line(String comment, String good, String bad) {}

  /** Fixed seeds and new ones; the name of the test shows the seed. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 12), new Random().longs(8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void correctedFileCreatesNoDuplicates(long seed) {
    Random random = new Random(seed);
    // Some files are longer than one batch.
    int length = 1 + random.nextInt(random.nextInt(4) == 0 ? 900 : 60);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      boolean again = i > 0 && random.nextInt(8) == 0;
      lines.add(again ? lines.get(random.nextInt(i)) : line(random, i));
    }
    TestPlan plan = TestPlan.open();
    Imports imports = new Imports(plan);
    Map<String, String> ids = new HashMap<>();

    Set<String> first = new HashSet<>();
    lines.stream().filter(line -> line.bad() == null).forEach(line -> first.add(line.comment()));
    send(imports, lines, true, ids, first.size());
    assertThat(plan.count()).isEqualTo(first.size());

    Set<String> all = new HashSet<>();
    lines.forEach(line -> all.add(line.comment()));
    send(imports, lines, false, ids, all.size() - first.size());
    assertThat(plan.count()).isEqualTo(all.size());
    assertThat(new HashSet<>(ids.values())).hasSize(all.size());

    send(imports, lines, false, ids, 0);
    assertThat(plan.count()).isEqualTo(all.size());
  }

  /** The counts add up, and equal comments have the same id in every import. */
  private static void send(
      Imports imports, List<Line> lines, boolean bad, Map<String, String> ids, int created) {
    StringBuilder file = new StringBuilder();
    int rejected = 0;
    for (Line line : lines) {
      boolean sentBad = bad && line.bad() != null;
      rejected += sentBad ? 1 : 0;
      file.append(sentBad ? line.bad() : line.good()).append('\n');
    }
    var report =
        imports
            .ndjson(file.toString(), "mode", "partial", "verbose", "true")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(report.getInt("received")).isEqualTo(lines.size());
    assertThat(report.getInt("rejected")).isEqualTo(rejected);
    assertThat(report.getInt("created")).isEqualTo(created);
    assertThat(report.getInt("unchanged")).isEqualTo(lines.size() - rejected - created);
    List<Map<String, Object>> rows = report.getList("rows");
    assertThat(rows).hasSize(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Map<String, Object> row = rows.get(i);
      assertThat(row).containsEntry("row", i + 1);
      if (bad && line.bad() != null) {
        assertThat(row).as(line.bad()).containsEntry("status", "INVALID").containsEntry("id", null);
      } else {
        String id = (String) row.get("id");
        assertThat(id).as(line.good()).isNotNull();
        assertThat(ids.computeIfAbsent(line.comment(), comment -> id)).isEqualTo(id);
      }
    }
  }

  private static Line line(Random random, int number) {
    String body = BODIES.get(random.nextInt(BODIES.size()));
    boolean coded = random.nextBoolean();
    String words =
        (coded ? "Mã " + number + " " : "")
            + WORDS.get(random.nextInt(WORDS.size()))
            + " "
            + WORDS.get(random.nextInt(WORDS.size()));
    int letter = random.nextInt(3);
    String comment = coded ? "x" + number : body + letter + words.toLowerCase(Locale.ROOT);
    // Other blanks and another case are the same words, except in a code.
    String said = !coded && random.nextBoolean() ? words.toUpperCase(Locale.ROOT) + "  " : words;
    String rest =
        (letter == 0
                ? ""
                : ", \"letter\": {\"number\": \"%d/A\", \"date\": \"2021-09-0%d\"}"
                    .formatted(letter, 1 + random.nextInt(9)))
            + (random.nextInt(3) == 0 ? ", \"section\": \"V.1\"" : "")
            + (random.nextInt(5) == 0 ? ", \"alsoSections\": [\"I\", \"BĐ.2\"]" : "")
            + (random.nextInt(5) == 0 ? ", \"locator\": {\"page\": 4, \"quote\": \"x\"}" : "")
            + (random.nextInt(5) == 0 ? ", \"author\": {\"fullName\": \"Lê Văn A\"}" : "")
            + (coded ? ", \"externalId\": \"" + comment + "\"" : "");
    String good = json(body, said, rest);
    String bad =
        switch (random.nextInt(14)) {
          case 0 -> json("so-khong-co", said, rest);
          case 1 -> json(body, "", rest);
          case 2 -> good.substring(0, good.length() / 2);
          case 3 -> json(body, said, rest + ", \"nope\": 1");
          case 4 ->
              json(body, said, ", \"letter\": {\"number\": \"1/A\", \"date\": \"2021-02-31\"}");
          // Distinct words: a comment that exists already is not validated again.
          case 5 -> json(body, said + " " + number, ", \"section\": \"V.9\"");
          default -> null;
        };
    return new Line(comment, good, bad);
  }

  private static String json(String body, String content, String rest) {
    return "{\"organization\": \"%s\", \"content\": \"%s\"%s}".formatted(body, content, rest);
  }
}
