package vn.sogopy.consultation.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.consultation.consultee.Consultee;
import vn.sogopy.consultation.consultee.ConsulteeData;
import vn.sogopy.consultation.reminder.Reminder.ReminderKind;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.organization.Organization;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Finds the reminders that are due and sends them one at a time. */
@ApplicationScoped
public class ReminderService {
  private static final Logger LOG = Logger.getLogger(ReminderService.class);
  private static final Caller SERVICE =
      new Caller("Sổ Góp Ý", "reminders", Role.COORDINATOR, null, null);

  /**
   * Timeout of the mail server for one mail. It must be well below the transaction timeout of 60 s.
   */
  @ConfigProperty(name = "sogopy.reminders.patience", defaultValue = "30s")
  Duration patience;

  @Inject CoverageReader coverage;
  @Inject PlanHead heads;
  @Inject ReminderSettings settings;
  @Inject MailSender mailer;
  @Inject EntityManager entities;

  /** A consultee with an address and a near due date. */
  private record Near(
      DraftRef draft,
      UUID organization,
      String code,
      String name,
      ConsulteeData data,
      LocalDate dueOn,
      List<ReminderKind> sent) {}

  /** Consultees of OPEN drafts with an address, without a reply and without this reminder. */
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
    Map<UUID, PlanHead.Head> known = new HashMap<>();
    List<Reminder> due = new ArrayList<>();
    for (Near one : near) {
      if (isSilent(replies.get(one.draft()), one.code())) {
        ReminderKind.on(today, one.dueOn(), settings.daysBefore())
            .filter(kind -> !one.sent().contains(kind))
            .ifPresent(
                kind ->
                    due.add(
                        reminder(
                            one, kind, known.computeIfAbsent(one.draft().planId(), heads::of))));
      }
    }
    return due;
  }

  /** An organization that is no consultee any more is not silent. */
  private static boolean isSilent(Map<String, ReplyState> replies, String organization) {
    ReplyState reply = replies.get(organization);
    return reply != null && reply.state() == ReplyState.State.NOT_REPLIED;
  }

  record Row(
      UUID planId,
      String plan,
      int number,
      Organization body,
      Consultee consultee,
      LocalDate due) {}

  private List<Near> near(LocalDate today) {
    return Hql.of(
            """
            select d.planId, p.slug, d.number, o, k, coalesce(k.dueOn, d.dueOn)
            from Consultee k
            join Draft d on d.id = k.key.draftId
            join Plan p on p.id = d.planId
            join Organization o on o.id = k.key.organizationId
            where d.status = ? and k.contactEmail is not null
              and coalesce(k.dueOn, d.dueOn) between ? and ?
            order by d.id, o.code""",
            DraftStatus.OPEN,
            today,
            today.plusDays(settings.daysBefore()))
        .list(entities, Row.class)
        .stream()
        .map(this::near)
        .toList();
  }

  private Near near(Row row) {
    Consultee.Key key = row.consultee().key;
    List<ReminderKind> sent =
        Hql.of(
                "select r.key.kind from SentReminder r"
                    + " where r.key.draftId = ? and r.key.organizationId = ? and r.key.dueOn = ?",
                key.draftId(),
                key.organizationId(),
                row.due())
            .list(entities, ReminderKind.class);
    return new Near(
        new DraftRef(row.planId(), row.plan(), key.draftId(), row.number()),
        key.organizationId(),
        row.body().code,
        row.body().name,
        row.consultee().data(),
        row.due(),
        sent);
  }

  private static Reminder reminder(Near one, ReminderKind kind, PlanHead.Head head) {
    return new Reminder(
        one.draft(),
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
   * Inserts the row first: a second replica waits on it and then either finds the mail sent or,
   * after a failure, sends it. A failure rolls back the row, so that the next run retries. After a
   * timeout the row is kept, because the mail may still be delivered.
   *
   * @return whether this call sent it; false after a reply or a change of the due date
   * @throws RuntimeException if the mail server refuses the mail
   */
  @Transactional
  boolean send(Reminder reminder, Instant now, String from) {
    LocalDate today = VietnamTime.dayOf(now);
    if (!claim(reminder, now)) {
      return false;
    }
    if (!isSilent(coverage.round(SERVICE, reminder.draft(), today).replies(), reminder.code())) {
      QuarkusTransaction.setRollbackOnly();
      return false;
    }
    Mail mail =
        Mail.withText(reminder.address(), reminder.subject(), reminder.text(today))
            .setFrom(from)
            // RFC 3834: prevents automatic replies.
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail).await().atMost(patience);
    } catch (TimeoutException e) {
      LOG.warnf(
          "reminder %s to %s uncertain: the mail server said neither yes nor no in %d s; it is not sent again",
          reminder.kind(), reminder.code(), patience.toSeconds());
      uncertain(reminder);
    }
    return true;
  }

  /** Only while the draft is OPEN, for a consultee with this address and due date. */
  private boolean claim(Reminder reminder, Instant now) {
    return Hql.of(
                """
                insert into SentReminder
                  (key.draftId, key.organizationId, key.dueOn, key.kind, sentAt, address, uncertain)
                select k.key.draftId, k.key.organizationId, coalesce(k.dueOn, d.dueOn), ?, ?, k.contactEmail, false
                from Consultee k join Draft d on d.id = k.key.draftId
                where k.key.draftId = ? and k.key.organizationId = ? and d.status = ?
                  and coalesce(k.dueOn, d.dueOn) = ? and k.contactEmail = ?
                on conflict do nothing""",
                reminder.kind(),
                now,
                reminder.draft().id(),
                reminder.organization(),
                DraftStatus.OPEN,
                reminder.dueOn(),
                reminder.address())
            .execute(entities)
        == 1;
  }

  private void uncertain(Reminder reminder) {
    SentReminder.Key key =
        new SentReminder.Key(
            reminder.draft().id(), reminder.organization(), reminder.dueOn(), reminder.kind());
    entities.find(SentReminder.class, key).uncertain = true;
  }
}
