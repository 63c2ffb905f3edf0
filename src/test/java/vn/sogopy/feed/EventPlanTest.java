package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of the statement that turns new rows of the history of comments into events. */
@QuarkusTest
class EventPlanTest {
  private static final int ROWS = 2_000;

  /** Copies without statistics: the contents of the tables of other tests do not matter then. */
  private static final String COPIES =
      """
      create schema events;
      create table events.comment (like public.comment including all excluding indexes);
      create table events.comment_history (like public.comment_history including all excluding indexes);
      alter table events.comment add primary key (id);
      alter table events.comment_history add primary key (comment_id, id);
      create index on events.comment_history (action, comment_id, at) where action in ('ANSWERED', 'APPROVED');
      create trigger comment_new_words before insert on events.comment
        for each row execute function compute_words();
      create trigger comment_history_changes after insert on events.comment_history
        referencing new table as new_rows for each statement execute function note_comment_changes();
      set local search_path to events, public;
      insert into comment (id, receipt_number, plan_id, draft_id, organization_id, kind, content, restricted,
          status, client, sent_digest, received_at, updated_at)
        select gen_random_uuid(), n, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'OTHER', 'x', false,
          'RECEIVED', 'x', '\\x00', now(), now() from generate_series(1, 2000) n
      """;

  private static final String HISTORY =
      """
      insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)
        select id, now(), 'x', 'x', '%s', 'RECEIVED', 'RECEIVED' from comment where receipt_number <= %d
      """;

  @Inject DataSource source;

  /**
   * @param first rows of the statement for which PostgreSQL plans
   */
  @ParameterizedTest
  @ValueSource(ints = {1, ROWS})
  void everyRowIsFoundByItsIndex(int first) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(COPIES);
        statement.execute(HISTORY.formatted("RECEIVED", first));
        long before = readSequentially(statement);
        for (int rows : new int[] {1, ROWS}) {
          statement.execute(HISTORY.formatted("ANSWERED", rows));
          statement.execute(HISTORY.formatted("APPROVED", rows));
        }
        // Each of these INSERTs reads the comments once itself.
        assertThat(readSequentially(statement) - before).isEqualTo(4L * ROWS);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Rows that scans of the two tables without an index have read in this transaction. */
  private static long readSequentially(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select sum(seq_tup_read) from pg_stat_xact_user_tables where schemaname = 'events'"
                + " and relname in ('comment', 'comment_history')")) {
      row.next();
      return row.getLong(1);
    }
  }
}
