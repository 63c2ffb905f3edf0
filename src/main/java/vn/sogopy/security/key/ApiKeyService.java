package vn.sogopy.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.security.key.ApiKeyView.KeyStatus;
import vn.sogopy.security.key.KeyCache.KeysChanged;

/** Creates, lists, replaces and revokes API keys. */
@ApplicationScoped
public class ApiKeyService {
  private static final Logger LOG = Logger.getLogger(ApiKeyService.class);
  private static final Keyset<ApiKey> OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key<>("k.id", Keyset.Type.ID, key -> key.id));

  @Inject ApiKeyRepository keys;
  @Inject KeyExpiry expiry;
  @Inject BodyLookup bodies;
  @Inject Event<KeysChanged> changed;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /** Creates a key with a random secret. No other response contains the secret. */
  @Transactional
  public NewApiKey create(Actor actor, ApiKeyInput input) {
    return create(actor, input, KeySecret.generate(), false);
  }

  /** Creates a key with a given secret, for the first start. */
  @Transactional
  public NewApiKey create(Actor actor, ApiKeyInput input, String secret, boolean sample) {
    ProblemException.requireNone(rules(actor.caller(), List.of(input)).check(input));
    return make(actor, input, secret, sample);
  }

  /** Creates a key from checked properties. */
  NewApiKey make(Actor actor, ApiKeyInput input, String secret, boolean sample) {
    ApiKey key = new ApiKey();
    key.name = input.name();
    key.role = input.role();
    key.organization = input.organization();
    key.client = input.client() == null ? KeySecret.prefix(secret) : input.client();
    key.plans =
        input.plans() == null ? null : input.plans().stream().distinct().toArray(String[]::new);
    key.prefix = KeySecret.prefix(secret);
    key.hash = KeySecret.hash(secret);
    key.createdAt = actor.at();
    key.createdBy = actor.caller().name();
    key.expiresOn = input.expiresOn();
    key.readsRestricted = input.readsRestricted();
    key.person = input.person();
    key.email = input.email();
    key.sample = sample;
    keys.persist(key);
    return new NewApiKey(secret, ApiKeyView.of(key, expiry.today()));
  }

  /**
   * Revokes a key. The operation is idempotent.
   *
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public void revoke(Actor actor, UUID id) {
    ApiKey key = managed(actor.caller(), id, LockModeType.PESSIMISTIC_WRITE);
    if (key.revokedAt == null) {
      key.stop(actor.at());
    }
    changed.fire(new KeysChanged());
  }

  /**
   * Stops a key and makes another one with the same properties and client, for a forgotten secret.
   *
   * @throws ProblemException 404 if there is none that is visible to the caller, 409 if it is
   *     revoked or expired
   */
  @Transactional
  public NewApiKey replace(Actor actor, UUID id) {
    ApiKey old = managed(actor.caller(), id, LockModeType.PESSIMISTIC_WRITE);
    if (ApiKeyView.of(old, expiry.today()).status() != KeyStatus.ACTIVE) {
      throw new ProblemException(ProblemCode.KEY_ENDED);
    }
    NewApiKey made = make(actor, old.properties(old.client), KeySecret.generate(), old.sample);
    old.stop(actor.at());
    changed.fire(new KeysChanged());
    return made;
  }

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public ApiKeyView get(Caller caller, UUID id) {
    return ApiKeyView.of(managed(caller, id, LockModeType.NONE), expiry.today());
  }

  /** A key that the caller may manage. */
  private ApiKey managed(Caller caller, UUID id, LockModeType lock) {
    return keys.findByIdOptional(id, lock)
        .filter(key -> caller.mayManageKey(key.role, key.person, key.plans()))
        .orElseThrow(ProblemException::notFound);
  }

  /** The keys that this caller may manage. */
  @Transactional
  Page<ApiKeyView> list(Caller caller, ApiKeyQuery query) {
    return list(caller, query, null);
  }

  /**
   * The keys that this caller may manage.
   *
   * @param persons true: the codes of people; false: the keys of systems; null = both
   */
  @Transactional
  public Page<ApiKeyView> list(Caller caller, ApiKeyQuery query, Boolean persons) {
    LocalDate today = expiry.today();
    Hql from = query.from(today, expiry.horizon()).addIf("and k.person = ?", persons);
    // The same rule as Caller.mayManageKey.
    if (caller.isCoordinator()) {
      from.add("and k.person and k.role in ?", Caller.CODE_ROLES);
    }
    if (caller.plans() != null) {
      from.add(
          "and cast(sql('cast(? as text[]) @> cast(? as text[])', ?, k.plans) as Boolean) = true",
          (Object) caller.plans().toArray(String[]::new));
    }
    return OLDEST_FIRST
        .page(entities, ApiKey.class, query.page(), "select k", from)
        .map(key -> ApiKeyView.of(key, today));
  }

  /** Logs once a day the names of the keys that expire soon. */
  @Scheduled(cron = "{sogopy.keys.warn-cron}", timeZone = "Asia/Ho_Chi_Minh")
  @Transactional
  void logExpiring() {
    for (ApiKey key : keys.expiring(expiry.today(), expiry.horizon())) {
      LOG.warnf(
          "API key %s (%s) expires on %s: make another one with the client %s",
          key.prefix, onOneLine(key.name), key.expiresOn, onOneLine(key.client));
    }
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /**
   * Which keys exist; a good one is neither revoked nor expired.
   *
   * @param any of any status
   */
  public record Present(boolean any, boolean good, boolean validAdmin, boolean validOfSample) {}

  @Transactional
  public Present present() {
    List<ApiKey> good = keys.good(expiry.today());
    return new Present(
        keys.count() > 0,
        !good.isEmpty(),
        good.stream().anyMatch(key -> key.role == Role.ADMIN),
        good.stream().anyMatch(key -> key.sample));
  }

  /**
   * Removes deleted plans from the keys, since a later plan may have the same name. A key without
   * another plan is revoked.
   */
  public void removePlans(Collection<String> slugs, Instant at) {
    for (ApiKey key : keys.lockWithPlans()) {
      List<String> others = key.plans().stream().filter(slug -> !slugs.contains(slug)).toList();
      if (others.isEmpty()) {
        key.stop(at);
      } else {
        key.plans = others.toArray(String[]::new);
      }
    }
    changed.fire(new KeysChanged());
  }

  /**
   * The rules for these keys. A lock serializes the creation of keys until the end of the
   * transaction.
   *
   * @throws ProblemException 403 if the caller may not make one of them
   */
  KeyRules rules(Caller caller, List<ApiKeyInput> inputs) {
    for (ApiKeyInput input : inputs) {
      if (!caller.mayManageKey(input.role(), input.person(), input.plans())) {
        throw new ProblemException(ProblemCode.FORBIDDEN);
      }
    }
    Sql.lockName(source, "api-keys");
    // By the entities' names: the packages of organizations and plans depend on this one.
    KeyRules rules =
        new KeyRules(
            known(
                "select o.code from Organization o where o.code in ?",
                named(inputs, input -> Stream.ofNullable(input.organization()))),
            known(
                "select p.slug from Plan p where p.slug in ?",
                named(
                    inputs,
                    input -> input.plans() == null ? Stream.empty() : input.plans().stream())),
            expiry.today());
    Hql.of(
            "select distinct k.client, k.organization from ApiKey k where k.client in ?",
            named(inputs, input -> Stream.ofNullable(input.client())))
        .list(entities, Owner.class)
        .forEach(owner -> rules.taken(owner.client, owner.organization));
    named(inputs, input -> Stream.ofNullable(input.organization()))
        .forEach(code -> rules.follows(code, bodies.of(code).predecessors()));
    return rules;
  }

  /** The valid keys of these names that the caller may manage. */
  List<ApiKey> active(Caller caller, List<ApiKeyInput> inputs) {
    List<String> names = inputs.stream().map(ApiKeyInput::name).filter(Objects::nonNull).toList();
    return keys.good(expiry.today(), names).stream()
        .filter(key -> caller.mayManageKey(key.role, key.person, key.plans()))
        .toList();
  }

  record Owner(String client, String organization) {}

  private Set<String> known(String query, List<String> names) {
    return new HashSet<>(Hql.of(query, names).list(entities, String.class));
  }

  private static List<String> named(
      List<ApiKeyInput> inputs, Function<ApiKeyInput, Stream<String>> names) {
    return inputs.stream().flatMap(names).distinct().toList();
  }

  /** A new key. No other response contains the secret. */
  public record NewApiKey(
      @Schema(description = "Chỉ hiện một lần · shown this once") String key,
      @JsonUnwrapped ApiKeyView view) {}
}
