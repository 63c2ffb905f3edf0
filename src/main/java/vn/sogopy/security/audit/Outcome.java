package vn.sogopy.security.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Outcome of an attempt. */
@Schema(name = "AuditOutcome")
public enum Outcome {
  /** A committed change, or an export that was sent. */
  DONE,
  /** 401, 403 or 429. */
  REFUSED
}
