package vn.sogopy.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.platform.text.VietnamTime;

/**
 * Refuses writes by the key of an ended organization with 403 that names the successors. What every
 * role may do (verification of a file, download links) writes nothing and stays.
 */
class EndedKeyFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  @Inject CurrentCaller caller;
  @Inject BodyLookup bodies;

  /** After the checks of headers, before the filters that resolve the path. */
  @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR + 100)
  public void check(ResourceInfo resource, ContainerRequestContext request) {
    if (READING.contains(request.getMethod())
        || !resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class)) {
      return;
    }
    Caller who = caller.get();
    if (who.body().isEnded(VietnamTime.today())) {
      throw bodies.refusal(who.organization());
    }
  }
}
