package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sogopy.platform.http.download.ResponseListener;
import vn.sogopy.security.CurrentCaller;

/** Writes an audit entry before an export is sent. If that fails, the export is not sent. */
@ApplicationScoped
class ExportTrail implements ResponseListener {
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService audit;

  @Override
  public void leaving(RoutingContext context, int status, String mediaType) {
    String method = context.request().method().name();
    if (!method.equals("GET") || status >= 300) {
      return;
    }
    // Nearly every GET calls this method, so the entry is built only for an export.
    if (Exports.isOne(method, origins.operation(context), status, mediaType)) {
      audit.write(List.of(AuditEntry.done(caller.get(), origins.of(context))));
    }
  }
}
