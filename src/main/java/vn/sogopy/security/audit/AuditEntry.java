package vn.sogopy.security.audit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditView.Outcome;

/** One entry of the audit, written by {@link AuditService}; null = unknown, or none. */
@Entity
@Immutable
@Table(name = "audit")
class AuditEntry {
  @Id Long position;

  Instant at;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  String name;
  String client;

  @Enumerated(EnumType.STRING)
  Role role;

  String organization;

  /** As that of the caller; for a refused key its prefix. */
  String credential;

  Origin origin;
  Integer status;
  String code;

  /** The number of refusals in this entry. */
  int attempts;

  AuditEntry() {}

  /**
   * @param who the caller; null if not authenticated
   */
  AuditEntry(
      Outcome outcome,
      Caller who,
      String credential,
      Origin origin,
      Integer status,
      String code,
      int attempts) {
    this.at = Instant.now();
    this.outcome = outcome;
    this.name = who == null ? null : who.name();
    this.client = who == null ? null : who.client();
    this.role = who == null ? null : who.role();
    this.organization = who == null ? null : who.organization();
    this.credential = credential;
    this.origin = origin;
    this.status = status;
    this.code = code;
    this.attempts = attempts;
  }

  /**
   * The request of an entry.
   *
   * @param parameters of an export: format and filters
   * @param subject the id or code in the path after plan and draft
   */
  @Embeddable
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
    return new AuditEntry(Outcome.DONE, who, who.credential(), origin, null, null, 1);
  }
}
