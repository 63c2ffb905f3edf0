package vn.sogopy.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
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
