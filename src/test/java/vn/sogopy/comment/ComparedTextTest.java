package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;

/**
 * The functions that make texts comparable replace each run of blanks or punctuation by one blank.
 * Their patterns pass over single blanks, which saves time and changes nothing.
 */
@QuarkusTest
class ComparedTextTest {
  /** Characters up to the ideographic space and beyond, once and in runs. */
  private static final String TEXTS =
      """
      from generate_series(1, 12500) code,
        lateral (select chr(code) as c) x,
        lateral (values (c || 'Đ' || c || ' b'), (' a ' || c || ' b' || c || c || 'd  e'), (c || E'\\t' || c)) t (text)
      """;

  private static final String WORDS = "[^[:alnum:]]+";
  private static final String BLANKS = "[[:space:]\\u00A0\\u2000-\\u200B\\u202F\\u3000]+";
  private static final String LOWER = "lower(text collate \"und-x-icu\")";

  @Inject DataSource source;

  private static String replaced(String text, String pattern) {
    return "regexp_replace(" + text + ", '" + pattern + "', ' ', 'g')";
  }

  private void assertEqual(String function, String expected) {
    assertThat(
            Sql.of("select text " + TEXTS + " where " + function + " is distinct from " + expected)
                .list(source, row -> row.getString(1)))
        .isEmpty();
  }

  @Test
  void wordsOfASearch() {
    assertEqual("search_text(text)", replaced("lower(unaccent('unaccent', text))", WORDS));
  }

  @Test
  void wordsOfAPhrase() {
    assertEqual("phrase_words(text)", "' ' || btrim(" + replaced(LOWER, WORDS) + ") || ' '");
  }

  @Test
  void contentOfADuplicate() {
    assertEqual("content_digest(text)", "md5(" + replaced(LOWER, BLANKS) + ")::uuid");
  }
}
