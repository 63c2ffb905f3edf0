package vn.sogopy.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueDateTest {
  private static final LocalDate DUE = LocalDate.of(2021, 9, 15);

  /** 16/9/2021, one minute past midnight in Vietnam; still the 15th in UTC. */
  private static final Instant DAY_AFTER = Instant.parse("2021-09-15T17:01:00Z");

  @Test
  void theDueDayItselfIsInTime() {
    assertThat(DueDate.isLate(DUE, DAY_AFTER, DUE, false)).isFalse();
    assertThat(DueDate.isLate(DUE.plusDays(1), DAY_AFTER, DUE, false)).isTrue();
  }

  @Test
  void withoutADayItGoesByTheDayOfEntryInVietnam() {
    assertThat(DueDate.isLate(null, DAY_AFTER, DUE, false)).isTrue();
    assertThat(DueDate.isLate(null, DAY_AFTER.minusSeconds(120), DUE, false)).isFalse();
  }

  @Test
  void whereNoDateIsSetNothingIsLateUntilTheDraftCloses() {
    assertThat(DueDate.isLate(null, DAY_AFTER, null, false)).isFalse();
    assertThat(DueDate.isLate(DUE, DAY_AFTER, null, true)).isTrue();
    assertThat(DueDate.isLate(null, DAY_AFTER, DUE.plusYears(1), true)).isTrue();
  }

  @Test
  void whatArrivedInTimeIsInTimeHoweverLateItIsEntered() {
    assertThat(DueDate.isLate(DUE, DAY_AFTER.plusSeconds(1_000_000), DUE, true)).isFalse();
  }
}
