package vn.sogopy.security.session;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A person who has signed in with a code. */
@Entity
class DeskSession {
  /** The SHA-256 of the cookie, hexadecimal. */
  @Id String id;

  /** The API key that is the code of the person. */
  UUID keyId;

  Instant startedAt;
  Instant expiresAt;
}
