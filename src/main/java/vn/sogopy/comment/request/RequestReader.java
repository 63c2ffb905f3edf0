package vn.sogopy.comment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Requests as the caller may see them. */
@ApplicationScoped
public class RequestReader {
  private static final Key ASKED = new Key("r.asked_at", Type.INSTANT);
  private static final Key ID = new Key("r.id", Type.ID);
  private static final Keyset NEWEST_FIRST = Keyset.descending(ASKED, ID);
  private static final Keyset BY_DUE_DATE =
      Keyset.ascending(new Key("coalesce(r.due_on, 'infinity')", Type.DATE), ASKED, ID);

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
    Sql where = where(caller, filter);
    Keyset keyset = filter.byDueDate() ? BY_DUE_DATE : NEWEST_FIRST;
    return keyset.page(
        source,
        question,
        limit,
        cursor,
        Sql.of(RequestSql.SELECT).add(keyset.columns()).add(RequestSql.FROM).add(where),
        RequestSql::view,
        count ? Sql.of("select count(*)").add(RequestSql.FROM).add(where) : null);
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
