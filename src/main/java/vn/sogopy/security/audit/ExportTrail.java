package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.sogopy.security.CurrentCaller;

/** Writes an audit entry before an export is sent. If that fails, the export is not sent. */
@ApplicationScoped
class ExportTrail {
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService audit;

  @ServerResponseFilter
  public void write(ContainerResponseContext answer, RoutingContext context) {
    String verb = context.request().method().name();
    MediaType type = answer.getMediaType();
    String name = type == null ? null : type.getType() + "/" + type.getSubtype();
    // Nearly every GET reaches this method: an entry is created for an export only.
    if (verb.equals("GET")
        && isExport(answer.getStatus(), origins.target(context).method(), name)) {
      audit.write(List.of(AuditEntry.done(caller.get(), origins.of(context))));
    }
  }

  /**
   * @param operation that serves the GET; null = none
   * @param mediaType without parameters; null = no body
   */
  static boolean isExport(int status, Method operation, String mediaType) {
    if ((status != 200 && status != 206) || operation == null) {
      return false;
    }
    AuditedExport said = operation.getAnnotation(AuditedExport.class);
    return said != null
        ? said.value()
        : mediaType != null && !mediaType.endsWith("/json") && !mediaType.endsWith("+json");
  }
}
