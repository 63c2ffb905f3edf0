package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.consultee.ConsulteeReader;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.consultation.reminder.PlanHead;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.register.RegisterQueries.Selection;
import vn.sogopy.security.Actor;

/** Reads what a draft's register lacks, from one snapshot. */
@ApplicationScoped
public class ReadinessReader {
  @Inject RegisterReader registers;
  @Inject EntityManager entities;
  @Inject CoverageReader coverage;
  @Inject ConsulteeReader consultees;
  @Inject PlanHead heads;
  @Inject LetterReader letters;
  @Inject @Any Instance<WaitingLetters> waiting;
  @Inject DataSource source;

  /** Days for which a draft has to be published. */
  @ConfigProperty(name = "sogopy.publication-days", defaultValue = "30")
  int publicationDays;

  @Transactional
  public Readiness read(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    Map<String, List<UUID>> repeated = repeated(actor, draft);
    Map<UUID, Readiness.Point> found = new HashMap<>();
    repeated.values().stream().flatMap(List::stream).forEach(id -> found.put(id, null));
    Collected unanswered = new Collected();
    Collected unplaced = new Collected();
    Collected unconfirmed = new Collected();
    Register register =
        registers.consumed(
            actor,
            draft,
            RegisterScope.whole(false),
            false,
            whole -> collect(whole, unanswered, unplaced, unconfirmed, found));
    return new Readiness(
        register.summary().pending() == 0 && unplaced.total == 0,
        register.plan(),
        register.planTitle(),
        register.draft(),
        register.mark(),
        actor.at(),
        register.summary(),
        register.restrictedLeftOut(),
        unanswered.points(),
        unplaced.points(),
        unconfirmed.points(),
        published(actor, draft),
        silent(actor, draft),
        parked(draft),
        oddDates(actor, draft),
        repeated.values().stream()
            .map(ids -> new Readiness.Same(ids.stream().map(found::get).toList()))
            .toList());
  }

  /**
   * The figures that need neither the register nor the words of the comments, from one snapshot:
   * without odd dates and duplicates.
   */
  @Transactional
  public Readiness.Brief brief(Actor actor, DraftRef draft) {
    Sql.snapshot(source);
    ConsultationRound round = coverage.round(actor.caller(), draft, actor.today());
    Counts counts = round.counts();
    // As Wording.isUnplacedChange and Wording.isUnconfirmed have it.
    int unplaced =
        acceptances(actor, draft)
            .add("and c.state.answer.revision.section is null")
            .add("and c.state.answer.revision.page is null")
            .add("and c.state.answer.revision.note is null")
            .count(entities);
    int unconfirmed =
        acceptances(actor, draft)
            .add("and (c.state.reaction.reaction is null")
            .add("or c.state.reaction.reaction <> ?)", ReactionKind.AGREED)
            .count(entities);
    return new Readiness.Brief(
        counts.pending() == 0 && unplaced == 0,
        counts,
        round.restrictedLeftOut(),
        unplaced,
        unconfirmed,
        published(actor, draft),
        parked(draft).size(),
        null,
        null);
  }

  /** Approved acceptances that the reader sees. */
  private static Hql acceptances(Actor actor, DraftRef draft) {
    boolean restricted = actor.caller().seesRestricted();
    return new Selection(draft.id(), RegisterScope.whole(false), null, restricted)
        .comments()
        .add("and c.state.status = 'APPROVED'")
        .add("and c.state.answer.result in ('ACCEPTED', 'PARTIALLY_ACCEPTED')");
  }

  private Readiness.Published published(Actor actor, DraftRef draft) {
    return Readiness.Published.of(
        entities.find(Draft.class, draft.id()).publication, publicationDays, actor.today());
  }

  private List<WaitingLetters.Waiting> parked(DraftRef draft) {
    return waiting.stream()
        .flatMap(letters -> letters.waiting(draft, Readiness.MAX_ITEMS).stream())
        .toList();
  }

  /** The first comments of a list and their total number. */
  private static final class Collected {
    private final List<Readiness.Point> first = new ArrayList<>();
    private int total;

    private void add(Readiness.Point point) {
      total++;
      if (total <= Readiness.MAX_ITEMS) {
        first.add(point);
      }
    }

    private Readiness.Points points() {
      return new Readiness.Points(total, first);
    }
  }

  /**
   * Collects the comments that readiness lists.
   *
   * @param found its keys are comments to collect in any state
   */
  private static void collect(
      Register register,
      Collected unanswered,
      Collected unplaced,
      Collected unconfirmed,
      Map<UUID, Readiness.Point> found) {
    for (Register.Group group : register.groups()) {
      for (Register.Body body : group.bodies()) {
        for (Register.Row row : body.rows()) {
          Readiness.Point point = point(body, row);
          if (row.result() == null) {
            unanswered.add(point);
          }
          if (row.unplaced()) {
            unplaced.add(point);
          }
          if (row.unconfirmed()) {
            unconfirmed.add(point);
          }
          if (found.containsKey(row.id())) {
            found.put(row.id(), point);
          }
        }
      }
    }
  }

  private static Readiness.Point point(Register.Body body, Register.Row row) {
    return new Readiness.Point(
        row.id(),
        row.receiptNumber(),
        row.index(),
        body.name(),
        row.place(),
        row.content(),
        row.status().label());
  }

  private List<Readiness.Silent> silent(Actor actor, DraftRef draft) {
    ConsultationRound round = coverage.round(actor.caller(), draft, actor.today());
    PlanHead.Head head = heads.of(draft.planId());
    return consultees.bodies(round, draft).asked().stream()
        .filter(view -> view.state() == ReplyState.State.NOT_REPLIED)
        .map(view -> silent(view, head))
        .toList();
  }

  private static Readiness.Silent silent(ConsulteeView view, PlanHead.Head head) {
    Contact contact = Contact.orNone(view.contact());
    return new Readiness.Silent(
        view.organization().code(),
        view.nameNow(),
        view.dueOn(),
        view.overdue(),
        proposal(view, head),
        contact.name(),
        contact.phone(),
        contact.email());
  }

  /** Null = only to be chased. */
  private static String proposal(ConsulteeView view, PlanHead.Head head) {
    if (view.organization().name().equals(head.issuerNow())) {
      return "Là cơ quan lấy ý kiến%s: đưa ra khỏi danh sách lấy ý kiến, kèm lý do"
          .formatted(head.issuer().equals(head.issuerNow()) ? "" : ", kế thừa " + head.issuer());
    }
    return view.ended() == null || view.ended().successors().isEmpty()
        ? null
        : "Chuyển đề nghị góp ý cho: " + view.ended().names();
  }

  private List<Readiness.OddDates> oddDates(Actor actor, DraftRef draft) {
    return letters.odd(actor.caller(), draft).stream()
        .map(
            letter ->
                new Readiness.OddDates(
                    letter.id(),
                    letter.organization(),
                    letter.number(),
                    letter.date(),
                    letter.warnings()))
        .toList();
  }

  record Repeated(String words, UUID comment) {}

  /**
   * Ids of the visible comments with equal text, by text and from any author; at most {@link
   * Readiness#MAX_ITEMS} texts. Only the points of these comments are kept.
   */
  private Map<String, List<UUID>> repeated(Actor actor, DraftRef draft) {
    Map<String, List<UUID>> byWords = new LinkedHashMap<>();
    Hql.of("with said as (select c.id as id, c.receiptNumber as number, c.part as part,")
        .add("cast(sql('md5(btrim(search_text(?)))', c.content) as String) as words")
        .add("from Comment c where c.draftId = ? and c.state.status in ?", draft.id(), Status.LIVE)
        .add(actor.caller().seesRestricted() ? ")" : "and not c.restricted)")
        .add("select s.words, s.id from said s where s.words in")
        .add("(select t.words from said t group by t.words having count(*) > 1)")
        .add("order by s.number, s.part, s.id")
        .list(entities, Repeated.class)
        .forEach(
            one -> {
              if (byWords.size() < Readiness.MAX_ITEMS) {
                byWords.putIfAbsent(one.words(), new ArrayList<>());
              }
              if (byWords.containsKey(one.words())) {
                byWords.get(one.words()).add(one.comment());
              }
            });
    return byWords;
  }
}
