package vn.sogopy.http;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods a path is served with. The framework forgets to say it with a 405 (RFC 9110 section
 * 15.5.6 wants {@code Allow}), and where several resources share the beginning of a path it answers
 * with 404 instead.
 */
@ApplicationScoped
public class AllowedMethods {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

  private volatile List<Route> routes;

  private record Route(Pattern path, String method) {}

  /** The refusal of a request that no resource serves: 405 if other methods are, else 404. */
  ProblemException refusal(RoutingContext context) {
    String method = context.request().method().name();
    Set<String> allowed = of(context.normalizedPath());
    if (allowed.isEmpty() || allowed.contains(method)) {
      return ProblemException.notFound();
    }
    return new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, method)
        .header("Allow", String.join(", ", allowed));
  }

  private Set<String> of(String path) {
    if (routes == null) {
      routes = read();
    }
    Set<String> methods = new TreeSet<>();
    for (Route route : routes) {
      if (route.path().matcher(path).matches()) {
        methods.add(route.method());
      }
    }
    return methods;
  }

  private static List<Route> read() {
    List<Route> routes = new ArrayList<>();
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        for (Method method : bean.getBeanClass().getMethods()) {
          add(routes, root, method);
        }
      }
    }
    return List.copyOf(routes);
  }

  private static void add(List<Route> routes, Path root, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod served = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (served != null) {
        Path below = method.getAnnotation(Path.class);
        Pattern path = pattern(root.value() + (below == null ? "" : "/" + below.value()));
        routes.add(new Route(path, served.value()));
        if (served.value().equals("GET")) {
          routes.add(new Route(path, "HEAD"));
        }
      }
    }
  }

  private static Pattern pattern(String template) {
    return Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+"));
  }
}
