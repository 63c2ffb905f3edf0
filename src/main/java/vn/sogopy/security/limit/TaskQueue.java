package vn.sogopy.security.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Limits the number of concurrent tasks. The others wait in a bounded FIFO queue, without a thread.
 */
public final class TaskQueue {
  private final int atOnce;
  private final int maxWaiting;
  private final Deque<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
  private int running;

  public TaskQueue(int atOnce, int maxWaiting) {
    this.atOnce = atOnce;
    this.maxWaiting = maxWaiting;
  }

  /**
   * Runs the work when a slot is free, on the caller's Vert.x context if there is one.
   *
   * @throws ProblemException 429, on subscription, if the queue is full
   */
  public <T> Uni<T> take(Supplier<Uni<T>> work) {
    Context context = Vertx.currentContext();
    Uni<Void> slot = Uni.createFrom().<Void>emitter(this::enter);
    if (context != null) {
      // The slot is passed on in the context of the task that ends.
      slot = slot.emitOn(command -> context.runOnContext(nothing -> command.run()));
    }
    return slot.chain(
        () -> Uni.createFrom().deferred(work::get).onTermination().invoke(this::leave));
  }

  private void enter(UniEmitter<? super Void> emitter) {
    synchronized (this) {
      if (running >= atOnce) {
        if (waiting.size() >= maxWaiting) {
          throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS).header("Retry-After", "2");
        }
        waiting.add(emitter);
        return;
      }
      running++;
    }
    emitter.complete(null);
  }

  private void leave() {
    UniEmitter<? super Void> next;
    synchronized (this) {
      next = waiting.poll();
      if (next == null) {
        running--;
        return;
      }
    }
    next.complete(null);
  }

  synchronized int waiting() {
    return waiting.size();
  }
}
