package vn.sogopy.platform.http.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.Problems;

class CursorTest {
  private static final String REFUSED = "cursor invalid-cursor []";

  @Test
  void missingCursorIsTheFirstPage() {
    assertThat(Cursor.decode(null, "comments", 2)).isNull();
  }

  @Property
  void roundTrip(@ForAll String question, @ForAll("keys") List<String> keys) {
    String cursor = Cursor.encode(question, keys);

    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(Cursor.decode(cursor, question, keys.size())).isEqualTo(keys);
  }

  @Property
  void otherNumberOfKeysIsRefused(@ForAll("keys") List<String> keys) {
    String cursor = Cursor.encode("comments", keys);

    assertThat(Problems.errors(() -> Cursor.decode(cursor, "comments", keys.size() + 1)))
        .containsExactly(REFUSED);
  }

  @Test
  void separatorsWithinKeys() {
    for (List<String> keys :
        List.of(
            List.of("a\u001Fb"),
            List.of("\u001F", "\u001F\u001F"),
            List.of("", ""),
            List.of("a&b=c%20", "a+b c", "%1F\\\u001F"))) {
      assertThat(Cursor.decode(Cursor.encode("q", keys), "q", keys.size())).isEqualTo(keys);
    }
    assertThat(Cursor.encode("q", List.of("a\u001Fb", "c")))
        .isNotEqualTo(Cursor.encode("q", List.of("a", "b\u001Fc")));
  }

  @Test
  void cursorOfAnotherQueryIsRefused() {
    String cursor = Cursor.encode("comments status=RECEIVED", List.of("1"));

    assertThat(Problems.errors(() -> Cursor.decode(cursor, "comments status=APPROVED", 1)))
        .containsExactly(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "!", "abc=d", "zzzz", "AAAA", "=", "ý"})
  void invalidCursorIsRefused(String cursor) {
    assertThat(Problems.errors(() -> Cursor.decode(cursor, "comments", 1)))
        .containsExactly(REFUSED);
  }

  @Property
  void anyTextIsACursorOrRefused(@ForAll String text) {
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));

    assertThat(Problems.errors(() -> Cursor.decode(cursor, "comments", 1)))
        .containsExactly(REFUSED);
    assertThat(Problems.errors(() -> Cursor.decode(text, "comments", 1))).containsExactly(REFUSED);
  }

  /** PostgreSQL text cannot hold U+0000, so no row has such a key, and the query would fail. */
  @Test
  void nullCharacterIsRefused() {
    String cursor = Cursor.encode("comments", List.of("a\u0000"));

    assertThat(Problems.errors(() -> Cursor.decode(cursor, "comments", 1)))
        .containsExactly(REFUSED);
  }

  /** Keys of rows: any text without U+0000 and lone surrogates. */
  @Provide
  Arbitrary<List<String>> keys() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .all()
            .ofMaxLength(20)
            .filter(
                text -> text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF)));
    Arbitrary<String> tricky = Arbitraries.strings().withChars("\u001F&=%+ \\01aế").ofMaxLength(6);
    return Arbitraries.oneOf(List.of(any, tricky, Arbitraries.just("")))
        .list()
        .ofMaxSize(5)
        .map(Collections::unmodifiableList);
  }
}
