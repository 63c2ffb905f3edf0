package vn.sogopy.security.key;

import java.time.LocalDate;

/** Whether a key lets in. */
public enum KeyStatus {
  ACTIVE,
  EXPIRED,
  REVOKED;

  static KeyStatus of(boolean revoked, LocalDate expiresOn, LocalDate today) {
    if (revoked) {
      return REVOKED;
    }
    return expiresOn != null && expiresOn.isBefore(today) ? EXPIRED : ACTIVE;
  }
}
