package vn.sogopy.platform.http.openapi;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** By the number of their parts: every change and every refused request is looked up here. */
  private volatile Map<Integer, List<Route>> routes;

  /**
   * @param names of what stands in place of each part; null = the part itself
   * @param types of bodies
   */
  private record Route(
      List<String> parts, List<String> names, String method, List<String> types, String operation) {
    private static Route of(String template, String method, List<String> types, String operation) {
      List<String> parts = split(template);
      List<String> names = new ArrayList<>();
      for (String part : parts) {
        Matcher parameter = PARAMETER.matcher(part);
        names.add(parameter.matches() ? parameter.group(1) : null);
      }
      return new Route(parts, names, method, types, operation);
    }

    private boolean serves(List<String> path) {
      for (int i = 0; i < parts.size(); i++) {
        String part = path.get(i);
        if (names.get(i) == null ? !part.equals(parts.get(i)) : part.isEmpty()) {
          return false;
        }
      }
      return true;
    }

    private Map<String, String> values(List<String> path) {
      Map<String, String> values = new HashMap<>();
      for (int i = 0; i < parts.size(); i++) {
        if (names.get(i) != null) {
          values.put(names.get(i), path.get(i));
        }
      }
      return values;
    }

    private long parameters() {
      return names.stream().filter(Objects::nonNull).count();
    }
  }

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
    List<String> parts = split(path);
    for (Route route : routes(parts)) {
      if (route.method().equals(served) && route.serves(parts)) {
        return new Target(route.operation(), route.values(parts));
      }
    }
    return new Target(null, Map.of());
  }

  /** The methods that a path is served with. */
  public Set<String> methods(String path) {
    Set<String> methods = new TreeSet<>();
    List<String> parts = split(path);
    for (Route route : routes(parts)) {
      if (route.serves(parts)) {
        methods.add(route.method());
        if (route.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return methods;
  }

  /** The media types of bodies that a method takes there. */
  public List<String> types(String method, String path) {
    List<String> parts = split(path);
    return routes(parts).stream()
        .filter(route -> route.method().equals(method) && route.serves(parts))
        .flatMap(route -> route.types().stream())
        .distinct()
        .toList();
  }

  private List<Route> routes(List<String> parts) {
    if (routes == null) {
      routes = read().stream().collect(Collectors.groupingBy(route -> route.parts().size()));
    }
    return routes.getOrDefault(parts.size(), List.of());
  }

  /** What stands between the slashes; no parameter spans one. */
  private static List<String> split(String path) {
    return List.of(path.split("/", -1));
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
    routes.sort(Comparator.comparing(Route::parameters));
    return List.copyOf(routes);
  }

  private static void add(List<Route> routes, Path root, Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    Consumes consumes = method.getAnnotation(Consumes.class);
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod served = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (served != null) {
        Path below = method.getAnnotation(Path.class);
        String path = root.value() + (below == null ? "" : "/" + below.value());
        routes.add(
            Route.of(
                path,
                served.value(),
                consumes == null ? List.of() : List.of(consumes.value()),
                operation == null ? null : operation.operationId()));
      }
    }
  }
}
