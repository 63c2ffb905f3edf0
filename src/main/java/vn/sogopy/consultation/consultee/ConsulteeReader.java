package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Cursor;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads the consultees of a draft and the state of their replies. */
@ApplicationScoped
public class ConsulteeReader {
  @Inject ConsulteeViews views;
  @Inject RequestReader requests;
  @Inject CoverageReader coverage;
  @Inject OrganizationReader organizations;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * One page of the consultees that match the filter, read from one snapshot.
   *
   * @throws ProblemException 400 for an unknown group, or a cursor of another list or filter
   */
  @Transactional
  public ConsulteeList list(
      Actor actor,
      DraftRef draft,
      ConsulteeFilter filter,
      int limit,
      String cursor,
      boolean count) {
    String question = "consultees " + draft.id() + " " + filter;
    List<String> after = Cursor.decode(cursor, question, 1);
    Sql.snapshot(source);
    ConsulteeList all = all(actor, draft, filter);
    Set<String> later = after == null ? null : standingAfter(after.get(0));
    List<ConsulteeView> rest =
        all.items().stream()
            .filter(view -> later == null || later.contains(view.organization().code()))
            .toList();
    List<ConsulteeView> page = rest.stream().limit(limit).toList();
    String next =
        page.size() == rest.size()
            ? null
            : Cursor.encode(question, List.of(page.get(limit - 1).organization().code()));
    Long total = count ? (long) all.items().size() : null;
    return new ConsulteeList(page, next, total, all.counts(), all.unasked(), all.overdueRequests());
  }

  /** Codes of the organizations that follow this one in the register. */
  private Set<String> standingAfter(String code) {
    return new HashSet<>(
        Hql.of(
                """
                select o.code
                from Organization o
                join OrganizationGroup g on g.code = o.group
                join Organization a on a.code = ?
                join OrganizationGroup b on b.code = a.group
                where (g.position, o.position, o.code) > (b.position, a.position, a.code)""",
                code)
            .list(entities, String.class));
  }

  /** All consultees that match the filter, read in the snapshot of the caller's transaction. */
  public ConsulteeList all(Actor actor, DraftRef draft, ConsulteeFilter filter) {
    organizations.requireKnown(null, filter.group());
    LocalDate today = VietnamTime.dayOf(actor.at());
    ConsultationRound round = coverage.round(actor.caller(), draft, today);
    ConsulteeViews.Bodies bodies = views.bodies(round, draft);
    List<ConsulteeView> items = bodies.asked().stream().filter(filter::takes).toList();
    return new ConsulteeList(
        items,
        null,
        null,
        round.counts(),
        bodies.unasked(),
        requests.overdue(actor.caller(), draft, today));
  }

  /**
   * Read from one snapshot.
   *
   * @throws ProblemException 404 if the organization is not a consultee
   */
  @Transactional
  public ConsulteeView one(Caller caller, DraftRef draft, String organization) {
    Sql.snapshot(source);
    return written(caller, draft, organization);
  }

  /** Like {@link #one}, in the transaction that has just written the row. */
  @Transactional
  ConsulteeView written(Caller caller, DraftRef draft, String organization) {
    ConsultationRound round = coverage.round(caller, draft, VietnamTime.dayOf(Instant.now()));
    return views.asked(round, draft, views.letters(draft)).stream()
        .filter(view -> view.organization().code().equals(organization))
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 404 if the organization is not a consultee
   */
  @Transactional
  public void require(DraftRef draft, String organization) {
    Hql asked =
        Hql.of(
            "select o.id from Consultee k join Organization o on o.id = k.key.organizationId"
                + " where k.key.draftId = ? and o.code = ?",
            draft.id(),
            organization);
    if (asked.first(entities, UUID.class).isEmpty()) {
      throw ProblemException.notFound();
    }
  }

  /**
   * The history of a consultee, oldest first; also of a removed one.
   *
   * @throws ProblemException 404 if the organization never was a consultee
   */
  @Transactional
  public ConsulteeHistory history(DraftRef draft, String organization) {
    List<ConsulteeHistory.Entry> entries =
        Hql.of(
                """
                select h from ConsulteeHistoryEntry h join Organization o on o.id = h.organizationId
                where h.draftId = ? and o.code = ? order by h.id""",
                draft.id(),
                organization)
            .list(entities, ConsulteeHistoryEntry.class)
            .stream()
            .map(ConsulteeHistoryEntry::view)
            .toList();
    if (entries.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new ConsulteeHistory(entries);
  }
}
