package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/**
 * Holds the signing secret of links. It is random, created at first use, and shared by all
 * replicas.
 */
@ApplicationScoped
public class LinkSecretService {
  private static final int BYTES = 32;

  @Inject EntityManager entities;
  @Inject DataSource source;

  private volatile LinkSigner signer;

  /** The signer of this database; read once. */
  @Transactional
  LinkSigner signer() {
    LinkSigner known = signer;
    if (known == null) {
      LinkSecret stored = entities.find(LinkSecret.class, true);
      known = new LinkSigner((stored == null ? made() : stored).secret);
      signer = known;
    }
    return known;
  }

  private LinkSecret made() {
    // Another replica may create it concurrently.
    Sql.lockName(source, "download-link-secret");
    LinkSecret secret = entities.find(LinkSecret.class, true);
    if (secret == null) {
      secret = new LinkSecret();
      secret.one = true;
      secret.secret = new byte[BYTES];
      secret.madeAt = Instant.now();
      new SecureRandom().nextBytes(secret.secret);
      entities.persist(secret);
    }
    return secret;
  }
}
