package vn.sogopy.security.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.key.KeyCache.KeysChanged;

/** Creates and revokes API keys. */
@ApplicationScoped
public class ApiKeyService {
  @Inject ApiKeyRepository keys;
  @Inject KeyExpiry expiry;
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
    List<FieldError> errors = rules(actor.caller(), List.of(input)).check(input);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
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
    ApiKey key =
        keys.findByIdOptional(id)
            .filter(found -> actor.caller().mayManageKeyFor(found.plans()))
            .orElseThrow(ProblemException::notFound);
    if (key.revokedAt == null) {
      key.revokedAt = actor.at();
    }
    changed.fire(new KeysChanged());
  }

  /** Clears the caches. Required after a change of keys outside of this class. */
  public void forgetCached() {
    changed.fire(new KeysChanged());
  }

  /**
   * The rules for these keys. A lock serializes the creation of keys until the end of the
   * transaction.
   *
   * @throws ProblemException 403 if one of them has more plans than the caller
   */
  KeyRules rules(Caller caller, List<ApiKeyInput> inputs) {
    for (ApiKeyInput input : inputs) {
      if (!caller.mayManageKeyFor(input.plans())) {
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
    return rules;
  }

  /** The valid keys of these names that the caller may manage. */
  List<ApiKey> active(Caller caller, List<ApiKeyInput> inputs) {
    List<String> names = inputs.stream().map(ApiKeyInput::name).filter(Objects::nonNull).toList();
    return keys
        .list(
            "name in ?1 and revokedAt is null and (expiresOn is null or expiresOn >= ?2) order by id",
            names,
            expiry.today())
        .stream()
        .filter(key -> caller.mayManageKeyFor(key.plans()))
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
