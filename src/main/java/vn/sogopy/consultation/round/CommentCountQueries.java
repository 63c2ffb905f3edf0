package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/** Counts the comments of a draft in the caller's snapshot. */
@ApplicationScoped
class CommentCountQueries {
  /**
   * Whether the answer to a comment {@code c} is due before a date. The parameters are the draft
   * and the date.
   */
  private static final String PAST =
      "coalesce(coalesce(c.answer_due_on, (select answer_due_on from draft where id = ?)) < ?, false)";

  @Inject DataSource source;

  /**
   * @param body null if the comments are grouped by section or by assignee
   */
  record Counted(UUID body, boolean bySection, boolean restricted, CommentGroup comments) {}

  /**
   * @param section path of a section: only comments on it or below it; null = all
   */
  List<Counted> byOrganization(DraftRef draft, LocalDate today, String section) {
    return Sql.of(
            """
            select c.organization_id, c.restricted, l.channel, c.status, c.result, %s as past,
              count(*)::int as number
            from comment c
            left join letter l on l.id = c.letter_id"""
                .formatted(PAST),
            draft.id(),
            today)
        .add(section == null ? "" : "join section s on s.id = c.section_id")
        .add("where c.draft_id = ?", draft.id())
        .add(section == null ? new Sql() : Sql.of("and starts_with(s.path, ?)", section))
        .add("group by 1, 2, 3, 4, 5, 6")
        .list(source, row -> counted(row, false, null, null));
  }

  /**
   * Counts by organization, by section and by assignee, each as a grouping set of its own. One
   * grouping by all three would have nearly as many rows as there are comments. The index is read
   * once.
   */
  List<Counted> byOrganizationSectionAndAssignee(DraftRef draft, LocalDate today) {
    return Sql.of(
            """
            with counted as (
              select c.organization_id, c.section_id, c.assignee, l.channel, c.restricted, c.status, c.result,
                %s as past, count(*)::int as number,
                grouping(c.section_id) = 0 as by_section
              from comment c
              left join letter l on l.id = c.letter_id
              where c.draft_id = ?
              group by c.restricted, c.status, c.result, past,
                grouping sets ((c.organization_id, l.channel), (c.section_id), (c.assignee)))
            select n.*, s.path from counted n left join section s on s.id = n.section_id"""
                .formatted(PAST),
            draft.id(),
            today,
            draft.id())
        .list(
            source,
            row ->
                counted(
                    row,
                    row.getBoolean("by_section"),
                    row.getString("path"),
                    row.getString("assignee")));
  }

  private static Counted counted(ResultSet row, boolean bySection, String path, String assignee)
      throws SQLException {
    Status status = Row.constant(row, "status", Status.class);
    return new Counted(
        Row.uuid(row, "organization_id"),
        bySection,
        row.getBoolean("restricted"),
        new CommentGroup(
            path,
            Row.constant(row, "channel", Channel.class),
            status,
            Row.constant(row, "result", Result.class),
            assignee,
            Status.OPEN.contains(status) && row.getBoolean("past"),
            row.getInt("number")));
  }

  /**
   * The number of comments on a section or below it, by path and organization. Also counts comments
   * with one of these in alsoSections. Comments on one section are counted before the join with the
   * outline. A comment on several sections counts once at each path.
   */
  Map<String, Map<UUID, Integer>> bodiesBySection(Caller caller, DraftRef draft) {
    Map<String, Map<UUID, Integer>> numbers = new HashMap<>();
    Sql.of(
            """
            with seen as not materialized (
              select id, organization_id, section_id from comment
              where draft_id = ? and %s and (? or not restricted)),
            one as (
              select organization_id, section_id, count(*) as number from seen
              where section_id is not null
                and not exists (select 1 from comment_section also where also.comment_id = seen.id)
              group by 1, 2),
            several as (
              select seen.id, seen.organization_id, also.section_id
              from seen join comment_section also on also.comment_id = seen.id
              union all
              select seen.id, seen.organization_id, seen.section_id from seen
              where section_id is not null
                and exists (select 1 from comment_section also where also.comment_id = seen.id)),
            touched as (
              select left(s.path, digits) as path, one.organization_id, one.number
              from one join section s on s.id = one.section_id
              cross join generate_series(4, length(s.path), 4) digits
              union all
              select distinct on (several.id, left(s.path, digits))
                left(s.path, digits), several.organization_id, 1
              from several join section s on s.id = several.section_id
              cross join generate_series(4, length(s.path), 4) digits)
            select path, organization_id, sum(number)::int as number from touched group by 1, 2"""
                .formatted(Status.SQL_LIVE),
            draft.id(),
            caller.seesRestricted())
        .list(
            source,
            row ->
                numbers
                    .computeIfAbsent(row.getString("path"), path -> new HashMap<>())
                    .put(Row.uuid(row, "organization_id"), row.getInt("number")));
    return numbers;
  }

  /**
   * Answers and approvals are counted by history, except those that were returned later. Times are
   * grouped by quarter of an hour first, since the conversion of each time to a day costs more than
   * the count. No quarter of an hour lies in two days.
   */
  List<Statistics.Day> days(Caller caller, DraftRef draft) {
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
