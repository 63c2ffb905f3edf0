package vn.sogopy.http;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which operation serves a method and a path, known also where a request is refused before it. */
@ApplicationScoped
public class Operations {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9]+)[^}]*}");

  /** By the number of slashes: each request but a refused one is looked up here. */
  private volatile Map<Long, List<Route>> routes;

  private record Route(
      String template, Pattern path, String method, String operation, List<String> names) {}

  /**
   * What a request is for.
   *
   * @param operation its operationId; null where no operation serves it
   * @param names the values that stand in its path, by their names in the contract, as they were
   *     sent
   */
  public record Target(String operation, Map<String, String> names) {}

  public Target target(String method, String path) {
    String served = method.equals("HEAD") ? "GET" : method;
    for (Route route : routes(path)) {
      if (route.method().equals(served)) {
        Matcher matcher = route.path().matcher(path);
        if (matcher.matches()) {
          Map<String, String> names = new HashMap<>();
          route.names().forEach(name -> names.put(name, matcher.group(name)));
          return new Target(route.operation(), names);
        }
      }
    }
    return new Target(null, Map.of());
  }

  /** The methods that a path is served with. */
  Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    for (Route route : routes(path)) {
      if (route.path().matcher(path).matches()) {
        methods.add(route.method());
        if (route.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return methods;
  }

  private List<Route> routes(String path) {
    if (routes == null) {
      // No parameter spans a slash.
      routes = read().stream().collect(Collectors.groupingBy(route -> slashes(route.template())));
    }
    return routes.getOrDefault(slashes(path), List.of());
  }

  private static long slashes(String path) {
    return path.chars().filter(character -> character == '/').count();
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
    // A path without parameters before one that would take its last part for a value.
    routes.sort((a, b) -> Integer.compare(a.names().size(), b.names().size()));
    return List.copyOf(routes);
  }

  private static void add(List<Route> routes, Path root, Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod served = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (served != null) {
        Path below = method.getAnnotation(Path.class);
        String path = root.value() + (below == null ? "" : "/" + below.value());
        routes.add(
            new Route(
                path,
                Pattern.compile(PARAMETER.matcher(path).replaceAll("(?<$1>[^/]+)")),
                served.value(),
                operation == null ? null : operation.operationId(),
                PARAMETER.matcher(path).results().map(result -> result.group(1)).toList()));
      }
    }
  }
}
