package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.consultee.ConsulteeView;
import vn.sogopy.consultation.consultee.ConsulteeViews;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Reads what a draft's register still lacks, from one snapshot. */
@ApplicationScoped
public class ReadinessReader {
  @Inject RegisterReader registers;
  @Inject CoverageReader coverage;
  @Inject ConsulteeViews consultees;
  @Inject LetterReader letters;
  @Inject @Any Instance<WaitingLetters> waiting;
  @Inject DataSource source;

  @Transactional
  public Readiness read(Actor actor, DraftRef draft) {
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    Map<String, List<UUID>> repeated = repeated(actor, draft);
    ReadinessPoints points =
        new ReadinessPoints(
            repeated.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
    Register register = registers.made(actor, draft, RegisterScope.whole(false), points::take);
    return new Readiness(
        points.unanswered().total() == 0 && points.unplaced().total() == 0,
        register.plan(),
        register.planTitle(),
        register.draft(),
        register.mark(),
        actor.at(),
        register.summary(),
        register.restrictedLeftOut(),
        points.unanswered(),
        points.unplaced(),
        silent(actor, draft),
        parked(draft),
        oddDates(actor, draft),
        repeated.values().stream().map(points::of).map(Readiness.Same::new).toList());
  }

  private List<Readiness.Silent> silent(Actor actor, DraftRef draft) {
    ConsultationRound round = coverage.round(actor.caller(), draft, VietnamTime.dayOf(actor.at()));
    return consultees.bodies(round, draft).asked().stream()
        .filter(view -> view.state() == ReplyState.State.NOT_REPLIED)
        .map(ReadinessReader::silent)
        .toList();
  }

  private static Readiness.Silent silent(ConsulteeView view) {
    Contact contact = Contact.orNone(view.contact());
    return new Readiness.Silent(
        view.organization().code(),
        view.organization().name(),
        view.dueOn(),
        view.overdue(),
        contact.name(),
        contact.phone(),
        contact.email());
  }

  private List<Readiness.Parked> parked(DraftRef draft) {
    return waiting.stream()
        .flatMap(letters -> letters.waiting(draft, Readiness.MOST).stream())
        .map(
            letter ->
                new Readiness.Parked(
                    letter.id(),
                    letter.sender(),
                    letter.number(),
                    letter.date(),
                    letter.receivedAt()))
        .toList();
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

  /**
   * The first of those that the caller may see and that say the same, by their words: whoever said
   * them. The points of no more than these are held.
   */
  private Map<String, List<UUID>> repeated(Actor actor, DraftRef draft) {
    Map<String, List<UUID>> byWords = new LinkedHashMap<>();
    Sql.of("select words, id from (select c.*, count(*) over (partition by words) as times from (")
        .add("select md5(btrim(search_text(content))) as words, id, receipt_number, part")
        .add("from comment where draft_id = ? and " + Status.SQL_LIVE, draft.id())
        .add(actor.caller().seesRestricted() ? "" : "and not restricted")
        .add(") c) c where times > 1 order by receipt_number, part, id")
        .list(
            source,
            row -> {
              String words = row.getString("words");
              if (byWords.size() < Readiness.MOST) {
                byWords.putIfAbsent(words, new ArrayList<>());
              }
              return byWords.containsKey(words) && byWords.get(words).add(Row.uuid(row, "id"));
            });
    return byWords;
  }
}
