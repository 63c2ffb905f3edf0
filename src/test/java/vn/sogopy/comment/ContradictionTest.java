package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;
import vn.sogopy.testing.TestPlan;

/** The database refuses comments whose columns contradict each other, whoever writes them. */
@QuarkusTest
class ContradictionTest {
  private static final String CHECK_VIOLATION = "23514";

  @Inject DataSource source;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "part = 1",
        "status = 'ANSWERED'",
        "status = 'ANSWERED', result = 'NOTED'",
        "result = 'NOTED'",
        "assignee = 'A'",
        "status = 'ASSIGNED'",
        "status = 'RETURNED', result = 'NOTED', response = 'x'",
        "status = 'SPLIT'",
        "status_before_split = 'RECEIVED'",
        "split_undone = true",
        "escalation_reason = 'x'",
        "direction_date = current_date",
        "direction_text = 'x'",
        "reaction = 'AGREED'",
        "reaction_note = 'x'",
        "status = 'UNKNOWN'",
        "kind = 'UNKNOWN'",
        "status = 'WITHDRAWN', result = 'UNKNOWN'",
        "reaction = 'UNKNOWN', reaction_by = 'x', reaction_at = now()",
        "content = ''"
      })
  void isRefused(String change) {
    UUID id = UUID.fromString(TestPlan.open().comment("x").id());
    Throwable refusal =
        catchThrowable(
            () -> Sql.of("update comment set " + change + " where id = ?", id).execute(source));
    assertThat(SqlException.stateOf(refusal)).isEqualTo(CHECK_VIOLATION);
  }
}
