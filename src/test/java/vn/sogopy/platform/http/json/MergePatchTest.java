package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.Problems;

class MergePatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Place(Integer page, String note) {}

  private record Thing(
      @NotNull @Size(min = 1, max = 9) String name, Place place, List<String> tags) {}

  private static final Thing CURRENT = new Thing("a", new Place(45, "đoạn 3"), List.of("x", "y"));

  /** RFC 7396, appendix A, as far as target and patch are objects; others are refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a':'b'}             | {'a':'c'}                   | {'a':'c'}",
        "{'a':'b'}             | {'b':'c'}                   | {'a':'b','b':'c'}",
        "{'a':'b'}             | {'a':null}                  | {}",
        "{'a':'b','b':'c'}     | {'a':null}                  | {'b':'c'}",
        "{'a':['b']}           | {'a':'c'}                   | {'a':'c'}",
        "{'a':'c'}             | {'a':['b']}                 | {'a':['b']}",
        "{'a':{'b':'c'}}       | {'a':{'b':'d','c':null}}    | {'a':{'b':'d'}}",
        "{'a':[{'b':'c'}]}     | {'a':[1]}                   | {'a':[1]}",
        "{'e':null}            | {'a':1}                     | {'e':null,'a':1}",
        "{'a':[1,2]}           | {'a':{'b':'c'}}             | {'a':{'b':'c'}}",
        "{}                    | {'a':{'bb':{'ccc':null}}}   | {'a':{'bb':{}}}",
        "{'a':{'b':{'c':1}}}   | {'a':{'b':null}}            | {'a':{}}",
        "{'a':[1,null]}        | {'a':[null]}                | {'a':[null]}"
      })
  void casesOfRfc7396(String target, String patch, String result) throws Exception {
    JsonNode patched =
        PlainInput.patch(patch.replace('\'', '"'))
            .on(JSON.readTree(target.replace('\'', '"')), JsonNode.class);

    assertThat(withoutNulls(patched))
        .isEqualTo(withoutNulls(JSON.readTree(result.replace('\'', '"'))));
  }

  /** Absent and null are equal in every shape, so a remaining null counts as removed. */
  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode bare = JSON.createObjectNode();
      object
          .properties()
          .forEach(
              field -> {
                if (!field.getValue().isNull()) {
                  bare.set(field.getKey(), withoutNulls(field.getValue()));
                }
              });
      return bare;
    }
    return node;
  }

  @Test
  void absentIsUnchanged() {
    assertThat(PlainInput.patch("{}").on(CURRENT, Thing.class)).isEqualTo(CURRENT);
    assertThat(PlainInput.patch("{\"place\": {}}").on(CURRENT, Thing.class)).isEqualTo(CURRENT);
  }

  @Test
  void nullIsCleared() {
    assertThat(PlainInput.patch("{\"place\": null, \"tags\": null}").on(CURRENT, Thing.class))
        .isEqualTo(new Thing("a", null, null));
    assertThat(PlainInput.patch("{\"place\": {\"note\": null}}").on(CURRENT, Thing.class))
        .isEqualTo(new Thing("a", new Place(45, null), List.of("x", "y")));
  }

  @Test
  void objectsMergeAndArraysAreReplaced() {
    assertThat(
            PlainInput.patch("{\"place\": {\"page\": 46}, \"tags\": [\"z\"]}")
                .on(CURRENT, Thing.class))
        .isEqualTo(new Thing("a", new Place(46, "đoạn 3"), List.of("z")));
  }

  @Test
  void inputsAreNotModified() {
    MergePatch patch = PlainInput.patch("{\"place\": {\"page\": 46}}");
    Thing once = patch.on(CURRENT, Thing.class);

    assertThat(CURRENT.place().page()).isEqualTo(45);
    assertThat(patch.on(CURRENT, Thing.class)).isEqualTo(once);
    assertThat(patch.on(new Thing("b", null, null), Thing.class))
        .isEqualTo(new Thing("b", new Place(46, null), null));
  }

  /** Of two fields that follow from each other, the one that is sent clears the other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'place': {'page': 46}}               | 46   |",
        "{'place': {'page': null}}             |      |",
        "{'place': {'note': 'x'}}              |      | x",
        "{'place': {'page': 46, 'note': 'x'}}  | 46   | x",
        "{'place': {}}                         | 45   | đoạn 3",
        "{'name': 'b'}                         | 45   | đoạn 3"
      })
  void eitherOfTwoFields(String json, Integer page, String note) {
    MergePatch patch = PlainInput.patch(json.replace('\'', '"'));

    assertThat(patch.either("place", "page", "note").on(CURRENT, Thing.class).place())
        .isEqualTo(new Place(page, note));
    assertThat(patch.names()).hasSize(1);
    assertThat(PlainInput.patch("{'place': null}".replace('\'', '"')).either("place", "a", "b"))
        .extracting(one -> one.on(CURRENT, Thing.class).place())
        .isNull();
  }

  @Test
  void stringsOfAPatchAreNormalised() {
    assertThat(PlainInput.patch("{\"name\": \" o\\u0301 \"}").on(CURRENT, Thing.class).name())
        .isEqualTo("ó");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'x': 1}                  | /x unknown-field []",
        "{'x': null}               | /x unknown-field []",
        "{'place': {'x': null}}    | /place/x unknown-field []",
        "{'name': null}            | /name required []",
        "{'name': ' '}             | /name blank []",
        "{'name': 7}               | /name wrong-type [string]",
        "{'place': {'page': '7'}}  | /place/page wrong-type [integer]",
        "{'place': {'page': 99999999999}} | /place/page out-of-range [-2147483648, 2147483647]",
        "{'place': {'page': 1e400}} | /place/page wrong-type [integer]",
        "{'place': {'page': 1.5}}  | /place/page wrong-type [integer]",
        "{'place': 7}              | /place wrong-type [object]",
        "{'tags': [7]}             | /tags/0 wrong-type [string]",
        "{'tags': {'0': 'x'}}      | /tags wrong-type [array]"
      })
  void mergedRecordIsValidated(String patch, String error) {
    assertThat(
            Problems.errors(
                () -> PlainInput.patch(patch.replace('\'', '"')).on(CURRENT, Thing.class)))
        .containsExactly(error);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "7", "\"x\"", "true"})
  void patchIsAnObject(String patch) {
    assertThat(Problems.errors(() -> PlainInput.patch(patch)))
        .containsExactly(" wrong-type [object]");
  }
}
