package vn.sogopy.security.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which refusals get an entry of their own; the others are counted. This bounds the number
 * of entries in one interval, whatever the number of attempts and addresses. The sum of all
 * attempts is exact.
 */
final class RefusalMeter {
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

  record Sum(Kind kind, int attempts) {}

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
  synchronized List<Sum> close() {
    List<Sum> sums = new ArrayList<>();
    counted.forEach((kind, attempts) -> sums.add(new Sum(kind, attempts)));
    counted.clear();
    written.clear();
    single = 0;
    return sums;
  }
}
