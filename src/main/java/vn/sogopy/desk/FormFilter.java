package vn.sogopy.desk;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.session.SessionMechanism;

/**
 * Refuses forms of other sites with 403: by their Origin, and by the token that only a page of the
 * same session has (in a hidden field).
 */
class FormFilter {

  @DeskForm
  @WithFormRead
  @ServerRequestFilter(priority = Priorities.USER + 300)
  public void check(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
    var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    Object sent = form.getFormParameter(FormToken.FIELD, true, false);
    if (isForeign(context.request())
        || !FormToken.matches(SessionMechanism.of(context.request()), (String) sent)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }

  /** Whether a browser says that the request comes from another site. */
  static boolean isForeign(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (origin == null) {
      return false;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null
          || request.authority() == null
          || !authority.equals(request.authority().toString());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }
}
