package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import vn.sogopy.text.VietnamTime;

/**
 * Callers by the hash of their key, or by its id, for {@link #KEPT}: no query on the hot path, and
 * a key that was stopped is stopped on every replica within that time. Unknown keys are not kept,
 * so nobody can fill it.
 */
@ApplicationScoped
public class KeyCache {
  static final Duration KEPT = Duration.ofSeconds(3);

  @Inject ApiKeyReader reader;

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private final AtomicLong clearings = new AtomicLong();

  private record Entry(Caller caller, LocalDate expiresOn, long loadedAt) {}

  /** The caller if known and fresh, else null. Never asks the database. */
  Caller get(byte[] hash) {
    return fresh(HexFormat.of().formatHex(hash));
  }

  private Caller fresh(String id) {
    Entry entry = entries.get(id);
    boolean fresh = entry != null && System.nanoTime() - entry.loadedAt < KEPT.toNanos();
    return fresh && !expired(entry.expiresOn) ? entry.caller : null;
  }

  Optional<Caller> load(byte[] hash) {
    return load(HexFormat.of().formatHex(hash), () -> reader.valid(hash));
  }

  /** The caller behind the key of this id, as he is now; none if it was stopped or is over. */
  public Optional<Caller> byId(UUID key) {
    String id = key.toString();
    Caller known = fresh(id);
    return known != null ? Optional.of(known) : load(id, () -> reader.valid(key));
  }

  private Optional<Caller> load(String id, Supplier<Optional<ApiKey>> query) {
    long before = clearings.get();
    Optional<Entry> entry = query.get().filter(key -> !expired(key.expiresOn)).map(KeyCache::entry);
    entry.ifPresentOrElse(found -> entries.put(id, found), () -> entries.remove(id));
    if (clearings.get() != before) {
      // Read before a change that was committed meanwhile.
      entries.remove(id);
    }
    return entry.map(Entry::caller);
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeysChanged event) {
    clearings.incrementAndGet();
    entries.clear();
  }

  private static Entry entry(ApiKey key) {
    Set<String> plans = key.plans == null ? null : Set.of(key.plans);
    Caller caller =
        new Caller(key.name, key.client, key.role, key.organization, plans, "key:" + key.id);
    return new Entry(caller, key.expiresOn, System.nanoTime());
  }

  /** A key is good until the end of its last day. */
  private static boolean expired(LocalDate expiresOn) {
    return expiresOn != null && VietnamTime.dayOf(java.time.Instant.now()).isAfter(expiresOn);
  }
}
