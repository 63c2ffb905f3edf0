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
 * Says whether the plan or draft of a path is there for this caller, before anything else is read.
 * What was found is remembered for {@link #KEPT}: plans and drafts never go, but for the sample,
 * and every write asks the database again.
 */
@ApplicationScoped
public class PlanDirectory {
  /** So long another replica may still know the removed sample. */
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
   * @throws ProblemException 404 if there is no such plan for this caller
   */
  public UUID plan(Caller caller, String slug) {
    caller.requirePlan(slug);
    return known(plans, slug, () -> reader.planId(slug));
  }

  /**
   * @throws ProblemException 404 if there is no such draft for this caller
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
      // Read before a removal that was committed meanwhile.
      entries.remove(name);
    }
    return loaded.found;
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) PlansRemoved event) {
    clearings.incrementAndGet();
    plans.clear();
    drafts.clear();
  }
}
