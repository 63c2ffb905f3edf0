package vn.sogopy.platform.http.idempotency;

import java.util.Map;

/** A 2xx response as sent, to be repeated byte for byte. */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {}
