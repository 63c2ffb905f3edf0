package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid table is refused. */
class MatrixTest {
  private static final String HEADING =
      "operation," + Column.titles().collect(Collectors.joining(",")) + "\n";

  @Test
  void readsACellOfEachColumn() {
    Matrix matrix =
        Matrix.parse("# x\n" + HEADING + "\nlist, 401, 200, -" + ", 403".repeat(11) + "\n");
    assertThat(matrix.cells()).isEqualTo(13);
    assertThat(matrix.rows().get("list"))
        .containsEntry(Column.SUBMITTER, 200)
        .doesNotContainKey(Column.SUBMITTER_OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list,401",
        "list,401,200,200,200,200,200,200,200,200,200,200,200,200,200,200",
        "list,401,200,200,200,200,200,200,200,200,200,200,200,200,yes",
        "list,401,200,200,200,200,200,200,200,200,200,200,200,200,",
        "list,-,-,-,-,-,-,-,-,-,-,-,-,-,-\nlist,-,-,-,-,-,-,-,-,-,-,-,-,-,-"
      })
  void refusesADamagedLine(String lines) {
    assertThatThrownBy(() -> Matrix.parse(HEADING + lines))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnotherHeading() {
    assertThatThrownBy(() -> Matrix.parse(HEADING.replace("viewer,", "reader,")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
