package vn.sogopy.security.audit;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Set;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.Writes;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

/**
 * No change without its line, no line without its change: the first statement of a request's
 * transaction that writes bespeaks the line, which is inserted right before the commit. What undoes
 * the transaction undoes the line, and where the line cannot be written the transaction is undone.
 */
@Startup
@ApplicationScoped
public class AuditTrail implements Writes.Listener {
  /** What these write besides is no change: a file of an edition that is kept once it was made. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Written for the service's own sake. */
  private static final List<String> HOUSEKEEPING =
      List.of(
          AuditWriter.INSERT,
          "insert into download_link_secret ",
          "insert into idempotency_record ");

  @Inject TransactionSynchronizationRegistry transactions;
  @Inject CurrentVertxRequest request;
  @Inject CurrentCaller caller;
  @Inject Origins origins;
  @Inject AuditWriter writer;

  @PostConstruct
  void listen() {
    Writes.tell(this);
  }

  /**
   * @throws IllegalStateException where a request writes outside of a transaction
   */
  @Override
  public void wrote(String statement) {
    RoutingContext context = current();
    if (context == null || isHousekeeping(statement)) {
      return;
    }
    Object transaction = transactions.getTransactionKey();
    if (transaction == null) {
      throw new IllegalStateException("a request writes outside of a transaction");
    }
    BespokenLine line = (BespokenLine) transactions.getResource(this);
    if (line == null) {
      line = new BespokenLine(() -> writer.write(entry(context)));
      transactions.putResource(this, line);
      transactions.registerInterposedSynchronization(line);
    }
    line.wrote();
  }

  @Override
  public void saved() {
    if (current() != null && transactions.getResource(this) instanceof BespokenLine line) {
      line.saved();
    }
  }

  @Override
  public void tookBack() {
    if (current() != null && transactions.getResource(this) instanceof BespokenLine line) {
      line.tookBack();
    }
  }

  @Override
  public Sql last() {
    RoutingContext context = current();
    return context != null
            && transactions.getResource(this) instanceof BespokenLine line
            && line.take()
        ? AuditWriter.insert(entry(context))
        : null;
  }

  /**
   * Writes a line for what the service does by itself, in the transaction at hand.
   *
   * @param operation a name for it
   */
  public void byItself(Caller who, String operation) {
    writer.write(AuditEntry.done(who, AuditEntry.Origin.itself(operation)));
  }

  private AuditEntry entry(RoutingContext context) {
    return AuditEntry.done(caller.get(), origins.of(context));
  }

  /** The changing request at hand; null = none. */
  private RoutingContext current() {
    if (!Arc.container().requestContext().isActive()) {
      return null;
    }
    RoutingContext context = request.getCurrent();
    return context == null || SAFE.contains(context.request().method().name()) ? null : context;
  }

  private static boolean isHousekeeping(String statement) {
    for (String beginning : HOUSEKEEPING) {
      if (statement.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
