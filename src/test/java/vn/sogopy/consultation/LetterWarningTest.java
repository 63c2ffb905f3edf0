package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class LetterWarningTest {
  private static final LocalDate TODAY = LocalDate.of(2021, 9, 8);

  private static List<String> codes(LocalDate date, LocalDate receivedOn, LocalDate openedOn) {
    return LetterWarning.judge(date, receivedOn, openedOn, TODAY).stream()
        .map(LetterWarning::code)
        .toList();
  }

  @Test
  void anOrdinaryLetterHasNone() {
    assertThat(codes(TODAY, TODAY, TODAY)).isEmpty();
    assertThat(codes(TODAY.minusYears(9), null, null)).isEmpty();
  }

  @Test
  void eachSlipHasItsName() {
    assertThat(codes(TODAY.plusDays(1), null, null)).containsExactly("date-in-future");
    assertThat(codes(TODAY.minusDays(2), TODAY, TODAY.minusDays(1)))
        .containsExactly("date-before-draft");
    assertThat(codes(TODAY, TODAY.minusDays(1), null)).containsExactly("date-after-receipt");
    assertThat(codes(TODAY, TODAY.plusDays(1), null)).containsExactly("receipt-in-future");
  }

  @Test
  void theyAreToldInBothLanguages() {
    LetterWarning warning =
        LetterWarning.judge(LocalDate.of(2021, 10, 1), null, null, TODAY).get(0);
    assertThat(warning.pointer()).isEqualTo("/date");
    assertThat(warning.detail())
        .isEqualTo("Ngày văn bản 01/10/2021 ở sau ngày hôm nay (08/9/2021).");
    assertThat(warning.in(Locale.ENGLISH).detail())
        .isEqualTo("The date of the letter, 01/10/2021, is after today (08/9/2021).");
  }

  @Test
  void theContractNamesAllOfThem() throws Exception {
    Schema schema = LetterWarning.class.getDeclaredField("code").getAnnotation(Schema.class);
    assertThat(schema.enumeration())
        .containsExactly(
            Arrays.stream(LetterWarning.Code.values())
                .map(LetterWarning.Code::code)
                .toArray(String[]::new));
  }

  /** Whatever the dates: told once each, in words, never a refusal. */
  @Property
  void anyDatesAreJudged(
      @ForAll @IntRange(min = -90_000, max = 90_000) int date,
      @ForAll @WithNull @IntRange(min = -90_000, max = 90_000) Integer received,
      @ForAll @WithNull @IntRange(min = -90_000, max = 90_000) Integer opened) {
    List<LetterWarning> warnings =
        LetterWarning.judge(
            TODAY.plusDays(date),
            received == null ? null : TODAY.plusDays(received),
            opened == null ? null : TODAY.plusDays(opened),
            TODAY);
    assertThat(warnings).extracting(LetterWarning::code).doesNotHaveDuplicates();
    assertThat(warnings).allSatisfy(warning -> assertThat(warning.detail()).doesNotContain("{"));
    assertThat(warnings.stream().anyMatch(warning -> warning.code().equals("date-in-future")))
        .isEqualTo(date > 0);
  }
}
