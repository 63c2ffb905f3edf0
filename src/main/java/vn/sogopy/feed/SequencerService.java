package vn.sogopy.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/**
 * Gives positions to what has been committed, one transaction after the other whichever replica
 * asks. A position once seen never gets a neighbour below it.
 */
@ApplicationScoped
public class SequencerService {
  /** So many at most in one transaction, that a reader never waits long for an import's. */
  static final int BATCH = 10_000;

  @Inject DataSource source;

  private record Head(long position, boolean pending) {}

  /**
   * News of one body in one plan.
   *
   * @param plan as text
   * @param organization its code; null = of the office, or of a body that is gone
   * @param position the highest among them
   */
  record News(
      String plan, String organization, boolean forOffice, boolean forBody, long position) {}

  /**
   * Stamps what has arrived, at most {@link #BATCH} of it.
   *
   * @return the highest position; every event up to it can be seen by now
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
    // A statement of its own, whose snapshot is taken after the lock was had: it sees what the one
    // before has done. Events of one comment arrive in their order, since each act holds its row.
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

  /** Who may find something new between these two positions. */
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
