package vn.sogopy.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.sogopy.platform.text.VietnamTime;

/** The caller and the time of a change. Instants have millisecond precision. */
public record Actor(Caller caller, Instant at) {
  public Actor {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The day of the change in Vietnam. */
  public LocalDate today() {
    return VietnamTime.dayOf(at);
  }

  public static Actor now(Caller caller) {
    return new Actor(caller, Instant.now());
  }
}
