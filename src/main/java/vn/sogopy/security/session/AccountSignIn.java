package vn.sogopy.security.session;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/** Signs people in by their account of a provider. An add-on implements it. */
public interface AccountSignIn {

  /** A person whom the provider has signed in. */
  record Account(Caller caller, String idToken) {}

  /**
   * One step of the sign-in.
   *
   * @param account null = the browser has to go on to the address
   * @param address null = the last step
   */
  record Step(Account account, String address) {}

  /** Whether a provider is configured. */
  boolean isOffered();

  /**
   * Takes the next step for a request to {@link DeskPaths#ACCOUNT}, to which the provider leads
   * back. It may set cookies of that path. Asks the provider, so it blocks.
   *
   * @throws ProblemException 401 for a sign-in that failed or was given up, 403 for an account
   *     without a usable right, 503 when the provider does not answer
   */
  Step next(RoutingContext context);

  /**
   * The address that signs out of the provider, too, and leads back to the sign-in.
   *
   * @param idToken of the account; null = the provider asks whom to sign out
   * @return empty if the provider has none
   */
  Optional<String> signOutAddress(RoutingContext context, String idToken);
}
