package vn.sogopy.security.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Values by key, of which those not used for a while are forgotten, and never more than so many are
 * kept: what comes beyond that shares one value. So nobody can fill the memory with keys.
 */
final class Recent<V> {
  private static final long BETWEEN_SWEEPS = Duration.ofSeconds(1).toNanos();

  private final int most;
  private final long kept;
  private final Supplier<V> maker;
  private final Predicate<V> forgettable;
  private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
  private final AtomicLong swept = new AtomicLong(System.nanoTime());
  private final V shared;

  private static final class Entry<V> {
    final V value;
    volatile long usedAt;

    Entry(V value) {
      this.value = value;
    }
  }

  /**
   * @param kept how long without use
   * @param forgettable what may be forgotten after that time
   */
  Recent(int most, Duration kept, Supplier<V> maker, Predicate<V> forgettable) {
    this.most = most;
    this.kept = kept.toNanos();
    this.maker = maker;
    this.forgettable = forgettable;
    this.shared = maker.get();
  }

  /** The value of this key, from now on if there was none. */
  V get(String key) {
    long now = System.nanoTime();
    sweep(now);
    Entry<V> entry = entries.get(key);
    if (entry == null) {
      if (entries.size() >= most) {
        return shared;
      }
      entry = entries.computeIfAbsent(key, unknown -> new Entry<>(maker.get()));
    }
    entry.usedAt = now;
    return entry.value;
  }

  /** The value of this key if there is one, else null. */
  V known(String key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? null : entry.value;
  }

  int size() {
    return entries.size();
  }

  private void sweep(long now) {
    long last = swept.get();
    if (now - last >= BETWEEN_SWEEPS && swept.compareAndSet(last, now)) {
      entries
          .values()
          .removeIf(entry -> now - entry.usedAt >= kept && forgettable.test(entry.value));
    }
  }
}
