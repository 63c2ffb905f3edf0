package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/**
 * Keys by their hash, or by their id, for {@link #KEPT}: no query on the hot path, and a key that
 * was stopped is stopped on every replica within that time. Of unknown keys the last {@link
 * #MOST_UNKNOWN} are remembered as long: a client that goes on with a stopped key costs no queries,
 * and nobody can fill the memory.
 */
@ApplicationScoped
public class KeyCache {
  static final Duration KEPT = Duration.ofSeconds(3);
  static final int MOST_UNKNOWN = 1_000;

  @Inject ApiKeyReader reader;

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final Map<String, Long> unknown = Collections.synchronizedMap(new Latest());
  private final AtomicLong clearings = new AtomicLong();

  private record Entry(KnownKey key, byte[] hash, long loadedAt) {}

  /** When each was asked for in vain; the oldest make room. */
  private static final class Latest extends LinkedHashMap<String, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
      return size() > MOST_UNKNOWN;
    }
  }

  /** Whether it was a good key when it was last looked at, however long ago. */
  boolean knew(byte[] hash) {
    return entries.containsKey(id(hash));
  }

  /** The key if known and fresh, else null. Never asks the database. */
  KnownKey get(byte[] hash) {
    Entry entry = entries.get(id(hash));
    return isGood(entry) && isItsHash(entry, hash) ? entry.key : null;
  }

  /** Whether the database was asked for it just now, in vain. */
  boolean isUnknown(byte[] hash) {
    Long asked = unknown.get(id(hash));
    return asked != null && isFresh(asked);
  }

  Optional<KnownKey> load(byte[] hash) {
    return load(id(hash), () -> reader.valid(hash), entry -> isItsHash(entry, hash));
  }

  /** The caller behind the key of this id, as he is now; none if it was stopped or is over. */
  public Optional<Caller> byId(UUID key) {
    Entry entry = entries.get(key.toString());
    return (isGood(entry)
            ? Optional.of(entry.key)
            : load(key.toString(), () -> reader.valid(key), any -> true))
        .map(KnownKey::caller);
  }

  private Optional<KnownKey> load(
      String id, Supplier<Optional<ApiKeyReader.Stored>> query, Predicate<Entry> wanted) {
    long before = clearings.get();
    Optional<Entry> entry =
        query.get().map(KeyCache::entry).filter(KeyCache::isGood).filter(wanted);
    entry.ifPresentOrElse(
        found -> entries.put(id, found),
        () -> {
          entries.remove(id);
          unknown.put(id, System.nanoTime());
        });
    if (clearings.get() != before) {
      // Read before a change that was committed meanwhile.
      entries.remove(id);
      unknown.remove(id);
    }
    return entry.map(Entry::key);
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeysChanged event) {
    clearings.incrementAndGet();
    entries.clear();
    unknown.clear();
  }

  private static String id(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static Entry entry(ApiKeyReader.Stored stored) {
    return new Entry(stored.key(), stored.hash(), System.nanoTime());
  }

  private static boolean isFresh(long since) {
    return System.nanoTime() - since < KEPT.toNanos();
  }

  /**
   * Whether it is there, was read lately and has not expired: a key is good through its last day.
   */
  private static boolean isGood(Entry entry) {
    return entry != null
        && isFresh(entry.loadedAt)
        && (entry.key.expiresOn() == null
            || !VietnamTime.dayOf(Instant.now()).isAfter(entry.key.expiresOn()));
  }

  /**
   * The index of the table and the map above find a hash in a time that tells how much of it was
   * right. That is of no use: what is compared is the SHA-256 of what was sent, which nobody can
   * steer towards that of 256 random bits. The last word is all the same said in constant time.
   */
  private static boolean isItsHash(Entry entry, byte[] hash) {
    return MessageDigest.isEqual(entry.hash, hash);
  }
}
