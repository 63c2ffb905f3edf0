package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.OtherServers;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/**
 * Cursors stay valid after dump and restore. The embedded server comes without pg_dump, so the test
 * does its work: it copies every table out, drops the schema, lets Flyway create it again, copies
 * the rows in with the service's triggers off (pg_dump creates triggers after the rows), and sets
 * the sequences. The service does not run meanwhile, so its connections end with the restore.
 */
@QuarkusTest
@TestProfile(OtherServers.class)
class RestoreTest {
  @Inject DataSource source;
  @Inject AgroalDataSource pool;
  @Inject Flyway flyway;

  private Map<String, byte[]> dump() throws SQLException, IOException {
    Map<String, byte[]> tables = new LinkedHashMap<>();
    try (Connection connection = source.getConnection()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      connection.setAutoCommit(false);
      connection.createStatement().execute("set transaction isolation level repeatable read");
      for (String table : tables()) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        postgres.getCopyAPI().copyOut("copy " + table + columns(table) + " to stdout", out);
        tables.put(table, out.toByteArray());
      }
      connection.rollback();
    }
    return tables;
  }

  private void restore(Map<String, byte[]> tables) throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
      flyway.migrate();
      PGConnection postgres = connection.unwrap(PGConnection.class);
      for (String table : tables.keySet()) {
        statement.execute("alter table " + table + " disable trigger user");
        statement.execute("delete from " + table); // rows of the migrations
        postgres
            .getCopyAPI()
            .copyIn(
                "copy " + table + columns(table) + " from stdin",
                new ByteArrayInputStream(tables.get(table)));
        statement.execute("alter table " + table + " enable trigger user");
      }
      Map<String, String> numbers =
          Map.of(
              "audit", "position",
              "change_arrival", "id",
              "comment_history", "id",
              "letter_history", "id");
      for (Map.Entry<String, String> number : numbers.entrySet()) {
        statement.execute(
            "select setval(pg_get_serial_sequence('%1$s', '%2$s'), greatest(1, (select coalesce(max(%2$s), 0) from %1$s)))"
                .formatted(number.getKey(), number.getValue()));
      }
      statement.execute("select setval('receipt_number', 1000000)");
    }
    pool.flush(FlushMode.ALL);
  }

  /** In the order of foreign keys, referenced tables first. */
  private List<String> tables() {
    return Sql.of(
            """
            with recursive refers as (
              select conrelid as a, confrelid as b from pg_constraint
              where contype = 'f' and conrelid <> confrelid and connamespace = 'public'::regnamespace),
            depth as (
              select c.oid, 0 as d from pg_class c
              where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                and c.relname <> 'flyway_schema_history'
              union
              select r.a, depth.d + 1 from depth join refers r on r.b = depth.oid)
            select oid::regclass::text as name from depth group by oid order by max(d), 1
            """)
        .list(source, row -> row.getString("name"));
  }

  private String columns(String table) {
    return Sql.of(
            "select '(' || string_agg(quote_ident(attname), ', ' order by attnum) || ')' as list"
                + " from pg_attribute where attrelid = ?::regclass and attnum > 0"
                + " and not attisdropped and attgenerated = ''",
            table)
        .first(source, row -> row.getString("list"))
        .orElseThrow();
  }

  @Test
  void cursorsWorkAfterARestore() throws Exception {
    TestPlan plan = TestPlan.open();
    TestComment first = plan.comment("1").answer("NOTED");
    plan.comment("2");
    Feed office = Feed.of(plan, Key.COORDINATOR, 2);
    Feed body = Feed.of(plan, Key.SGTVT);
    List<JsonNode> told = new ArrayList<>(office.read(0));
    List<JsonNode> toldToBody = new ArrayList<>(body.rest());
    plan.comment("3"); // no position yet

    Map<String, byte[]> dump = dump();
    assertThat(dump.keySet()).contains("change", "change_arrival", "change_head", "comment");
    restore(dump);

    told.addAll(office.rest());
    toldToBody.addAll(body.rest());
    first.approve();
    plan.comment("4");
    told.addAll(office.rest());
    toldToBody.addAll(body.rest());

    assertThat(Feed.types(told))
        .containsExactly(
            "comment.received",
            "comment.answered",
            "comment.received",
            "comment.received",
            "comment.approved",
            "comment.received");
    assertThat(Feed.ids(told)).doesNotHaveDuplicates();
    assertThat(Feed.types(toldToBody))
        .containsExactly(
            "comment.received",
            "comment.received",
            "comment.received",
            "comment.answered",
            "comment.approved",
            "comment.received");
    assertThat(Feed.ids(Feed.of(plan, Key.COORDINATOR).rest())).isEqualTo(Feed.ids(told));
    assertThat(Feed.ids(Feed.of(plan, Key.SGTVT).rest())).isEqualTo(Feed.ids(toldToBody));

    // Back to the older dump: cursors read since then point to events that do not exist.
    restore(dump);
    office.tryRead(0).statusCode(410);
    body.tryRead(0).statusCode(410);
    plan.comment("5");
    plan.comment("6");
    plan.comment("7");
    plan.comment("8");
    plan.comment("9");
    Feed.of(plan, Key.COORDINATOR).rest(); // the positions belong to other events now
    office.tryRead(0).statusCode(410);
    body.tryRead(0).statusCode(410);
  }
}
