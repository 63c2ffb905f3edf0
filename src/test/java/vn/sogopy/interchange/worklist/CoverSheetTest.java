package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.plan.Draft;

class CoverSheetTest {
  /** A title that only repeats the number is printed once. */
  @ParameterizedTest
  @CsvSource({
    "Dự thảo lần 2, Dự thảo lần 2",
    "dự thảo lần 2, Dự thảo lần 2",
    "Bản sau hội nghị, Dự thảo lần 2: Bản sau hội nghị",
    "Dự thảo lần 1, Dự thảo lần 2: Dự thảo lần 1"
  })
  void draftIsNamedOnce(String title, String printed) {
    Draft draft = new Draft();
    draft.number = 2;
    draft.title = title;
    assertThat(CoverSheet.draft(draft)).isEqualTo(printed);
  }
}
