package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.sogopy.plan.PlanDirectory.PlansRemoved;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** The cache of plans, with a clock of the test. */
class PlanDirectoryTest {
  private static final Caller CALLER = new Caller("a", "a", Role.VIEWER, null, null);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final PlanDirectory directory = new PlanDirectory(nanos::get);
  private Runnable meanwhile = () -> {};

  {
    directory.planRepository =
        new PlanRepository() {
          @Override
          public Optional<UUID> id(String slug) {
            asked.incrementAndGet();
            meanwhile.run();
            return Optional.of(UUID.randomUUID());
          }
        };
  }

  @Test
  void entriesExpire() {
    UUID found = directory.plan(CALLER, "p");
    nanos.addAndGet(PlanDirectory.MAX_AGE.toNanos() - 1);
    assertThat(directory.plan(CALLER, "p")).isEqualTo(found);
    nanos.incrementAndGet();
    assertThat(directory.plan(CALLER, "p")).isNotEqualTo(found);
    assertThat(asked).hasValue(2);
  }

  @Test
  void removalClearsTheCache() {
    UUID found = directory.plan(CALLER, "p");
    directory.clear(new PlansRemoved());
    assertThat(directory.plan(CALLER, "p")).isNotEqualTo(found);
  }

  @Test
  void concurrentReadIsNotCached() {
    meanwhile = () -> directory.clear(new PlansRemoved());
    UUID found = directory.plan(CALLER, "p");
    meanwhile = () -> {};
    assertThat(directory.plan(CALLER, "p")).isNotEqualTo(found);
  }
}
