package vn.sogopy.consultation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.comment.CommentView;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.ProblemException;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.organization.OrganizationReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;
import vn.sogopy.security.Caller;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Who was asked in a draft, and what became of it. */
@ApplicationScoped
public class ConsulteeReader {
  private static final TypeReference<List<ConsulteeHistory.Change>> CHANGES =
      new TypeReference<>() {};

  @Inject ConsulteeStore store;
  @Inject CoverageReader coverage;
  @Inject OrganizationReader organizations;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /** Days from the receipt of the dossier until a reply is due, as the law has it. */
  @ConfigProperty(name = "sogopy.reply-days", defaultValue = "30")
  int replyDays;

  /**
   * One page of those that the filter takes, from one snapshot.
   *
   * @throws ProblemException 400 for an unknown group, or a cursor of another list or filter
   */
  @Transactional
  public ConsulteeList list(
      Act act, DraftRef draft, ConsulteeFilter filter, int limit, String cursor, boolean count) {
    String question = "consultees " + draft.id() + " " + filter;
    List<String> after = Cursor.decode(cursor, question, 1);
    Sql.of(CoverageReader.SNAPSHOT).execute(source);
    ConsulteeList all = all(act, draft, filter);
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

  /** Codes of the bodies whose place in the register is after this one's. */
  private Set<String> standingAfter(String code) {
    return new HashSet<>(
        Sql.of(
                """
                select o.code
                from organization o
                join organization_group g on g.code = o.group_code
                cross join organization a
                join organization_group b on b.code = a.group_code
                where a.code = ? and (g.position, o.position, o.code) > (b.position, a.position, a.code)""",
                code)
            .list(source, row -> row.getString("code")));
  }

  /** All that the filter takes, in the snapshot of the caller's transaction. */
  ConsulteeList all(Act act, DraftRef draft, ConsulteeFilter filter) {
    organizations.requireKnown(null, filter.group());
    LocalDate today = VietnamTime.dayOf(act.at());
    Round round = coverage.round(act.caller(), draft, today);
    Bodies bodies = bodies(round, draft);
    List<ConsulteeView> items = bodies.asked().stream().filter(filter::takes).toList();
    return new ConsulteeList(
        items,
        null,
        null,
        round.counts(),
        bodies.unasked(),
        overdueRequests(act.caller(), draft, today));
  }

  /** Everybody of a round, in register order. */
  public record Bodies(List<ConsulteeView> asked, List<ConsulteeList.Unasked> unasked) {}

  /** Everybody of this round, in the snapshot of the caller's transaction. */
  @Transactional
  public Bodies bodies(Round round, DraftRef draft) {
    Map<String, List<ConsulteeView.Letter>> letters = letters(draft);
    return new Bodies(
        views(round, draft, letters),
        round.voices().stream()
            .filter(voice -> !voice.asked())
            .map(voice -> unasked(voice, letters))
            .toList());
  }

  /**
   * @throws ProblemException 404 if it is not asked
   */
  @Transactional
  public ConsulteeView one(Caller caller, DraftRef draft, String organization) {
    require(draft, organization);
    Round round = coverage.round(caller, draft, VietnamTime.dayOf(Instant.now()));
    return views(round, draft, letters(draft)).stream()
        .filter(view -> view.organization().code().equals(organization))
        .findFirst()
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 404 if it is not asked
   */
  @Transactional
  public void require(DraftRef draft, String organization) {
    Sql asked =
        Sql.of(
            "select 1 from consultee k join organization o on o.id = k.organization_id"
                + " where k.draft_id = ? and o.code = ?",
            draft.id(),
            organization);
    if (!asked.exists(source)) {
      throw ProblemException.notFound();
    }
  }

  /** A consultee's own part of what is shown. */
  private record Asked(ConsulteeData data, LocalDate draftDueOn, int version) {}

  private List<ConsulteeView> views(
      Round round, DraftRef draft, Map<String, List<ConsulteeView.Letter>> letters) {
    Map<String, Asked> asked = new HashMap<>();
    Sql.of(
            """
            select o.code, k.*, d.due_on as draft_due_on
            from consultee k
            join organization o on o.id = k.organization_id
            join draft d on d.id = k.draft_id
            where k.draft_id = ?""",
            draft.id())
        .list(
            source,
            row ->
                asked.put(
                    row.getString("code"),
                    new Asked(
                        store.data(row), Row.date(row, "draft_due_on"), row.getInt("version"))));
    return round.voices().stream()
        .filter(Voice::asked)
        .map(voice -> view(voice, asked.get(voice.body().code()), letters))
        .toList();
  }

  private ConsulteeView view(
      Voice voice, Asked asked, Map<String, List<ConsulteeView.Letter>> letters) {
    ConsulteeData data = asked.data();
    LocalDate received = data.dossierReceivedOn();
    Tally tally = Tally.of(voice.points());
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

  private static ConsulteeList.Unasked unasked(
      Voice voice, Map<String, List<ConsulteeView.Letter>> letters) {
    Tally tally = Tally.of(voice.points());
    return new ConsulteeList.Unasked(
        organization(voice),
        letters.getOrDefault(voice.body().code(), List.of()),
        tally.comments(),
        tally.byResult());
  }

  private static CommentView.OrganizationRef organization(Voice voice) {
    return new CommentView.OrganizationRef(
        voice.body().code(), voice.body().name(), voice.body().group());
  }

  /** Those that stand, by the code of the body, in the order they came. */
  private Map<String, List<ConsulteeView.Letter>> letters(DraftRef draft) {
    Map<String, List<ConsulteeView.Letter>> letters = new HashMap<>();
    Sql.of(
            """
            select o.code, l.id, l.number, l.letter_date, l.received_on, l.position, l.channel
            from letter l join organization o on o.id = l.organization_id
            where l.draft_id = ? and l.withdrawn_at is null
            order by coalesce(l.received_on, l.letter_date), l.letter_date, l.id""",
            draft.id())
        .list(
            source,
            row ->
                letters
                    .computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                    .add(
                        new ConsulteeView.Letter(
                            Row.uuid(row, "id"),
                            row.getString("number"),
                            Row.date(row, "letter_date"),
                            Row.date(row, "received_on"),
                            Row.constant(row, "position", Position.class),
                            Row.constant(row, "channel", Channel.class))));
    return letters;
  }

  private List<ConsulteeList.OverdueRequest> overdueRequests(
      Caller caller, DraftRef draft, LocalDate today) {
    return Sql.of(
            """
            select r.id, r.comment_id, c.receipt_number, o.code, o.name, o.group_code, r.text, r.due_on
            from comment_request r
            join comment c on c.id = r.comment_id
            join organization o on o.id = r.organization_id
            join organization_group g on g.code = o.group_code
            where c.draft_id = ? and r.reply is null and r.due_on < ?
              and c.status not in ('WITHDRAWN', 'SPLIT') and (? or not c.restricted)
            order by g.position, o.position, o.code, r.due_on, r.id""",
            draft.id(),
            today,
            caller.seesRestricted())
        .list(
            source,
            row ->
                new ConsulteeList.OverdueRequest(
                    Row.uuid(row, "id"),
                    Row.uuid(row, "comment_id"),
                    row.getLong("receipt_number"),
                    new CommentView.OrganizationRef(
                        row.getString("code"), row.getString("name"), row.getString("group_code")),
                    row.getString("text"),
                    Row.date(row, "due_on"),
                    (int) ChronoUnit.DAYS.between(Row.date(row, "due_on"), today)));
  }

  /**
   * What happened to a consultee, also to one that was taken out.
   *
   * @throws ProblemException 404 if it never was one
   */
  @Transactional
  public ConsulteeHistory history(DraftRef draft, String organization) {
    List<ConsulteeHistory.Entry> entries =
        Sql.of(
                """
                select h.at, h.by_name, h.client, h.action, h.changes::text as changes, h.reason
                from consultee_history h join organization o on o.id = h.organization_id
                where h.draft_id = ? and o.code = ? order by h.id""",
                draft.id(),
                organization)
            .list(source, this::entry);
    if (entries.isEmpty()) {
      throw ProblemException.notFound();
    }
    return new ConsulteeHistory(entries);
  }

  private ConsulteeHistory.Entry entry(ResultSet row) throws SQLException {
    try {
      return new ConsulteeHistory.Entry(
          Row.instant(row, "at"),
          row.getString("by_name"),
          row.getString("client"),
          Row.constant(row, "action", ConsulteeAction.class),
          json.readValue(row.getString("changes"), CHANGES),
          row.getString("reason"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
