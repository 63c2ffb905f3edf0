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

  /** Asked before an answer goes out; who refuses by throwing keeps it in. */
  public interface ResponseListener {
    /**
     * @param status as it is about to be sent
     * @param mediaType without parameters; null where there is no body
     */
    void leaving(RoutingContext context, int status, String mediaType);
  }
}
