package vn.sogopy.comment.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

class AnswerInputTest {
  private static final Revision NOWHERE = new Revision(null, null, null, null);

  private static AnswerInput answer(Result result, Revision revision, Boolean isFinal) {
    return new AnswerInput(result, "Đã rà soát.", revision, null, isFinal);
  }

  static Stream<Arguments> withoutPlace() {
    return Stream.of(Result.values())
        .flatMap(
            result ->
                Stream.of(null, NOWHERE)
                    .flatMap(
                        place ->
                            Stream.of(null, true, false)
                                .map(isFinal -> Arguments.of(result, place, isFinal))));
  }

  /** An accepted comment may get its revision later; a covered one needs it as its answer. */
  @ParameterizedTest
  @MethodSource("withoutPlace")
  void onlyFinalAlreadyCoveredNeedsAPlace(Result result, Revision place, Boolean isFinal) {
    AnswerInput input = answer(result, place, isFinal);

    if (result == Result.ALREADY_COVERED && !Boolean.FALSE.equals(isFinal)) {
      ProblemException refused = catchThrowableOfType(ProblemException.class, input::check);
      assertThat(refused).isNotNull();
      assertThat(refused.errors())
          .containsExactly(FieldError.pointer("/revision", FieldCode.PLACE_REQUIRED));
    } else {
      assertThatCode(input::check).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyFieldMakesAPlace(Result result) {
    for (Revision place :
        new Revision[] {
          new Revision("V.1", null, null, null),
          new Revision(null, 48, null, null),
          new Revision(null, null, "48-49", null),
          new Revision(null, null, null, "bảng 12"),
          new Revision("V.1", 48, "48-49", "bảng 12")
        }) {
      assertThatCode(answer(result, place, true)::check).doesNotThrowAnyException();
      assertThat(answer(result, place, true).place()).isEqualTo(place);
    }
  }

  @Test
  void emptyPlaceIsNull() {
    assertThat(answer(Result.NOTED, NOWHERE, true).place()).isNull();
    assertThat(answer(Result.NOTED, null, true).place()).isNull();
  }

  @Test
  void finalIsTheDefault() {
    assertThat(answer(Result.NOTED, null, null).finished()).isTrue();
    assertThat(answer(Result.NOTED, null, true).finished()).isTrue();
    assertThat(answer(Result.NOTED, null, false).finished()).isFalse();
  }
}
