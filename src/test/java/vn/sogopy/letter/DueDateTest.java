package vn.sogopy.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.sql.Sql;

/** Evaluates lateness in the database on literal values. */
@QuarkusTest
class DueDateTest {
  @Inject DataSource source;

  /** As the database works it out for the rows that are there. */
  private String generated(String table, String column) {
    return Sql.of(
            "select generation_expression from information_schema.columns"
                + " where table_name = ? and column_name = ?",
            table,
            column)
        .first(source, row -> row.getString(1))
        .orElseThrow();
  }

  private boolean late(
      String expression, LocalDate receivedOn, Instant entered, LocalDate own, LocalDate draft) {
    return Sql.of("select " + expression + " as late from (select *, ")
        .add(generated("letter", "arrived_on"))
        .add("as arrived_on from")
        .add(
            "(select ?::date as received_on, ?::timestamptz as created_at) r) l,",
            receivedOn,
            entered)
        .add("(select *, " + generated("comment", "received_on"))
        .add("as received_on from (select ?::timestamptz as received_at) r) c,", entered)
        .add(
            "(select ?::date as due_on) asked, (select ?::date as due_on, null::timestamptz as closed_at) d",
            own,
            draft)
        .first(source, row -> row.getBoolean("late"))
        .orElseThrow();
  }

  /** The due day ends at 24:00 in Vietnam, which is 17:00 UTC. */
  @ParameterizedTest
  @CsvSource({
    "2021-09-15, 2021-10-30T00:00:00Z,           , 2021-09-15, false",
    "2021-09-16, 2021-10-30T00:00:00Z,           , 2021-09-15, true",
    "2021-09-16, 2021-10-30T00:00:00Z, 2021-09-16, 2021-09-15, false",
    "2021-09-16, 2021-10-30T00:00:00Z, 2021-09-14, 2021-09-30, true",
    "2021-09-16, 2021-09-01T00:00:00Z,           , 2021-09-15, true",
    "          , 2021-09-15T16:59:59Z,           , 2021-09-15, false",
    "          , 2021-09-15T17:00:00Z,           , 2021-09-15, true",
    "          , 2021-09-15T17:00:00Z,           ,           , false",
    "2021-09-16, 2021-09-15T17:00:00Z,           ,           , false",
  })
  void ownDueDateFirst(
      LocalDate receivedOn, Instant entered, LocalDate own, LocalDate draft, boolean late) {
    assertThat(late(DueDate.LETTER_LATE, receivedOn, entered, own, draft)).isEqualTo(late);
    assertThat(late(DueDate.COMMENT_LATE, receivedOn, entered, own, draft)).isEqualTo(late);
    assertThat(DueDate.isLate(own == null ? draft : own, null, receivedOn, entered))
        .isEqualTo(late);
  }

  /** Without a due day a comment is late from the closing of its draft on. */
  @ParameterizedTest
  @CsvSource({
    "          , 2021-10-01T00:00:00Z, 2021-09-30T23:59:59Z, false",
    "          , 2021-10-01T00:00:00Z, 2021-10-01T00:00:00Z, true",
    "          ,                     , 2021-10-01T00:00:00Z, false",
    "2021-10-01, 2021-09-01T00:00:00Z, 2021-10-01T00:00:00Z, false",
  })
  void closedWithoutDueDay(LocalDate due, Instant closed, Instant received, boolean late) {
    assertThat(DueDate.isLate(due, closed, null, received)).isEqualTo(late);
  }
}
