package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads the statistics of a draft from one snapshot of the database. */
@ApplicationScoped
public class StatisticsReader {
  @Inject CoverageReader coverage;
  @Inject DataSource source;

  @Transactional
  Statistics read(Actor actor, DraftRef draft) {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    LocalDate today = VietnamTime.dayOf(actor.at());
    CoverageReader.Detailed counted = coverage.detailed(actor.caller(), draft, today);
    return StatisticsBuilder.build(
        today,
        counted.round(),
        counted.work(),
        coverage.sections(draft),
        days(actor.caller(), draft));
  }

  /**
   * Answers and approvals are read from the history. A comment that was returned since counts as
   * neither. The query first counts by quarter of an hour, which never spans two days, because
   * computing the local day of each row is slower.
   */
  private List<Statistics.Day> days(Caller caller, DraftRef draft) {
    return Sql.of(
            """
            with seen as not materialized (
              select id, status, received_at from comment
              where draft_id = ? and (? or not restricted)),
            step as (
              select received_at as at, 1 as received, 0 as answered, 0 as approved from seen
              where %s
              union all
              select max(h.at), 0, 1, 0 from seen join comment_history h on h.comment_id = seen.id
              where h.action = 'ANSWERED' and seen.status in ('ANSWERED', 'APPROVED')
              group by seen.id
              union all
              select max(h.at), 0, 0, 1 from seen join comment_history h on h.comment_id = seen.id
              where h.action = 'APPROVED' and seen.status = 'APPROVED'
              group by seen.id),
            quarter as (
              select date_bin('15 minutes', at, 'epoch') as at, sum(received) as received,
                sum(answered) as answered, sum(approved) as approved
              from step group by 1)
            select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, sum(received)::int as received,
              sum(answered)::int as answered, sum(approved)::int as approved
            from quarter group by 1 order by 1"""
                .formatted(Status.SQL_LIVE),
            draft.id(),
            caller.seesRestricted())
        .list(
            source,
            row ->
                new Statistics.Day(
                    Row.date(row, "day"),
                    row.getInt("received"),
                    row.getInt("answered"),
                    row.getInt("approved")));
  }
}
