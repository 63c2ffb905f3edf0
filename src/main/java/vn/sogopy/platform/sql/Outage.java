package vn.sogopy.platform.sql;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Logs database outages, once a minute for each kind, and failed jobs. */
@Singleton
public class Outage {
  private static final Logger LOG = Logger.getLogger(Outage.class);
  private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

  /** The time of the last log entry by kind: a few texts and SQLSTATEs. */
  private static final Map<String, Long> LOGGED = new ConcurrentHashMap<>();

  /**
   * @param what a constant text
   * @param failure logged by its SQLSTATE alone, since the driver's messages repeat values; without
   *     an SQLSTATE it is no failure of the database and is logged with its stack trace
   */
  public static void log(String what, Throwable failure) {
    String state = SqlException.stateOf(failure);
    if (state == null && !SqlException.isTimeUp(failure)) {
      LOG.error(what, failure);
      return;
    }
    String line = what + ": " + (state == null ? "its time was up" : "SQLSTATE " + state);
    long now = System.nanoTime();
    Long last = LOGGED.putIfAbsent(line, now);
    if (last == null || (now - last >= BETWEEN && LOGGED.replace(line, last, now))) {
      LOG.warn(line);
    }
  }

  /** A failed job is logged without the stack trace that the framework would log each time. */
  void failed(@Observes FailedExecution failed) {
    log(
        "a job failed, " + failed.getExecution().getTrigger().getMethodDescription(),
        failed.getException());
  }
}
