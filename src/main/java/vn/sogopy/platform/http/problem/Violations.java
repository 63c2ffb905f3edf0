package vn.sogopy.platform.http.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps violations of Jakarta Validation to errors of the contract. */
public final class Violations {
  private Violations() {}

  public static List<FieldError> of(Set<? extends ConstraintViolation<?>> violations) {
    return violations.stream()
        .map(Violations::toError)
        .sorted(Comparator.comparing(FieldError::name).thenComparing(FieldError::code))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static FieldError toError(ConstraintViolation<?> violation) {
    String pointer = pointer(violation.getPropertyPath());
    Map<String, Object> limits = violation.getConstraintDescriptor().getAttributes();
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (constraint) {
      case "NotNull", "NotEmpty", "NotBlank" ->
          FieldError.pointer(
              pointer, isBody(violation) ? FieldCode.EMPTY_BODY : FieldCode.REQUIRED);
      case "Size" -> size(pointer, violation.getInvalidValue(), limits);
      case "Min", "Max" ->
          FieldError.pointer(
              pointer,
              FieldCode.OUT_OF_RANGE,
              range(constraint, limits, "Min"),
              range(constraint, limits, "Max"));
      case "Pattern" -> FieldError.pointer(pointer, FieldCode.INVALID_FORMAT, form(limits));
      // A constraint of the service itself: its template is the code.
      default ->
          FieldError.pointer(
              pointer, FieldCode.valueOf(violation.getMessageTemplate()), form(limits));
    };
  }

  /** Whether the violation is about the whole body, a parameter of a resource method. */
  private static boolean isBody(ConstraintViolation<?> violation) {
    ElementKind last = null;
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getKind();
    }
    return last == ElementKind.PARAMETER;
  }

  /** The example in the message of the constraint, if any: it is easier to read than a pattern. */
  private static String form(Map<String, Object> limits) {
    String message = String.valueOf(limits.get("message"));
    return message.startsWith("{") ? String.valueOf(limits.get("regexp")) : message;
  }

  private static FieldError size(String pointer, Object value, Map<String, Object> limits) {
    int min = (Integer) limits.get("min");
    int max = (Integer) limits.get("max");
    int length =
        value instanceof CharSequence text
            ? vn.sogopy.platform.text.Text.length(text)
            : ((java.util.Collection<?>) value).size();
    if (length == 0 && min > 0) {
      return FieldError.pointer(
          pointer, value instanceof CharSequence ? FieldCode.BLANK : FieldCode.REQUIRED);
    }
    return length < min
        ? FieldError.pointer(pointer, FieldCode.TOO_SHORT, min)
        : FieldError.pointer(pointer, FieldCode.TOO_LONG, max);
  }

  private static Object range(String constraint, Map<String, Object> limits, String wanted) {
    return constraint.equals(wanted) ? limits.get("value") : "…";
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      String name = node.getName();
      boolean field = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.BEAN;
      if (field && name != null && !name.startsWith("<")) {
        pointer.append('/').append(name);
      }
    }
    return pointer.toString();
  }
}
