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
 * Where requests wait for news, holding neither a thread nor a connection. While any do, one look
 * at the database every {@link #INTERVAL_MILLIS} ms serves them all; while none do, nobody looks.
 */
@ApplicationScoped
class LongPolling {
  /** Requests that wait at once on this replica, and those of one client among them. */
  static final int MOST = 1_000;

  static final int MOST_OF_CLIENT = 100;

  private static final long INTERVAL_MILLIS = 400;

  /** So many of those that were woken read at once: the others' requests need connections too. */
  private static final int READERS = 8;

  private static final String RETRY_AFTER = "5";

  @Inject SequencerService sequencer;

  private final Set<Waiter> waiting = new HashSet<>();

  /**
   * Threads outside Vert.x: on its own, the end of a task could deactivate the request context of
   * the request that the task has just resumed elsewhere.
   */
  private ExecutorService readers;

  /** A thread of its own, idle while nobody waits. */
  private ScheduledExecutorService looking;

  /** Up to where those who wait have been told. */
  private long seen;

  private boolean watching;
  private boolean stopping;

  /** Told by identity: two may wait for the same. */
  private static final class Waiter {
    final Caller caller;
    final String plan;
    final long head;
    final UniEmitter<? super Boolean> emitter;

    Waiter(Caller caller, UUID plan, long head, UniEmitter<? super Boolean> emitter) {
      this.caller = caller;
      this.plan = plan.toString();
      this.head = head;
      this.emitter = emitter;
    }

    boolean isConcernedBy(SequencerService.News news) {
      boolean audience =
          caller.isSubmitter()
              ? news.forBody() && caller.organization().equals(news.organization())
              : news.forOffice();
      return audience && news.plan().equals(plan) && news.position() > head;
    }
  }

  @PostConstruct
  void open() {
    readers = Executors.newFixedThreadPool(READERS, work -> daemon("feed-reader", work));
    looking = Executors.newSingleThreadScheduledExecutor(work -> daemon("feed-news", work));
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for events behind the head that the caller may see.
   *
   * @param head up to where the caller has read
   * @return true = there may be some; false = there were none in time, or the service stops
   * @throws ProblemException 429, when subscribed to, if too many wait
   */
  Uni<Boolean> await(Caller caller, UUID plan, long head, Duration patience) {
    return Uni.createFrom()
        .<Boolean>emitter(
            emitter -> {
              Waiter waiter = new Waiter(caller, plan, head, emitter);
              // Also when the client goes away, or time is up.
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
      if (ofClient >= MOST_OF_CLIENT || waiting.size() >= MOST) {
        long most = ofClient >= MOST_OF_CLIENT ? MOST_OF_CLIENT : MOST;
        throw new ProblemException(ProblemCode.TOO_MANY_WAITING, most)
            .header("Retry-After", RETRY_AFTER);
      }
      if (stopping) {
        answer = false;
      } else if (watching && waiter.head < seen) {
        // Something came between its reading and its waiting, and was told to the others already.
        answer = true;
      } else {
        waiting.add(waiter);
        if (!watching) {
          watching = true;
          seen = waiter.head;
          lookLater();
        }
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

  private void lookLater() {
    looking.schedule(this::look, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      tell();
    } catch (RuntimeException e) {
      // They go on waiting: when their time is up, their own reading says what is wrong.
      Outage.tell("no look for news", e);
    } finally {
      goOn();
    }
  }

  private synchronized void goOn() {
    watching = !waiting.isEmpty() && !stopping;
    if (watching) {
      lookLater();
    }
  }

  private void tell() {
    long since;
    synchronized (this) {
      since = seen;
    }
    long head = sequencer.stamp();
    if (head == since) {
      return;
    }
    List<SequencerService.News> news = sequencer.news(since, head);
    List<Waiter> concerned;
    synchronized (this) {
      seen = head;
      concerned =
          waiting.stream().filter(waiter -> news.stream().anyMatch(waiter::isConcernedBy)).toList();
    }
    // Each takes itself off the list.
    concerned.forEach(waiter -> waiter.emitter.complete(true));
  }

  /** Before the service waits for the requests under way, and in any case at its end. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    release();
  }

  void stop(@Observes ShutdownEvent event) {
    release();
    looking.shutdown();
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
