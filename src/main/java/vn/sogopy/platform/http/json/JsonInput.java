package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Violations;

/** Converts bytes to valid records; every error becomes a problem with a JSON pointer. */
@ApplicationScoped
public class JsonInput {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  @Inject ObjectMapper json;
  @Inject Validator validator;

  private record Nothing() {}

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

  /** Accepts only an object without fields, or null. */
  void readNothing(byte[] bytes) {
    String text = decode(bytes);
    try {
      json.readValue(text, Nothing.class);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /**
   * An array of at least one and at most {@link BoundedLists#MAX_BULK} items; errors point to the
   * item.
   */
  public <T> List<T> many(JsonNode array, Class<T> shape) {
    List<T> items;
    try {
      items =
          json.treeToValue(array, json.getTypeFactory().constructCollectionType(List.class, shape));
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
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

  /** A merge patch built by the service itself; null clears. */
  public MergePatch patch(Map<String, Object> changes) {
    return new MergePatch(this, json.valueToTree(changes));
  }

  /**
   * @throws ProblemException 400
   */
  public <T> T convert(JsonNode node, Class<T> shape) {
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

  /** Like {@link #validate}, for callers that add errors about the same input. */
  public <T> List<FieldError> findings(T value) {
    return Violations.of(validator.validate(value));
  }

  private static String decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.EMPTY_BODY));
    }
    try {
      InputStream text = new ByteArrayInputStream(bytes);
      requireUtf8(text);
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Checks the encoding and resets the text to its beginning, after the byte order mark if it has
   * one.
   *
   * @param text supports {@linkplain InputStream#reset reset}
   * @throws ProblemException 400
   */
  static void requireUtf8(InputStream text) throws IOException {
    Reader reader = new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder());
    int first;
    try {
      first = reader.read();
      reader.transferTo(Writer.nullWriter());
    } catch (CharacterCodingException e) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
    text.reset();
    if (first == BYTE_ORDER_MARK) {
      text.skipNBytes(3);
    }
  }
}
