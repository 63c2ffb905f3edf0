package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Writes lines of the audit, in the transaction at hand. */
@ApplicationScoped
class AuditWriter {
  static final String INSERT = "insert into audit ";

  @Inject DataSource source;

  void write(AuditEntry entry) {
    insert(entry).execute(source);
  }

  static Sql insert(AuditEntry entry) {
    Optional<Caller> who = Optional.ofNullable(entry.who());
    AuditEntry.Origin origin = entry.origin();
    return Sql.of(
        INSERT
            + "(at, outcome, name, client, role, organization, credential, address,"
            + " request_id, operation, method, path, parameters, plan, draft, subject, status,"
            + " code, attempts)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        entry.attempts());
  }
}
