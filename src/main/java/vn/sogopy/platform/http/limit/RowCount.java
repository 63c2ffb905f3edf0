package vn.sogopy.platform.http.limit;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Counts the rows that a long work has read, for the person who waits. */
public final class RowCount {
  private static final ThreadLocal<AtomicInteger> OF_THREAD = new ThreadLocal<>();

  private RowCount() {}

  /** Adds to the count of the work of this thread, if it has one. */
  public static void add(int rows) {
    AtomicInteger count = OF_THREAD.get();
    if (count != null) {
      count.addAndGet(rows);
    }
  }

  /** Runs a work whose rows are counted. */
  public static <T> T into(AtomicInteger count, Supplier<T> work) {
    OF_THREAD.set(count);
    try {
      return work.get();
    } finally {
      OF_THREAD.remove();
    }
  }
}
