package vn.sogopy.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Concurrent execution. */
public final class Race {
  private Race() {}

  /** Starts all runners at the same time; returns their results. */
  public static <T> List<T> of(int runners, IntFunction<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runners);
    CyclicBarrier start = new CyclicBarrier(runners);
    try {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int runner = i;
        all.add(
            () -> {
              start.await();
              return work.apply(runner);
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(all)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The result of work that must wait for this transaction: it is committed as soon as the work
   * waits.
   */
  public static <T> T beside(Connection open, Supplier<T> work) throws Exception {
    CompletableFuture<T> result = CompletableFuture.supplyAsync(work);
    awaitSomebodyWaitingFor(open);
    open.commit();
    return result.get(60, TimeUnit.SECONDS);
  }

  private static void awaitSomebodyWaitingFor(Connection open) throws Exception {
    try (PreparedStatement waiting =
        open.prepareStatement(
            "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")) {
      for (int i = 0; i < 1_200; i++) {
        try (ResultSet row = waiting.executeQuery()) {
          row.next();
          if (row.getInt(1) > 0) {
            return;
          }
        }
        Thread.sleep(50);
      }
    }
    throw new AssertionError("nobody waits");
  }
}
