package vn.sogopy.consultation.consultee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.ConsultationRound;
import vn.sogopy.consultation.round.Participation;
import vn.sogopy.letter.Letter;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;

/** Builds the views of consultees from their rows, letters and comment counts. */
@ApplicationScoped
public class ConsulteeViews {
  @Inject EntityManager entities;

  /** Days from the receipt of the dossier until the legal due date of a reply. */
  @ConfigProperty(name = "sogopy.reply-days", defaultValue = "30")
  int replyDays;

  /** All organizations of a round, in the order of the register. */
  public record Bodies(List<ConsulteeView> asked, List<ConsulteeList.Unasked> unasked) {}

  /** Read in the snapshot of the caller's transaction. */
  public Bodies bodies(ConsultationRound round, DraftRef draft) {
    Map<String, List<ConsulteeView.Letter>> letters = letters(draft);
    return new Bodies(asked(round, draft, letters), unasked(round, letters));
  }

  private record Asked(ConsulteeData data, LocalDate draftDueOn, int version) {}

  record Row(String code, Consultee consultee, LocalDate draftDueOn) {}

  record Sent(String code, Letter letter) {}

  /**
   * The consultees in the order of the register. Without a snapshot the round may be older than the
   * rows: an organization without a row is omitted.
   */
  List<ConsulteeView> asked(
      ConsultationRound round, DraftRef draft, Map<String, List<ConsulteeView.Letter>> letters) {
    Map<String, Asked> asked = new HashMap<>();
    Hql.of(
            """
            select o.code, k, d.dueOn
            from Consultee k
            join Organization o on o.id = k.key.organizationId
            join Draft d on d.id = k.key.draftId
            where k.key.draftId = ?""",
            draft.id())
        .list(entities, Row.class)
        .forEach(
            row ->
                asked.put(
                    row.code(),
                    new Asked(row.consultee().data(), row.draftDueOn(), row.consultee().version)));
    return round.voices().stream()
        .filter(voice -> asked.containsKey(voice.body().code()))
        .map(voice -> view(voice, asked.get(voice.body().code()), letters))
        .toList();
  }

  private ConsulteeView view(
      Participation voice, Asked asked, Map<String, List<ConsulteeView.Letter>> letters) {
    ConsulteeData data = asked.data();
    LocalDate received = data.dossierReceivedOn();
    CommentCounts tally = CommentCounts.of(voice.points());
    return new ConsulteeView(
        organization(voice),
        data.requestLetters(),
        data.dueOn() == null ? asked.draftDueOn() : data.dueOn(),
        data.dueOn(),
        received,
        received == null ? null : received.plusDays(replyDays),
        data.contact().orNull(),
        voice.reply().state(),
        voice.reply().position(),
        voice.reply().overdue(),
        voice.reply().late(),
        voice.reply().daysLeft(),
        letters.getOrDefault(voice.body().code(), List.of()),
        tally.comments(),
        tally.byResult(),
        asked.version());
  }

  /** The organizations that wrote or commented without being consulted. */
  static List<ConsulteeList.Unasked> unasked(
      ConsultationRound round, Map<String, List<ConsulteeView.Letter>> letters) {
    return round.voices().stream()
        .filter(voice -> !voice.asked())
        .map(voice -> unasked(voice, letters))
        .toList();
  }

  private static ConsulteeList.Unasked unasked(
      Participation voice, Map<String, List<ConsulteeView.Letter>> letters) {
    CommentCounts tally = CommentCounts.of(voice.points());
    return new ConsulteeList.Unasked(
        organization(voice),
        letters.getOrDefault(voice.body().code(), List.of()),
        tally.comments(),
        tally.byResult());
  }

  private static CommentView.OrganizationRef organization(Participation voice) {
    return new CommentView.OrganizationRef(
        voice.body().code(), voice.body().name(), voice.body().group());
  }

  /** The valid letters by code of the organization, in order of arrival. */
  Map<String, List<ConsulteeView.Letter>> letters(DraftRef draft) {
    Map<String, List<ConsulteeView.Letter>> letters = new HashMap<>();
    Hql.of(
            """
            select o.code, l
            from Letter l join Organization o on o.id = l.organizationId
            where l.draftId = ? and l.withdrawnAt is null
            order by coalesce(l.receivedOn, l.date), l.date, l.id""",
            draft.id())
        .list(entities, Sent.class)
        .forEach(
            sent ->
                letters
                    .computeIfAbsent(sent.code(), code -> new ArrayList<>())
                    .add(view(sent.letter())));
    return letters;
  }

  private static ConsulteeView.Letter view(Letter letter) {
    return new ConsulteeView.Letter(
        letter.id, letter.number, letter.date, letter.receivedOn, letter.position, letter.channel);
  }
}
