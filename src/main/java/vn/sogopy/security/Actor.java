package vn.sogopy.security;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The caller and the time of a change. Instants have millisecond precision. */
public record Actor(Caller caller, Instant at) {
  public Actor {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Actor now(Caller caller) {
    return new Actor(caller, Instant.now());
  }
}
