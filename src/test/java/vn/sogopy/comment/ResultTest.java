package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResultTest {

  /** docs/domain.md section 5: "print these words exactly". */
  @Test
  void labelsAreTheOfficialTerms() {
    assertThat(Arrays.stream(Result.values()).map(r -> r + " " + r.label()))
        .containsExactly(
            "ACCEPTED Tiếp thu",
            "PARTIALLY_ACCEPTED Tiếp thu một phần",
            "EXPLAINED Giải trình, giữ nguyên dự thảo",
            "ALREADY_COVERED Đã có trong dự thảo",
            "NOTED Ghi nhận",
            "OUT_OF_SCOPE Không thuộc phạm vi quy hoạch");
  }

  @Test
  void onlyAcceptedResultsChangeTheDraft() {
    assertThat(Arrays.stream(Result.values()).filter(Result::changesDraft))
        .containsExactly(Result.ACCEPTED, Result.PARTIALLY_ACCEPTED);
  }
}
