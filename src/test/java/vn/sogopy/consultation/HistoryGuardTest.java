package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.TestPlan;

/** The database refuses changes of history, except the removal of the whole sample. */
@QuarkusTest
class HistoryGuardTest {
  @Inject DataSource source;

  /** Executes the statement and rolls it back. */
  private int tried(boolean removingSample, String statement, Object... values) {
    QuarkusTransaction.begin();
    try {
      if (removingSample) {
        Sql.of("select set_config('sogopy.removing_sample', 'on', true)")
            .first(source, row -> true);
      }
      return Sql.of(statement, values).execute(source);
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"comment_history", "letter_history", "consultee_history"})
  void historyIsAppendOnly(String table) {
    // A row trigger does not fire on an empty table.
    assertThat(Sql.of("select 1 from " + table + " limit 1").exists(source)).isTrue();
    for (String statement :
        List.of("delete from %s", "update %s set reason = 'x'", "truncate %s")) {
      assertThatThrownBy(() -> tried(false, statement.formatted(table)))
          .as(statement, table)
          .hasMessageContaining("history is append-only");
    }
  }

  /** The erasure of a person replaces a name within the changes, and nothing else. */
  @ParameterizedTest
  @ValueSource(strings = {"comment_history", "letter_history", "consultee_history"})
  void erasureChangesNoOtherColumn(String table) {
    QuarkusTransaction.begin();
    try {
      Sql.set(source, "sogopy.erasing_person", "on");
      assertThatThrownBy(() -> Sql.of("update " + table + " set reason = 'x'").execute(source))
          .hasMessageContaining("history is append-only");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void historyOfTheSampleIsRemovable() {
    String sample = "(select d.id from draft d join plan p on p.id = d.plan_id where p.sample)";
    assertThat(tried(true, "delete from consultee_history where draft_id in " + sample))
        .isGreaterThanOrEqualTo(138);
  }

  /** Of a draft in preparation only, and only that of its consultees. */
  @Test
  void historyOfAnOpenDraftIsNotRemovable() {
    TestPlan plan = TestPlan.open();
    Consultees.of(plan).ask("stc");
    QuarkusTransaction.begin();
    try {
      String draft =
          Sql.of(
                  "select d.id from draft d join plan p on p.id = d.plan_id where p.slug = ?",
                  plan.slug())
              .first(source, row -> row.getString(1))
              .orElseThrow();
      Sql.set(source, "sogopy.removing_draft", draft);
      assertThatThrownBy(
              () ->
                  Sql.of("delete from consultee_history where draft_id = ?", UUID.fromString(draft))
                      .execute(source))
          .hasMessageContaining("history is append-only");
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  @Test
  void historyOfOtherPlansIsNotRemovable() {
    TestPlan plan = TestPlan.open();
    Consultees.of(plan).ask("stc");
    assertThatThrownBy(
            () ->
                tried(
                    true,
                    "delete from consultee_history where draft_id in"
                        + " (select d.id from draft d join plan p on p.id = d.plan_id where p.slug = ?)",
                    plan.slug()))
        .hasMessageContaining("history is append-only");
  }
}
