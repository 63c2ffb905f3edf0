package vn.sogopy.security.link;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks for the identity behind the token of a link, for the one target it was used on. */
final class LinkRequest extends BaseAuthenticationRequest {
  private final String token;
  private final String target;

  LinkRequest(String token, String target) {
    this.token = token;
    this.target = target;
  }

  String token() {
    return token;
  }

  String target() {
    return target;
  }
}
