package vn.sogopy.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;

/** Mends or refuses what the framework itself would trip over, before the order of checks. */
@ApplicationScoped
public class RequestSanity {
  private static final int RIGHT_AFTER_THE_REQUEST_ID = 999;

  @Inject ProblemWriter problems;

  void register(@Observes Filters filters) {
    filters.register(this::check, RIGHT_AFTER_THE_REQUEST_ID);
  }

  private void check(RoutingContext context) {
    if (context.request().headers().getAll(HttpHeaders.HOST).size() > 1) {
      // Each who reads it could take it for another request: RFC 9112 section 3.2.
      problems.write(context, new ProblemException(ProblemCode.BAD_REQUEST));
      return;
    }
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && !readable(type)) {
      // 415 in its turn, instead of 400 before anything else.
      context.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
    }
    String accept = context.request().getHeader(HttpHeaders.ACCEPT);
    if (accept != null && accept.isBlank()) {
      // It names no type, and so prefers none: RFC 9110 section 12.5.1.
      context.request().headers().remove(HttpHeaders.ACCEPT);
    }
    context.next();
  }

  private static boolean readable(String type) {
    try {
      MediaType.valueOf(type);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
