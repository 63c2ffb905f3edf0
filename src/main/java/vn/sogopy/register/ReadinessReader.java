package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.ConsulteeView;
import vn.sogopy.consultation.ConsulteeViews;
import vn.sogopy.consultation.Contact;
import vn.sogopy.consultation.CoverageReader;
import vn.sogopy.consultation.LetterReader;
import vn.sogopy.consultation.ReplyState;
import vn.sogopy.consultation.Round;
import vn.sogopy.exchange.edxml.ParkedLetterReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Reads what a draft's register still lacks, from one snapshot. */
@ApplicationScoped
public class ReadinessReader {
  @Inject RegisterReader registers;
  @Inject CoverageReader coverage;
  @Inject ConsulteeViews consultees;
  @Inject LetterReader letters;
  @Inject ParkedLetterReader parkedLetters;
  @Inject DataSource source;

  @Transactional
  public Readiness read(Act act, DraftRef draft) {
    Register register = registers.read(act, draft, RegisterScope.whole(false));
    Map<UUID, Readiness.Point> points = points(register);
    List<Register.Row> rows = register.rows();
    Readiness.Points unanswered =
        some(rows.stream().filter(row -> row.result() == null).toList(), points);
    Readiness.Points unplaced = some(rows.stream().filter(Register.Row::unplaced).toList(), points);
    return new Readiness(
        unanswered.total() == 0 && unplaced.total() == 0,
        register.plan(),
        register.planTitle(),
        register.draft(),
        register.mark(),
        act.at(),
        register.summary(),
        register.restrictedLeftOut(),
        unanswered,
        unplaced,
        silent(act, draft),
        parked(draft),
        oddDates(act, draft),
        duplicates(draft, points));
  }

  private static Map<UUID, Readiness.Point> points(Register register) {
    Map<UUID, Readiness.Point> points = new HashMap<>();
    for (Register.Voice voice : register.voices()) {
      Register.Row row = voice.row();
      points.put(
          row.id(),
          new Readiness.Point(
              row.id(),
              row.receiptNumber(),
              row.index(),
              voice.body(),
              row.place(),
              row.content(),
              row.status().label()));
    }
    return points;
  }

  private static Readiness.Points some(List<Register.Row> rows, Map<UUID, Readiness.Point> points) {
    return new Readiness.Points(
        rows.size(), rows.stream().limit(Readiness.MOST).map(row -> points.get(row.id())).toList());
  }

  private List<Readiness.Silent> silent(Act act, DraftRef draft) {
    Round round = coverage.round(act.caller(), draft, VietnamTime.dayOf(act.at()));
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
    return parkedLetters.waiting(draft, Readiness.MOST).stream()
        .map(
            letter ->
                new Readiness.Parked(
                    letter.id(),
                    letter.header().sender(),
                    letter.header().number(),
                    letter.header().date(),
                    letter.receivedAt()))
        .toList();
  }

  private List<Readiness.OddDates> oddDates(Act act, DraftRef draft) {
    return letters.odd(act.caller(), draft).stream()
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
   * Told by the words alone: whoever said them. Those that the caller may not see are no points.
   */
  private List<Readiness.Same> duplicates(DraftRef draft, Map<UUID, Readiness.Point> points) {
    Map<String, List<Readiness.Point>> byWords = new LinkedHashMap<>();
    Sql.of(
            "select md5(btrim(search_text(content))) as words, id from comment where draft_id = ? and "
                + Status.SQL_LIVE
                + " order by receipt_number, part, id",
            draft.id())
        .list(
            source,
            row -> {
              Readiness.Point point = points.get(Row.uuid(row, "id"));
              if (point != null) {
                byWords
                    .computeIfAbsent(row.getString("words"), words -> new ArrayList<>())
                    .add(point);
              }
              return point;
            });
    return byWords.values().stream()
        .filter(same -> same.size() > 1)
        .limit(Readiness.MOST)
        .map(Readiness.Same::new)
        .toList();
  }
}
