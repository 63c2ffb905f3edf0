package vn.sogopy.security.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sogopy.http.Departure;
import vn.sogopy.security.CurrentCaller;

/** Writes an export down before its first byte goes out; what cannot be written down stays here. */
@ApplicationScoped
class ExportTrail implements Departure {
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService audit;

  @Override
  public void leaving(RoutingContext context, int status, String mediaType) {
    String method = context.request().method().name();
    if (!method.equals("GET") || status >= 300) {
      return;
    }
    AuditEntry.Origin origin = origins.of(context);
    if (Exports.isOne(method, origin.operation(), status, mediaType)) {
      audit.write(List.of(AuditEntry.done(caller.get(), origin)));
    }
  }
}
