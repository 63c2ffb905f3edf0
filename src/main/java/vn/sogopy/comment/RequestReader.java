package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.Page;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Caller;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Requests as the caller may see them. */
@ApplicationScoped
public class RequestReader {
  private static final String NO_DATE = "infinity";

  @Inject DataSource source;

  /**
   * @throws ProblemException 404 if there is none that this caller may know of
   */
  @Transactional
  public RequestView get(Caller caller, UUID id) {
    return Sql.of(RequestSql.SELECT + RequestSql.FROM)
        .add(RequestSql.visible(caller))
        .add("and r.id = ?", id)
        .first(source, RequestSql::view)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 403 when a body asks for another's, 400 for unknown names
   */
  @Transactional
  Page<RequestView> list(
      Caller caller, RequestFilter filter, int limit, String cursor, boolean count) {
    caller.requireOrganization(filter.organization());
    checkNames(caller, filter);
    String question = "requests " + caller.role() + " " + caller.organization() + " " + filter;
    List<String> from = Cursor.decode(cursor, question, 3);
    Sql where = where(caller, filter);
    Sql select = Sql.of(RequestSql.SELECT + RequestSql.FROM).add(where);
    if (from != null) {
      behind(select, filter.byDueDate(), from);
    }
    select.add(
        filter.byDueDate()
            ? "order by coalesce(r.due_on, 'infinity'), r.asked_at, r.id"
            : "order by r.asked_at desc, r.id desc");
    List<RequestView> rows = select.add("limit ?", limit + 1).list(source, RequestSql::view);
    List<RequestView> items = rows.stream().limit(limit).toList();
    String next = rows.size() > limit ? Cursor.encode(question, keys(items.get(limit - 1))) : null;
    return new Page<>(items, next, count ? total(where) : null);
  }

  /**
   * All of a draft that are open and past their date, in the order of the bodies that were asked.
   */
  @Transactional
  public List<OverdueRequest> overdue(Caller caller, DraftRef draft, LocalDate today) {
    return Sql.of(
            "select r.id, r.comment_id, c.receipt_number, c.part, c.restricted, r.text, r.due_on,")
        .add("ro.code, ro.name, ro.group_code")
        .add(RequestSql.FROM)
        .add("join organization_group rg on rg.code = ro.group_code")
        .add(RequestSql.visible(caller))
        .add("and c.draft_id = ? and " + RequestSql.OVERDUE, draft.id(), today)
        .add("order by rg.position, ro.position, ro.code, r.due_on, r.id")
        .list(
            source,
            row ->
                new OverdueRequest(
                    Row.uuid(row, "id"),
                    Row.uuid(row, "comment_id"),
                    row.getLong("receipt_number"),
                    Row.integer(row, "part"),
                    new CommentView.OrganizationRef(
                        row.getString("code"), row.getString("name"), row.getString("group_code")),
                    row.getString("text"),
                    Row.date(row, "due_on"),
                    (int) ChronoUnit.DAYS.between(Row.date(row, "due_on"), today),
                    row.getBoolean("restricted")));
  }

  private static Sql where(Caller caller, RequestFilter filter) {
    Sql where = RequestSql.visible(caller);
    if (filter.comment() != null) {
      where.add("and c.id = ?", filter.comment());
    } else if (caller.isSubmitter()) {
      where.add("and ro.code = ?", caller.organization());
    }
    if (filter.plan() != null) {
      where.add("and p.slug = ?", filter.plan());
    }
    if (filter.organization() != null) {
      where.add("and ro.code = ?", filter.organization());
    }
    if (filter.open() != null) {
      where.add((filter.open() ? "and " : "and not ") + RequestSql.OPEN);
    }
    if (filter.overdue() != null) {
      where.add(
          (filter.overdue() ? "and " : "and not ") + RequestSql.OVERDUE,
          VietnamTime.dayOf(Instant.now()));
    }
    return where;
  }

  private static List<String> keys(RequestView last) {
    String due = last.dueOn() == null ? NO_DATE : last.dueOn().toString();
    return List.of(due, last.askedAt().toString(), last.id().toString());
  }

  private static void behind(Sql select, boolean byDueDate, List<String> keys) {
    try {
      // Within the years that PostgreSQL holds.
      boolean dated = !keys.get(0).equals(NO_DATE);
      String due = dated ? Params.date("cursor", keys.get(0)).toString() : NO_DATE;
      Instant asked = Params.instant("cursor", keys.get(1));
      UUID id = UUID.fromString(keys.get(2));
      if (byDueDate) {
        select.add(
            "and (coalesce(r.due_on, 'infinity'), r.asked_at, r.id) > (?::date, ?, ?)",
            due,
            asked,
            id);
      } else {
        select.add("and (r.asked_at, r.id) < (?, ?)", asked, id);
      }
    } catch (ProblemException | IllegalArgumentException notOurs) {
      throw Cursor.invalid();
    }
  }

  private Long total(Sql where) {
    return Sql.of("select count(*) " + RequestSql.FROM)
        .add(where)
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  private void checkNames(Caller caller, RequestFilter filter) {
    if (filter.plan() != null
        && !(caller.mayKnowPlan(filter.plan())
            && exists("select 1 from plan where slug = ?", filter.plan()))) {
      throw Params.wrong("plan", FieldCode.UNKNOWN_PLAN, filter.plan());
    }
    if (filter.organization() != null
        && !exists("select 1 from organization where code = ?", filter.organization())) {
      throw Params.wrong("organization", FieldCode.UNKNOWN_ORGANIZATION, filter.organization());
    }
  }

  private boolean exists(String query, String value) {
    return Sql.of(query, value).first(source, row -> true).isPresent();
  }
}
