package vn.sogopy.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql.RowCursor;

/** A cursor returns all rows in order, or fails; the connection stays usable. */
@QuarkusTest
class RowCursorTest {
  private static final String MANY =
      "select n::int, repeat('ý', 500) as text from generate_series(1, 20000) n";

  @Inject DataSource source;

  private static int number(java.sql.ResultSet row) throws java.sql.SQLException {
    return row.getInt(1);
  }

  private int pid() {
    return Sql.of("select pg_backend_pid()").first(source, row -> row.getInt(1)).orElseThrow();
  }

  @Test
  void allRowsInOrder() {
    List<Integer> numbers = new ArrayList<>();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (RowCursor<Integer> rows =
                  Sql.of(MANY + " where n > ? order by n", 5).stream(
                      source, RowCursorTest::number)) {
                for (Integer row = rows.next(); row != null; row = rows.next()) {
                  numbers.add(row);
                }
                assertThat(rows.next()).isNull();
              }
            });
    assertThat(numbers).hasSize(19_995).isSorted().startsWith(6).endsWith(20_000);
  }

  @Test
  void otherStatementsBetweenRows() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (RowCursor<Integer> rows = Sql.of(MANY).stream(source, RowCursorTest::number)) {
                assertThat(rows.next()).isEqualTo(1);
                assertThat(pid()).isPositive();
                assertThat(rows.next()).isEqualTo(2);
              }
            });
  }

  @Test
  void connectionIsReusableAfterEarlyClose() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              int before = pid();
              try (RowCursor<Integer> rows = Sql.of(MANY).stream(source, RowCursorTest::number)) {
                assertThat(rows.next()).isEqualTo(1);
              }
              assertThat(pid()).isEqualTo(before);
              assertThat(Sql.of(MANY).list(source, RowCursorTest::number)).hasSize(20_000);
            });
  }

  @Test
  void transactionIsRolledBackAfterEarlyClose() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            try (RowCursor<Integer> rows =
                                Sql.of(MANY).stream(source, RowCursorTest::number)) {
                              rows.next();
                              throw new IllegalStateException("the client went away");
                            }
                          }))
          .hasMessageContaining("the client went away");
    }
    assertThat(pid()).isPositive();
  }

  /** A failure of PostgreSQL between two fetches is reported, not treated as the end. */
  @Test
  void failureIsNotTheEnd() {
    Sql failing = Sql.of("select 1 / (5000 - n)::int from generate_series(1, 10000) n");
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          try (RowCursor<Integer> rows =
                              failing.stream(source, RowCursorTest::number)) {
                            while (rows.next() != null) {
                              // read up to the failure
                            }
                          }
                        }))
        .isInstanceOf(SqlException.class);
    assertThat(pid()).isPositive();
  }
}
