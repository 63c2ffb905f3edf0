package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Writes audit entries in separate transactions. */
@ApplicationScoped
class AuditService {
  @Inject AuditWriter writer;

  @Transactional
  void write(List<AuditEntry> entries) {
    entries.forEach(writer::write);
  }
}
