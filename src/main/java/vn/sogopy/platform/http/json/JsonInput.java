package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Violations;

/**
 * Bytes to valid records; every way in which they can be wrong becomes a problem with a pointer.
 */
@ApplicationScoped
public class JsonInput {
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
      throw JsonProblems.of(e);
    }
  }

  /** An object without fields, or null. */
  void readNothing(byte[] bytes) {
    String text = decode(bytes);
    try {
      json.readValue(text, Body.Nothing.class);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
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
      throw JsonProblems.of(e);
    }
  }

  /** One object, or an {@linkplain #many array}. */
  <T> Body.OneOrMany<T> readOneOrMany(byte[] bytes, Class<T> shape) {
    String text = decode(bytes);
    return text.stripLeading().startsWith("[")
        ? new Body.OneOrMany<>(many(text, shape), true)
        : new Body.OneOrMany<>(List.of(read(bytes, shape)), false);
  }

  /** An array of at least one and at most {@link Body#MAX_BULK}; the errors name the item. */
  private <T> List<T> many(String text, Class<T> shape) {
    List<T> items;
    try {
      items = json.readerForListOf(shape).readValue(text);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
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
      throw JsonProblems.of(e);
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
    return Violations.of(validator.validate(value));
  }

  private static String decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
    requireUtf8(bytes);
    int begin = hasByteOrderMark(bytes) ? 3 : 0;
    return new String(bytes, begin, bytes.length - begin, StandardCharsets.UTF_8);
  }

  static boolean hasByteOrderMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /**
   * @throws ProblemException 400
   */
  static void requireUtf8(byte[] bytes) {
    if (!isUtf8(bytes)) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
