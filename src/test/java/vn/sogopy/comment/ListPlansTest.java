package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.QueryPlan;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/**
 * Query plans of the lists' real statements on many comments: each uses the index meant for it and
 * sorts no more than a page.
 */
@QuarkusTest
class ListPlansTest {
  /**
   * Copies of the tables and their indexes in a schema that comes first in the search path. Rows of
   * other tests and their VACUUM statistics do not matter then.
   */
  private static final String COPIES =
      """
      create schema many;
      do $$
      declare
        command text;
      begin
        for command in
          (select format('create table many.%1$I (like public.%1$I including all excluding indexes)', relname)
           from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
          union all
          (select format('alter table many.%I add %s', relname, pg_get_constraintdef(k.oid))
           from pg_constraint k join pg_class t on t.oid = k.conrelid
           where connamespace = 'public'::regnamespace and contype = 'p')
          union all
          (select replace(indexdef, ' ON public.', ' ON many.') from pg_indexes
           where schemaname = 'public' and indexname not like '%_pkey')
          union all
          select replace(pg_get_triggerdef(oid), ' ON public.', ' ON many.') from pg_trigger
          where tgname = 'comment_new_words'
        loop
          execute command;
        end loop;
      end $$;
      insert into many.organization select * from public.organization;
      set local search_path to many, public;
      """;

  /** In five plans. The transaction is rolled back at the end. */
  private static final String MANY =
      COPIES
          + """
      insert into plan (id, slug, title, letterhead)
        select gen_random_uuid(), 'many-' || n, 'x', '{}' from generate_series(1, 5) n;
      insert into draft (id, plan_id, number, title, status)
        select gen_random_uuid(), id, 1, 'x', 'OPEN' from plan where slug like 'many-%';
      insert into section (id, draft_id, lineage_id, code, code_key, title, path)
        select gen_random_uuid(), d.id, gen_random_uuid(), n::text, n::text, 'x', lpad(n::text, 4, '0')
        from draft d join plan p on p.id = d.plan_id, generate_series(1, 40) n where p.slug like 'many-%';
      insert into comment (id, receipt_number, plan_id, draft_id, organization_id, section_id, kind, content,
          restricted, status, assignee, client, sent_digest, received_at, updated_at)
        select gen_random_uuid(), nextval('receipt_number'), d.plan_id, d.id,
          (array(select id from organization order by code))[1 + n % 15],
          (array(select s.id from section s where s.draft_id = d.id order by path))[1 + n % 50], 'OTHER',
          'Đề nghị bổ sung từ' || n % 1000, false, case when n % 3 = 0 then 'RECEIVED' else 'ASSIGNED' end,
          case when n % 3 > 0 then 'tv' || n % 7 end, 'many', '\\x00', now() - n * interval '1 s', now()
        from draft d join plan p on p.id = d.plan_id, generate_series(1, 6000) n where p.slug like 'many-%';
      insert into comment_history (comment_id, at, by_name, client, action, to_status)
        select id, now(), 'x', 'many', 'RECEIVED', 'RECEIVED' from comment
        union all
        select id, now(), 'x', 'many', 'ANSWERED', 'ANSWERED' from comment where status = 'ASSIGNED'
        union all
        select id, now(), 'x', 'many', 'APPROVED', 'APPROVED' from comment where status = 'ASSIGNED';
      select gin_clean_pending_list('comment_search');
      analyze comment, comment_history, comment_section, section, draft, plan, organization;
      select pg_restore_relation_stats('schemaname', 'many', 'relname', relname::text, 'relallvisible', relpages)
        from pg_class where relnamespace = 'many'::regnamespace and relname in ('comment', 'comment_history')
      """;

  /** Comments of one import, all with the same time. */
  private static final String IMPORTED =
      """
      insert into comment (id, receipt_number, plan_id, draft_id, organization_id, kind, content, restricted,
          status, client, sent_digest, received_at, updated_at)
        select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, nextval('receipt_number'),
          d.plan_id, d.id, (select id from organization order by code limit 1), 'OTHER', 'x', false, 'RECEIVED',
          'many', '\\x00', '2021-09-15T08:00:00Z', now()
        from draft d, generate_series(1, 5000) n where d.id = %s;
      analyze comment
      """;

  @Inject DataSource source;

  private static String sent(Key key, String path) {
    return sent(key, path, "from comment c");
  }

  private static String sent(Key key, String path, String part) {
    Api.as(key).get(path).then().statusCode(200);
    return CountingDriver.statementsDuring(() -> Api.as(key).get(path).then().statusCode(200))
        .stream()
        .filter(statement -> statement.contains(part))
        .findFirst()
        .orElseThrow();
  }

  /** Statements by name. */
  private final Map<String, String> arrival = new LinkedHashMap<>();

  private final Map<String, String> arrivalInPlan = new LinkedHashMap<>();
  private final Map<String, String> words = new LinkedHashMap<>();

  /** Counts by the index that each reads. */
  private final Map<String, String> counts = new LinkedHashMap<>();

  private String coverages;

  @Test
  void listsUseTheirIndexes() throws SQLException {
    TestPlan plan = TestPlan.open();
    for (String query :
        List.of(
            "", "?sort=-receivedAt", "?open=true", "?status=RECEIVED", "?section=V&open=true")) {
      for (Key key : List.of(Key.COORDINATOR, Key.VIEWER)) {
        arrival.put(key + query, sent(key, plan.comments() + query));
        arrivalInPlan.put(key + query, sent(key, plan.path() + "/comments" + query));
      }
    }
    words.put("draft", forWords(sent(Key.COORDINATOR, plan.comments() + "?q=x")));
    words.put("plan", forWords(sent(Key.SGTVT, plan.path() + "/comments?q=x&sort=-receivedAt")));
    String statistics = plan.path() + "/drafts/1/statistics";
    String coverage = plan.path() + "/drafts/1/coverage";
    counts.put("comment_by_organization", sent(Key.COORDINATOR, statistics, "l.channel"));
    counts.put("comment_count_sections", sent(Key.COORDINATOR, statistics, "by_section"));
    counts.put("comment_count_days", sent(Key.COORDINATOR, statistics, "as step"));
    coverages = sent(Key.COORDINATOR, coverage, "own as");
    rolledBack(
        (connection, many) -> {
          many.execute(MANY);
          check(connection, arrival, "comment_by_arrival", 51);
          check(connection, arrivalInPlan, "comment_by_arrival", 51);
          check(connection, words, "comment_search", 102);
          checkCounts(connection);
        });
  }

  @Test
  void pageWithinAnImportReadsOnlyItsRows() throws SQLException {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("a");
    plan.comment("b");
    String cursor =
        Api.as(Key.COORDINATOR).get(plan.comments() + "?limit=1").then().extract().path("next");
    String page = sent(Key.COORDINATOR, plan.comments() + "?cursor=" + cursor);
    rolledBack(
        (connection, many) -> {
          String draft = draftOf(many, comment);
          many.execute(IMPORTED.formatted(draft));
          QueryPlan run =
              QueryPlan.run(
                  connection,
                  page,
                  List.of(
                      draft, "'2021-09-15T08:00:00Z'", "'00000000-0000-7000-8000-000000002500'"));
          assertThat(run.reads("comment")).isBetween(50, 51);
        });
  }

  @Test
  void registerIsReadByOrganization() throws SQLException {
    TestPlan plan = TestPlan.open();
    plan.comment("a");
    String path = plan.path() + "/drafts/1/register?format=csv";
    String rows =
        CountingDriver.statementsDuring(
                () -> Api.as(Key.COORDINATOR).get(path).then().statusCode(200))
            .stream()
            .filter(statement -> statement.contains("from unnest("))
            .findFirst()
            .orElseThrow();
    rolledBack(
        (connection, many) -> {
          many.execute(MANY);
          QueryPlan planned = QueryPlan.of(connection, rows);
          assertThat(planned.indexes()).contains("comment_by_organization");
          // A sort covers one organization, not the draft.
          planned.readsOnlyByIndex("comment").sortsNoMoreThan(0);
        });
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection, Statement many) throws SQLException;
  }

  /** Runs in a transaction that is rolled back. */
  private void rolledBack(Work work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement many = connection.createStatement()) {
        work.on(connection, many);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** As an SQL literal. */
  private static String draftOf(Statement statement, TestComment comment) throws SQLException {
    return text(
        statement, "select quote_literal(draft_id) from comment where id = '" + comment.id() + "'");
  }

  /** The statement with a search for a few words; such a statement is planned anew each time. */
  private static String forWords(String statement) {
    return statement
        .replaceAll("(^set [^;]*;|;[^;]*$)", "")
        .replaceAll("(search|accent)_text\\(\\?\\)", "$1_text('bổ sung từ17')");
  }

  /** Each count reads only its index. */
  private void checkCounts(Connection connection) throws SQLException {
    for (Map.Entry<String, String> statement : counts.entrySet()) {
      checkCount(QueryPlan.of(connection, statement.getValue()), statement.getKey());
    }
    QueryPlan plan = QueryPlan.of(connection, coverages).readsOnlyByIndex("comment");
    assertThat(plan.indexesOf("comment", "Index Only Scan"))
        .containsOnly("comment_count_sections", "comment_count_further");
  }

  private static void checkCount(QueryPlan plan, String index) {
    assertThat(plan.indexesOf("comment", "Index Only Scan")).as(index).containsOnly(index);
    plan.readsOnlyByIndex("comment");
    assertThat(plan.indexes())
        .as(index)
        .noneMatch(other -> other.startsWith("comment_by_") && !other.equals(index));
  }

  private static void check(
      Connection connection, Map<String, String> statements, String index, int sorted)
      throws SQLException {
    for (Map.Entry<String, String> statement : statements.entrySet()) {
      QueryPlan plan = QueryPlan.of(connection, statement.getValue());
      assertThat(plan.indexes()).as(statement.getKey()).contains(index);
      plan.readsOnlyByIndex("comment").sortsNoMoreThan(sorted);
    }
  }
}
