package vn.sogopy.security.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.ApiKeyRepository.KnownKey;
import vn.sogopy.security.key.KeyCache;

/** Turns the code or the account of a person into a session. */
@ApplicationScoped
public class SignInService {
  private static final int MAX_LENGTH = 512;

  @Inject KeyCache keys;
  @Inject SessionService sessions;
  @Inject CurrentCaller caller;

  /**
   * Starts a session.
   *
   * @param code as typed; null = none
   * @return the id of the session; empty if the code is not that of a person, or was stopped
   */
  public Optional<String> signIn(String code) {
    String typed = code == null ? "" : code.strip();
    return typed.isEmpty() || typed.length() > MAX_LENGTH
        ? Optional.empty()
        : keys.ofPerson(typed).map(this::start);
  }

  /**
   * Starts a session.
   *
   * @return the id of the session
   */
  public String signIn(AccountSignIn.Account account) {
    caller.signIn(account.caller());
    return sessions.start(account);
  }

  private String start(KnownKey key) {
    caller.signIn(key.caller());
    return sessions.start(key.id());
  }
}
