package vn.sogopy.platform.http.json;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Refuses query parameters that the operation does not declare, that are no UTF-8, and doubled ones
 * that are not lists; after the filters that find what the path names.
 */
public class ParameterCheck {
  /** By method: parameter name to "may be repeated". */
  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  /** A path with a control character names nothing. */
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
    Map<String, Boolean> known =
        declared.computeIfAbsent(resource.getResourceMethod(), ParameterCheck::declaredBy);
    List<FieldError> errors = new ArrayList<>();
    String query = context.request().query();
    requireUtf8(query, errors);
    requireNoSemicolon(query, errors);
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.containsKey(name)) {
                errors.add(FieldError.parameter(name, FieldCode.UNKNOWN_PARAMETER));
              } else if (values.size() > 1 && !known.get(name)) {
                errors.add(FieldError.parameter(name, FieldCode.REPEATED_PARAMETER));
              } else if (values.contains("")) {
                // The framework would hand an empty value on as none.
                errors.add(FieldError.parameter(name, FieldCode.REQUIRED));
              }
            });
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /** The framework puts U+FFFD for what it cannot decode; such words were never sent. */
  private static void requireUtf8(String query, List<FieldError> errors) {
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String decoded = URLDecoder.decode(pair, StandardCharsets.UTF_8);
      if (decoded.indexOf('\uFFFD') >= 0 && !pair.toUpperCase(Locale.ROOT).contains("%EF%BF%BD")) {
        String name = decoded.split("=", 2)[0];
        errors.add(FieldError.parameter(name, FieldCode.INVALID_UTF8));
      }
    }
  }

  /** The framework takes it for an ampersand: half of a value would be lost. */
  private static void requireNoSemicolon(String query, List<FieldError> errors) {
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.indexOf(';') >= 0) {
        String name = URLDecoder.decode(pair.split("[=;]", 2)[0], StandardCharsets.UTF_8);
        errors.add(FieldError.parameter(name, FieldCode.INVALID_FORMAT, "%3B = ;"));
      }
    }
  }

  private static Map<String, Boolean> declaredBy(Method method) {
    Map<String, Boolean> names = new HashMap<>();
    for (Parameter parameter : method.getParameters()) {
      add(names, parameter, parameter.getType());
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getFields()) {
          add(names, field, field.getType());
        }
      }
    }
    return names;
  }

  private static void add(Map<String, Boolean> names, AnnotatedElement element, Class<?> type) {
    QueryParam query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      names.put(query.value(), type == List.class);
    }
  }
}
