package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/** The comments of a draft, grouped by all that is counted; in the caller's snapshot. */
@ApplicationScoped
class CommentGroupReader {
  /**
   * Whether a comment {@code c} would wait past a date, were it open; the parameters are the draft
   * and the date.
   */
  private static final String PAST =
      "coalesce(coalesce(c.answer_due_on, (select answer_due_on from draft where id = ?)) < ?, false)";

  @Inject DataSource source;

  /**
   * @param body null where they are told apart in another way: by section, else by assignee
   */
  record Said(UUID body, boolean bySection, boolean restricted, CommentGroup points) {}

  /**
   * @param section path: comments on it or below it alone; null = all
   */
  List<Said> said(DraftRef draft, LocalDate today, String section) {
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
        .list(source, row -> said(row, false, null, null));
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
                said(
                    row,
                    row.getBoolean("by_section"),
                    row.getString("path"),
                    row.getString("assignee")));
  }

  private static Said said(ResultSet row, boolean bySection, String path, String assignee)
      throws SQLException {
    Status status = Row.constant(row, "status", Status.class);
    return new Said(
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
}
