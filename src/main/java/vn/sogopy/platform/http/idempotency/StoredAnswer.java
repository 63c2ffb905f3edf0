package vn.sogopy.platform.http.idempotency;

import java.util.Map;

/** A 2xx as it went over the wire, so that it can go again byte for byte. */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {}
