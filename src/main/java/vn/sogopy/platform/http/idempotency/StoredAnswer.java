package vn.sogopy.platform.http.idempotency;

import jakarta.persistence.Embeddable;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A 2xx response as it was sent, for a byte-identical replay. */
@Embeddable
public record StoredAnswer(
    int status, @JdbcTypeCode(SqlTypes.JSON) Map<String, String> headers, byte[] body) {}
