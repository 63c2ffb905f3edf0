package vn.sogopy.consultation.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterCitationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1343/SYT-KH ngày 25/8/2021",
        "Công văn số 1343/SYT-KH ngày 25 tháng 8 năm 2021",
        "1343/SYT-KH\nngày 25/8/2021",
        "1343/SYT-KH, 25/8/2021",
        "số 1343/SYT-KH (25/8/2021)",
        "1343/SYT-KH\n25/8/2021",
        "1343/SYT-KH 25-8-2021"
      })
  void dateFollowsTheNumber(String cited) {
    LetterCitation letter = LetterCitation.of(cited).orElseThrow();
    assertThat(letter.number()).isEqualTo("1343/SYT-KH");
    assertThat(letter.date()).isEqualTo(LocalDate.of(2021, 8, 25));
  }

  /** A cell of a million characters must not hold a thread for minutes, nor overflow its stack. */
  @ParameterizedTest
  @ValueSource(strings = {" ", "ab ", "số ", "1/1/2021 "})
  void longTextIsReadAtOnce(String repeated) {
    String text = "a" + repeated.repeat(500_000 / repeated.length()) + "b";
    LetterCitation cited =
        assertTimeoutPreemptively(
            Duration.ofSeconds(2), () -> LetterCitation.of(text).orElseThrow());
    assertThat(cited).isEqualTo(new LetterCitation(text, false, null));
  }

  @Test
  void numberIsNotADate() {
    assertThat(LetterCitation.of("12/2021/NQ-HĐND").orElseThrow())
        .isEqualTo(new LetterCitation("12/2021/NQ-HĐND", false, null));
    assertThat(LetterCitation.of("5/6/2021").orElseThrow().isDated()).isFalse();
    assertThat(LetterCitation.of("1/A, 30/2/2021").orElseThrow())
        .isEqualTo(new LetterCitation("1/A", true, null));
  }
}
