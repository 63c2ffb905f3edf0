package vn.sogopy.security.link;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A link for longer than an hour: it is listed and can be revoked. Its token is not stored. */
@Entity
@Table(name = "download_link")
class StoredLink {
  @Id UUID id;

  String path;

  UUID planId;

  Instant createdAt;

  String createdBy;

  Instant expiresAt;

  /** Null = not revoked. */
  Instant revokedAt;

  String revokedBy;
}
