package vn.sogopy.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Hql;
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
  @Inject EntityManager entities;

  record Head(long position, boolean pending) {}

  /**
   * The new events of one organization in one plan.
   *
   * @param organization code; null = an event of the office, or of a deleted organization
   * @param position the highest position of these events
   */
  record News(UUID plan, String organization, boolean forOffice, boolean forBody, long position) {}

  /**
   * Assigns positions to at most {@link #BATCH} new events.
   *
   * @return the highest position; every event up to it is visible
   */
  @Transactional
  public long stamp() {
    Head head =
        Hql.of("select h.position, exists (select 1 from ChangeArrival) from ChangeHead h")
            .first(entities, Head.class)
            .orElseThrow();
    if (!head.pending()) {
      return head.position();
    }
    entities.find(Change.Head.class, true, LockModeType.PESSIMISTIC_WRITE);
    // A separate statement: its snapshot is taken after the lock and sees the previous transaction.
    // Events of one comment arrive in order, since each transaction locks the row of the comment.
    return Sql.of(
            """
            with arrived as (
              delete from change_arrival where id <= coalesce(
                (select id from change_arrival order by id offset ? limit 1), 9223372036854775807)
              returning *),
            numbered as (
              insert into change (position, event, type, subject, plan_id, organization_id, at, for_office, for_body)
              select h.position + row_number() over (order by a.id),
                a.event, a.type, a.subject, a.plan_id, a.organization_id, a.at, a.for_office, a.for_body
              from arrived a, change_head h
              returning position)
            update change_head set position = greatest(position, (select max(position) from numbered))
            returning position
            """,
            BATCH - 1)
        .first(source, row -> row.getLong("position"))
        .orElseThrow();
  }

  /** The audiences of the events between the two positions. */
  @Transactional
  List<News> news(long after, long head) {
    return Hql.of("select c.planId, o.code, c.forOffice, c.forBody, max(c.position) from Change c")
        .add("left join Organization o on o.id = c.organizationId")
        .add("where c.position > ? and c.position <= ?", after, head)
        .add("group by c.planId, o.code, c.forOffice, c.forBody")
        .list(entities, News.class);
  }
}
