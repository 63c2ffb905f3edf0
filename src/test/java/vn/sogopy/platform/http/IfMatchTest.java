package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Problems;

class IfMatchTest {

  @Test
  void absentIsAPreconditionRequired() {
    assertThat(Problems.code(() -> IfMatch.parse(null).check(3)))
        .isEqualTo(ProblemCode.PRECONDITION_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"3\"",
        " \"3\" ",
        "\"2\", \"3\"",
        "\"2\",\"3\"",
        "\"3\",",
        ",\"3\"",
        "\"2\", , \"3\"",
        "W/\"2\", \"3\"",
        "\"a,b\", \"3\"",
        "*",
        " * "
      })
  void currentVersionMatches(String header) {
    assertThatCode(() -> IfMatch.parse(header).check(3)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"33\"", "\"\"", "\"2\", W/\"3\"", "\"3 \"x"})
  void otherVersionIsStaleOrMalformed(String header) {
    ProblemException problem = Problems.of(() -> IfMatch.parse(header).check(3));

    if (problem.code() == ProblemCode.PRECONDITION_FAILED) {
      assertThat(problem.arguments()).containsExactly("3");
      assertThat(problem.headers()).containsEntry("ETag", "\"3\"");
    } else {
      assertThat(header).endsWith("x");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "3",
        "'3'",
        "\"3",
        "3\"",
        "\"3\" \"4\"",
        "\"3\";",
        "W/3",
        "w/\"3\"",
        "\"3\", 4",
        "*, \"3\"",
        ",",
        "\"a b\""
      })
  void malformedIsABadRequest(String header) {
    assertThat(Problems.errors(() -> IfMatch.parse(header)))
        .containsExactly("If-Match invalid-header [\"<version>\"]");
  }

  @Test
  void versionsCanBeText() {
    assertThatCode(() -> IfMatch.parse("\"1f3a\"").check("1f3a")).doesNotThrowAnyException();
    assertThat(Problems.code(() -> IfMatch.parse("\"0\"").check("1f3a")))
        .isEqualTo(ProblemCode.PRECONDITION_FAILED);
  }

  @Test
  void internalCallersAlwaysMatch() {
    assertThatCode(() -> IfMatch.any().check(7)).doesNotThrowAnyException();
  }
}
