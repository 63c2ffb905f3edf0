package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Transactions that are slow, rolled back, or numbered by several threads at once. */
@QuarkusTest
class SequenceTest {
  @Inject DataSource source;
  @Inject SequencerService sequencer;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  /** Writes a reaction as the service would, in a transaction that stays open. */
  private static void react(Connection open, TestComment comment) throws SQLException {
    open.setAutoCommit(false);
    try (PreparedStatement insert =
        open.prepareStatement(
            "insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)"
                + " values (?, now(), 'x', 'x', 'REACTED', 'APPROVED', 'APPROVED')")) {
      insert.setObject(1, UUID.fromString(comment.id()));
      insert.executeUpdate();
    }
  }

  @Test
  void lateCommitGetsALaterPosition() throws SQLException {
    TestComment slow = plan.comment("chậm");
    Feed feed = Feed.of(plan, Key.COORDINATOR);
    List<JsonNode> read = new ArrayList<>(feed.rest());
    try (Connection open = source.getConnection()) {
      react(open, slow);
      for (int i = 0; i < 3; i++) {
        plan.comment("nhanh " + i);
        read.addAll(feed.rest());
      }
      assertThat(Feed.types(read, slow.id())).containsExactly("comment.received");
      open.commit();
    }
    List<JsonNode> late = feed.rest();
    assertThat(Feed.types(late)).containsExactly("comment.reacted");
    read.addAll(late);
    assertThat(feed.rest()).isEmpty();
    assertThat(Feed.ids(Feed.of(plan, Key.COORDINATOR).rest())).isEqualTo(Feed.ids(read));
  }

  @Test
  void rolledBackEventIsNotRead() throws SQLException {
    TestComment comment = plan.comment("x");
    Feed feed = Feed.of(plan, Key.COORDINATOR);
    feed.rest();
    try (Connection open = source.getConnection()) {
      react(open, comment);
      assertThat(feed.rest()).isEmpty();
      open.rollback();
    }
    assertThat(feed.rest()).isEmpty();
    comment.tryApprove().statusCode(409);
    assertThat(feed.rest()).isEmpty();
  }

  /** Replicas share only the database, so two threads are equivalent. */
  @Test
  void concurrentStamping() throws Exception {
    long before = sequencer.stamp();
    TestComment comment = plan.comment("x");
    List<Long> heads =
        Race.of(
            8,
            runner -> {
              long head = 0;
              for (int i = 0; i < 20; i++) {
                try (Connection open = source.getConnection()) {
                  react(open, comment);
                  open.commit();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
                long next = sequencer.stamp();
                assertThat(next).isGreaterThanOrEqualTo(head);
                head = next;
              }
              return head;
            });
    long head = sequencer.stamp();
    assertThat(heads).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(head));
    assertThat(head).isGreaterThanOrEqualTo(before + 161);
    long rows =
        Sql.of("select count(*) from change where position > ? and position <= ?", before, head)
            .first(source, row -> row.getLong(1))
            .orElseThrow();
    assertThat(rows).isEqualTo(head - before); // one at each position
    assertThat(Feed.of(plan, Key.COORDINATOR).rest()).hasSize(161);
  }

  /** A thread that has waited for the lock sees the positions given by the one before. */
  @Test
  void waitingStampContinuesAfterTheFirst() throws Exception {
    sequencer.stamp();
    plan.comment("x");
    Thread second = new Thread(sequencer::stamp);
    try (Connection first = source.getConnection()) {
      first.setAutoCommit(false);
      first.createStatement().executeQuery("select position from change_head for update").close();
      second.start();
      while (waiters() == 0) {
        Thread.sleep(5);
      }
      first
          .createStatement()
          .execute(
              "with taken as (delete from change_arrival returning *),"
                  + " told as (insert into change (position, event, type, subject, plan_id, organization_id, at, for_office, for_body)"
                  + " select h.position + row_number() over (order by t.id), event, type, subject, plan_id, organization_id, at, for_office, for_body"
                  + " from taken t, change_head h returning position)"
                  + " update change_head set position = greatest(position, (select max(position) from told))");
      plan.comment("y");
      first.commit();
    }
    second.join();
    assertThat(Feed.of(plan, Key.COORDINATOR).rest()).hasSize(2);
  }

  private int waiters() {
    return Sql.of(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                + " and query like '%change_head%for no key update%'")
        .first(source, row -> row.getInt(1))
        .orElseThrow();
  }
}
