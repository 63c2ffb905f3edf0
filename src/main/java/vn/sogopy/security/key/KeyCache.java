package vn.sogopy.security.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;
import vn.sogopy.security.key.ApiKeyReader.KnownKey;

/**
 * Keys by their hash, or by their id, for {@link #KEPT}: the hot path needs no query, and a stopped
 * key is refused on every replica within that time. {@link #MOST_UNKNOWN} unknown keys are
 * remembered as long: a client that goes on with a stopped key costs no queries.
 */
@ApplicationScoped
public class KeyCache {
  static final Duration KEPT = Duration.ofSeconds(3);
  static final int MOST_UNKNOWN = 1_000;
  private static final int MOST_KNOWN = 10_000;

  @Inject ApiKeyReader reader;

  /** Hashes that belonged to a good key when they were last looked up. */
  private final Cache<String, Boolean> recognized =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  /** Replaced as a whole when keys change: a lookup under way then fills the one before. */
  private volatile Looked looked = new Looked();

  /** What was looked up since keys were last changed. */
  private static final class Looked {
    private final Cache<String, KnownKey> good = cache(MOST_KNOWN);
    private final Cache<String, Boolean> unknown = cache(MOST_UNKNOWN);

    private static <V> Cache<String, V> cache(int most) {
      return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(KEPT).build();
    }
  }

  /** Whether it was a good key when it was last looked up, however long ago. */
  boolean knew(byte[] hash) {
    return recognized.getIfPresent(id(hash)) != null;
  }

  /** The key if known and fresh, else null. Never asks the database. */
  KnownKey get(byte[] hash) {
    KnownKey stored = looked.good.getIfPresent(id(hash));
    return stored != null && isGood(stored) && isItsHash(stored, hash) ? stored : null;
  }

  /** Whether the database was asked for it just now, in vain. */
  boolean isUnknown(byte[] hash) {
    return looked.unknown.getIfPresent(id(hash)) != null;
  }

  Optional<KnownKey> load(byte[] hash) {
    Looked now = looked;
    String id = id(hash);
    Optional<KnownKey> found =
        keep(now, id, reader.valid(hash).filter(stored -> isItsHash(stored, hash)));
    if (found.isPresent()) {
      recognized.put(id, true);
    } else {
      recognized.invalidate(id);
    }
    return found;
  }

  /** The present caller of the key of this id; none if it was stopped or has expired. */
  public Optional<Caller> byId(UUID key) {
    Looked now = looked;
    String id = key.toString();
    return Optional.ofNullable(now.good.getIfPresent(id))
        .filter(KeyCache::isGood)
        .or(() -> keep(now, id, reader.valid(key)))
        .map(KnownKey::caller);
  }

  private static Optional<KnownKey> keep(Looked looked, String id, Optional<KnownKey> read) {
    Optional<KnownKey> good = read.filter(KeyCache::isGood);
    good.ifPresentOrElse(stored -> looked.good.put(id, stored), () -> looked.unknown.put(id, true));
    return good;
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) KeysChanged event) {
    looked = new Looked();
  }

  private static String id(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** A key is good through its last day. */
  private static boolean isGood(KnownKey stored) {
    return stored.expiresOn() == null
        || !VietnamTime.dayOf(Instant.now()).isAfter(stored.expiresOn());
  }

  /**
   * In constant time. The time of a lookup by hash is of no use to an attacker, who cannot steer
   * the SHA-256 of what was sent.
   */
  private static boolean isItsHash(KnownKey stored, byte[] hash) {
    return MessageDigest.isEqual(stored.hash(), hash);
  }

  /** Fired when keys were stopped; observed after the commit. */
  record KeysChanged() {}
}
