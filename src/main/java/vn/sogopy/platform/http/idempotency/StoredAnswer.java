package vn.sogopy.platform.http.idempotency;

import jakarta.persistence.Embeddable;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A 2xx as it went over the wire, so that it can go again byte for byte. */
@Embeddable
public record StoredAnswer(
    int status, @JdbcTypeCode(SqlTypes.JSON) Map<String, String> headers, byte[] body) {}
