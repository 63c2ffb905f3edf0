package vn.sogopy.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Predicate;
import org.hamcrest.Description;
import org.hamcrest.Matcher;
import org.hamcrest.TypeSafeMatcher;

/**
 * Reads JSON responses with Jackson: REST Assured compiles each of its paths as a Groovy program,
 * which is too slow for every test.
 */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object, with nested ones as maps. */
  static Map<String, Object> map(String text) {
    return MAPPER.convertValue(read(text), new TypeReference<Map<String, Object>>() {});
  }

  static String text(Map<String, Object> object) {
    return MAPPER.valueToTree(object).toString();
  }

  static JsonNode of(Response answer) {
    return read(answer.asString());
  }

  /** Matches a body that meets the condition. */
  static Matcher<String> that(String words, Predicate<JsonNode> condition) {
    return new TypeSafeMatcher<>() {
      @Override
      protected boolean matchesSafely(String body) {
        return !body.isEmpty() && condition.test(read(body));
      }

      @Override
      public void describeTo(Description description) {
        description.appendText("JSON with " + words);
      }
    };
  }
}
