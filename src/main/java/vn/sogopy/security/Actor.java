package vn.sogopy.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who does something, and when: what every change is recorded with. Instants are kept in
 * milliseconds.
 */
public record Actor(Caller caller, Instant at) {
  public Actor {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Actor now(Caller caller) {
    return new Actor(caller, Instant.now());
  }
}
