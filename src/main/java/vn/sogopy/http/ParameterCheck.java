package vn.sogopy.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not declare, and doubled ones that are not
 * lists.
 */
public class ParameterCheck {
  /** By method: parameter name to "may be repeated". */
  private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

  @ServerRequestFilter
  public void check(ResourceInfo resource, ContainerRequestContext request) {
    Map<String, Boolean> known =
        declared.computeIfAbsent(resource.getResourceMethod(), ParameterCheck::declaredBy);
    List<FieldError> errors = new ArrayList<>();
    request
        .getUriInfo()
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.containsKey(name)) {
                errors.add(FieldError.parameter(name, FieldCode.UNKNOWN_PARAMETER));
              } else if (values.size() > 1 && !known.get(name)) {
                errors.add(FieldError.parameter(name, FieldCode.REPEATED_PARAMETER));
              }
            });
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
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
