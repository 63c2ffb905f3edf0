package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.Problems;

class ParamsTest {
  private enum Colour {
    RED,
    GREEN
  }

  @Test
  void absentStaysNull() {
    assertThat(Params.integer("n", null, 1, 9)).isNull();
    assertThat(Params.bool("b", null)).isNull();
    assertThat(Params.date("d", null)).isNull();
    assertThat(Params.instant("i", null)).isNull();
    assertThat(Params.text("t", null)).isNull();
    assertThat(Params.uuid("u", null)).isNull();
    assertThat(Params.constant("c", null, Colour.class)).isNull();
    assertThat(Params.constants("c", null, Colour.class)).isEmpty();
    assertThat(Params.limit(null)).isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "50, 50", "200, 200", "007, 7"})
  void limits(String value, int limit) {
    assertThat(Params.limit(value)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "+1", "1.0", "", " 1", "abc", "9999999999", "١"})
  void limitsOutOfRange(String value) {
    assertThat(Problems.errors(() -> Params.limit(value)))
        .containsExactly("limit out-of-range [1, 200]");
  }

  @Test
  void booleans() {
    assertThat(Params.bool("open", "true")).isTrue();
    assertThat(Params.bool("open", "false")).isFalse();
    for (String value : List.of("", "TRUE", "1", "yes", " true")) {
      assertThat(Problems.errors(() -> Params.bool("open", value)))
          .containsExactly("open invalid-enum [true, false]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-08-25", "2024-02-29", "1900-01-01", "2200-12-31"})
  void dates(String value) {
    assertThat(Params.date("d", value)).isEqualTo(LocalDate.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-29",
        "2021-13-01",
        "2021-8-25",
        "25/08/2021",
        "1899-12-31",
        "2201-01-01",
        "",
        "+12021-08-25",
        "-2021-08-25",
        "2021-08-25T00:00:00Z",
        " 2021-08-25",
        "2021-08-32",
        "٢٠٢١-٠٨-٢٥"
      })
  void datesThatAreNone(String value) {
    assertThat(Problems.errors(() -> Params.date("d", value))).containsExactly("d invalid-date []");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-08-25T02:11:09Z, 2021-08-25T02:11:09Z",
    "2021-08-25T02:11:09.123456Z, 2021-08-25T02:11:09.123456Z",
    "2021-08-25T09:11:09+07:00, 2021-08-25T02:11:09Z",
    "2021-08-25t02:11:09z, 2021-08-25T02:11:09Z"
  })
  void instants(String value, Instant instant) {
    assertThat(Params.instant("i", value)).isEqualTo(instant);
  }

  /** RFC 3339 has years of four digits; PostgreSQL ends in the year 294276. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-08-25",
        "2021-08-25T02:11:09",
        "2021-08-25 02:11:09Z",
        "",
        "now",
        "+999999-01-01T00:00:00Z",
        "-999999-01-01T00:00:00Z",
        "+12021-08-25T02:11:09Z",
        "2021-08-25T24:00:01Z",
        "2021-02-30T00:00:00Z"
      })
  void instantsThatAreNone(String value) {
    assertThat(Problems.errors(() -> Params.instant("i", value)))
        .containsExactly("i invalid-instant []");
  }

  @Test
  void textIsNormalised() {
    assertThat(Params.text("q", " quy hoa\u0323ch ")).isEqualTo("quy hoạch");
    assertThat(Params.text("q", "😀".repeat(500))).hasSize(1000);
  }

  @Test
  void textThatIsNone() {
    assertThat(Problems.errors(() -> Params.text("q", " \u00A0"))).containsExactly("q blank []");
    assertThat(Problems.errors(() -> Params.text("q", "a".repeat(501))))
        .containsExactly("q too-long [500]");
    assertThat(Problems.errors(() -> Params.text("q", "a\u0000")))
        .containsExactly("q invalid-text [U+0000]");
    assertThat(Problems.errors(() -> Params.text("q", "a\uD800")))
        .containsExactly("q invalid-text [U+D800]");
  }

  @Test
  void identifiers() {
    String id = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";
    assertThat(Params.uuid("letter", id)).isEqualTo(UUID.fromString(id));
    assertThat(Params.uuid("letter", id.toUpperCase())).isEqualTo(UUID.fromString(id));
    assertThat(Params.pathId(id)).isEqualTo(UUID.fromString(id));
    for (String value : List.of("", "1-1-1-1-1", id + "0", "0190d2c47c1e7b539a4e3f0f7a1f5c11")) {
      assertThat(Problems.errors(() -> Params.uuid("letter", value)))
          .containsExactly("letter invalid-format [UUID]");
      assertThat(Problems.code(() -> Params.pathId(value))).isEqualTo(ProblemCode.NOT_FOUND);
    }
  }

  @Test
  void numbersInPaths() {
    assertThat(Params.pathNumber("1")).isEqualTo(1);
    assertThat(Params.pathNumber("99")).isEqualTo(99);
    for (String value : List.of("0", "01", "100", "-1", "", "a", "1.0")) {
      assertThat(Problems.code(() -> Params.pathNumber(value))).isEqualTo(ProblemCode.NOT_FOUND);
    }
  }

  @Test
  void constantsAreRepeatedCommaSeparatedOrBoth() {
    assertThat(Params.constants("c", List.of("RED,GREEN", " RED "), Colour.class))
        .containsExactly(Colour.RED, Colour.GREEN, Colour.RED);
    assertThat(Params.constant("c", "GREEN", Colour.class)).isEqualTo(Colour.GREEN);
    for (String value : List.of("", "red", "RED,", "RED,,GREEN", "BLUE")) {
      assertThat(Problems.errors(() -> Params.constants("c", List.of(value), Colour.class)))
          .containsExactly("c invalid-enum [RED, GREEN]");
    }
  }
}
