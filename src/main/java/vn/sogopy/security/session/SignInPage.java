package vn.sogopy.security.session;

import io.vertx.ext.web.RoutingContext;

/** Asks a person to sign in, in place of the page of the request. The desk implements it. */
public interface SignInPage {
  /** Ends the response. The texts of a form are kept in the page that asks. */
  void ask(RoutingContext context);
}
