package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.register.edition.IssuanceChecks.Other;

class IssuanceChecksTest {
  private static final LocalDate SEALED = LocalDate.of(2026, 10, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

  private static List<Warning> of(String number, LocalDate date, Other... others) {
    return IssuanceChecks.of(
        new EditionView.Issuance(number, date, Instant.EPOCH, "x"), SEALED, TODAY, List.of(others));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01, ''",
    "2026-10-05, ''",
    "2026-10-06, /reportDate report-date-in-future",
    "2026-09-30, /reportDate report-date-before-seal"
  })
  void dateIsBetweenSealAndToday(LocalDate date, String expected) {
    assertThat(of("126", date).stream().map(one -> one.pointer() + " " + one.code()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void textsNameTheDays() {
    assertThat(of("126", LocalDate.of(2026, 10, 6)).get(0).detail())
        .isEqualTo("Ngày báo cáo 06/10/2026 ở sau ngày hôm nay (05/10/2026).");
    assertThat(of("126", LocalDate.of(2026, 9, 30)).get(0).detail())
        .isEqualTo("Ngày báo cáo 30/9/2026 ở trước ngày chốt số liệu (01/10/2026).");
  }

  @Test
  void numberOfTheSameYearIsNamed() {
    Other used = new Other(2, 3, "0126/BC-SKHĐT", LocalDate.of(2026, 2, 1));
    Warning warning = of("126", TODAY, used).get(0);
    assertThat(warning.pointer()).isEqualTo("/reportNumber");
    assertThat(warning.code()).isEqualTo("report-number-used");
    assertThat(warning.detail())
        .isEqualTo(
            "Số báo cáo 126 đã ghi cho bản chốt số liệu lần 3 của dự thảo lần 2 (ngày 01/02/2026);"
                + " xem lại số.");
    assertThat(warning.in(Locale.ENGLISH).detail())
        .isEqualTo(
            "The report number 126 is that of edition 3 of draft 2 (of 2026-02-01);"
                + " look at it again.");
    assertThat(of("126", TODAY, new Other(2, 3, "126", LocalDate.of(2025, 12, 31)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "126, 126, true",
    "126, 0126, true",
    "Số 126, 126, true",
    "126, 126/BC-SKHĐT, true",
    "126/BC-SKHĐT, 126 / bc-skhđt, true",
    "126/BC-SKHĐT, 126/TTr-SKHĐT, false",
    "126, 1260, false",
    "126, 12, false"
  })
  void numbersAreComparedAsThoseOfLetters(String one, String other, boolean same) {
    assertThat(IssuanceChecks.areSame(one, other)).isEqualTo(same);
    assertThat(IssuanceChecks.areSame(other, one)).isEqualTo(same);
  }
}
