package vn.sogopy.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/**
 * Resolves the plan and the draft of a path for a caller, before anything else is read. Results are
 * cached for {@link #MAX_AGE}. Every write queries the database again.
 */
@ApplicationScoped
public class PlanDirectory {
  /** For this time another replica may still answer for a deleted plan or draft. */
  static final Duration MAX_AGE = Duration.ofSeconds(3);

  private static final int MAX_ENTRIES = 10_000;

  @Inject PlanRepository planRepository;
  @Inject DraftRepository draftRepository;

  private final Cache<String, UUID> plans;
  private final Cache<String, DraftRef> drafts;

  /**
   * The number of removals, a part of each key: what was read before a removal is not found after
   * it.
   */
  private final AtomicLong removals = new AtomicLong();

  public PlanDirectory() {
    this(Ticker.systemTicker());
  }

  PlanDirectory(Ticker ticker) {
    plans = cache(ticker);
    drafts = cache(ticker);
  }

  private static <T> Cache<String, T> cache(Ticker ticker) {
    return Caffeine.newBuilder()
        .expireAfterWrite(MAX_AGE)
        .maximumSize(MAX_ENTRIES)
        .ticker(ticker)
        .build();
  }

  /**
   * @throws ProblemException 404 if the caller can see no such plan
   */
  public UUID plan(Caller caller, String slug) {
    caller.requirePlan(slug);
    return plans.get(
        removals + "/" + slug,
        key -> planRepository.id(slug).orElseThrow(ProblemException::notFound));
  }

  /**
   * @throws ProblemException 404 if the caller can see no such draft
   */
  public DraftRef draft(Caller caller, String slug, String number) {
    caller.requirePlan(slug);
    if (!number.matches("[1-9][0-9]?")) {
      throw ProblemException.notFound();
    }
    return drafts.get(
        removals + "/" + slug + "/" + number,
        key ->
            draftRepository
                .ref(slug, Integer.parseInt(number))
                .orElseThrow(ProblemException::notFound));
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) PlansRemoved event) {
    removals.incrementAndGet();
  }

  /** CDI event: plans or drafts were deleted. Earlier entries are not used after the commit. */
  public record PlansRemoved() {}
}
