package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.sogopy.security.audit.RefusedAttempts.RefusalMeter;

/** The number of entries for refusals is bounded, and their sum is right. */
class RefusalMeterTest {
  private static final int CODES = 3;

  @Property(tries = 100)
  void refusalsAreAggregated(
      @ForAll @Size(max = 5_000) List<@IntRange(max = 2_000) Integer> addresses) {
    RefusalMeter meter = new RefusalMeter();
    int written = 0;
    for (int address : addresses) {
      int status = List.of(401, 403, 429).get(address % CODES);
      if (meter.admit(new RefusalMeter.Kind("10.0.0." + address, status, "code" + status))) {
        written++;
      }
    }
    Map<RefusalMeter.Kind, Integer> sums = meter.close();
    assertThat(written).isLessThanOrEqualTo(RefusalMeter.ALL);
    assertThat(sums).hasSizeLessThanOrEqualTo(RefusalMeter.KINDS + CODES);
    assertThat(written + sums.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(addresses.size());
    assertThat(meter.close()).isEmpty();
  }
}
