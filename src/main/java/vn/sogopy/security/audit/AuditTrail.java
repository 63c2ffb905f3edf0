package vn.sogopy.security.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.session.DeskPaths;

/**
 * Writes one audit entry for each transaction of a changing request that has written something. The
 * entry is part of that transaction and is inserted just before the commit. If the insert fails,
 * the transaction is rolled back.
 *
 * <p>Writes an entry before an export is sent, too. If that fails, the export is not sent.
 */
@ApplicationScoped
public class AuditTrail {
  /**
   * A GET that stores the file of an edition changes nothing. The one that {@link
   * DeskPaths#ACCOUNT} ends with begins a session.
   */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String CHANGED = AuditTrail.class.getName();

  @Inject TransactionSynchronizationRegistry transactions;
  @Inject CurrentVertxRequest request;
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService writer;

  void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    RoutingContext context = changingRequest();
    if (context != null) {
      transactions.registerInterposedSynchronization(new BeforeCommit(context));
    }
  }

  /** Null if there is none. */
  private RoutingContext changingRequest() {
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    RoutingContext context = request.getCurrent();
    return context == null
            || (SAFE.contains(context.request().method().name())
                && !context.normalizedPath().equals(DeskPaths.ACCOUNT))
        ? null
        : context;
  }

  /**
   * Marks the current transaction as writing. Optional: it saves the query of {@link
   * AuditService#hasWritten} where that is too expensive.
   */
  public void changed() {
    transactions.putResource(CHANGED, true);
  }

  /**
   * Writes an entry for an action of the service itself, in the current transaction.
   *
   * @param operation name of the action
   */
  public void byItself(Caller who, String operation) {
    writer.write(AuditEntry.done(who, AuditEntry.Origin.itself(operation)));
  }

  /** Writes an entry if the response is an export, or what a stored link opens. */
  void export(RoutingContext context, int status, String mediaType) {
    if (!context.request().method().name().equals("GET")) {
      return;
    }
    // Nearly every GET comes here: an entry is created for an export only.
    Method operation = origins.target(context).method();
    boolean opened = isSent(status, operation) && caller.get().isByLink();
    if (opened || isExport(status, operation, mediaType)) {
      writer.write(List.of(AuditEntry.done(caller.get(), origins.of(context))));
    }
  }

  /**
   * Whether data are sent: of the API, or as a file of a page, which may also be told where the
   * file will wait (303). Pages themselves are no exports.
   */
  private static boolean isSent(int status, Method operation) {
    if (operation == null) {
      return false;
    }
    boolean sent = status == 200 || status == 206;
    return operation.isAnnotationPresent(Operation.class)
        ? sent
        : operation.isAnnotationPresent(AuditedExport.class) && (sent || status == 303);
  }

  /**
   * @param operation that serves the GET; null = none
   * @param mediaType without parameters; null = no body
   */
  static boolean isExport(int status, Method operation, String mediaType) {
    if (!isSent(status, operation)) {
      return false;
    }
    AuditedExport export = operation.getAnnotation(AuditedExport.class);
    return export != null
        ? export.value()
        : mediaType != null && !mediaType.endsWith("/json") && !mediaType.endsWith("+json");
  }

  /** Before the first byte of a response. */
  static class ExportFilter {
    @Inject AuditTrail trail;

    @ServerResponseFilter
    public void write(ContainerResponseContext answer, RoutingContext context) {
      MediaType type = answer.getMediaType();
      String name = type == null ? null : type.getType() + "/" + type.getSubtype();
      trail.export(context, answer.getStatus(), name);
    }
  }

  private final class BeforeCommit implements Synchronization {
    private final RoutingContext context;

    private BeforeCommit(RoutingContext context) {
      this.context = context;
    }

    @Override
    public void beforeCompletion() {
      if (transactions.getResource(CHANGED) != null || writer.hasWritten()) {
        writer.write(AuditEntry.done(caller.get(), origins.of(context)));
      }
    }

    @Override
    public void afterCompletion(int status) {
      // The entry was committed or rolled back with the transaction.
    }
  }
}
