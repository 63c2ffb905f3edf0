package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.platform.http.json.PlainInput.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class JsonInputTest {
  private enum Colour {
    RED,
    GREEN
  }

  private record Letter(@NotNull @Size(min = 1, max = 10) String number, LocalDate date) {}

  private record Form(
      @Size(min = 1, max = 5) String text,
      @Min(1) @Max(9) Integer page,
      Boolean restricted,
      Colour colour,
      LocalDate date,
      UUID id,
      @Valid Letter letter,
      @Size(max = 2) List<@NotNull @Size(min = 2, max = 3) String> codes,
      List<@NotNull @Valid Letter> letters,
      @Pattern(regexp = "[a-z]+") String slug) {}

  private record Book(@Size(max = 500) List<@NotNull @Valid Page> pages) {}

  private record Page(@Size(max = 20) List<@NotNull @Size(min = 1, max = 3) String> words) {}

  private static List<String> errors(String json) {
    return Problems.errors(() -> read(json, Form.class));
  }

  @Test
  void everythingAbsentIsNull() {
    assertThat(read("{}", Form.class))
        .isEqualTo(new Form(null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void stringsAreNormalised() {
    Form form =
        read("{\"text\": \"\\u00a0a\\r\\nĐo\\u0301\\ufeff\", \"codes\": [\" ab \"]}", Form.class);

    assertThat(form.text()).isEqualTo("a\nĐó");
    assertThat(form.codes()).containsExactly("ab");
  }

  @Test
  void byteOrderMarkIsSkipped() {
    assertThat(read("\uFEFF{\"page\": 3}", Form.class).page()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'x': 1}                        | /x unknown-field []",
        "{'letter': {'a/b~c': 1}}        | /letter/a~1b~0c unknown-field []",
        "{'text': 1}                     | /text wrong-type [string]",
        "{'text': true}                  | /text wrong-type [string]",
        "{'text': {}}                    | /text wrong-type [string]",
        "{'text': []}                    | /text wrong-type [string]",
        "{'page': '3'}                   | /page wrong-type [integer]",
        "{'page': ''}                    | /page wrong-type [integer]",
        "{'page': ' '}                   | /page wrong-type [integer]",
        "{'restricted': ''}              | /restricted wrong-type [boolean]",
        "{'restricted': ' '}             | /restricted wrong-type [boolean]",
        "{'page': 1.5}                   | /page wrong-type [integer]",
        "{'page': true}                  | /page wrong-type [integer]",
        "{'page': []}                    | /page wrong-type [integer]",
        "{'restricted': 'true'}          | /restricted wrong-type [boolean]",
        "{'restricted': 1}               | /restricted wrong-type [boolean]",
        "{'colour': 'BLUE'}              | /colour invalid-enum [RED, GREEN]",
        "{'colour': 'red'}               | /colour invalid-enum [RED, GREEN]",
        "{'colour': ''}                  | /colour invalid-enum [RED, GREEN]",
        "{'colour': 0}                   | /colour invalid-enum [RED, GREEN]",
        "{'colour': {}}                  | /colour wrong-type [string]",
        "{'date': '2021-02-29'}          | /date invalid-date []",
        "{'date': ''}                    | /date invalid-date []",
        "{'date': 20210824}              | /date wrong-type [string]",
        "{'date': [2021, 8, 24]}         | /date wrong-type [string]",
        "{'id': 'abc'}                   | /id invalid-format [UUID]",
        "{'id': ''}                      | /id invalid-format [UUID]",
        "{'id': 'AZDSxHweE1OaTj8Pen9cEQ=='} | /id invalid-format [UUID]",
        "{'id': 7}                       | /id wrong-type [string]",
        "{'letter': '510'}               | /letter wrong-type [object]",
        "{'letter': []}                  | /letter wrong-type [object]",
        "{'codes': 'ab'}                 | /codes wrong-type [array]",
        "{'codes': {}}                   | /codes wrong-type [array]",
        "{'codes': ['ab', 7]}            | /codes/1 wrong-type [string]",
        "{'letters': [{'number': '1'}, {'number': '2', 'date': 'x'}]} | /letters/1/date"
            + " invalid-date []",
        "{'text': 'a\\u0000'}            | /text invalid-text [U+0000]",
        "{'text': '\\ud800'}             | /text invalid-text [U+D800]",
        "{'codes': ['\\ufffe']}          | /codes/0 invalid-text [U+FFFE]",
        "[]                              | '' wrong-type [object]",
        "7                               | '' wrong-type [object]",
        "'text'                          | '' wrong-type [object]",
        "null                            | '' wrong-type [object]"
      },
      quoteCharacter = '`')
  void whatHasTheWrongShapeIsNamed(String json, String error) {
    assertThat(errors(json.replace('\'', '"'))).containsExactly(error.replace("''", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'text': ''}                      | /text blank []",
        "{'text': ' '}                     | /text blank []",
        "{'text': 'abcdef'}                | /text too-long [5]",
        "{'page': 0}                       | /page out-of-range [1, …]",
        "{'page': 10}                      | /page out-of-range […, 9]",
        "{'letter': {}}                    | /letter/number required []",
        "{'letter': {'number': null}}      | /letter/number required []",
        "{'codes': ['abc', 'a']}           | /codes/1 too-short [2]",
        "{'codes': [null]}                 | /codes/0 required []",
        "{'codes': ['ab', 'cd', 'ef']}     | /codes too-long [2]",
        "{'letters': [null]}               | /letters/0 required []",
        "{'letters': [{'number': '1'}, {}]}| /letters/1/number required []",
        "{'slug': 'A'}                     | /slug invalid-format [[a-z]+]"
      })
  void violatedConstraintIsNamed(String json, String error) {
    assertThat(errors(json.replace('\'', '"'))).containsExactly(error);
  }

  @Test
  void allViolationsAreNamedInOrder() {
    assertThat(errors("{\"text\": \"abcdef\", \"page\": 0, \"codes\": [\"a\", \"abcd\"]}"))
        .containsExactly(
            "/codes/0 too-short [2]",
            "/codes/1 too-long [3]",
            "/page out-of-range [1, …]",
            "/text too-long [5]");
  }

  /** Checked while reading: the first item above the limit is bound, the rest not even parsed. */
  @Test
  void listLimit() {
    String items = "{\"words\": 7},".repeat(300_000);
    String good = "{},".repeat(501);
    assertThat(Problems.errors(() -> read("{\"pages\": [" + good + items + "{}]}", Book.class)))
        .containsExactly("/pages too-long [500]");
    assertThat(
            Problems.errors(
                () ->
                    read(
                        "{\"pages\": [{}, {\"words\": [" + "\"\",".repeat(20) + "\"\"]}]}",
                        Book.class)))
        .containsExactly("/pages/1/words too-long [20]");
    assertThat(
            Problems.errors(
                () ->
                    PlainInput.patch("{\"codes\": [\"ab\", \"cd\", \"ef\"]}")
                        .on(
                            new Form(null, null, null, null, null, null, null, null, null, null),
                            Form.class)))
        .containsExactly("/codes too-long [2]");
  }

  @Test
  void arrayLimit() throws JsonProcessingException {
    JsonNode many =
        PlainInput.INPUT.json.readTree("[" + "{},".repeat(1_001) + "7,".repeat(9) + "{}]");
    assertThat(Problems.errors(() -> PlainInput.INPUT.many(many, Book.class)))
        .containsExactly(" too-long [1000]");
  }

  /** Ten thousand errors, each within its limits: the first are listed, with the number. */
  @Test
  void numberOfErrorsIsLimited() {
    String page = "{\"words\": [" + "\"\",".repeat(19) + "\"\"]}";
    ProblemException problem =
        Problems.of(
            () -> read("{\"pages\": [" + (page + ",").repeat(499) + page + "]}", Book.class));
    assertThat(problem.errors()).hasSize(100);
    assertThat(problem.errors().get(0).name()).isEqualTo("/pages/0/words/0");
    assertThat(Problem.of(problem, Locale.ENGLISH, "/", "r").detail())
        .isEqualTo("10,000 thing(s) to mend, 100 listed in errors. Nothing was written.");
    assertThat(
            Problem.of(
                    Problems.of(() -> read("{\"page\": 0}", Form.class)), Locale.ENGLISH, "/", "r")
                .detail())
        .isEqualTo("1 thing(s) to mend, 1 listed in errors. Nothing was written.");
  }

  @Test
  void lengthsAreCountedInCodePoints() {
    assertThat(read("{\"text\": \"😀😀😀😀😀\"}", Form.class).text()).hasSize(10);
    assertThat(errors("{\"text\": \"😀😀😀😀😀😀\"}")).containsExactly("/text too-long [5]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'text': 'a',} | 1 | 15",
        "{              | 1 | 2",
        "{'text' 'a'}   | 1 | 9",
        "{'text': NaN}  | 1 | 10",
        "{'page': 01}   | 1 | 11",
        "{} x           | 1 | 5",
        "not json       | 1 | 1"
      })
  void malformedJsonNamesLineAndColumn(String json, int line, int column) {
    ProblemException problem = Problems.of(() -> read(json.replace('\'', '"'), Form.class));

    assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED_JSON);
    assertThat(problem.arguments().get(0)).isEqualTo(line);
    assertThat((Integer) problem.arguments().get(1)).isBetween(column - 1, column + 3);
  }

  @Test
  void theLineIsCounted() {
    assertThat(
            Problems.of(() -> read("{\n  \"page\": 3,\n  oops\n}", Form.class)).arguments().get(0))
        .isEqualTo(3);
  }

  @Test
  void secondDocumentIsRefused() {
    assertThat(Problems.code(() -> read("{} {}", Form.class)))
        .isEqualTo(ProblemCode.MALFORMED_JSON);
    assertThat(Problems.code(() -> PlainInput.patch("{} {}")))
        .isEqualTo(ProblemCode.MALFORMED_JSON);
  }

  @Test
  void duplicateFieldIsRefused() {
    assertThat(errors("{\"page\": 1, \"page\": 2}")).containsExactly("/page duplicate-field []");
    assertThat(errors("{\"letter\": {\"number\": \"1\", \"number\": \"2\"}}"))
        .containsExactly("/letter/number duplicate-field []");
    assertThat(Problems.errors(() -> PlainInput.patch("{\"page\": 1, \"page\": 2}")))
        .containsExactly("/page duplicate-field []");
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "[".repeat(33) + "]".repeat(33);

    assertThat(Problems.errors(() -> PlainInput.patch("{\"x\": " + deep + "}")))
        .containsExactly(" too-deep [32]");
    assertThat(errors("{\"codes\": " + deep + "}")).isNotEmpty();
  }

  /** Not reported as "nested too deeply". */
  @Test
  void longNumberOrNameIsRefused() {
    assertThat(errors("{\"page\": " + "1".repeat(1_001) + "}")).containsExactly(" too-long [1000]");
    assertThat(errors("{\"" + "x".repeat(1_001) + "\": 1}")).containsExactly(" too-long [1000]");
    for (String number : List.of("99999999999", "1".repeat(1_000))) {
      assertThat(errors("{\"page\": " + number + "}"))
          .containsExactly("/page out-of-range [-2147483648, 2147483647]");
    }
    for (String number : List.of("1e400", "0." + "1".repeat(99))) {
      assertThat(errors("{\"page\": " + number + "}"))
          .containsExactly("/page wrong-type [integer]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\uFEFF"})
  void noBodyIsRefused(String json) {
    assertThat(errors(json)).hasSize(1);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    for (byte[] bytes :
        new byte[][] {
          {'"', (byte) 0xFF, '"'},
          {'"', (byte) 0xC3, '"'},
          {'"', (byte) 0xC0, (byte) 0x80, '"'},
          {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
          "{}".getBytes(StandardCharsets.UTF_16)
        }) {
      assertThat(Problems.errors(() -> PlainInput.INPUT.read(bytes, Form.class)))
          .containsExactly(" invalid-utf8 []");
    }
  }

  @Property
  void utf8IsWhatTheStrictDecoderTakes(
      @ForAll @net.jqwik.api.constraints.Size(min = 1, max = 8) byte[] bytes) {
    boolean utf8 = true;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      utf8 = false;
    }
    assertThat(saysInvalidUtf8(bytes)).isEqualTo(!utf8);
  }

  private static boolean saysInvalidUtf8(byte[] bytes) {
    try {
      PlainInput.INPUT.read(bytes, Form.class);
      return false;
    } catch (ProblemException refused) {
      return refused.errors().stream().anyMatch(error -> error.code() == FieldCode.INVALID_UTF8);
    }
  }

  @Test
  void aReplacementCharacterThatWasSentIsUtf8() {
    byte[] bytes = "\"\uFFFD\"".getBytes(StandardCharsets.UTF_8);
    assertThat(Problems.errors(() -> PlainInput.INPUT.read(bytes, Form.class)))
        .containsExactly(" wrong-type [object]");
  }

  @Property
  void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
    try {
      PlainInput.INPUT.read(bytes, Form.class);
    } catch (ProblemException refused) {
      assertThat(refused.code().status()).isEqualTo(400);
    }
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    String json = "{\"text\": \"" + text + "\"}";
    try {
      PlainInput.read(json, Form.class);
    } catch (ProblemException refused) {
      assertThat(refused.code().status()).isEqualTo(400);
    }
  }
}
