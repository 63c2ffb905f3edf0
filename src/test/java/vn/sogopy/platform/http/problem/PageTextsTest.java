package vn.sogopy.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of problems on pages. */
class PageTextsTest {
  private static final ResourceBundle PAGES = ResourceBundle.getBundle("pages", Locale.ROOT);

  @Test
  void pagesReplaceTextsOfTheApiAndSpeakToPeople() {
    ResourceBundle texts = ResourceBundle.getBundle("messages", Messages.VIETNAMESE);
    assertThat(texts.keySet()).containsAll(PAGES.keySet());
    for (String key : PAGES.keySet()) {
      assertThat(PAGES.getString(key))
          .as(key)
          .isNotEqualTo(texts.getString(key))
          .doesNotContain("khóa", "If-Match", "externalId", "Location", "report", "reason");
    }
  }

  /**
   * What no page can show: problems of JSON, links, tokens, tables of accounts, the feed, ranges of
   * a file, and the header that warns of the end of a key.
   */
  private static final Pattern NEVER_ON_A_PAGE =
      Pattern.compile(
          "(malformed-json|unauthenticated|link-|token-not-entitled|idempotency-key-reused"
              + "|cursor-gone|too-many-waiting|range-not-satisfiable|field\\.not-a-download"
              + "|field\\.invalid-instant|field\\.invalid-utf8|field\\.malformed-json"
              + "|field\\.checksum|field\\.key-differs|warning\\.key-expires).*");

  private static final Pattern OF_THE_API =
      Pattern.compile(
          "[Kk]hóa|externalId|Retry-After|Idempotency|If-|PATCH|POST|ETag|Content-Type|Accept\\b"
              + "|requestId|errors|blockers|issuance|escalation|allow[A-Z]"
              + "|direction|report\\b|OIDC|JSON|multipart|\"force\"|vào text|ở pages|ADMIN"
              + "|SUBMITTER");

  @Test
  void noTextOfAPageSpeaksToPrograms() {
    ResourceBundle texts = ResourceBundle.getBundle("messages", Messages.VIETNAMESE);
    for (String key : texts.keySet()) {
      if (!NEVER_ON_A_PAGE.matcher(key).matches()) {
        String text = PAGES.containsKey(key) ? PAGES.getString(key) : texts.getString(key);
        assertThat(text).as(key).doesNotContainPattern(OF_THE_API);
      }
    }
  }

  @Test
  void otherTextsAreThoseOfTheApi() {
    Problem page = Problem.ofPage(new ProblemException(ProblemCode.NO_SUCCESSOR), "/so", "r");
    assertThat(page)
        .isEqualTo(
            Problem.of(
                new ProblemException(ProblemCode.NO_SUCCESSOR), Messages.VIETNAMESE, "/so", "r"));
    Problem told = Problem.ofPage(ProblemException.notFound(), "/so", "r");
    assertThat(told.detail()).isEqualTo("Không tìm thấy, hoặc tài khoản này không có quyền xem.");
    assertThat(told.title())
        .isEqualTo(Messages.text(Messages.VIETNAMESE, "not-found.title", List.of()));
  }
}
