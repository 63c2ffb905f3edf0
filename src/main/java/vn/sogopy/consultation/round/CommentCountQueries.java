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
import vn.sogopy.plan.DraftKind;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Counts the comments of a draft in the caller's snapshot. Each statement first counts equal
 * entries of one index, in its order, and joins and groups only these counts (ADR 0018).
 */
@ApplicationScoped
class CommentCountQueries {
  /**
   * Whether the answers to the counted comments {@code c} are due before a date. The parameters are
   * the draft and the date.
   */
  private static final String PAST =
      "coalesce(coalesce(c.answer_due_on, (select answer_due_on from draft where id = ?)) < ?, false)";

  /** The comments of a draft that the caller sees, neither withdrawn nor split. */
  private static final String SEEN =
      "where draft_id = ? and " + Status.SQL_LIVE + " and (? or not restricted)";

  @Inject DataSource source;

  /** Comments of one organization, of one letter. */
  record OfBody(UUID body, boolean restricted, CommentGroup comments) {}

  /**
   * Comments on one section, or of one assignee: the comments of each add up to all.
   *
   * @param confirmed whether their organization agreed with the answers
   */
  record OfWork(boolean bySection, boolean confirmed, CommentGroup comments) {

    /** Whether these are accepted, and not confirmed by their organization. */
    boolean unconfirmed() {
      return comments.status() == Status.APPROVED && comments.result().changesDraft() && !confirmed;
    }
  }

  /**
   * All comments of the draft, whoever sees them.
   *
   * @param section path of a section: only comments on it or below it; null = all
   */
  List<OfBody> byOrganization(DraftRef draft, LocalDate today, String section) {
    return Sql.of(
            """
            select c.organization_id, c.letter_id, c.restricted, l.channel, d.kind, c.status, c.result, %s as past,
              sum(c.number)::int as number
            from (
              select organization_id, letter_id, status, result, restricted, answer_due_on, count(*) as number
              from comment where draft_id = ?"""
                .formatted(PAST),
            draft.id(),
            today,
            draft.id())
        .add(section == null ? new Sql() : below(draft, section))
        .add(
            """
              group by 1, 2, 3, 4, 5, 6) c
            left join letter l on l.id = c.letter_id
            left join draft d on d.id = l.draft_id
            group by 1, 2, 3, 4, 5, 6, 7, 8""")
        .list(
            source,
            row -> {
              Channel channel = Row.constant(row, "channel", Channel.class);
              return new OfBody(
                  Row.uuid(row, "organization_id"),
                  row.getBoolean("restricted"),
                  group(
                      row,
                      null,
                      Row.uuid(row, "letter_id"),
                      channel,
                      channel != null
                          && channel.isMeetingIn(Row.constant(row, "kind", DraftKind.class)),
                      null));
            });
  }

  private static Sql below(DraftRef draft, String section) {
    return Sql.of(
        "and section_id in (select id from section where draft_id = ? and starts_with(path, ?))",
        draft.id(),
        section);
  }

  /** Comments by section, and again by assignee. */
  List<OfWork> bySectionAndAssignee(Caller caller, DraftRef draft, LocalDate today) {
    return Sql.of(
            """
            with counted as (
              select c.section_id, c.assignee, c.status, c.result, c.reaction, %s as past, sum(c.number)::int as number,
                grouping(c.section_id) = 0 as by_section
              from (
                select section_id, organization_id, assignee, status, result, answer_due_on, reaction, count(*) as number
                from comment %s
                group by 1, 2, 3, 4, 5, 6, 7) c
              group by c.status, c.result, c.reaction, past, grouping sets ((c.section_id), (c.assignee)))
            select n.*, s.path from counted n left join section s on s.id = n.section_id"""
                .formatted(PAST, SEEN),
            draft.id(),
            today,
            draft.id(),
            caller.seesRestricted())
        .list(
            source,
            row ->
                new OfWork(
                    row.getBoolean("by_section"),
                    "AGREED".equals(row.getString("reaction")),
                    group(
                        row, row.getString("path"), null, null, false, row.getString("assignee"))));
  }

  private static CommentGroup group(
      ResultSet row, String section, UUID letter, Channel channel, boolean meeting, String assignee)
      throws SQLException {
    Status status = Row.constant(row, "status", Status.class);
    return new CommentGroup(
        section,
        letter,
        channel,
        meeting,
        status,
        Row.constant(row, "result", Result.class),
        assignee,
        Status.OPEN.contains(status) && row.getBoolean("past"),
        row.getInt("number"));
  }

  /**
   * The number of comments on a section or below it, by path and organization. Also counts comments
   * with one of these in alsoSections. A comment on several sections counts once at each path:
   * {@code further} has the paths of alsoSections that its own section is not below.
   */
  Map<String, Map<UUID, Integer>> bodiesBySection(Caller caller, DraftRef draft) {
    Map<String, Map<UUID, Integer>> numbers = new HashMap<>();
    Sql.of(
            """
            with above as materialized (
              select s.id as section_id, left(s.path, digits) as path
              from section s cross join generate_series(4, length(s.path), 4) digits
              where s.draft_id = ?),
            own as (
              select section_id, organization_id, count(*) as number from comment %s group by 1, 2),
            further as (
              select distinct c.id, c.organization_id, also.path
              from above also
              join comment_section cs on cs.section_id = also.section_id
              join (select id, organization_id, section_id from comment %<s and has_children) c on c.id = cs.comment_id
              where not exists (select 1 from above mine where mine.section_id = c.section_id and mine.path = also.path))
            select path, organization_id, sum(number)::int as number from (
              select above.path, own.organization_id, own.number
              from own join above on above.section_id = own.section_id
              union all
              select path, organization_id, 1 from further) touched
            group by 1, 2"""
                .formatted(SEEN),
            draft.id(),
            draft.id(),
            caller.seesRestricted(),
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

  /** Answers and approvals are counted except those that were returned later. */
  List<Statistics.Day> days(Caller caller, DraftRef draft) {
    return Sql.of(
            """
            select day, sum(received)::int as received, sum(answered)::int as answered,
              sum(approved)::int as approved
            from (
              select received_on, answered_on, approved_on, status, count(*) as number from comment %s
              group by 1, 2, 3, 4) c
            cross join lateral (values
              (received_on, number, 0, 0),
              (case when status in ('ANSWERED', 'APPROVED') then answered_on end, 0, number, 0),
              (case when status = 'APPROVED' then approved_on end, 0, 0, number))
              as step (day, received, answered, approved)
            where day is not null group by day order by day"""
                .formatted(SEEN),
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
