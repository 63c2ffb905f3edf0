package vn.sogopy.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/** The comments of a draft, grouped by all that is counted; in the caller's snapshot. */
@ApplicationScoped
class SaidReader {
  /** Whether the comment {@code c} of the draft {@code d} waits past a date, the parameter. */
  private static final String OVERDUE =
      "(c."
          + Status.SQL_OPEN
          + " and coalesce(coalesce(c.answer_due_on, d.answer_due_on) < ?, false))";

  @Inject DataSource source;

  /**
   * @param body null where they are told apart in another way: by section, else by assignee
   */
  record Said(UUID body, boolean bySection, boolean restricted, Points points) {}

  /**
   * @param section path: comments on it or below it alone; null = all
   */
  List<Said> said(DraftRef draft, LocalDate today, String section) {
    return Sql.of(
            """
            select c.organization_id, c.restricted, l.channel, c.status, c.result, %s as overdue,
              count(*)::int as number
            from comment c
            join draft d on d.id = c.draft_id
            left join letter l on l.id = c.letter_id"""
                .formatted(OVERDUE),
            today)
        .add(section == null ? "" : "join section s on s.id = c.section_id")
        .add("where c.draft_id = ?", draft.id())
        .add(section == null ? new Sql() : Sql.of("and starts_with(s.path, ?)", section))
        .add("group by 1, 2, 3, 4, 5, 6")
        .list(
            source,
            row ->
                new Said(
                    Row.uuid(row, "organization_id"),
                    false,
                    row.getBoolean("restricted"),
                    new Points(
                        null,
                        Row.constant(row, "channel", Channel.class),
                        Row.constant(row, "status", Status.class),
                        Row.constant(row, "result", Result.class),
                        null,
                        row.getBoolean("overdue"),
                        row.getInt("number"))));
  }

  /**
   * By body, by section and by assignee: all at once they would be nearly as many lines as there
   * are comments; each alone is a short one. The index is walked once for all three.
   */
  List<Said> apart(DraftRef draft, LocalDate today) {
    return Sql.of(
            """
            with counted as (
              select c.organization_id, c.section_id, c.assignee, l.channel, c.restricted, c.status, c.result,
                %s as overdue, count(*)::int as number,
                grouping(c.section_id) = 0 as by_section
              from comment c
              join draft d on d.id = c.draft_id
              left join letter l on l.id = c.letter_id
              where c.draft_id = ?
              group by c.restricted, c.status, c.result, overdue,
                grouping sets ((c.organization_id, l.channel), (c.section_id), (c.assignee)))
            select n.*, s.path from counted n left join section s on s.id = n.section_id"""
                .formatted(OVERDUE),
            today,
            draft.id())
        .list(
            source,
            row ->
                new Said(
                    Row.uuid(row, "organization_id"),
                    row.getBoolean("by_section"),
                    row.getBoolean("restricted"),
                    new Points(
                        row.getString("path"),
                        Row.constant(row, "channel", Channel.class),
                        Row.constant(row, "status", Status.class),
                        Row.constant(row, "result", Result.class),
                        row.getString("assignee"),
                        row.getBoolean("overdue"),
                        row.getInt("number"))));
  }
}
