package vn.sogopy.platform.http.connection;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import vn.sogopy.platform.http.openapi.Operations;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Which methods and media types a path is served with. The framework forgets to say it with a 405
 * (RFC 9110 section 15.5.6 wants {@code Allow}), and where several resources share the beginning of
 * a path it answers with 404 instead.
 */
@ApplicationScoped
public class AllowedMethods {
  @Inject Operations operations;

  /** The refusal of a request that no resource serves: 405 if other methods are, else 404. */
  public ProblemException refusal(RoutingContext context) {
    String method = context.request().method().name();
    Set<String> allowed = operations.methods(context.normalizedPath());
    if (allowed.isEmpty() || allowed.contains(method)) {
      return ProblemException.notFound();
    }
    return new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, method)
        .header("Allow", String.join(", ", allowed));
  }

  /** The refusal of a body of another type. */
  public ProblemException unsupported(RoutingContext context) {
    return ProblemException.unsupported(
        operations.types(context.request().method().name(), context.normalizedPath()));
  }
}
