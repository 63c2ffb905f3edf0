package vn.sogopy.platform.http.openapi;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** Finds the operation of a method and a path, also for a request that is refused earlier. */
@ApplicationScoped
public class Operations {
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9]+)[^}]*}");

  /** By the number of slashes: every change and every refused request is looked up here. */
  private volatile Map<Long, List<Route>> routes;

  private record Route(long slashes, Pattern path, List<String> names, String verb, Method method) {
    static Route of(String template, String verb, Method method) {
      return new Route(
          Operations.slashes(template),
          Pattern.compile(PARAMETER.matcher(template).replaceAll("(?<$1>[^/]+)")),
          PARAMETER.matcher(template).results().map(name -> name.group(1)).toList(),
          verb,
          method);
    }

    boolean serves(String sent) {
      return path.matcher(sent).matches();
    }

    Map<String, String> values(String sent) {
      Matcher matcher = path.matcher(sent);
      return matcher.matches()
          ? names.stream().collect(Collectors.toMap(Function.identity(), matcher::group))
          : Map.of();
    }
  }

  /** The method exists only while a bean of this type does, since an add-on can be off. */
  @Retention(RetentionPolicy.RUNTIME)
  @java.lang.annotation.Target(ElementType.METHOD)
  public @interface OnlyWith {
    Class<?> value();
  }

  /**
   * The operation of a request.
   *
   * @param method the resource method; null = none
   * @param names the undecoded path parameters by their names in the contract
   */
  public record Target(Method method, Map<String, String> names) {

    /** The operationId; null = none. */
    public String operation() {
      Operation operation = method == null ? null : method.getAnnotation(Operation.class);
      return operation == null ? null : operation.operationId();
    }
  }

  public Target target(String verb, String path) {
    String served = verb.equals("HEAD") ? "GET" : verb;
    return routes(path).stream()
        .filter(route -> route.verb().equals(served) && route.serves(path))
        .findFirst()
        .map(route -> new Target(route.method(), route.values(path)))
        .orElse(new Target(null, Map.of()));
  }

  /**
   * The problem for a request that no resource serves: 405 if the path has other methods, else 404.
   * The framework adds no {@code Allow} to a 405 (RFC 9110 section 15.5.6), and responds 404 where
   * several resources share the beginning of a path.
   */
  public ProblemException refusal(RoutingContext context) {
    String verb = context.request().method().name();
    Set<String> allowed = methods(context.normalizedPath());
    if (allowed.isEmpty() || allowed.contains(verb)) {
      return ProblemException.notFound();
    }
    return new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, verb)
        .header("Allow", String.join(", ", allowed));
  }

  /** The methods of a path. */
  Set<String> methods(String path) {
    Set<String> verbs = new TreeSet<>();
    for (Route route : routes(path)) {
      if (route.serves(path)) {
        verbs.add(route.verb());
        if (route.verb().equals("GET")) {
          verbs.add("HEAD");
        }
      }
    }
    return verbs;
  }

  /** The problem for a media type that the method of the path does not accept. */
  public ProblemException unsupported(RoutingContext context) {
    String verb = context.request().method().name();
    String path = context.normalizedPath();
    return ProblemException.unsupported(
        routes(path).stream()
            .filter(route -> route.verb().equals(verb) && route.serves(path))
            .map(route -> route.method().getAnnotation(Consumes.class))
            .filter(Objects::nonNull)
            .flatMap(consumes -> Stream.of(consumes.value()))
            .distinct()
            .toList());
  }

  private List<Route> routes(String path) {
    if (routes == null) {
      routes = read();
    }
    return routes.getOrDefault(slashes(path), List.of());
  }

  /** No parameter spans a slash. */
  private static long slashes(String path) {
    return path.chars().filter(character -> character == '/').count();
  }

  private static Map<Long, List<Route>> read() {
    List<Route> all = new ArrayList<>();
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        Stream.of(bean.getBeanClass().getMethods())
            .filter(Operations::isOn)
            .forEach(method -> add(all, root, method));
      }
    }
    // A path without parameters before one with a parameter that would match its last segment.
    all.sort(Comparator.comparing(route -> route.names().size()));
    return all.stream().collect(Collectors.groupingBy(Route::slashes));
  }

  private static boolean isOn(Method method) {
    OnlyWith condition = method.getAnnotation(OnlyWith.class);
    return condition == null
        || Arc.container().select(condition.value(), Any.Literal.INSTANCE).isResolvable();
  }

  private static void add(List<Route> routes, Path root, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod served = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (served != null) {
        Path below = method.getAnnotation(Path.class);
        String path = root.value() + (below == null ? "" : "/" + below.value());
        routes.add(Route.of(path, served.value(), method));
      }
    }
  }
}
