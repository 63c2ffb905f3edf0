package vn.sogopy.security.key;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity behind an API key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
  private final String key;
  private final String header;

  /**
   * @param header the one it came in
   */
  ApiKeyRequest(String key, String header) {
    this.key = key;
    this.header = header;
  }

  String header() {
    return header;
  }

  String key() {
    return key;
  }
}
