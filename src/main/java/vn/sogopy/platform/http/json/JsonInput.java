package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Violations;

/** Converts bytes to valid records; every error becomes a problem with a JSON pointer. */
@ApplicationScoped
public class JsonInput {
  @Inject ObjectMapper json;
  @Inject Validator validator;

  private record Nothing() {}

  /**
   * @throws ProblemException 400
   */
  public <T> T read(byte[] bytes, Class<T> shape) {
    return validate(parse(bytes, shape));
  }

  /** Accepts only an object without fields, or null. */
  void readNothing(byte[] bytes) {
    parse(bytes, Nothing.class);
  }

  /**
   * An array of at least one and at most {@link BoundedLists#MAX_BULK} items; errors point to the
   * item.
   */
  public <T> List<T> many(JsonNode array, Class<T> shape) {
    List<T> items = bind(array, json.getTypeFactory().constructCollectionType(List.class, shape));
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
    ProblemException.requireNone(errors);
    return items;
  }

  /** The JSON of a value, in UTF-8. */
  public static byte[] bytes(ObjectMapper json, Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A merge patch built by the service itself; null clears. */
  public MergePatch patch(Map<String, Object> changes) {
    return new MergePatch(this, json.valueToTree(changes));
  }

  /**
   * @throws ProblemException 400
   */
  public <T> T convert(JsonNode node, Class<T> shape) {
    return validate(bind(node, json.constructType(shape)));
  }

  /**
   * Like {@link #convert(JsonNode, Class)}, for the fields of a form of a page.
   *
   * @param fields null values = not filled in
   */
  public <T> T typed(Map<String, ?> fields, Class<T> shape) {
    return convert(json.<JsonNode>valueToTree(fields), shape);
  }

  /**
   * The record that the fields of a page's form make, with normalized texts.
   *
   * @param namesAndValues in turn; an empty value is absent
   * @throws ProblemException 400
   */
  public <T> T fields(Class<T> shape, Object... namesAndValues) {
    Map<String, Object> sent = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !value.toString().isBlank()) {
        sent.put((String) namesAndValues[i], value);
      }
    }
    return convert(json.valueToTree(sent), shape);
  }

  private <T> T bind(JsonNode node, JavaType type) {
    try {
      return json.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    }
  }

  /** A cleared field is null and not removed: an unknown field must still be found and refused. */
  JsonNode merge(Object current, JsonNode patch) {
    try {
      return json.readerForUpdating(json.<JsonNode>valueToTree(current)).readValue(patch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Checks the Jakarta Validation constraints; strings are counted in code points. */
  public <T> T validate(T value) {
    if (value == null) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.WRONG_TYPE, "object"));
    }
    ProblemException.requireNone(findings(value));
    return value;
  }

  /** Like {@link #validate}, for callers that add errors about the same input. */
  public <T> List<FieldError> findings(T value) {
    return Violations.of(validator.validate(value));
  }

  private <T> T parse(byte[] bytes, Class<T> shape) {
    try {
      return json.readValue(utf8(new ByteArrayInputStream(bytes)), shape);
    } catch (JsonProcessingException e) {
      throw JsonProblems.of(e);
    } catch (IOException e) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
  }

  /**
   * The text without its byte order mark. Jackson alone accepts bytes that are not UTF-8.
   *
   * @return throws {@link CharacterCodingException} where the bytes are not UTF-8
   */
  static InputStream utf8(InputStream bytes) throws IOException {
    InputStream text = BOMInputStream.builder().setInputStream(bytes).get();
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }
}
