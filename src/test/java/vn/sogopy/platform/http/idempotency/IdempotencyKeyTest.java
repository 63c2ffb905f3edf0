package vn.sogopy.platform.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.Problems;

class IdempotencyKeyTest {

  @Test
  void absentKey() {
    assertThat(IdempotencyService.parse(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "k, k",
        "\"k\", k",
        "'  \"k\" ', k",
        "' k', k",
        "8e03978e-40d5-43dd-bc93-6894a57f9324, 8e03978e-40d5-43dd-bc93-6894a57f9324",
        "\"!~\", !~"
      })
  void quotedAndUnquotedAreTheSame(String header, String key) {
    assertThat(IdempotencyService.parse(header)).isEqualTo(key);
  }

  @Property
  void visibleCharactersAreAccepted(
      @ForAll
          @CharRange(from = '#', to = '~')
          @CharRange(from = '!', to = '!')
          @NotEmpty
          @StringLength(max = 255)
          String key) {
    assertThat(IdempotencyService.parse(key)).isEqualTo(key);
    assertThat(IdempotencyService.parse("\"" + key + "\"")).isEqualTo(key);
  }

  @Test
  void lengthIsLimited() {
    String longest = "k".repeat(255);

    assertThat(IdempotencyService.parse(longest)).isEqualTo(longest);
    assertThat(IdempotencyService.parse("\"" + longest + "\"")).isEqualTo(longest);
    assertThat(Problems.code(() -> IdempotencyService.parse(longest + "k")))
        .isEqualTo(ProblemCode.VALIDATION_FAILED);
    assertThat(Problems.code(() -> IdempotencyService.parse("\"" + longest + "k\"")))
        .isEqualTo(ProblemCode.VALIDATION_FAILED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"",
        "\"k",
        "a b",
        "\"a b\"",
        "khóa",
        "k\u007F",
        "k\u0001",
        "\"a\"b\""
      })
  void malformedIsABadRequest(String header) {
    assertThat(Problems.errors(() -> IdempotencyService.parse(header)))
        .containsExactly("Idempotency-Key invalid-header [1-255 visible ASCII]");
  }
}
