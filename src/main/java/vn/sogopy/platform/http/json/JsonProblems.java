package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** Reports where and why JSON does not fit its record. */
public final class JsonProblems {
  private JsonProblems() {}

  public static ProblemException of(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return ProblemException.invalid(tooMuch(e));
    }
    if (e instanceof JsonMappingException mapping) {
      if (mapping.getCause() instanceof InputCoercionException) {
        // A whole number outside the range of int.
        return ProblemException.invalid(
            FieldError.pointer(
                pointer(mapping.getPath()),
                FieldCode.OUT_OF_RANGE,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE));
      }
      if (mapping.getCause() instanceof JsonProcessingException cause && cause != e) {
        return of(cause);
      }
      if (!e.getOriginalMessage().startsWith("Trailing token")) {
        return ProblemException.invalid(fieldError(mapping));
      }
    }
    if (e instanceof JsonParseException parse && e.getOriginalMessage().startsWith("Duplicate ")) {
      String pointer = parse.getProcessor().getParsingContext().pathAsPointer().toString();
      return ProblemException.invalid(FieldError.pointer(pointer, FieldCode.DUPLICATE_FIELD));
    }
    return malformed(e);
  }

  private static FieldError tooMuch(JsonProcessingException e) {
    return e.getOriginalMessage().startsWith("Document nesting depth")
        ? FieldError.pointer("", FieldCode.TOO_DEEP, JsonRules.MAX_DEPTH)
        : FieldError.pointer("", FieldCode.TOO_LONG, JsonRules.MAX_TOKEN);
  }

  private static ProblemException malformed(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    return new ProblemException(ProblemCode.MALFORMED_JSON, line, column);
  }

  private static FieldError fieldError(JsonMappingException e) {
    String pointer = pointer(e.getPath());
    if (e.getCause() instanceof BoundedLists.TooLongException list) {
      String whole = pointer(e.getPath().subList(0, e.getPath().size() - 1));
      return FieldError.pointer(whole, FieldCode.TOO_LONG, list.max);
    }
    if (e instanceof UnrecognizedPropertyException) {
      return FieldError.pointer(pointer, FieldCode.UNKNOWN_FIELD);
    }
    if (e instanceof InvalidFormatException format) {
      Class<?> target = format.getTargetType();
      if (target == String.class && format.getValue() instanceof Integer codePoint) {
        return FieldError.pointer(
            pointer, FieldCode.INVALID_TEXT, String.format("U+%04X", codePoint));
      }
      if (target == LocalDate.class) {
        return FieldError.pointer(pointer, FieldCode.INVALID_DATE);
      }
      if (target == UUID.class) {
        return FieldError.pointer(pointer, FieldCode.INVALID_FORMAT, "UUID");
      }
      if (target.isEnum()) {
        return FieldError.pointer(pointer, FieldCode.INVALID_ENUM, constants(target));
      }
    }
    Class<?> target = e instanceof MismatchedInputException m ? m.getTargetType() : null;
    return FieldError.pointer(pointer, FieldCode.WRONG_TYPE, jsonType(target));
  }

  static String constants(Class<?> type) {
    return String.join(", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
  }

  private static String jsonType(Class<?> type) {
    if (type == null || type.isRecord()) {
      return "object";
    }
    if (type.isEnum() || type == String.class || type == LocalDate.class || type == UUID.class) {
      return "string";
    }
    if (type == Integer.class || type == Long.class) {
      return "integer";
    }
    return type == Boolean.class
        ? "boolean"
        : java.util.Collection.class.isAssignableFrom(type) ? "array" : "object";
  }

  private static String pointer(List<JsonMappingException.Reference> path) {
    JsonPointer pointer = JsonPointer.empty();
    for (JsonMappingException.Reference step : path) {
      pointer =
          step.getFieldName() == null
              ? pointer.appendIndex(step.getIndex())
              : pointer.appendProperty(step.getFieldName());
    }
    return pointer.toString();
  }
}
