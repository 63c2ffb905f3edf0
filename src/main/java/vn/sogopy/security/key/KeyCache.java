package vn.sogopy.security.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.BodyLookup.BodiesChanged;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyRepository.KnownKey;

/**
 * Caches keys by hash and by id for {@link #MAX_AGE}: the hot path needs no query, and every
 * replica refuses a revoked key within that time. {@link #MAX_UNKNOWN} unknown keys are cached as
 * long: a client that keeps using a revoked key causes no queries.
 */
@ApplicationScoped
public class KeyCache {
  static final Duration MAX_AGE = Duration.ofSeconds(3);
  static final int MAX_UNKNOWN = 1_000;
  private static final int MAX_KNOWN = 10_000;

  @Inject ApiKeyRepository keys;

  /** Hashes that belonged to a good key at their last lookup. */
  private final Cache<String, Boolean> recognized =
      Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

  /** Replaced as a whole when keys change. A lookup in progress then fills the previous one. */
  private volatile Looked looked = new Looked();

  /** The lookups since the last change of keys. */
  private static final class Looked {
    private final Cache<String, KnownKey> good = cache(MAX_KNOWN);
    private final Cache<String, Boolean> unknown = cache(MAX_UNKNOWN);

    private static <V> Cache<String, V> cache(int most) {
      return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(MAX_AGE).build();
    }
  }

  /** Whether it was a good key at its last lookup, at any time. */
  boolean wasRecognized(byte[] hash) {
    return recognized.getIfPresent(id(hash)) != null;
  }

  /** The cached key, else null. Never queries the database. */
  KnownKey get(byte[] hash) {
    KnownKey stored = looked.good.getIfPresent(id(hash));
    return stored != null && isGood(stored) && hasHash(stored, hash) ? stored : null;
  }

  /** Whether a recent query did not find it. */
  boolean isUnknown(byte[] hash) {
    return looked.unknown.getIfPresent(id(hash)) != null;
  }

  Optional<KnownKey> load(byte[] hash) {
    Looked now = looked;
    String id = id(hash);
    Optional<KnownKey> found =
        keep(now, id, keys.valid(hash).filter(stored -> hasHash(stored, hash)));
    if (found.isPresent()) {
      recognized.put(id, true);
    } else {
      recognized.invalidate(id);
    }
    return found;
  }

  /**
   * The key that is the code of a person; empty if it is none, or revoked or expired. The key of an
   * administrator is one, too: the first administrator has no other.
   */
  public Optional<KnownKey> ofPerson(String code) {
    return KeySecret.plausible(code)
        ? load(KeySecret.hash(code))
            .filter(key -> key.person() || key.caller().role() == Role.ADMIN)
        : Optional.empty();
  }

  /** The current caller of the key of this id; empty if it is revoked or expired. */
  public Optional<Caller> byId(UUID key) {
    Looked now = looked;
    String id = key.toString();
    return Optional.ofNullable(now.good.getIfPresent(id))
        .filter(KeyCache::isGood)
        .or(() -> keep(now, id, keys.valid(key)))
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

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) BodiesChanged event) {
    looked = new Looked();
  }

  private static String id(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  /** A key is valid through its last day. */
  private static boolean isGood(KnownKey stored) {
    return stored.expiresOn() == null || !VietnamTime.today().isAfter(stored.expiresOn());
  }

  /**
   * Compares in constant time. The timing of the lookup by hash is of no use to an attacker, who
   * cannot choose the SHA-256.
   */
  private static boolean hasHash(KnownKey stored, byte[] hash) {
    return MessageDigest.isEqual(stored.hash(), hash);
  }

  /** Fired when keys are revoked; observed after the commit. */
  record KeysChanged() {}
}
