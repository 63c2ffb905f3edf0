package vn.sogopy.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The comments of draft 1 of one plan, with letters and history, written into that of another by
 * the plain means of the database. Only the writing is timed: the rows lie ready.
 */
final class CopiedComments {
  private static final int ROWS = 500;
  private static final String COMMENT =
      "id, receipt_number, plan_id, draft_id, organization_id, letter_id, section_id, locator_page,"
          + " locator_paragraph, locator_quote, kind, content, proposal, author_full_name, author_position,"
          + " restricted, status, assignee, follows_id, external_id, client, sent_digest, received_at, updated_at";
  private static final String SECTION = "comment_id, ordinal, section_id";
  private static final String HISTORY =
      "comment_id, at, by_name, client, action, from_status, to_status, changes, reason";

  private final Connection database;
  private final String from;

  CopiedComments(Connection database, String from) {
    this.database = database;
    this.from = from;
  }

  /** Nanoseconds for INSERT of 500 rows a statement, in one transaction. */
  long insertInto(String slug) throws SQLException {
    prepare(slug);
    long taken = 0;
    database.setAutoCommit(false);
    long start = System.nanoTime();
    letters();
    taken += System.nanoTime() - start;
    List<String> ids = ids();
    for (int at = 0; at < ids.size(); at += ROWS) {
      List<String> some = ids.subList(at, Math.min(at + ROWS, ids.size()));
      List<Object[]> comments = rows("ready_comment", COMMENT, "id", some);
      List<Object[]> sections = rows("ready_section", SECTION, "comment_id", some);
      List<Object[]> history = rows("ready_history", HISTORY, "comment_id", some);
      start = System.nanoTime();
      insert("comment", COMMENT, comments);
      insert("comment_section", SECTION, sections);
      insert("comment_history", HISTORY, history);
      taken += System.nanoTime() - start;
    }
    start = System.nanoTime();
    database.commit();
    taken += System.nanoTime() - start;
    database.setAutoCommit(true);
    return taken;
  }

  /** Nanoseconds for COPY, in one transaction. */
  long copyInto(String slug) throws SQLException, IOException {
    prepare(slug);
    byte[] comments = text("ready_comment", COMMENT, "receipt_number");
    byte[] sections = text("ready_section", SECTION, "comment_id, ordinal");
    byte[] history = text("ready_history", HISTORY, "n");
    database.setAutoCommit(false);
    long start = System.nanoTime();
    letters();
    copy("comment", COMMENT, comments);
    copy("comment_section", SECTION, sections);
    copy("comment_history", HISTORY, history);
    database.commit();
    long taken = System.nanoTime() - start;
    database.setAutoCommit(true);
    return taken;
  }

  /** The rows under new ids, in tables without anything. */
  private void prepare(String slug) throws SQLException {
    Query.execute(
        database,
        """
        drop table if exists ready_id, ready_letter, ready_comment, ready_section, ready_history;
        create temp table ready_letter as select l.*, gen_random_uuid() as new_id, t.id as new_plan, d.id as new_draft
          from letter l join plan p on p.id = l.plan_id, plan t join draft d on d.plan_id = t.id
          where p.slug = '%1$s' and t.slug = '%2$s';
        create temp table ready_id as select c.id, row_number() over (order by c.receipt_number) as n,
          (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
            || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid as new_id
          from comment c join plan p on p.id = c.plan_id where p.slug = '%1$s' order by c.receipt_number;
        create unique index on ready_id (id);
        create unique index on ready_letter (id);
        analyze ready_id; analyze ready_letter;
        create temp table ready_comment as
          select i.new_id as id, nextval('receipt_number') as receipt_number, t.id as plan_id, d.id as draft_id,
            c.organization_id, l.new_id as letter_id, s.id as section_id, c.locator_page, c.locator_paragraph,
            c.locator_quote, c.kind, c.content, c.proposal, c.author_full_name, c.author_position, c.restricted,
            c.status, c.assignee, c.follows_id, c.external_id, c.client, c.sent_digest, c.received_at, c.updated_at
          from (select * from ready_id order by n) i join comment c on c.id = i.id
          join plan t on t.slug = '%2$s' join draft d on d.plan_id = t.id
          left join ready_letter l on l.id = c.letter_id
          left join section cs on cs.id = c.section_id left join section s on s.draft_id = d.id and s.code = cs.code;
        create temp table ready_section as select i.new_id as comment_id, x.ordinal, s.id as section_id
          from ready_id i join comment_section x on x.comment_id = i.id
          join plan t on t.slug = '%2$s' join draft d on d.plan_id = t.id
          join section cs on cs.id = x.section_id join section s on s.draft_id = d.id and s.code = cs.code;
        create temp table ready_history as select i.n, i.new_id as comment_id, h.at, h.by_name, h.client, h.action,
          h.from_status, h.to_status, h.changes, h.reason
          from ready_id i join comment_history h on h.comment_id = i.id;
        create index on ready_comment (id); create index on ready_section (comment_id);
        create index on ready_history (comment_id);
        analyze ready_comment; analyze ready_section; analyze ready_history;
        """
            .formatted(from, slug));
  }

  private void letters() throws SQLException {
    String columns =
        "organization_id, number, number_key, letter_date, channel, created_at, updated_at";
    Query.execute(
        database,
        "insert into letter (id, plan_id, draft_id, %1$s) select new_id, new_plan, new_draft, %1$s from ready_letter"
            .formatted(columns));
  }

  private List<String> ids() throws SQLException {
    return Query.texts(database, "select id from ready_comment order by receipt_number");
  }

  private List<Object[]> rows(String table, String columns, String by, List<String> ids)
      throws SQLException {
    List<Object[]> found = new ArrayList<>();
    try (PreparedStatement statement =
        database.prepareStatement(
            "select %s from %s r join unnest(?::uuid[]) with ordinality as i (one, n) on r.%s = i.one order by i.n"
                .formatted(columns.replaceAll("(\\w+)", "r.$1"), table, by))) {
      statement.setArray(1, database.createArrayOf("text", ids.toArray()));
      ResultSet rows = statement.executeQuery();
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        Object[] row = new Object[width];
        for (int i = 0; i < width; i++) {
          row[i] = rows.getObject(i + 1);
        }
        found.add(row);
      }
    }
    return found;
  }

  private void insert(String table, String columns, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String one = "(" + columns.replaceAll("\\w+", "?") + ")";
    try (PreparedStatement statement =
        database.prepareStatement(
            "insert into "
                + table
                + " ("
                + columns
                + ") values "
                + String.join(", ", Collections.nCopies(rows.size(), one)))) {
      int index = 1;
      for (Object[] row : rows) {
        for (Object value : row) {
          statement.setObject(index++, value);
        }
      }
      statement.executeUpdate();
    }
  }

  private byte[] text(String table, String columns, String order) throws SQLException, IOException {
    var out = new java.io.ByteArrayOutputStream();
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyOut(
            "copy (select %s from %s order by %s) to stdout".formatted(columns, table, order), out);
    return out.toByteArray();
  }

  private void copy(String table, String columns, byte[] rows) throws SQLException, IOException {
    database
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "copy %s (%s) from stdin".formatted(table, columns),
            new java.io.ByteArrayInputStream(rows));
  }
}
