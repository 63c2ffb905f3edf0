package vn.sogopy.bench;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** What the bench is about, for who waits for it. */
final class Progress {
  private Progress() {}

  static void say(String what) {
    System.err.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }
}
