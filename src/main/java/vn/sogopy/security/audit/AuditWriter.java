package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Writes audit entries in the current transaction. */
@ApplicationScoped
class AuditWriter {
  /** Tables that requests write to without changing anything. */
  private static final String[] HOUSEKEEPING = {
    "audit", "idempotency_record", "download_link_secret"
  };

  @Inject DataSource source;

  /**
   * Whether the current transaction has written to a table. INSERT, UPDATE, DELETE and MERGE hold a
   * ROW EXCLUSIVE lock on the table until the commit, or until the rollback to a savepoint before
   * them. SELECT FOR UPDATE holds a weaker lock.
   */
  boolean hasWritten() {
    return Sql.of(
            """
            select pg_current_xact_id_if_assigned() is not null and exists (
              select from pg_locks l
                join pg_class c on c.oid = l.relation
               where l.pid = pg_backend_pid()
                 and l.locktype = 'relation'
                 and l.mode = 'RowExclusiveLock'
                 and c.relkind in ('r', 'p')
                 and c.relname <> all (?))
            """,
            (Object) HOUSEKEEPING)
        .first(source, row -> row.getBoolean(1))
        .orElseThrow();
  }

  void write(AuditEntry entry) {
    Optional<Caller> who = Optional.ofNullable(entry.who());
    AuditEntry.Origin origin = entry.origin();
    Sql.of(
            """
            insert into audit
              (at, outcome, name, client, role, organization, credential, address, request_id,
               operation, method, path, parameters, plan, draft, subject, status, code, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            entry.at(),
            entry.outcome(),
            who.map(Caller::name).orElse(null),
            who.map(Caller::client).orElse(null),
            who.map(Caller::role).map(Enum::name).orElse(null),
            who.map(Caller::organization).orElse(null),
            entry.credential(),
            origin.address(),
            origin.requestId(),
            origin.operation(),
            origin.method(),
            origin.path(),
            origin.parameters(),
            origin.plan(),
            origin.draft(),
            origin.subject(),
            entry.status(),
            entry.code(),
            entry.attempts())
        .execute(source);
  }
}
