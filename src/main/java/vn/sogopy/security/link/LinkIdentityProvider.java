package vn.sogopy.security.link;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.KeyCache;
import vn.sogopy.security.link.LinkMechanism.LinkRequest;
import vn.sogopy.security.link.LinkSigner.LinkPayload;

/** Finds the caller who created a link. The rights are those at the time of use. */
@ApplicationScoped
public class LinkIdentityProvider implements IdentityProvider<LinkRequest> {
  @Inject LinkSecretService secrets;
  @Inject KeyCache keys;

  @Override
  public Class<LinkRequest> getRequestType() {
    return LinkRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      LinkRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> CurrentCaller.identity(maker(request)));
  }

  private Caller maker(LinkRequest request) {
    LinkPayload payload =
        secrets
            .signer()
            .read(request.token, request.target)
            .orElseThrow(LinkIdentityProvider::invalid);
    if (payload.expired(Instant.now())) {
      throw refused(ProblemCode.LINK_EXPIRED);
    }
    return payload.keyId() == null
        ? payload.caller()
        : keys.byId(UUID.fromString(payload.keyId())).orElseThrow(LinkIdentityProvider::invalid);
  }

  /** For a forged link, another path or method, or a revoked key. */
  static ProblemException invalid() {
    return refused(ProblemCode.LINK_INVALID);
  }

  private static ProblemException refused(ProblemCode code) {
    return new ProblemException(code).header("WWW-Authenticate", ProblemException.CHALLENGE);
  }
}
