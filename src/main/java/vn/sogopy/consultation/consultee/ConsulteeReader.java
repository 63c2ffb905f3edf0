package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.Change;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.EndedBody;
import vn.sogopy.consultation.round.Participation;
import vn.sogopy.consultation.round.RoundLetter;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.paging.Cursor;
import vn.sogopy.platform.http.paging.PageQuery;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Reads the consultees of a draft and the state of their replies. */
@ApplicationScoped
public class ConsulteeReader {
  @Inject ConsulteeStore store;
  @Inject RequestReader requests;
  @Inject CoverageReader coverage;
  @Inject OrganizationReader organizations;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /** Days from the receipt of the dossier until the legal due date of a reply. */
  @ConfigProperty(name = "sogopy.reply-days", defaultValue = "30")
  int replyDays;

  /**
   * One page of the consultees that match the filter, read from one snapshot.
   *
   * @throws ProblemException 400 for an unknown group, or a cursor of another list or filter
   */
  @Transactional
  public ConsulteeList list(Actor actor, DraftRef draft, ConsulteeQuery query, PageQuery paging) {
    String question =
        "consultees " + draft.id() + Arrays.asList(query.state, query.group, query.overdue);
    List<String> after = Cursor.decode(paging.cursor, question, 1);
    Sql.snapshot(source);
    ConsulteeList all = all(actor, draft, query);
    Set<String> later = after == null ? null : codesAfter(after.get(0));
    List<ConsulteeView> rest =
        all.items().stream()
            .filter(view -> later == null || later.contains(view.organization().code()))
            .toList();
    List<ConsulteeView> page = rest.stream().limit(paging.limit).toList();
    String next =
        page.size() == rest.size()
            ? null
            : Cursor.encode(question, List.of(page.get(page.size() - 1).organization().code()));
    Long total = paging.count ? (long) all.items().size() : null;
    return new ConsulteeList(page, next, total, all.counts(), all.unasked(), all.overdueRequests());
  }

  /** Codes of the organizations that follow this one in the register. */
  private Set<String> codesAfter(String code) {
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
  public ConsulteeList all(Actor actor, DraftRef draft, ConsulteeQuery query) {
    organizations.requireKnown(null, query.group);
    LocalDate today = actor.today();
    ConsultationRound round = coverage.round(actor.caller(), draft, today);
    Bodies bodies = bodies(round, draft);
    List<ConsulteeView> items = bodies.asked().stream().filter(query::matches).toList();
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

  /**
   * Like {@link #one}, in the transaction that has just written the row. The round is read by
   * statements that see only what is flushed.
   */
  @Transactional
  ConsulteeView written(Caller caller, DraftRef draft, String organization) {
    entities.flush();
    ConsultationRound round = coverage.round(caller, draft, VietnamTime.today());
    return asked(round, draft).stream()
        .filter(view -> view.organization().code().equals(organization))
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 404 if the organization is not a consultee
   */
  @Transactional
  public void require(DraftRef draft, String organization) {
    store.get(draft, organization);
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
                select h.at, h.by, h.client, h.action, h.changes, h.reason
                from ConsulteeHistoryEntry h join Organization o on o.id = h.organizationId
                where h.draftId = ? and o.code = ? order by h.id""",
                draft.id(),
                organization)
            .list(entities, ConsulteeHistory.Entry.class);
    if (entries.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new ConsulteeHistory(entries);
  }

  /**
   * All organizations of a round, in the order of the register.
   *
   * @param ended those that have ended, by code
   */
  public record Bodies(
      List<ConsulteeView> asked,
      List<ConsulteeList.Unasked> unasked,
      Map<String, EndedBody> ended) {

    /** "Sở Giao thông vận tải (nay là Sở Xây dựng)". */
    public String named(String code, String name) {
      return ended.containsKey(code) ? name + " (" + ended.get(code).words() + ")" : name;
    }
  }

  /** Read in the snapshot of the caller's transaction. */
  public Bodies bodies(ConsultationRound round, DraftRef draft) {
    List<ConsulteeList.Unasked> unasked =
        round.participations().stream()
            .filter(Participation::isApart)
            .map(ConsulteeReader::unasked)
            .toList();
    Map<String, EndedBody> ended =
        round.participations().stream()
            .filter(one -> one.ended() != null)
            .collect(Collectors.toMap(one -> one.body().code(), Participation::ended));
    return new Bodies(asked(round, draft), unasked, ended);
  }

  /**
   * The consultees in the order of the register. Without a snapshot the round may be older than the
   * rows: an organization without a row is omitted.
   */
  private List<ConsulteeView> asked(ConsultationRound round, DraftRef draft) {
    Map<UUID, Consultee> asked = store.all(draft.id());
    Draft stored = entities.find(Draft.class, draft.id());
    return round.participations().stream()
        .filter(one -> asked.containsKey(one.body().id()))
        .map(one -> view(one, asked.get(one.body().id()), stored))
        .toList();
  }

  private ConsulteeView view(Participation one, Consultee consultee, Draft draft) {
    ConsulteeData data = consultee.data;
    LocalDate received = data.dossierReceivedOn();
    CommentCounts tally = CommentCounts.of(one.points());
    return new ConsulteeView(
        organization(one.body()),
        one.ended(),
        data.requestLetters(),
        one.dueOn(),
        data.dueOn(),
        received,
        received == null ? null : received.plusDays(replyDays),
        data.contact(),
        one.reply().state(),
        one.reply().position(),
        one.reply().overdue(),
        one.reply().late(),
        one.reply().daysLeft(),
        answeredBy(one),
        letters(one),
        tally.comments(),
        tally.byResult(),
        draft.oddDueDate(data.dueOn(), VietnamTime.today()),
        consultee.version);
  }

  private static ConsulteeList.Unasked unasked(Participation one) {
    CommentCounts tally = CommentCounts.of(one.points());
    return new ConsulteeList.Unasked(
        organization(one.body()), letters(one), tally.comments(), tally.byResult());
  }

  private static CommentView.OrganizationRef organization(Participation.Body body) {
    return new CommentView.OrganizationRef(body.code(), body.name(), body.group());
  }

  private static ConsulteeView.AnsweredBy answeredBy(Participation one) {
    Participation.AnsweredBy by = one.answeredBy();
    return by == null
        ? null
        : new ConsulteeView.AnsweredBy(organization(by.organization()), letter(by.letter()));
  }

  private static List<ConsulteeView.Letter> letters(Participation one) {
    return one.letters().stream()
        .filter(letter -> !letter.withdrawn())
        .map(ConsulteeReader::letter)
        .toList();
  }

  private static ConsulteeView.Letter letter(RoundLetter letter) {
    return new ConsulteeView.Letter(
        letter.id(),
        letter.number(),
        letter.date(),
        letter.receivedOn(),
        letter.position(),
        letter.channel());
  }

  /** The history of a consultee, oldest first. It is kept when a consultee is removed. */
  public record ConsulteeHistory(List<Entry> items) {

    @Schema(name = "ConsulteeHistoryEntry")
    public record Entry(
        Instant at,
        @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
        String client,
        ConsulteeAction action,
        List<Change> changes,
        @Schema(nullable = true) String reason) {}
  }
}
