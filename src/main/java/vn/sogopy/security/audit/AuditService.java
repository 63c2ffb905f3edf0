package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Lines of the audit in transactions of their own. */
@ApplicationScoped
class AuditService {
  @Inject AuditWriter writer;

  @Transactional
  void write(List<AuditEntry> entries) {
    entries.forEach(writer::write);
  }
}
