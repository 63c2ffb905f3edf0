package vn.sogopy.platform.http.problem;

import io.vertx.ext.web.RoutingContext;

/** Shows a problem to a person, in place of the JSON. The desk implements it. */
public interface ProblemPage {
  /** Whether the request is one for a page. */
  boolean serves(RoutingContext context);

  /** The page, in Vietnamese. */
  String html(RoutingContext context, Problem problem);
}
