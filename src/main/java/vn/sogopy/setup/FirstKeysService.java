package vn.sogopy.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.audit.AuditTrail;
import vn.sogopy.security.key.ApiKeyInput;
import vn.sogopy.security.key.ApiKeyRepository;
import vn.sogopy.security.key.ApiKeyService;
import vn.sogopy.security.key.KeySecret;

/** The keys of the first start. Their secrets are written only to files of mode 0600. */
@ApplicationScoped
public class FirstKeysService {
  public static final String SAMPLE_FILE = "sample-keys.env";
  public static final String ADMIN_FILE = "admin-key.env";
  private static final int MIN_BOOTSTRAP_LENGTH = 32;

  @Inject ApiKeyService keys;
  @Inject ApiKeyRepository stored;
  @Inject DataDirectory directory;
  @Inject DataSource source;
  @Inject AuditTrail audit;

  @ConfigProperty(name = "sogopy.bootstrap-admin-key")
  Optional<String> bootstrapKey;

  /**
   * Creates the one admin key of an installation without sample data, unless a valid one exists. If
   * all are revoked or expired it uses SOGOPY_BOOTSTRAP_ADMIN_KEY, which restores the operator's
   * access.
   *
   * @return whether one was created
   * @throws StartupException if SOGOPY_BOOTSTRAP_ADMIN_KEY is too weak or revoked, or if the file
   *     of a random key cannot be written
   */
  @Transactional
  boolean makeAdminKeyIfNone() {
    lock();
    if (keys.present().validAdmin()) {
      return false;
    }
    if (bootstrapKey.isEmpty() && stored.count("role", Role.ADMIN) > 0) {
      return false;
    }
    String secret = bootstrapKey.map(FirstKeysService::checked).orElseGet(KeySecret::generate);
    Actor actor = Actor.now(new Caller("first start", "first-start", Role.ADMIN, null, null));
    if (stored.count("hash", (Object) KeySecret.hash(secret)) > 0) {
      throw new StartupException(
          "The key in SOGOPY_BOOTSTRAP_ADMIN_KEY was stopped or has expired. Set another one; for example the output of: openssl rand -hex 32");
    }
    ApiKeyInput input = new ApiKeyInput("Quản trị", Role.ADMIN, null, "Quản trị", null, null);
    keys.create(actor, input, secret, false);
    audit.byItself(actor.caller(), "makeAdminKey");
    if (bootstrapKey.isEmpty()) {
      write(ADMIN_FILE, "SOGOPY_KEY_ADMIN=" + secret + "\n");
    }
    return true;
  }

  /**
   * Serializes the first start of replicas until the end of the transaction. The others wait while
   * one of them loads the sample.
   */
  public void lock() {
    Sql.set(source, "lock_timeout", "120s");
    Sql.lockName(source, "first keys");
  }

  /** Writes keys to a file of mode 0600 in the data folder. */
  public void write(String file, String content) {
    try {
      directory.writeSecret(file, content);
    } catch (UncheckedIOException e) {
      throw new StartupException(
          "%s in %s cannot be written (%s), so nobody would have a key. Correct that, or set SOGOPY_BOOTSTRAP_ADMIN_KEY and SOGOPY_SAMPLE_DATA=false."
              .formatted(file, directory.path(), e.getCause().getMessage()));
    }
  }

  /**
   * The key of the operator.
   *
   * @throws StartupException if it is too weak
   */
  public static String checked(String key) {
    if (key.length() < MIN_BOOTSTRAP_LENGTH
        || !key.matches("[\\x21-\\x7E]+")
        || !KeySecret.plausible(key)) {
      throw new StartupException(
          "SOGOPY_BOOTSTRAP_ADMIN_KEY must be at least %d visible ASCII characters, random ones; for example the output of: openssl rand -hex 32"
              .formatted(MIN_BOOTSTRAP_LENGTH));
    }
    return key;
  }
}
