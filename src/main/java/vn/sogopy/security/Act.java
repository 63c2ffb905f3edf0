package vn.sogopy.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who does something, and when: what every change is recorded with. Instants are kept in
 * milliseconds.
 */
public record Act(Caller caller, Instant at) {
  public Act {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Act now(Caller caller) {
    return new Act(caller, Instant.now());
  }
}
