package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The number of days of a publication. */
class PublicationTest {
  private static final LocalDate FROM = LocalDate.of(2021, 2, 20);

  /** Counted day by day. */
  @Property
  void everyDayOfThePeriodUntilTodayCounts(
      @ForAll @IntRange(min = 0, max = 60) int length,
      @ForAll @IntRange(min = -5, max = 80) int today,
      @ForAll boolean ends) {
    LocalDate to = ends ? FROM.plusDays(length) : null;
    LocalDate now = FROM.plusDays(today);
    int counted = 0;
    for (LocalDate day = FROM; !day.isAfter(now); day = day.plusDays(1)) {
      counted += to == null || !day.isAfter(to) ? 1 : 0;
    }
    assertThat(new Publication("https://a.vn", FROM, to).days(now)).isEqualTo(counted);
  }
}
