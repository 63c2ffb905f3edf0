package vn.sogopy.desk;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.security.session.DeskPaths;

/** The headers of pages of the desk, in place of those for data. */
@ApplicationScoped
class DeskHeaders {
  private static final int AFTER_THE_REQUEST_ID = 998;

  /**
   * A browser names the origin of a form only to where it may send a Referer: to this site, so that
   * {@link FormFilter} can check it.
   */
  private static final String REFERRER = "same-origin";

  void register(@Observes Filters filters) {
    filters.register(DeskHeaders::put, AFTER_THE_REQUEST_ID);
  }

  private static void put(RoutingContext context) {
    if (DeskPaths.isDesk(context.normalizedPath())) {
      MultiMap headers = context.response().headers();
      headers.set(BrowserHeaders.POLICY, BrowserHeaders.DESK);
      context.addHeadersEndHandler(end -> headers.set("Referrer-Policy", REFERRER));
    }
    context.next();
  }
}
