package vn.sogopy.security.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.Caller;
import vn.sogopy.security.key.KeyCache;

/**
 * Starts, finds and ends the sessions of people. The id in the cookie has 256 random bits; the
 * database has its SHA-256. A session ends after {@link #LENGTH}, by signing out, or when its code
 * is stopped; every replica knows of that within {@link #KEPT}. An account keeps the rights of its
 * sign-in for the session; what is known of its organization is looked up at each request.
 */
@ApplicationScoped
public class SessionService {
  public static final Duration LENGTH = Duration.ofHours(8);
  private static final Duration KEPT = Duration.ofSeconds(3);
  private static final int MAX_KNOWN = 10_000;
  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject EntityManager entities;
  @Inject KeyCache keys;
  @Inject BodyLookup bodies;

  /** The sessions that were found lately, by the hash of their id. */
  private final Cache<String, Optional<DeskSession>> known =
      Caffeine.newBuilder().maximumSize(MAX_KNOWN).expireAfterWrite(KEPT).build();

  /**
   * Starts a session for the owner of a code.
   *
   * @return its id, for the cookie
   */
  @Transactional
  public String start(UUID key) {
    DeskSession session = new DeskSession();
    session.keyId = key;
    return start(session);
  }

  /**
   * Starts a session for the owner of an account.
   *
   * @return its id, for the cookie
   */
  @Transactional
  public String start(AccountSignIn.Account account) {
    DeskSession session = new DeskSession();
    session.person = DeskSession.Person.of(account.caller());
    session.idToken = account.idToken();
    return start(session);
  }

  private String start(DeskSession session) {
    byte[] random = new byte[ID_BYTES];
    RANDOM.nextBytes(random);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    session.id = hash(id);
    session.startedAt = Instant.now();
    session.expiresAt = session.startedAt.plus(LENGTH);
    entities.persist(session);
    return id;
  }

  /**
   * Ends a session. The operation is idempotent.
   *
   * @return the ID token, if it was that of an account
   */
  @Transactional
  public Optional<String> end(String id) {
    DeskSession session = entities.find(DeskSession.class, hash(id));
    known.invalidate(hash(id));
    if (session == null) {
      return Optional.empty();
    }
    entities.remove(session);
    return Optional.ofNullable(session.idToken);
  }

  /** The person of a session; empty if it has ended or its code was stopped. */
  @Transactional
  public Optional<Caller> caller(String id) {
    return known
        .get(hash(id), hash -> Optional.ofNullable(entities.find(DeskSession.class, hash)))
        .filter(session -> Instant.now().isBefore(session.expiresAt))
        .flatMap(this::caller);
  }

  private Optional<Caller> caller(DeskSession session) {
    return session.person == null
        ? keys.byId(session.keyId)
        : Optional.of(bodies.known(session.person.caller()));
  }

  @Scheduled(every = "1h", delayed = "1m")
  @Transactional
  void removeExpired() {
    entities
        .createQuery("delete from DeskSession s where s.expiresAt < ?1")
        .setParameter(1, Instant.now())
        .executeUpdate();
  }

  private static String hash(String id) {
    return Sha256.hex(id.getBytes(StandardCharsets.UTF_8));
  }
}
