package vn.sogopy.platform.http.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.Problems;

class QueryValuesTest {
  private enum Colour {
    RED,
    GREEN,
    BLUE
  }

  private static class Query {
    @RestQuery("open")
    Boolean open;

    @RestQuery("d")
    LocalDate date;

    @RestQuery("i")
    Instant instant;

    @RestQuery("q")
    String text;

    @RestQuery("letter")
    UUID id;

    @RestQuery("c")
    Colour colour;

    @RestQuery("warm")
    @Parameter(schema = @Schema(enumeration = {"RED"}))
    Colour warm;

    @RestQuery("threshold")
    @Min(0)
    @Max(1)
    double threshold;

    @RestQuery("cursor")
    @Encoded
    String cursor;

    UUID inPath;
  }

  private static Object read(String field, String sent) {
    return converter(Query.class, field).fromString(sent);
  }

  private static ParamConverter<?> converter(Class<?> bean, String name) {
    try {
      Field field = bean.getDeclaredField(name);
      return new QueryValues()
          .getConverter(field.getType(), field.getGenericType(), field.getAnnotations());
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "50, 50", "200, 200", "007, 7"})
  void limits(String value, int limit) {
    assertThat(converter(PageQuery.class, "limit").fromString(value)).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "+1", "1.0", "", " 1", "abc", "9999999999", "١"})
  void limitsOutOfRange(String value) {
    assertThat(Problems.errors(() -> converter(PageQuery.class, "limit").fromString(value)))
        .containsExactly("limit out-of-range [1, 200]");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.4, 0.4", "1, 1", "1.000, 1", "0.123456789, 0.123456789"})
  void shares(String value, double share) {
    assertThat(read("threshold", value)).isEqualTo(share);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "2", "-0.1", ".5", "1.", "1e-3", "NaN", "0.1234567890"})
  void sharesOutOfRange(String value) {
    assertThat(Problems.errors(() -> read("threshold", value)))
        .containsExactly("threshold out-of-range [0, 1]");
  }

  @Test
  void booleans() {
    assertThat(read("open", "true")).isEqualTo(true);
    assertThat(read("open", "false")).isEqualTo(false);
    for (String value : List.of("", "TRUE", "1", "yes", " true")) {
      assertThat(Problems.errors(() -> read("open", value)))
          .containsExactly("open invalid-enum [true, false]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2021-08-25", "2024-02-29", "1900-01-01", "2200-12-31"})
  void dates(String value) {
    assertThat(read("date", value)).isEqualTo(LocalDate.parse(value));
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
  void invalidDates(String value) {
    assertThat(Problems.errors(() -> read("date", value))).containsExactly("d invalid-date []");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-08-25T02:11:09Z, 2021-08-25T02:11:09Z",
    "2021-08-25T02:11:09.123456Z, 2021-08-25T02:11:09.123456Z",
    "2021-08-25T09:11:09+07:00, 2021-08-25T02:11:09Z",
    "2021-08-25t02:11:09z, 2021-08-25T02:11:09Z"
  })
  void instants(String value, Instant instant) {
    assertThat(read("instant", value)).isEqualTo(instant);
  }

  /** RFC 3339 has four digits of a year; PostgreSQL ends in the year 294276. */
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
  void invalidInstants(String value) {
    assertThat(Problems.errors(() -> read("instant", value)))
        .containsExactly("i invalid-instant []");
  }

  @Test
  void textIsNormalised() {
    assertThat(read("text", " quy hoa\u0323ch ")).isEqualTo("quy hoạch");
    assertThat((String) read("text", "😀".repeat(500))).hasSize(1000);
  }

  @Test
  void invalidTexts() {
    assertThat(Problems.errors(() -> read("text", " \u00A0"))).containsExactly("q blank []");
    assertThat(Problems.errors(() -> read("text", "a".repeat(501))))
        .containsExactly("q too-long [500]");
    assertThat(Problems.errors(() -> read("text", "a\u0000")))
        .containsExactly("q invalid-text [U+0000]");
    assertThat(Problems.errors(() -> read("text", "a\uD800")))
        .containsExactly("q invalid-text [U+D800]");
  }

  @Test
  void identifiers() {
    String id = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";
    assertThat(read("id", id)).isEqualTo(UUID.fromString(id));
    assertThat(read("id", id.toUpperCase())).isEqualTo(UUID.fromString(id));
    assertThat(read("inPath", id)).isEqualTo(UUID.fromString(id));
    for (String value : List.of("", "1-1-1-1-1", id + "0", "0190d2c47c1e7b539a4e3f0f7a1f5c11")) {
      assertThat(Problems.errors(() -> read("id", value)))
          .containsExactly("letter invalid-format [UUID]");
      assertThat(Problems.code(() -> read("inPath", value))).isEqualTo(ProblemCode.NOT_FOUND);
    }
  }

  @Test
  void constants() {
    assertThat(read("colour", "GREEN")).isEqualTo(Colour.GREEN);
    assertThat(read("colour", " RED ")).isEqualTo(Colour.RED);
    for (String value : List.of("", "red", "RED,", "PINK", "0")) {
      assertThat(Problems.errors(() -> read("colour", value)))
          .containsExactly("c invalid-enum [RED, GREEN, BLUE]");
    }
  }

  /** The documented values are the only ones taken. */
  @Test
  void subsetOfConstants() {
    assertThat(read("warm", "RED")).isEqualTo(Colour.RED);
    assertThat(Problems.errors(() -> read("warm", "BLUE")))
        .containsExactly("warm invalid-enum [RED]");
  }

  @Test
  void frameworkConversions() {
    assertThat(converter(Query.class, "cursor")).isNull();
  }
}
