package vn.sogopy.platform.http.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The first answer to a request with an Idempotency-Key. */
@Entity
@Table(name = "idempotency_record")
class IdempotencyRecord {
  @EmbeddedId Key id;

  /** SHA-256 of the request. */
  byte[] request;

  StoredAnswer answer;

  @Column(name = "created_at")
  Instant createdAt;

  @Embeddable
  record Key(String client, String key) {}

  /** A 2xx response as it was sent, for a byte-identical replay. */
  @Embeddable
  record StoredAnswer(
      int status, @JdbcTypeCode(SqlTypes.JSON) Map<String, String> headers, byte[] body) {}
}
