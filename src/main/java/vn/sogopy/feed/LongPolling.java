package vn.sogopy.feed;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Outage;
import vn.sogopy.security.Caller;

/**
 * Holds waiting requests without a thread or a database connection. While requests wait, one query
 * every {@link #INTERVAL_MILLIS} ms serves all of them. Otherwise there is no query.
 */
@ApplicationScoped
class LongPolling {
  /** Maximum number of waiting requests on this replica. */
  static final int MAX = 1_000;

  static final int MAX_OF_CLIENT = 100;

  private static final long INTERVAL_MILLIS = 400;

  /** Maximum number of resumed requests that read at once: others need connections, too. */
  private static final int READERS = 8;

  private static final String RETRY_AFTER = "5";

  @Inject SequencerService sequencer;

  private final Set<Waiter> waiting = new HashSet<>();

  /**
   * Threads outside Vert.x. On a Vert.x thread the end of a task could deactivate the request
   * context of a request that the task has just resumed on another thread.
   */
  private ExecutorService readers;

  private ScheduledExecutorService poller;

  /** The highest position that was announced to the waiting requests; 0 while none waits. */
  private long announced;

  private boolean stopping;

  /** A waiting request. Two of them are never equal, since emitters are compared by identity. */
  private record Waiter(Caller caller, UUID plan, long head, UniEmitter<? super Boolean> emitter) {

    boolean isConcernedBy(SequencerService.News news) {
      boolean audience =
          caller.isSubmitter()
              ? news.forBody() && caller.represents(news.organization())
              : news.forOffice();
      return audience && news.plan().equals(plan) && news.position() > head;
    }
  }

  @PostConstruct
  void open() {
    readers = Executors.newFixedThreadPool(READERS, work -> daemon("feed-reader", work));
    poller = Executors.newSingleThreadScheduledExecutor(work -> daemon("feed-news", work));
    poller.scheduleWithFixedDelay(
        this::poll, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for events after the head that the caller can see.
   *
   * @param head the position up to which the caller has read
   * @return true = there may be new events; false = none before the timeout, or the service stops
   * @throws ProblemException 429, on subscription, if too many requests wait
   */
  Uni<Boolean> await(Caller caller, UUID plan, long head, Duration patience) {
    return Uni.createFrom()
        .<Boolean>emitter(
            emitter -> {
              Waiter waiter = new Waiter(caller, plan, head, emitter);
              // Also after a timeout, and if the client disconnects.
              emitter.onTermination(() -> remove(waiter));
              admit(waiter);
            })
        .ifNoItem()
        .after(patience)
        .recoverWithItem(false)
        .emitOn(readers);
  }

  private void admit(Waiter waiter) {
    Boolean answer = null;
    synchronized (this) {
      long ofClient =
          waiting.stream()
              .filter(other -> other.caller.client().equals(waiter.caller.client()))
              .count();
      if (ofClient >= MAX_OF_CLIENT || waiting.size() >= MAX) {
        long most = ofClient >= MAX_OF_CLIENT ? MAX_OF_CLIENT : MAX;
        throw new ProblemException(ProblemCode.TOO_MANY_WAITING, most)
            .header("Retry-After", RETRY_AFTER);
      }
      if (stopping) {
        answer = false;
      } else if (waiter.head < announced) {
        // An event between the read and the wait was already announced to the other requests.
        answer = true;
      } else {
        if (waiting.isEmpty()) {
          announced = waiter.head;
        }
        waiting.add(waiter);
      }
    }
    if (answer != null) {
      waiter.emitter.complete(answer);
    }
  }

  private synchronized void remove(Waiter waiter) {
    waiting.remove(waiter);
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void poll() {
    try {
      resumeConcerned();
    } catch (RuntimeException | Error e) {
      // Thrown, it would end the polling. The requests keep waiting. After their timeout, their own
      // read reports the failure.
      Outage.log("no look for news", e);
    }
  }

  private void resumeConcerned() {
    long since;
    synchronized (this) {
      if (waiting.isEmpty()) {
        announced = 0;
        return;
      }
      since = announced;
    }
    long head = sequencer.stamp();
    if (head == since) {
      return;
    }
    List<SequencerService.News> news = sequencer.news(since, head);
    List<Waiter> concerned;
    synchronized (this) {
      announced = head;
      concerned =
          waiting.stream().filter(waiter -> news.stream().anyMatch(waiter::isConcernedBy)).toList();
    }
    // The termination handler of each emitter removes the request from the set.
    concerned.forEach(waiter -> waiter.emitter.complete(true));
  }

  /** Runs before the service waits for running requests. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    release();
  }

  void stop(@Observes ShutdownEvent event) {
    release();
    poller.shutdown();
    readers.shutdown();
  }

  private void release() {
    List<Waiter> all;
    synchronized (this) {
      stopping = true;
      all = List.copyOf(waiting);
    }
    all.forEach(waiter -> waiter.emitter.complete(false));
  }
}
