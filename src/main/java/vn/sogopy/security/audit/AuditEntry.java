package vn.sogopy.security.audit;

import java.time.Instant;
import vn.sogopy.security.Caller;

/**
 * One line of the audit; null = not known, or none.
 *
 * @param who the caller; null where nobody was recognised
 * @param credential as the caller's, or of a refused key its prefix
 * @param attempts how many refusals this line stands for
 */
record AuditEntry(
    Instant at,
    Outcome outcome,
    Caller who,
    String credential,
    Origin origin,
    Integer status,
    String code,
    int attempts) {

  /**
   * The request it came with.
   *
   * @param parameters of an export: its form and filters
   * @param subject the id or code that stands in the path, behind plan and draft
   */
  record Origin(
      String address,
      String requestId,
      String operation,
      String method,
      String path,
      String parameters,
      String plan,
      String draft,
      String subject) {

    static Origin of(String address) {
      return new Origin(address, null, null, null, null, null, null, null, null);
    }

    /** Of the service itself. */
    static Origin itself(String operation) {
      return new Origin(null, null, operation, null, null, null, null, null, null);
    }
  }

  static AuditEntry done(Caller who, Origin origin) {
    return new AuditEntry(
        Instant.now(), Outcome.DONE, who, who.credential(), origin, null, null, 1);
  }
}
