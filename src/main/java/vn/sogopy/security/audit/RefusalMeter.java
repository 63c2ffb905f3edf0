package vn.sogopy.security.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which refusals are written down one by one; the rest is counted, so that whoever knocks all night
 * fills no disk. What is written in one turn is bounded, however many knock from however many
 * addresses, and its sum is right.
 */
final class RefusalMeter {
  /** One by one, of one address and code. */
  static final int EACH = 10;

  /** One by one, of all together. */
  static final int ALL = 500;

  /** Addresses and codes that are counted by themselves; the others together, by code. */
  static final int KINDS = 200;

  private final Map<Kind, Integer> written = new HashMap<>();
  private final Map<Kind, Integer> counted = new LinkedHashMap<>();
  private int single;

  /**
   * What is counted together.
   *
   * @param address null = of many
   */
  record Kind(String address, int status, String code) {}

  record Sum(Kind kind, int attempts) {}

  /** Whether this one is to be written down; else it has been counted. */
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

  /** Counts what could not be written down. */
  synchronized void count(Kind kind, int attempts) {
    boolean known = counted.containsKey(kind) || counted.size() < KINDS;
    counted.merge(
        known ? kind : new Kind(null, kind.status(), kind.code()), attempts, Integer::sum);
  }

  /** The turn is over: what was counted in it. */
  synchronized List<Sum> close() {
    List<Sum> sums = new ArrayList<>();
    counted.forEach((kind, attempts) -> sums.add(new Sum(kind, attempts)));
    counted.clear();
    written.clear();
    single = 0;
    return sums;
  }
}
