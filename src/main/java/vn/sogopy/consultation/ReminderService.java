package vn.sogopy.consultation;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;
import vn.sogopy.text.VietnamTime;

/** Finds who is to be reminded, and reminds one at a time. */
@ApplicationScoped
public class ReminderService {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Caller SERVICE =
      new Caller("Sổ Góp Ý", "reminders", Role.COORDINATOR, null, null);

  @Inject CoverageReader coverage;
  @Inject ConsulteeStore store;
  @Inject PlanHead heads;
  @Inject ReminderSettings settings;
  @Inject ReactiveMailer mailer;
  @Inject DataSource source;

  /** A consultee with an address whose day is near. */
  private record Near(
      DraftRef draft,
      UUID organization,
      String code,
      String name,
      ConsulteeData data,
      LocalDate dueOn) {}

  /** Of OPEN drafts, those with an address that have not answered and were not reminded so yet. */
  @Transactional
  List<Reminder> due(LocalDate today) {
    List<Near> near = near(today);
    Map<DraftRef, Map<String, ReplyState>> replies =
        near.stream()
            .map(Near::draft)
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), draft -> coverage.round(SERVICE, draft, today).replies()));
    List<Reminder> due = new ArrayList<>();
    for (Near one : near) {
      ReplyState reply = replies.get(one.draft()).get(one.code());
      if (reply.state() == ReplyState.State.NOT_REPLIED) {
        ReminderKind.on(today, one.dueOn(), settings.daysBefore())
            .filter(kind -> !sent(one, kind))
            .ifPresent(kind -> due.add(reminder(one, kind)));
      }
    }
    return due;
  }

  private List<Near> near(LocalDate today) {
    return Sql.of(
            """
            select p.slug, d.plan_id, d.id as draft_id, d.number, o.code, o.name, k.*,
              coalesce(k.due_on, d.due_on) as due
            from consultee k
            join draft d on d.id = k.draft_id
            join plan p on p.id = d.plan_id
            join organization o on o.id = k.organization_id
            where d.status = 'OPEN' and k.contact_email is not null
              and coalesce(k.due_on, d.due_on) between ? and ?
            order by d.id, o.code""",
            today,
            today.plusDays(settings.daysBefore()))
        .list(source, this::near);
  }

  private Near near(ResultSet row) throws SQLException {
    DraftRef draft =
        new DraftRef(
            Row.uuid(row, "plan_id"),
            row.getString("slug"),
            Row.uuid(row, "draft_id"),
            row.getInt("number"));
    return new Near(
        draft,
        Row.uuid(row, "organization_id"),
        row.getString("code"),
        row.getString("name"),
        store.data(row),
        Row.date(row, "due"));
  }

  private boolean sent(Near one, ReminderKind kind) {
    return Sql.of(
            "select 1 from reminder where draft_id = ? and organization_id = ? and kind = ?",
            one.draft().id(),
            one.organization(),
            kind)
        .first(source, row -> true)
        .isPresent();
  }

  private Reminder reminder(Near one, ReminderKind kind) {
    PlanHead.Head head = heads.of(one.draft().planId());
    return new Reminder(
        one.draft().id(),
        one.organization(),
        one.code(),
        kind,
        one.data().contact().email(),
        one.name(),
        head.issuer(),
        "dự thảo lần " + one.draft().number() + " " + head.title(),
        one.data().requestLetters(),
        one.dueOn(),
        head.sample());
  }

  /**
   * The row is the claim: a second replica waits for it here, and then finds the mail sent, or, if
   * sending failed, tries itself. What fails leaves no row, so that the next run tries again.
   *
   * @return whether it was sent here
   * @throws RuntimeException if the mail server does not take it
   */
  @Transactional
  boolean send(Reminder reminder, Instant now, String from) {
    int claimed =
        Sql.of(
                """
                insert into reminder (draft_id, organization_id, kind, sent_at, address)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                reminder.draft(),
                reminder.organization(),
                reminder.kind(),
                now,
                reminder.address())
            .execute(source);
    if (claimed == 0) {
      return false;
    }
    Mail mail =
        Mail.withText(reminder.address(), reminder.subject(), reminder.text(VietnamTime.dayOf(now)))
            .setFrom(from);
    mailer.send(mail).await().atMost(PATIENCE);
    return true;
  }
}
