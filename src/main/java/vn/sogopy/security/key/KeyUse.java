package vn.sogopy.security.key;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.sogopy.platform.sql.Outage;

/**
 * The time of last use of each key. A request only updates the memory. Once a minute, and at
 * shutdown, a background thread writes all times with one statement. A killed process loses at most
 * one minute.
 */
@ApplicationScoped
public class KeyUse {
  @Inject ApiKeyRepository keys;

  /** At most one entry for each valid key. */
  private final Map<UUID, Instant> used = new ConcurrentHashMap<>();

  void note(UUID key, Instant at) {
    used.merge(key, at.truncatedTo(ChronoUnit.MILLIS), KeyUse::later);
  }

  @Scheduled(
      every = "{sogopy.keys.write-use-every}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void scheduled() {
    flush();
  }

  void stopping(@Observes ShutdownEvent stop) {
    flush();
  }

  /**
   * Writes the times since the last flush.
   *
   * @return how many keys were written
   */
  int flush() {
    Map<UUID, Instant> taken = new HashMap<>();
    used.keySet().forEach(key -> taken.put(key, used.remove(key)));
    taken.values().removeIf(Objects::isNull);
    if (taken.isEmpty()) {
      return 0;
    }
    try {
      write(taken);
      return taken.size();
    } catch (RuntimeException e) {
      taken.forEach(this::note);
      Outage.log("the last use of keys is not written yet", e);
      return 0;
    }
  }

  /** Of several replicas the latest use counts. */
  void write(Map<UUID, Instant> used) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                keys.lockAll(used.keySet())
                    .forEach(
                        key ->
                            key.lastUsedAt =
                                key.lastUsedAt == null
                                    ? used.get(key.id)
                                    : later(key.lastUsedAt, used.get(key.id))));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
