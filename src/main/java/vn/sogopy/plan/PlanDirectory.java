package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/**
 * Resolves the plan and the draft of a path for a caller, before anything else is read. Results are
 * cached for {@link #KEPT}. Only sample plans can be deleted, and every write queries the database
 * again.
 */
@ApplicationScoped
public class PlanDirectory {
  /** For this time another replica may still answer for a deleted sample plan. */
  static final Duration KEPT = Duration.ofSeconds(3);

  @Inject PlanReader reader;

  private final Map<String, Entry<UUID>> plans = new ConcurrentHashMap<>();
  private final Map<String, Entry<DraftRef>> drafts = new ConcurrentHashMap<>();
  private final AtomicLong clearings = new AtomicLong();
  private final LongSupplier nanoTime;

  private record Entry<T>(T found, long loadedAt) {}

  public PlanDirectory() {
    this(System::nanoTime);
  }

  PlanDirectory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * @throws ProblemException 404 if the caller can see no such plan
   */
  public UUID plan(Caller caller, String slug) {
    caller.requirePlan(slug);
    return known(plans, slug, () -> reader.planId(slug));
  }

  /**
   * @throws ProblemException 404 if the caller can see no such draft
   */
  public DraftRef draft(Caller caller, String slug, String number) {
    caller.requirePlan(slug);
    if (!number.matches("[1-9][0-9]?")) {
      throw ProblemException.notFound();
    }
    int draft = Integer.parseInt(number);
    return known(drafts, slug + "/" + draft, () -> reader.draftRef(slug, draft));
  }

  private <T> T known(Map<String, Entry<T>> entries, String name, Supplier<T> load) {
    Entry<T> entry = entries.get(name);
    if (entry != null && nanoTime.getAsLong() - entry.loadedAt < KEPT.toNanos()) {
      return entry.found;
    }
    long before = clearings.get();
    entries.remove(name);
    Entry<T> loaded = new Entry<>(load.get(), nanoTime.getAsLong());
    entries.put(name, loaded);
    if (clearings.get() != before) {
      // The entry may have been read before the deletion was committed.
      entries.remove(name);
    }
    return loaded.found;
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) PlansRemoved event) {
    clearings.incrementAndGet();
    plans.clear();
    drafts.clear();
  }

  /** CDI event: plans were deleted. Caches of plans are cleared after the commit. */
  public record PlansRemoved() {}
}
