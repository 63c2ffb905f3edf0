package vn.sogopy.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

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
}
