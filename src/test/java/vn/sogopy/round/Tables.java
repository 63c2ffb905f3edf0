package vn.sogopy.round;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Group;
import vn.sogopy.round.Round.Letter;
import vn.sogopy.round.Round.Place;
import vn.sogopy.round.Round.Point;

/**
 * What the script enters, as tables: {@code src/test/resources/round}. All of it is invented.
 *
 * @param today in Vietnam
 */
record Tables(
    LocalDate today, List<CSVRecord> bodies, List<CSVRecord> letters, List<CSVRecord> points) {

  static Tables read(LocalDate today) {
    return new Tables(today, rows("bodies"), rows("letters"), rows("points"));
  }

  private static List<CSVRecord> rows(String name) {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();
    try (var in = Tables.class.getResourceAsStream("/round/" + name + ".csv");
        var parser = format.parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String cell, String between) {
    return cell == null ? List.of() : Arrays.asList(cell.split(between));
  }

  private static LocalDate day(String cell) {
    return cell == null ? null : LocalDate.parse(cell);
  }

  /** The codes of the bodies that are asked for draft 1. */
  List<String> asked() {
    return bodies.stream()
        .filter(row -> row.get("asked") != null)
        .map(row -> row.get("code"))
        .toList();
  }

  /**
   * @param merged whether the merger and the split are known already
   */
  Map<String, Body> bodies(boolean merged) {
    Map<String, Body> found = new TreeMap<>();
    for (CSVRecord row : bodies) {
      Group group =
          Round.GROUPS.stream()
              .filter(one -> one.code().equals(row.get("group")))
              .findFirst()
              .orElseThrow();
      found.put(
          row.get("code"),
          new Body(
              row.get("code"),
              group,
              Integer.parseInt(row.get("order")),
              row.get("name"),
              merged ? day(row.get("ended")) : null,
              merged ? words(row.get("successors"), " ") : List.of()));
    }
    return found;
  }

  private static boolean isOf(CSVRecord row, int draft, int phase) {
    return Integer.parseInt(row.get("draft")) == draft
        && Integer.parseInt(row.get("phase")) <= phase;
  }

  /** The phase of a letter of draft 1, or of a point without a letter. */
  int phase(String key) {
    return List.of(letters, points).stream()
        .flatMap(List::stream)
        .filter(row -> row.get("key").equals(key))
        .map(row -> Integer.valueOf(row.get("phase")))
        .findFirst()
        .orElseThrow();
  }

  List<Letter> letters(int draft, int phase) {
    return letters.stream().filter(row -> isOf(row, draft, phase)).map(this::letter).toList();
  }

  private Letter letter(CSVRecord row) {
    return new Letter(
        row.get("key"),
        row.get("body"),
        row.get("number"),
        day(row.get("date")),
        row.get("arrival"),
        // Of what a body enters itself the day is that of today.
        row.get("received") == null ? today : day(row.get("received")),
        row.get("position"),
        row.get("channel"),
        row.get("entrance"),
        row.get("onBehalfOf").equals("-") ? null : words(row.get("onBehalfOf"), " "),
        row.get("classified") != null,
        row.get("replaces"),
        row.get("withdrawn") != null,
        words(row.get("files"), "\\|"));
  }

  List<Point> points(int draft, int phase) {
    return points.stream().filter(row -> isOf(row, draft, phase)).map(Tables::point).toList();
  }

  private static Point point(CSVRecord row) {
    List<String> place = words(row.get("revision"), "\\|");
    List<String> direction = words(row.get("direction"), "\\|");
    return new Point(
        row.get("key"),
        row.get("letter").equals("-") ? null : row.get("letter"),
        row.get("body"),
        row.get("part") == null ? null : Integer.valueOf(row.get("part")),
        new Place(row.get("section"), row.get("pages")),
        words(row.get("also"), " "),
        row.get("restricted") != null,
        row.get("content"),
        row.get("proposal"),
        words(row.get("author"), "\\|"),
        row.get("assignee"),
        row.get("state"),
        row.get("result"),
        place.isEmpty() ? null : new Place(at(place, 0), at(place, 1)),
        row.get("reaction"),
        row.get("reason"),
        direction.isEmpty() ? null : direction);
  }

  /** Null where the list has no such word, or an empty one. */
  static String at(List<String> words, int index) {
    return index >= words.size() || words.get(index).isEmpty() ? null : words.get(index);
  }
}
