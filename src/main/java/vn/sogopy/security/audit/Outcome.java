package vn.sogopy.security.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of an attempt. */
@Schema(name = "AuditOutcome")
public enum Outcome {
  /** A change that was committed, or an export that went out. */
  DONE,
  /** 401, 403 or 429. */
  REFUSED
}
