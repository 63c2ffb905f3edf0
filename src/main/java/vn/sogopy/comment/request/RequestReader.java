package vn.sogopy.comment.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Status;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageQuery;
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
  private static final Key<RequestView> ASKED =
      new Key<>("r.askedAt", Type.INSTANT, RequestView::askedAt);
  private static final Key<RequestView> ID = new Key<>("r.id", Type.ID, RequestView::id);
  private static final Keyset<RequestView> NEWEST_FIRST = Keyset.descending(ASKED, ID);
  private static final Keyset<RequestView> BY_DUE_DATE =
      Keyset.ascending(
          new Key<>(
              "coalesce(r.dueOn, local date 9999-12-31)",
              Type.DATE,
              request -> request.dueOn() == null ? FAR : request.dueOn()),
          ASKED,
          ID);

  private static final String SELECT =
      """
      select new vn.sogopy.comment.request.RequestView(
        r.id,
        new vn.sogopy.comment.request.RequestView$About(
          c.id, c.receiptNumber, c.part, p.slug, d.number,
          new vn.sogopy.comment.query.CommentView$SectionRef(s.code, s.title),
          c.locator, c.content, c.restricted),
        new vn.sogopy.comment.query.CommentView$OrganizationRef(ro.code, ro.name, ro.group),
        r.kind, r.text, r.dueOn, c.state.status, r.askedAt, r.askedBy,
        r.reply, r.repliedAt, r.repliedBy, r.version)""";

  private static final String FROM =
      """
      from CommentRequest r
      join Organization ro on ro.id = r.organizationId
      join OrganizationGroup rg on rg.code = ro.group
      join Comment c on c.id = r.commentId
      join Organization o on o.id = c.organizationId
      join Draft d on d.id = c.draftId
      join Plan p on p.id = c.planId
      left join Section s on s.id = c.sectionId
      where true""";

  @Inject OrganizationRepository organizations;
  @Inject PlanRepository plans;
  @Inject EntityManager entities;

  /**
   * @throws ProblemException 404 if there is none that is visible to the caller
   */
  @Transactional
  public RequestView get(Caller caller, UUID id) {
    return Hql.of(SELECT)
        .add(visible(caller))
        .add("and r.id = ?", id)
        .first(entities, RequestView.class)
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 403 if an organization lists the requests of another; 400 for unknown
   *     names
   */
  @Transactional
  public Page<RequestView> list(Caller caller, RequestQuery query) {
    caller.requireRepresented(query.organization);
    checkNames(caller, query);
    Hql where = visible(caller);
    if (caller.isSubmitter()) {
      where.add("and ro.code in ?", caller.organizations());
    }
    if (query.plan != null) {
      where.add("and p.slug = ?", query.plan);
    }
    if (query.organization != null) {
      where.add("and ro.code = ?", query.organization);
    }
    if (query.open != null) {
      where.add(query.open ? "and" : "and not").add(open());
    }
    if (query.overdue != null) {
      where.add(query.overdue ? "and" : "and not").add(overdue(VietnamTime.today()));
    }
    List<?> filter =
        Arrays.asList(query.plan, query.organization, query.open, query.overdue, query.sort);
    boolean byDueDate = query.sort == RequestQuery.Sort.DUE_DATE;
    return page(caller, query, filter, byDueDate ? BY_DUE_DATE : NEWEST_FIRST, where);
  }

  /** The requests about one comment, newest first. */
  @Transactional
  public Page<RequestView> ofComment(Caller caller, UUID comment, PageQuery query) {
    Hql where = visible(caller).add("and c.id = ?", comment);
    return page(caller, query, comment, NEWEST_FIRST, where);
  }

  /** The requests about these comments, oldest first. */
  @Transactional
  public List<RequestView> of(Caller caller, Collection<UUID> comments) {
    return Hql.of(SELECT)
        .add(visible(caller))
        .add("and c.id in ? order by r.askedAt, r.id", comments)
        .list(entities, RequestView.class);
  }

  private Page<RequestView> page(
      Caller caller, PageQuery query, Object filter, Keyset<RequestView> order, Hql where) {
    String question = "requests " + caller.role() + " " + caller.organization() + " " + filter;
    PageRequest page = new PageRequest(question, query.limit, query.cursor, query.count);
    return order.page(entities, RequestView.class, page, SELECT, where);
  }

  /** All overdue open requests of a draft, ordered by the requested organization. */
  @Transactional
  public List<OverdueRequest> overdue(Caller caller, DraftRef draft, LocalDate today) {
    return Hql.of(SELECT)
        .add(visible(caller))
        .add("and c.draftId = ? and", draft.id())
        .add(overdue(today))
        .add("order by rg.position, ro.position, ro.code, r.dueOn, r.id")
        .list(entities, RequestView.class)
        .stream()
        .map(request -> OverdueRequest.of(request, today))
        .toList();
  }

  /**
   * FROM and WHERE of the visible requests. To an organization, requests to it are visible unless
   * the comment is restricted to another one. Requests to others about its own comment are visible
   * once that is approved.
   */
  private static Hql visible(Caller caller) {
    Hql from = Hql.of(FROM);
    if (caller.plans() != null) {
      from.add("and p.slug in ?", caller.plans());
    }
    if (caller.isSubmitter()) {
      from.add(
          "and ((ro.code in ? and (not c.restricted or o.code in ?))"
              + " or (o.code in ? and c.state.status = ?))",
          caller.organizations(),
          caller.organizations(),
          caller.organizations(),
          Status.APPROVED);
    }
    if (!caller.seesRestricted()) {
      from.add("and not c.restricted");
    }
    return from;
  }

  /** The condition of requests that still need a reply. */
  private static Hql open() {
    return Hql.of("(r.reply is null and c.state.status in ?)", CommentRequest.REPLYABLE);
  }

  /** The condition of open requests past their date. */
  private static Hql overdue(LocalDate today) {
    return Hql.of("(").add(open()).add("and r.dueOn is not null and r.dueOn < ?)", today);
  }

  private void checkNames(Caller caller, RequestQuery query) {
    String plan = query.plan;
    if (plan != null && !(caller.mayKnowPlan(plan) && plans.id(plan).isPresent())) {
      throw ProblemException.parameter("plan", FieldCode.UNKNOWN_PLAN, plan);
    }
    String organization = query.organization;
    if (organization != null && organizations.id(organization).isEmpty()) {
      throw ProblemException.parameter(
          "organization", FieldCode.UNKNOWN_ORGANIZATION, organization);
    }
  }
}
