package vn.sogopy.comment.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** The one projection by which requests are read, and who may see which of them. */
public final class RequestSql {
  /** Nobody has replied, and a reply would still be of use. */
  public static final String OPEN =
      "(r.reply is null and c.status not in ('APPROVED', 'WITHDRAWN'))";

  /** Open and past its date on the day that is the parameter. */
  static final String OVERDUE = "(" + OPEN + " and coalesce(r.due_on < ?, false))";

  static final String SELECT =
      """
      select r.id, r.kind, r.text, r.due_on, r.asked_at, r.asked_by, r.reply, r.replied_at,
        r.replied_by, r.version, ro.code as to_code, ro.name as to_name, ro.group_code as to_group,
        c.id as comment_id, c.receipt_number, c.part, c.content, c.locator_page,
        c.locator_paragraph, c.locator_quote, p.slug, d.number as draft_number,
        s.code as section_code, s.title as section_title,\s"""
          + OPEN
          + " as open ";

  static final String FROM =
      """
      from comment_request r
      join organization ro on ro.id = r.organization_id
      join comment c on c.id = r.comment_id
      join organization o on o.id = c.organization_id
      join draft d on d.id = c.draft_id
      join plan p on p.id = c.plan_id
      left join section s on s.id = c.section_id
      """;

  private RequestSql() {}

  /**
   * The WHERE of what this caller may know of. A body knows what it is asked, as long as the
   * comment is not restricted to another, and, like the answer, what others were asked about its
   * own comment once that is approved.
   */
  static Sql visible(Caller caller) {
    Sql where = Sql.of("where true");
    if (caller.plans() != null) {
      where.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    if (caller.isSubmitter()) {
      where.add(
          "and ((ro.code = ? and (not c.restricted or o.id = ro.id))"
              + " or (o.code = ? and c.status = 'APPROVED'))",
          caller.organization(),
          caller.organization());
    }
    if (!caller.seesRestricted()) {
      where.add("and not c.restricted");
    }
    return where;
  }

  static RequestView view(ResultSet row) throws SQLException {
    LocalDate due = Row.date(row, "due_on");
    boolean open = row.getBoolean("open");
    return new RequestView(
        Row.uuid(row, "id"),
        about(row),
        new CommentView.OrganizationRef(
            row.getString("to_code"), row.getString("to_name"), row.getString("to_group")),
        Row.constant(row, "kind", RequestKind.class),
        row.getString("text"),
        due,
        open,
        open && due != null && due.isBefore(VietnamTime.dayOf(Instant.now())),
        Row.instant(row, "asked_at"),
        row.getString("asked_by"),
        row.getString("reply"),
        Row.instant(row, "replied_at"),
        row.getString("replied_by"),
        row.getInt("version"));
  }

  private static RequestView.About about(ResultSet row) throws SQLException {
    String section = row.getString("section_code");
    return new RequestView.About(
        Row.uuid(row, "comment_id"),
        row.getLong("receipt_number"),
        Row.integer(row, "part"),
        row.getString("slug"),
        row.getInt("draft_number"),
        section == null
            ? null
            : new CommentView.SectionRef(section, row.getString("section_title")),
        Locator.of(
            Row.integer(row, "locator_page"),
            Row.integer(row, "locator_paragraph"),
            row.getString("locator_quote")),
        row.getString("content"));
  }
}
