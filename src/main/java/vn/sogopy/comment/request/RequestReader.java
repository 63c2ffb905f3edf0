package vn.sogopy.comment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.paging.HqlKeyset;
import vn.sogopy.platform.http.paging.HqlKeyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Reads the requests that are visible to the caller. */
@ApplicationScoped
public class RequestReader {
  private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
  private static final Key<RequestRow> ASKED =
      new Key<>("r.askedAt", Type.INSTANT, row -> row.request().askedAt);
  private static final Key<RequestRow> ID = new Key<>("r.id", Type.ID, row -> row.request().id);
  private static final HqlKeyset<RequestRow> NEWEST_FIRST = HqlKeyset.descending(ASKED, ID);
  private static final HqlKeyset<RequestRow> BY_DUE_DATE =
      HqlKeyset.ascending(
          new Key<>("coalesce(r.dueOn, local date 9999-12-31)", Type.DATE, RequestReader::dueOrFar),
          ASKED,
          ID);

  @Inject OrganizationRepository organizations;
  @Inject PlanRepository plans;
  @Inject EntityManager entities;

  private static LocalDate dueOrFar(RequestRow row) {
    return row.request().dueOn == null ? FAR : row.request().dueOn;
  }

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public RequestView get(Caller caller, UUID id) {
    return Hql.of(RequestRow.SELECT)
        .add(RequestRow.visible(caller))
        .add("and r.id = ?", id)
        .first(entities, RequestRow.class)
        .map(RequestRow::view)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 403 if an organization lists the requests of another; 400 for unknown
   *     names
   */
  @Transactional
  Page<RequestView> list(
      Caller caller, RequestFilter filter, int limit, String cursor, boolean count) {
    caller.requireOrganization(filter.organization());
    checkNames(caller, filter);
    String question = "requests " + caller.role() + " " + caller.organization() + " " + filter;
    return (filter.byDueDate() ? BY_DUE_DATE : NEWEST_FIRST)
        .page(
            entities,
            RequestRow.class,
            new PageRequest(question, limit, cursor, count),
            RequestRow.SELECT,
            where(caller, filter))
        .map(RequestRow::view);
  }

  /** All overdue open requests of a draft, ordered by the requested organization. */
  @Transactional
  public List<OverdueRequest> overdue(Caller caller, DraftRef draft, LocalDate today) {
    return Hql.of(RequestRow.SELECT)
        .add(RequestRow.visible(caller))
        .add("and c.draftId = ? and", draft.id())
        .add(RequestRow.overdue(today))
        .add("order by rg.position, ro.position, ro.code, r.dueOn, r.id")
        .list(entities, RequestRow.class)
        .stream()
        .map(row -> row.overdueOn(today))
        .toList();
  }

  private static Hql where(Caller caller, RequestFilter filter) {
    Hql where = RequestRow.visible(caller);
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
      where.add(filter.open() ? "and" : "and not").add(RequestRow.open());
    }
    if (filter.overdue() != null) {
      where
          .add(filter.overdue() ? "and" : "and not")
          .add(RequestRow.overdue(VietnamTime.dayOf(Instant.now())));
    }
    return where;
  }

  private void checkNames(Caller caller, RequestFilter filter) {
    String plan = filter.plan();
    if (plan != null && !(caller.mayKnowPlan(plan) && plans.id(plan).isPresent())) {
      throw ProblemException.parameter("plan", FieldCode.UNKNOWN_PLAN, plan);
    }
    String organization = filter.organization();
    if (organization != null && organizations.id(organization).isEmpty()) {
      throw ProblemException.parameter(
          "organization", FieldCode.UNKNOWN_ORGANIZATION, organization);
    }
  }

  /**
   * The filter of a list of requests; null = any.
   *
   * @param byDueDate by date, requests without a date last; else newest first
   */
  record RequestFilter(
      UUID comment,
      String plan,
      String organization,
      Boolean open,
      Boolean overdue,
      boolean byDueDate) {

    static RequestFilter of(UUID comment) {
      return new RequestFilter(comment, null, null, null, null, false);
    }
  }
}
