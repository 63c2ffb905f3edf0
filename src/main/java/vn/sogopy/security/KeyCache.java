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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import vn.sogopy.text.VietnamTime;

/**
 * Callers by the hash of their key, for {@link #KEPT}: no query on the hot path, and a key that was
 * stopped is stopped on every replica within that time. Unknown keys are not kept, so nobody can
 * fill it.
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
    Entry entry = entries.get(HexFormat.of().formatHex(hash));
    boolean fresh = entry != null && System.nanoTime() - entry.loadedAt < KEPT.toNanos();
    return fresh && !expired(entry.expiresOn) ? entry.caller : null;
  }

  /** Whether it was a good key when it was last looked at, however long ago. */
  boolean knew(byte[] hash) {
    return entries.containsKey(HexFormat.of().formatHex(hash));
  }

  Optional<Caller> load(byte[] hash) {
    String id = HexFormat.of().formatHex(hash);
    long before = clearings.get();
    Optional<Entry> entry =
        reader.valid(hash).filter(key -> !expired(key.expiresOn)).map(KeyCache::entry);
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
