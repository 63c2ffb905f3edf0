package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Violations;

/**
 * Bytes to valid records; every way in which they can be wrong becomes a problem with a pointer.
 */
@ApplicationScoped
public class JsonInput {
  /** What the JDK puts in place of bytes that are no UTF-8; it may also have been sent. */
  private static final char REPLACED = '\uFFFD';

  @Inject ObjectMapper json;
  @Inject Validator validator;

  /**
   * @throws ProblemException 400
   */
  public <T> T read(byte[] bytes, Class<T> shape) {
    String text = decode(bytes);
    try {
      return validate(json.readValue(text, shape));
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
  }

  /** An object without fields, or null. */
  void readNothing(byte[] bytes) {
    String text = decode(bytes);
    try {
      json.readValue(text, Body.Nothing.class);
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
  }

  /** A JSON object as it stands, its strings not normalised yet. */
  ObjectNode readObject(byte[] bytes) {
    String text = decode(bytes);
    try {
      JsonNode node = json.readTree(text);
      if (node instanceof ObjectNode object) {
        return object;
      }
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.WRONG_TYPE, "object"));
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
  }

  /** One object, or an {@linkplain #readMany array}. */
  <T> Body.OneOrMany<T> readOneOrMany(byte[] bytes, Class<T> shape) {
    String text = decode(bytes);
    return text.stripLeading().startsWith("[")
        ? new Body.OneOrMany<>(many(text, shape), true)
        : new Body.OneOrMany<>(List.of(read(bytes, shape)), false);
  }

  /** An array of at least one and at most {@link Body#MAX_BULK}; the errors name the item. */
  <T> List<T> readMany(byte[] bytes, Class<T> shape) {
    return many(decode(bytes), shape);
  }

  private <T> List<T> many(String text, Class<T> shape) {
    List<T> items;
    try {
      items =
          json.readerForListOf(shape)
              .withAttribute(BoundedLists.attribute(), Body.MAX_BULK)
              .readValue(text);
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
    if (items == null) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.WRONG_TYPE, "array"));
    }
    if (items.isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.REQUIRED));
    }
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String at = "/" + i;
      if (items.get(i) == null) {
        errors.add(FieldError.pointer(at, FieldCode.REQUIRED));
      } else {
        findings(items.get(i)).forEach(error -> errors.add(error.below(at)));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return items;
  }

  /**
   * The same bytes for the same JSON, however it is written: no whitespace, fields in the order of
   * their names, no needless escapes (after RFC 8785).
   *
   * @param bytes that were read before
   */
  byte[] canonical(byte[] bytes) {
    try {
      return json.writer()
          .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .writeValueAsBytes(json.readTree(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A merge patch that the service itself has put together; null clears. */
  public MergePatch patch(Map<String, Object> changes) {
    return new MergePatch(this, json.valueToTree(changes));
  }

  <T> T convert(JsonNode node, Class<T> shape) {
    try {
      return validate(json.treeToValue(node, shape));
    } catch (JsonProcessingException e) {
      throw explain(e);
    }
  }

  JsonNode toTree(Object value) {
    return json.valueToTree(value);
  }

  /** Checks the Jakarta Validation constraints; strings are counted in code points. */
  public <T> T validate(T value) {
    if (value == null) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.WRONG_TYPE, "object"));
    }
    List<FieldError> errors = findings(value);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return value;
  }

  /** As {@link #validate}, for who has more to say of the same input. */
  public <T> List<FieldError> findings(T value) {
    Set<ConstraintViolation<T>> violations = validator.validate(value);
    return violations.stream()
        .map(Violations::toError)
        .sorted(Comparator.comparing(FieldError::name).thenComparing(FieldError::code))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACED) >= 0 && !isUtf8(bytes)) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static ProblemException explain(JsonProcessingException e) {
    if (e instanceof StreamConstraintsException) {
      return ProblemException.invalid(tooMuch(e));
    }
    if (e instanceof JsonMappingException mapping) {
      if (mapping.getCause() instanceof InputCoercionException) {
        // A whole number that no integer holds.
        return ProblemException.invalid(
            FieldError.pointer(
                pointer(mapping.getPath()),
                FieldCode.OUT_OF_RANGE,
                Integer.MIN_VALUE,
                Integer.MAX_VALUE));
      }
      if (mapping.getCause() instanceof JsonProcessingException cause && cause != e) {
        return explain(cause);
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
    if (e instanceof BoundedLists.TooLongException list) {
      return FieldError.pointer(pointer, FieldCode.TOO_LONG, list.max);
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
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      pointer.append('/');
      pointer.append(
          step.getFieldName() == null
              ? step.getIndex()
              : step.getFieldName().replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
