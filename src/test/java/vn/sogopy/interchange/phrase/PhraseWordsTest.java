package vn.sogopy.interchange.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;

class PhraseWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"tại trang …, mục …", "tại trang ..., mục .....", "tại trang ___, mục __"})
  void threeFormsOfPlaceholders(String phrase) {
    assertThat(PhraseInput.fixed(phrase)).containsExactly("tại trang ", ", mục ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"…", "... - ...", "…, …", "?!", "__"})
  void placeholdersOnlyHaveNoWords(String phrase) {
    assertThat(PhraseInput.fixed(phrase)).isEmpty();
  }

  @Test
  void fullStopIsNotAPlaceholder() {
    assertThat(PhraseInput.fixed("Giữ nguyên. Lý do: …")).containsExactly("Giữ nguyên. Lý do: ");
  }
}
