package vn.sogopy.security.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

/**
 * Writes one audit entry for each transaction of a changing request that has written something. It
 * is written just before the commit, in that transaction: a rollback takes it back, and where it
 * cannot be written nothing is committed.
 */
@ApplicationScoped
public class AuditTrail {
  /** What a GET writes is no change: the file of an edition that is kept once it was made. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String CHANGED = AuditTrail.class.getName();

  @Inject TransactionSynchronizationRegistry transactions;
  @Inject CurrentVertxRequest request;
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditService writer;
  @Inject EntityManager entities;

  void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
    RoutingContext context = changingRequest();
    if (context != null) {
      // A session cannot join a transaction that is already at its end.
      entities.joinTransaction();
      transactions.registerInterposedSynchronization(new BeforeCommit(context));
    }
  }

  /** Null = none. */
  private RoutingContext changingRequest() {
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    RoutingContext context = request.getCurrent();
    return context == null || SAFE.contains(context.request().method().name()) ? null : context;
  }

  /**
   * Says that the transaction at hand has written something. It need not be said, but saves the
   * query of {@link AuditService#hasWritten} where that would cost too much.
   */
  public void changed() {
    transactions.putResource(CHANGED, true);
  }

  /**
   * Writes an entry for what the service does by itself, in the transaction at hand.
   *
   * @param operation a name for it
   */
  public void byItself(Caller who, String operation) {
    writer.write(AuditEntry.done(who, AuditEntry.Origin.itself(operation)));
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
      // The entry was committed or rolled back with the rest.
    }
  }
}
