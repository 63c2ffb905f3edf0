package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.sql.Sql;

/** Makes and stops API keys. */
@ApplicationScoped
public class ApiKeyService {
  /** Under these names the service itself stands in history. */
  private static final Set<String> RESERVED = Set.of("so-gop-y", "reminders", "sample");

  @Inject ApiKeyRepository keys;
  @Inject Event<KeysChanged> changed;
  @Inject DataSource source;

  /** Makes a key with a random secret, which only this answer holds. */
  @Transactional
  public NewApiKey create(Act act, ApiKeyInput input) {
    return create(act, input, KeySecret.generate(), false);
  }

  /** Makes a key with a given secret: for the first start. */
  @Transactional
  public NewApiKey create(Act act, ApiKeyInput input, String secret, boolean sample) {
    check(act.caller(), input);
    ApiKey key = new ApiKey();
    key.name = input.name();
    key.role = input.role();
    key.organization = input.organization();
    key.client = input.client() == null ? KeySecret.prefix(secret) : input.client();
    key.plans = input.plans() == null ? null : input.plans().toArray(String[]::new);
    key.prefix = KeySecret.prefix(secret);
    key.hash = KeySecret.hash(secret);
    key.createdAt = act.at();
    key.createdBy = act.caller().name();
    key.expiresOn = input.expiresOn();
    key.sample = sample;
    keys.persist(key);
    return new NewApiKey(secret, ApiKeyView.of(key));
  }

  /** Stops a key; stopping it again changes nothing. */
  @Transactional
  public void revoke(Act act, UUID id) {
    ApiKey key = keys.findByIdOptional(id).orElseThrow(ProblemException::notFound);
    if (key.revokedAt == null) {
      key.revokedAt = act.at();
    }
    changed.fire(new KeysChanged());
  }

  /** After keys were changed otherwise than here. */
  public void forgetCached() {
    changed.fire(new KeysChanged());
  }

  private void check(Caller caller, ApiKeyInput input) {
    if (caller.plans() != null
        && (input.plans() == null || !caller.plans().containsAll(input.plans()))) {
      // Nobody gives away more than he has.
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (input.client() != null
        && (RESERVED.contains(input.client()) || input.client().startsWith(Caller.OIDC))) {
      throw ProblemException.invalid(
          FieldError.pointer("/client", FieldCode.ALREADY_USED, input.client()));
    }
    if (input.client() != null
        && Sql.of(
                "select 1 from api_key where client = ? and organization_code is distinct from ?",
                input.client(),
                input.organization())
            .exists(source)) {
      // Its externalIds and replays would become another organization's.
      throw ProblemException.invalid(
          FieldError.pointer("/client", FieldCode.ALREADY_USED, input.client()));
    }
    if (input.role() == Role.SUBMITTER && input.organization() == null) {
      throw ProblemException.invalid(FieldError.pointer("/organization", FieldCode.REQUIRED));
    }
    if (input.role() != Role.SUBMITTER && input.organization() != null) {
      throw ProblemException.invalid(FieldError.pointer("/organization", FieldCode.NOT_SUPPORTED));
    }
    // Read by SQL: the rooms of organizations and plans lie above this one.
    if (input.organization() != null
        && !exists("select 1 from organization where code = ?", input.organization())) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    List<String> plans = input.plans() == null ? List.of() : input.plans();
    for (int i = 0; i < plans.size(); i++) {
      if (!exists("select 1 from plan where slug = ?", plans.get(i))) {
        throw ProblemException.invalid(
            FieldError.pointer("/plans/" + i, FieldCode.UNKNOWN_PLAN, plans.get(i)));
      }
    }
  }

  private boolean exists(String query, String value) {
    return Sql.of(query, value).exists(source);
  }
}
