package vn.sogopy.platform.http.download;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Between a resource's answer and its first byte. */
public class ResponseGate {
  @Inject ResponseListener departure;

  @ServerResponseFilter
  public void pass(ContainerResponseContext answer, RoutingContext context) {
    MediaType type = answer.getMediaType();
    departure.leaving(
        context,
        answer.getStatus(),
        type == null ? null : type.getType() + "/" + type.getSubtype());
  }
}
