package vn.sogopy.consultation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.problem.Warning;

class LetterDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 9, 8);

  private static List<String> codes(LocalDate date, LocalDate receivedOn, LocalDate openedOn) {
    return LetterRow.warnings(date, receivedOn, openedOn, TODAY).stream()
        .map(Warning::code)
        .toList();
  }

  @Test
  void usualLetterHasNoWarning() {
    assertThat(codes(TODAY, TODAY, TODAY)).isEmpty();
    assertThat(codes(TODAY.minusYears(9), null, null)).isEmpty();
  }

  @Test
  void everyWarningHasACode() {
    assertThat(codes(TODAY.plusDays(1), null, null)).containsExactly("date-in-future");
    assertThat(codes(TODAY.minusDays(2), TODAY, TODAY.minusDays(1)))
        .containsExactly("date-before-draft");
    assertThat(codes(TODAY, TODAY.minusDays(1), null)).containsExactly("date-after-receipt");
    assertThat(codes(TODAY, TODAY.plusDays(1), null)).containsExactly("receipt-in-future");
  }

  @Test
  void warningsAreInBothLanguages() {
    Warning warning = LetterRow.warnings(LocalDate.of(2021, 10, 1), null, null, TODAY).get(0);
    assertThat(warning.pointer()).isEqualTo("/date");
    assertThat(warning.detail())
        .isEqualTo("Ngày văn bản 01/10/2021 ở sau ngày hôm nay (08/9/2021).");
    assertThat(warning.in(Locale.ENGLISH).detail())
        .isEqualTo("The date of the letter, 2021-10-01, is after today (2021-09-08).");
  }

  /** Implausible dates give one warning each, never a refusal. */
  @Property
  void anyDatesAreAccepted(
      @ForAll @IntRange(min = -90_000, max = 90_000) int date,
      @ForAll @WithNull @IntRange(min = -90_000, max = 90_000) Integer received,
      @ForAll @WithNull @IntRange(min = -90_000, max = 90_000) Integer opened) {
    List<Warning> warnings =
        LetterRow.warnings(
            TODAY.plusDays(date),
            received == null ? null : TODAY.plusDays(received),
            opened == null ? null : TODAY.plusDays(opened),
            TODAY);
    assertThat(warnings).extracting(Warning::code).doesNotHaveDuplicates();
    assertThat(warnings).allSatisfy(warning -> assertThat(warning.detail()).doesNotContain("{"));
    assertThat(warnings.stream().anyMatch(warning -> warning.code().equals("date-in-future")))
        .isEqualTo(date > 0);
  }
}
