package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Writes and lists audit entries. */
@ApplicationScoped
class AuditService {
  private static final Keyset<AuditView> NEWEST_FIRST =
      Keyset.descending(new Key<>("a.position", Type.LONG, AuditView::position));

  /** Tables without business data. */
  private static final String[] HOUSEKEEPING = {
    "audit", "idempotency_record", "download_link_secret"
  };

  @Inject DataSource source;
  @Inject EntityManager entities;

  /**
   * Whether the current transaction has written to a table. INSERT, UPDATE, DELETE and MERGE hold a
   * ROW EXCLUSIVE lock on their table until the commit, or until the rollback to a savepoint before
   * them. SELECT FOR UPDATE holds a weaker one.
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

  /**
   * Writes an entry in the current transaction. Each changing request does so, hence the statement
   * without a Hibernate session (ADR 0021).
   */
  void write(AuditEntry entry) {
    AuditEntry.Origin origin = entry.origin;
    Sql.of(
            """
            insert into audit (at, outcome, name, client, role, organization, credential, address, request_id,
              operation, method, path, parameters, plan, draft, subject, status, code, attempts)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            entry.at,
            entry.outcome,
            entry.name,
            entry.client,
            entry.role,
            entry.organization,
            entry.credential,
            origin.address(),
            origin.requestId(),
            origin.operation(),
            origin.method(),
            origin.path(),
            origin.parameters(),
            origin.plan(),
            origin.draft(),
            origin.subject(),
            entry.status,
            entry.code,
            entry.attempts)
        .execute(source);
  }

  /** Writes entries in the current transaction, or in a new one. */
  @Transactional
  void write(List<AuditEntry> entries) {
    entries.forEach(this::write);
  }

  @Transactional
  Page<AuditView> list(Caller caller, AuditQuery query) {
    return NEWEST_FIRST.page(
        entities, AuditView.class, query.page(), AuditView.SELECT, query.from(caller));
  }
}
