package vn.sogopy.platform.http.openapi;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.mapping.URITemplate.TemplateComponent;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** Finds the operation of a method and a path, also for a request that is refused earlier. */
@ApplicationScoped
public class Operations {
  /** The resource methods of each path, by HTTP method; several for one if they consume others. */
  private volatile RequestMapper<SortedMap<String, List<Method>>> paths;

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

    /** The operationId, or the name of the method that makes a page; null = none. */
    public String operation() {
      if (method == null) {
        return null;
      }
      Operation operation = method.getAnnotation(Operation.class);
      return operation == null
          ? method.getDeclaringClass().getSimpleName() + "." + method.getName()
          : operation.operationId();
    }
  }

  public Target target(String verb, String path) {
    RequestMatch<SortedMap<String, List<Method>>> match = match(path);
    List<Method> served = match == null ? null : match.value.get(verb);
    if (served == null) {
      return new Target(null, Map.of());
    }
    Map<String, String> names = new HashMap<>();
    for (TemplateComponent part : match.template.components) {
      if (part.name != null) {
        names.put(part.name, match.pathParamValues[names.size()]);
      }
    }
    return new Target(served.get(0), names);
  }

  /**
   * The problem for a request that no resource serves: 405 if the path has other methods, else 404.
   * The framework adds no {@code Allow} to a 405 (RFC 9110 section 15.5.6), and responds 404 where
   * several resources share the beginning of a path.
   */
  public ProblemException refusal(RoutingContext context) {
    String verb = context.request().method().name();
    SortedMap<String, List<Method>> served = methods(context.normalizedPath());
    if (served.isEmpty() || served.containsKey(verb)) {
      return ProblemException.notFound();
    }
    return new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, verb)
        .header("Allow", String.join(", ", served.keySet()));
  }

  /** The problem for a media type that the method of the path does not accept. */
  public ProblemException unsupported(RoutingContext context) {
    return ProblemException.unsupported(
        methods(context.normalizedPath())
            .getOrDefault(context.request().method().name(), List.of())
            .stream()
            .map(method -> method.getAnnotation(Consumes.class))
            .filter(Objects::nonNull)
            .flatMap(consumes -> Stream.of(consumes.value()))
            .distinct()
            .toList());
  }

  SortedMap<String, List<Method>> methods(String path) {
    RequestMatch<SortedMap<String, List<Method>>> match = match(path);
    return match == null ? new TreeMap<>() : match.value;
  }

  /** Null = no such path. */
  private RequestMatch<SortedMap<String, List<Method>>> match(String path) {
    if (paths == null) {
      paths = read();
    }
    return !path.startsWith("/") || path.endsWith("/") ? null : paths.map(path);
  }

  private static RequestMapper<SortedMap<String, List<Method>>> read() {
    Map<String, SortedMap<String, List<Method>>> all = new HashMap<>();
    for (Bean<?> bean :
        Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path root = bean.getBeanClass().getAnnotation(Path.class);
      if (root != null) {
        Stream.of(bean.getBeanClass().getMethods())
            .filter(Operations::isOn)
            .forEach(method -> add(all, root, method));
      }
    }
    ArrayList<RequestPath<SortedMap<String, List<Method>>>> templates = new ArrayList<>();
    all.forEach(
        (path, methods) ->
            templates.add(new RequestPath<>(false, new URITemplate(path, false), methods)));
    return new RequestMapper<>(templates);
  }

  private static boolean isOn(Method method) {
    OnlyWith condition = method.getAnnotation(OnlyWith.class);
    return condition == null
        || Arc.container().select(condition.value(), Any.Literal.INSTANCE).isResolvable();
  }

  private static void add(
      Map<String, SortedMap<String, List<Method>>> all, Path root, Method method) {
    Path below = method.getAnnotation(Path.class);
    String start = root.value().equals("/") && below != null ? "" : root.value();
    String path = start + (below == null ? "" : "/" + below.value());
    Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .flatMap(
            verb -> verb.value().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(verb.value()))
        .forEach(
            verb ->
                all.computeIfAbsent(path, template -> new TreeMap<>())
                    .computeIfAbsent(verb, name -> new ArrayList<>())
                    .add(method));
  }
}
