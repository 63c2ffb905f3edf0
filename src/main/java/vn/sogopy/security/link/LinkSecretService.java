package vn.sogopy.security.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Optional;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/** Keeps what links are signed with: random, made at the first use, shared by all replicas. */
@ApplicationScoped
public class LinkSecretService {
  private static final int BYTES = 32;

  @Inject DataSource source;

  private volatile LinkSigner signer;

  /** The signer of this database; asks it once. */
  @Transactional
  LinkSigner signer() {
    LinkSigner known = signer;
    if (known == null) {
      known = new LinkSigner(stored().orElseGet(this::made));
      signer = known;
    }
    return known;
  }

  private Optional<byte[]> stored() {
    return Sql.of("select secret from download_link_secret")
        .first(source, row -> row.getBytes("secret"));
  }

  private byte[] made() {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    Sql.of("insert into download_link_secret (secret) values (?) on conflict do nothing", secret)
        .execute(source);
    // Another replica may have been first.
    return stored().orElseThrow();
  }
}
