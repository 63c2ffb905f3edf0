package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.util.List;
import vn.sogopy.platform.http.download.ResponseGate.ResponseListener;
import vn.sogopy.security.CurrentCaller;

/** Writes an audit entry before an export is sent. If that fails, the export is not sent. */
@ApplicationScoped
class ExportTrail implements ResponseListener {
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService audit;

  @Override
  public void leaving(RoutingContext context, int status, String mediaType) {
    String verb = context.request().method().name();
    // Nearly every GET reaches this method: an entry is created for an export only.
    if (verb.equals("GET") && isExport(status, origins.target(context).method(), mediaType)) {
      audit.write(List.of(AuditEntry.done(caller.get(), origins.of(context))));
    }
  }

  /**
   * @param operation that serves the GET; null = none
   * @param mediaType null = no body
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
