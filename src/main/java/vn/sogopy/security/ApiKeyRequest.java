package vn.sogopy.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity behind an API key. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
  private final String key;

  ApiKeyRequest(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
