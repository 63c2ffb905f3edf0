package vn.sogopy.platform.http.query;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Refuses query parameters that the operation does not declare, that are not UTF-8 or empty,
 * missing required ones, and repeated ones that are no lists ({@link Separator}). It runs after the
 * filters that resolve the path. Pages are no operations: an empty field of their forms is usual.
 */
public class ParameterCheck {
  private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();

  private record Declared(boolean list, boolean required) {
    static Declared of(AnnotatedElement element) {
      Parameter documented = element.getAnnotation(Parameter.class);
      return new Declared(
          element.isAnnotationPresent(Separator.class),
          documented != null && documented.required());
    }
  }

  /** Responds 404 to a path with a control character. */
  @ServerRequestFilter(priority = Priorities.USER - 100)
  public void checkPath(ContainerRequestContext request) {
    boolean unnameable =
        request.getUriInfo().getPathParameters().values().stream()
            .flatMap(List::stream)
            .anyMatch(value -> value.chars().anyMatch(Character::isISOControl));
    if (unnameable) {
      throw ProblemException.notFound();
    }
  }

  @ServerRequestFilter(priority = Priorities.USER + 200)
  public void check(
      ResourceInfo resource, ContainerRequestContext request, RoutingContext context) {
    if (!resource.getResourceMethod().isAnnotationPresent(Operation.class)) {
      return;
    }
    Map<String, Declared> known =
        declared.computeIfAbsent(resource.getResourceMethod(), ParameterCheck::declaredBy);
    Map<String, List<String>> sent = request.getUriInfo().getQueryParameters();
    List<FieldError> errors = new ArrayList<>();
    requireNoSemicolon(context.request().query(), errors);
    known.forEach(
        (name, parameter) -> {
          if (parameter.required() && !sent.containsKey(name)) {
            errors.add(FieldError.parameter(name, FieldCode.REQUIRED));
          }
        });
    sent.forEach(
        (name, values) -> {
          FieldCode wrong = judge(name, values, known.get(name));
          if (wrong != null) {
            errors.add(FieldError.parameter(name, wrong));
          }
        });
    ProblemException.requireNone(errors);
  }

  /** The error of the parameter; null = none. */
  private static FieldCode judge(String name, List<String> values, Declared parameter) {
    // The framework replaces what it cannot decode by U+FFFD.
    if ((name + values).indexOf('\uFFFD') >= 0) {
      return FieldCode.INVALID_UTF8;
    }
    if (parameter == null) {
      return FieldCode.UNKNOWN_PARAMETER;
    }
    if (values.size() > 1 && !parameter.list()) {
      return FieldCode.REPEATED_PARAMETER;
    }
    // The framework converts an empty value to null, and drops it from the end of a list.
    boolean empty =
        values.stream()
            .anyMatch(value -> value.isEmpty() || (parameter.list() && value.endsWith(",")));
    return empty ? FieldCode.REQUIRED : null;
  }

  /** The framework treats a semicolon as an ampersand: half of a value would be lost. */
  private static void requireNoSemicolon(String query, List<FieldError> errors) {
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.indexOf(';') >= 0) {
        String name = URLDecoder.decode(pair.split("[=;]", 2)[0], StandardCharsets.UTF_8);
        errors.add(FieldError.parameter(name, FieldCode.INVALID_FORMAT, "%3B = ;"));
      }
    }
  }

  private static Map<String, Declared> declaredBy(Method method) {
    return Arrays.stream(method.getParameters())
        .<AnnotatedElement>flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(parameter.getType().getFields())
                    : Stream.of(parameter))
        .filter(element -> element.isAnnotationPresent(RestQuery.class))
        .collect(
            Collectors.toMap(
                element -> element.getAnnotation(RestQuery.class).value(), Declared::of));
  }
}
