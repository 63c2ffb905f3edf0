package vn.sogopy.security.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.problem.ProblemWriter;
import vn.sogopy.platform.sql.Outage;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.audit.AuditView.Outcome;
import vn.sogopy.security.key.KeySecret;

/**
 * Writes refused requests to the audit trail and the log, after the response and outside of the
 * event loops.
 */
@ApplicationScoped
class RefusedAttempts {
  private static final Logger LOG = Logger.getLogger(RefusedAttempts.class);

  /** Without 404, which does not distinguish a missing resource from a hidden one. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Before every filter that can refuse a request, after the one that sets the request id. */
  private static final int EARLY = 990;

  private final RefusalMeter meter = new RefusalMeter();
  private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(RefusalMeter.ALL);
  private Instant opened = Instant.now();

  @Inject Origins origins;
  @Inject AuditService audit;

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.addEndHandler(ended -> look(context));
          context.next();
        },
        EARLY);
  }

  private void look(RoutingContext context) {
    int status = context.response().getStatusCode();
    if (!REFUSALS.contains(status)) {
      return;
    }
    String code = ProblemWriter.refusalOf(context);
    RefusalMeter.Kind kind = new RefusalMeter.Kind(Origins.address(context), status, code);
    if (meter.admit(kind) && !waiting.offer(entry(context, status, code))) {
      meter.count(kind, 1);
    }
  }

  private AuditEntry entry(RoutingContext context, int status, String code) {
    Caller who =
        context.user() instanceof QuarkusHttpUser user
            ? CurrentCaller.of(user.getSecurityIdentity())
            : null;
    String credential = who == null ? KeySecret.shown(context.request()) : who.credential();
    return new AuditEntry(Outcome.REFUSED, who, credential, origins.of(context), status, code, 1);
  }

  /** Delayed: a job must not start while a failed startup shuts the service down. */
  @Scheduled(every = "1s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void turn() {
    write();
    if (Duration.between(opened, Instant.now()).compareTo(INTERVAL) >= 0) {
      sumUp();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    write();
    sumUp();
  }

  /** Writes the queued entries. */
  synchronized void write() {
    List<AuditEntry> entries = new ArrayList<>();
    waiting.drainTo(entries);
    entries.forEach(RefusedAttempts::log);
    store(entries);
  }

  /** Writes the counts and starts a new interval. */
  synchronized void sumUp() {
    opened = Instant.now();
    List<AuditEntry> sums = new ArrayList<>();
    meter
        .close()
        .forEach(
            (kind, attempts) -> {
              LOG.warnf(
                  "refused: and %d more with %d %s from %s",
                  attempts, kind.status(), kind.code(), place(kind.address()));
              AuditEntry.Origin origin = AuditEntry.Origin.of(kind.address());
              sums.add(
                  new AuditEntry(
                      Outcome.REFUSED, null, null, origin, kind.status(), kind.code(), attempts));
            });
    store(sums);
  }

  private void store(List<AuditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      audit.write(entries);
    } catch (RuntimeException e) {
      Outage.log("cannot write refusals down, they are counted", e);
      entries.forEach(
          entry ->
              meter.count(
                  new RefusalMeter.Kind(entry.origin.address(), entry.status, entry.code),
                  entry.attempts));
    }
  }

  private static void log(AuditEntry entry) {
    AuditEntry.Origin origin = entry.origin;
    LOG.warnf(
        "refused: %d %s, %s %s from %s, %s, request %s",
        entry.status,
        entry.code,
        origin.method(),
        origin.path(),
        place(origin.address()),
        entry.credential == null ? "no key" : entry.credential,
        origin.requestId());
  }

  private static String place(String address) {
    return address == null ? "various addresses" : address;
  }

  /**
   * Decides which refusals get an entry of their own; the others are counted. This bounds the
   * number of entries in one interval, whatever the number of attempts and addresses. The sum of
   * all attempts is exact.
   */
  static final class RefusalMeter {
    /** Maximum number of single entries of one address and code. */
    static final int EACH = 10;

    /** Maximum number of single entries. */
    static final int ALL = 500;

    /** Maximum number of addresses and codes counted separately; the others by code. */
    static final int KINDS = 200;

    private final Map<Kind, Integer> written = new HashMap<>();
    private final Map<Kind, Integer> counted = new LinkedHashMap<>();
    private int single;

    /**
     * Refusals that are counted together.
     *
     * @param address null = several addresses
     */
    record Kind(String address, int status, String code) {}

    /** Whether the refusal gets an entry; otherwise it is counted. */
    synchronized boolean admit(Kind kind) {
      int before = written.getOrDefault(kind, 0);
      if (before >= EACH || single >= ALL) {
        count(kind, 1);
        return false;
      }
      written.put(kind, before + 1);
      single++;
      return true;
    }

    /** Counts refusals that could not be written. */
    synchronized void count(Kind kind, int attempts) {
      boolean known = counted.containsKey(kind) || counted.size() < KINDS;
      counted.merge(
          known ? kind : new Kind(null, kind.status(), kind.code()), attempts, Integer::sum);
    }

    /** Ends the interval and returns its counts. */
    synchronized Map<Kind, Integer> close() {
      Map<Kind, Integer> sums = new LinkedHashMap<>(counted);
      counted.clear();
      written.clear();
      single = 0;
      return sums;
    }
  }
}
