package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happened before there was a feed stands in it, in order. In a schema of its own. */
@QuarkusTest
class BackfillTest {
  private static final String SCHEMA = "before_feed";
  private static final String C = "00000000-0000-7000-8000-00000000000";

  @Inject DataSource source;

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(source)
        .schemas(SCHEMA)
        .initSql("set search_path to " + SCHEMA + ", public");
  }

  @AfterEach
  void drop() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema if exists " + SCHEMA + " cascade");
    }
  }

  private static String history(int comment, String at, String action, String from, String to) {
    return "insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status) values ('%s', '%s', 'x', 'x', '%s', %s, '%s')"
        .formatted(C + comment, at, action, from == null ? "null" : "'" + from + "'", to);
  }

  private static List<String> rows() {
    List<String> rows = new ArrayList<>();
    rows.add("insert into organization_group (code, title, position) values ('G', 'G', 1)");
    rows.add(
        "insert into organization (id, code, name, group_code, position) values ('"
            + C
            + "0', 'o', 'O', 'G', 1)");
    rows.add(
        "insert into plan (id, slug, title, letterhead) values ('" + C + "0', 'p', 'P', '{}')");
    rows.add(
        "insert into draft (id, plan_id, number, title, status) values ('"
            + C
            + "0', '"
            + C
            + "0', 1, 'D', 'OPEN')");
    rows.add(
        "insert into letter (id, draft_id, plan_id, organization_id, number, number_key, letter_date, channel, created_at, updated_at)"
            + " select id, id, id, id, '1', '1', '2021-01-01', 'LETTER', '2021-01-03', '2021-01-03' from draft");
    for (int comment : new int[] {1, 2}) {
      rows.add(
          "insert into comment (id, receipt_number, plan_id, draft_id, organization_id, kind, content, restricted, status, client,"
              + " sent_digest, received_at, updated_at) select '%s', %d, id, id, id, 'OTHER', 'x', false, 'RECEIVED', 'x', '', now(), now() from draft"
                  .formatted(C + comment, comment));
    }
    rows.add(history(1, "2021-01-02", "RECEIVED", null, "RECEIVED"));
    rows.add(history(1, "2021-01-05", "ANSWERED", "RECEIVED", "ANSWERED"));
    rows.add(history(2, "2021-01-03", "RECEIVED", null, "RECEIVED"));
    // The clock of this replica was behind.
    rows.add(history(1, "2021-01-04", "RETURNED", "ANSWERED", "RETURNED"));
    rows.add(history(1, "2021-01-06", "ANSWERED", "RETURNED", "ANSWERED"));
    rows.add(history(1, "2021-01-07", "APPROVED", "ANSWERED", "APPROVED"));
    rows.add(history(2, "2021-01-08", "ANSWERED", "RECEIVED", "ANSWERED")); // not approved
    rows.add(history(1, "2021-01-09", "REVISED", "APPROVED", "APPROVED")); // no event
    return rows;
  }

  @Test
  void thePastIsInOrder() throws SQLException {
    flyway().target("8").load().migrate();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("set local search_path to " + SCHEMA + ", public");
      for (String row : rows()) {
        statement.execute(row);
      }
      connection.commit();
    }
    flyway().target("9").load().migrate();

    List<String> told = new ArrayList<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select type || ' ' || right(subject::text, 1) || case when for_office then ' office' else '' end"
                    + " || case when for_body then ' body' else '' end as told, event from "
                    + SCHEMA
                    + ".change_arrival order by id")) {
      while (row.next()) {
        told.add(row.getString("told"));
      }
    }
    assertThat(told)
        .containsExactly(
            "comment.received 1 office body",
            "letter.received 0 office body",
            "comment.received 2 office body",
            "comment.answered 1 office",
            "comment.returned 1 office",
            "comment.answered 1 office",
            "comment.answered 1 body",
            "comment.returned 1 body",
            "comment.answered 1 body",
            "comment.approved 1 office body",
            "comment.answered 2 office");
  }
}
