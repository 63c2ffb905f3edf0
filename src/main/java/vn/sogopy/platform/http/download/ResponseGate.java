package vn.sogopy.platform.http.download;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Calls the listeners between a resource's response and its first byte. */
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

  /** Called before a response is sent; an exception replaces the response. */
  public interface ResponseListener {
    /**
     * @param status of the response
     * @param mediaType without parameters; null if there is no body
     */
    void leaving(RoutingContext context, int status, String mediaType);
  }
}
