package vn.sogopy.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/**
 * Assigns positions to committed events. Its transactions are serialised across all replicas. Once
 * a position is visible, no event appears at a lower one.
 */
@ApplicationScoped
public class SequencerService {
  /** Events in one transaction at most, so that a reader does not wait long behind an import. */
  static final int BATCH = 10_000;

  @Inject DataSource source;

  private record Head(long position, boolean pending) {}

  /**
   * The new events of one organization in one plan.
   *
   * @param plan id as text
   * @param organization code; null = an event of the office, or of a deleted organization
   * @param position the highest position of these events
   */
  record News(
      String plan, String organization, boolean forOffice, boolean forBody, long position) {}

  /**
   * Assigns positions to at most {@link #BATCH} new events.
   *
   * @return the highest position; every event up to it is visible
   */
  @Transactional
  public long stamp() {
    Head head =
        Sql.of("select position, exists (select 1 from change_arrival) as pending from change_head")
            .first(source, row -> new Head(row.getLong("position"), row.getBoolean("pending")))
            .orElseThrow();
    if (!head.pending()) {
      return head.position();
    }
    Sql.of("select position from change_head for update").first(source, row -> true);
    // A separate statement: its snapshot is taken after the lock and sees the previous transaction.
    // Events of one comment arrive in order, since each transaction locks the row of the comment.
    return Sql.of(
            """
            with taken as (
              delete from change_arrival where id <= coalesce(
                (select id from change_arrival order by id offset ? limit 1), 9223372036854775807)
              returning *),
            told as (
              insert into change (position, event, type, subject, plan_id, organization_id, at, for_office, for_body)
              select h.position + row_number() over (order by t.id),
                t.event, t.type, t.subject, t.plan_id, t.organization_id, t.at, t.for_office, t.for_body
              from taken t, change_head h
              returning position)
            update change_head set position = greatest(position, (select max(position) from told))
            returning position
            """,
            BATCH - 1)
        .first(source, row -> row.getLong("position"))
        .orElseThrow();
  }

  /** The audiences of the events between the two positions. */
  @Transactional
  List<News> news(long after, long head) {
    return Sql.of(
            "select c.plan_id, o.code, c.for_office, c.for_body, max(c.position) as position"
                + " from change c left join organization o on o.id = c.organization_id"
                + " where c.position > ? and c.position <= ? group by 1, 2, 3, 4",
            after,
            head)
        .list(
            source,
            row ->
                new News(
                    row.getString("plan_id"),
                    row.getString("code"),
                    row.getBoolean("for_office"),
                    row.getBoolean("for_body"),
                    row.getLong("position")));
  }
}
