package vn.sogopy.security.audit;

import java.time.Instant;
import vn.sogopy.security.Caller;

/**
 * An entry of the audit trail; null = unknown or none.
 *
 * @param who the caller; null if not authenticated
 * @param credential of the caller, or the prefix of a refused key
 * @param attempts number of refusals that this entry counts
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
   * The request of an entry.
   *
   * @param parameters of an export: format and filters
   * @param subject the id or code in the path after plan and draft
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

    /** An action of the service without a request. */
    static Origin itself(String operation) {
      return new Origin(null, null, operation, null, null, null, null, null, null);
    }
  }

  static AuditEntry done(Caller who, Origin origin) {
    return new AuditEntry(
        Instant.now(), Outcome.DONE, who, who.credential(), origin, null, null, 1);
  }
}
