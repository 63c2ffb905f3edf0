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

/** Makes and stops API keys. */
@ApplicationScoped
public class ApiKeyService {
  @Inject ApiKeyRepository keys;
  @Inject KeyExpiry expiry;
  @Inject Event<KeysChanged> changed;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /** Makes a key with a random secret, which only this answer holds. */
  @Transactional
  public NewApiKey create(Actor actor, ApiKeyInput input) {
    return create(actor, input, KeySecret.generate(), false);
  }

  /** Makes a key with a given secret: for the first start. */
  @Transactional
  public NewApiKey create(Actor actor, ApiKeyInput input, String secret, boolean sample) {
    List<FieldError> errors = rules(actor.caller(), List.of(input)).check(input);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return make(actor, input, secret, sample);
  }

  /** Makes a key of what was checked. */
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
   * Stops a key; stopping it again changes nothing.
   *
   * @throws ProblemException 404 if there is none that this caller may know of
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

  /** After keys were changed otherwise than here. */
  public void forgetCached() {
    changed.fire(new KeysChanged());
  }

  /**
   * The rules for these keys. A lock keeps others from making keys until the end of the
   * transaction.
   *
   * @throws ProblemException 403 if one of them is to have more plans than the caller
   */
  KeyRules rules(Caller caller, List<ApiKeyInput> inputs) {
    for (ApiKeyInput input : inputs) {
      if (!caller.mayManageKeyFor(input.plans())) {
        throw new ProblemException(ProblemCode.FORBIDDEN);
      }
    }
    Sql.lockName(source, "api-keys");
    // By the entities' names: the rooms of organizations and plans lie above this one.
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

  /** The keys of these names that let in, as far as the caller may manage them. */
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

  /** A key just made; the only answer that ever holds the secret. */
  public record NewApiKey(
      @Schema(description = "Chỉ hiện một lần · shown this once") String key,
      @JsonUnwrapped ApiKeyView view) {}
}
