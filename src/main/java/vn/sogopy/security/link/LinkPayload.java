package vn.sogopy.security.link;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * What a link says of itself: signed, not hidden.
 *
 * @param credential as {@link Caller#credential()} names it
 * @param expires the second from which it is void, since the epoch
 * @param claims who its maker is; null where that is looked up by the credential when the link is
 *     used
 */
record LinkPayload(String credential, long expires, Claims claims) {
  /** A caller whose rights nobody can look up later: the bearer of a token. */
  record Claims(String name, String client, Role role, String organization, List<String> plans) {}

  static LinkPayload of(Caller caller, Instant expires) {
    Claims claims =
        caller.credential().startsWith(Caller.KEY)
            ? null
            : new Claims(
                caller.name(),
                caller.client(),
                caller.role(),
                caller.organization(),
                caller.plans() == null ? null : caller.plans().stream().sorted().toList());
    return new LinkPayload(caller.credential(), expires.getEpochSecond(), claims);
  }

  boolean expired(Instant now) {
    return now.getEpochSecond() >= expires;
  }

  /** The id of the API key behind it; null for a link that carries its caller. */
  String keyId() {
    return claims == null ? credential.substring(Caller.KEY.length()) : null;
  }

  /** The caller it carries. */
  Caller caller() {
    return new Caller(
        claims.name,
        claims.client,
        claims.role,
        claims.organization,
        claims.plans == null ? null : Set.copyOf(claims.plans),
        credential);
  }
}
