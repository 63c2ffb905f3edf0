package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sogopy.platform.http.download.ResponseListener;
import vn.sogopy.security.CurrentCaller;

/** Writes an export down before its first byte goes out; what cannot be written down stays here. */
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
    // Nearly every GET comes by here: what an entry holds is put together for an export alone.
    if (Exports.isOne(method, origins.operation(context), status, mediaType)) {
      audit.write(List.of(AuditEntry.done(caller.get(), origins.of(context))));
    }
  }
}
