package vn.sogopy.comment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** A request with the displayed data of its comment. */
record RequestRow(
    CommentRequest request,
    String toCode,
    String toName,
    String toGroup,
    UUID commentId,
    long receiptNumber,
    Integer part,
    Status status,
    boolean restricted,
    String content,
    Locator locator,
    String plan,
    int draft,
    String section,
    String sectionTitle) {

  /** States that need no reply. */
  private static final Set<Status> SETTLED = EnumSet.of(Status.APPROVED, Status.WITHDRAWN);

  static final String SELECT =
      """
      select r, ro.code, ro.name, ro.group, c.id, c.receiptNumber, c.part, c.state.status,
        c.restricted, c.content, c.locator, p.slug, d.number, s.code,
        s.title""";

  /**
   * FROM and WHERE of the visible requests. To an organization, requests to it are visible unless
   * the comment is restricted to another one. Requests to others about its own comment are visible
   * once that is approved.
   */
  static Hql visible(Caller caller) {
    Hql from =
        Hql.of(
            """
            from CommentRequest r
            join Organization ro on ro.id = r.organizationId
            join OrganizationGroup rg on rg.code = ro.group
            join Comment c on c.id = r.commentId
            join Organization o on o.id = c.organizationId
            join Draft d on d.id = c.draftId
            join Plan p on p.id = c.planId
            left join Section s on s.id = c.sectionId
            where true""");
    if (caller.plans() != null) {
      from.add("and p.slug in ?", caller.plans());
    }
    if (caller.isSubmitter()) {
      from.add(
          "and ((ro.code = ? and (not c.restricted or o.id = ro.id))"
              + " or (o.code = ? and c.state.status = ?))",
          caller.organization(),
          caller.organization(),
          Status.APPROVED);
    }
    if (!caller.seesRestricted()) {
      from.add("and not c.restricted");
    }
    return from;
  }

  /** The condition of requests that still need a reply. */
  static Hql open() {
    return Hql.of("(r.reply is null and c.state.status not in ?)", SETTLED);
  }

  /** The condition of open requests past their date. */
  static Hql overdue(LocalDate today) {
    return Hql.of("(").add(open()).add("and r.dueOn is not null and r.dueOn < ?)", today);
  }

  private boolean isOpen() {
    return request.reply == null && !SETTLED.contains(status);
  }

  RequestView view() {
    boolean overdue =
        request.dueOn != null && request.dueOn.isBefore(VietnamTime.dayOf(Instant.now()));
    return new RequestView(
        request.id,
        new RequestView.About(
            commentId,
            receiptNumber,
            part,
            plan,
            draft,
            section == null ? null : new CommentView.SectionRef(section, sectionTitle),
            locator,
            content),
        to(),
        request.kind,
        request.text,
        request.dueOn,
        isOpen(),
        isOpen() && overdue,
        request.askedAt,
        request.askedBy,
        request.reply,
        request.repliedAt,
        request.repliedBy,
        request.version);
  }

  OverdueRequest overdueOn(LocalDate today) {
    return new OverdueRequest(
        request.id,
        commentId,
        receiptNumber,
        part,
        to(),
        request.text,
        request.dueOn,
        (int) ChronoUnit.DAYS.between(request.dueOn, today),
        restricted);
  }

  private CommentView.OrganizationRef to() {
    return new CommentView.OrganizationRef(toCode, toName, toGroup);
  }
}
