package vn.sogopy.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnamTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2021-08-25T16:59:59.999Z, 2021-08-25",
    "2021-08-25T17:00:00Z, 2021-08-26",
    "2021-08-26T16:59:59Z, 2021-08-26",
    "2021-12-31T17:00:00Z, 2022-01-01",
    "2024-02-28T17:00:00Z, 2024-02-29"
  })
  void dayStartsAtMidnightInVietnam(Instant instant, LocalDate day) {
    assertThat(VietnamTime.dayOf(instant)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({"2021-08-26, 2021-08-25T17:00:00Z", "2022-01-01, 2021-12-31T17:00:00Z"})
  void startOfADay(LocalDate day, Instant start) {
    assertThat(VietnamTime.startOf(day)).isEqualTo(start);
  }

  @Property
  void startIsInclusive(@ForAll @IntRange(min = 0, max = 80_000) int days) {
    LocalDate day = LocalDate.of(1980, 1, 1).plusDays(days);
    Instant start = VietnamTime.startOf(day);

    assertThat(VietnamTime.dayOf(start)).isEqualTo(day);
    assertThat(VietnamTime.dayOf(start.minusNanos(1))).isEqualTo(day.minusDays(1));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-25, 25/02/2022",
    "2022-04-06, 06/4/2022",
    "2018-02-05, 05/02/2018",
    "2021-12-10, 10/12/2021",
    "2021-01-31, 31/01/2021",
    "2021-03-09, 09/3/2021",
    "2021-10-01, 01/10/2021"
  })
  void shortDatesHaveZerosForDaysToNineAndMonthsToTwo(LocalDate day, String printed) {
    assertThat(VietnamTime.shortDate(day)).isEqualTo(printed);
  }
}
