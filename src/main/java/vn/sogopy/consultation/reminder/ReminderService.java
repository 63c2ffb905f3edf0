package vn.sogopy.consultation.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.consultation.consultee.Consultee;
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

  /** Days from the first reminder to the due date; 0 = only the reminder on the due date. */
  @ConfigProperty(name = "sogopy.reminders.days-before", defaultValue = "5")
  int daysBefore;

  /**
   * Timeout of the mail server for one mail. It must be well below the transaction timeout of 60 s.
   */
  @ConfigProperty(name = "sogopy.reminders.patience", defaultValue = "30s")
  Duration patience;

  @Inject CoverageReader coverage;
  @Inject PlanHead heads;
  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;
  @Inject EntityManager entities;

  record Row(
      UUID planId,
      String plan,
      String planTitle,
      int number,
      Organization body,
      Consultee consultee,
      LocalDate dueOn) {

    /** A first reminder that was not sent on its day is sent later, until the due date. */
    Reminder reminder(List<PlanHead.Asking> askings, LocalDate today) {
      PlanHead.Head head = askings.get(0).head();
      return new Reminder(
          new DraftRef(planId, plan, planTitle, consultee.key.draftId(), number),
          head,
          askings.stream()
              .filter(asking -> asking.groups().test(body.group))
              .map(asking -> asking.head().issuer())
              .findFirst()
              .orElseGet(head::issuer),
          consultee,
          body.code,
          body.name,
          dueOn,
          today.equals(dueOn) ? ReminderKind.ON_DAY : ReminderKind.BEFORE);
    }
  }

  /**
   * Consultees of OPEN drafts that exist, with an address, without a reply and without this
   * reminder.
   */
  @Transactional
  List<Reminder> due(LocalDate today) {
    Map<UUID, List<PlanHead.Asking>> plans = new HashMap<>();
    Map<DraftRef, Map<String, ReplyState>> replies = new HashMap<>();
    return Hql.of(
            """
            select d.planId, p.slug, p.title, d.number, o, k, coalesce(k.data.dueOn, d.dueOn)
            from Consultee k
            join Draft d on d.id = k.key.draftId
            join Plan p on p.id = d.planId
            join Organization o on o.id = k.key.organizationId
            where d.status = ? and k.data.contact.email is not null
              and coalesce(k.data.dueOn, d.dueOn) between ? and ?
              and (o.dissolvedOn is null or o.dissolvedOn > ?)
            order by d.id, o.code""",
            DraftStatus.OPEN,
            today,
            today.plusDays(daysBefore),
            today)
        .list(entities, Row.class)
        .stream()
        .map(row -> row.reminder(plans.computeIfAbsent(row.planId(), heads::askings), today))
        .filter(one -> entities.find(SentReminder.class, one.key()) == null)
        .filter(
            one ->
                isSilent(
                    one,
                    replies.computeIfAbsent(
                        one.draft(), draft -> coverage.round(SERVICE, draft, today).replies())))
        .toList();
  }

  /** An organization that is no consultee any more is not silent. */
  private static boolean isSilent(Reminder reminder, Map<String, ReplyState> replies) {
    ReplyState reply = replies.get(reminder.code());
    return reply != null && reply.state() == ReplyState.State.NOT_REPLIED;
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
    if (!isSilent(reminder, coverage.round(SERVICE, reminder.draft(), today).replies())) {
      QuarkusTransaction.setRollbackOnly();
      return false;
    }
    Mail mail =
        Mail.withText(reminder.address(), reminder.subject(), reminder.text(today))
            .setFrom(from)
            // RFC 3834: prevents automatic replies.
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      deliver(mail).await().atMost(patience);
    } catch (TimeoutException e) {
      LOG.warnf(
          "reminder %s to %s uncertain: the mail server said neither yes nor no in %d s; it is not sent again",
          reminder.kind(), reminder.code(), patience.toSeconds());
      entities.find(SentReminder.class, reminder.key()).uncertain = true;
    }
    return true;
  }

  /**
   * Sends from an event loop. Called from another thread, the client (vertx-mail-client 4.5)
   * connects on one loop and listens on another, and loses the greeting of a near server for about
   * every tenth mail.
   */
  Uni<Void> deliver(Mail mail) {
    return Uni.createFrom()
        .deferred(() -> mailer.send(mail))
        .runSubscriptionOn(task -> vertx.getOrCreateContext().runOnContext(nothing -> task.run()));
  }

  /** Only while the draft is OPEN, for a consultee that exists, with this address and due date. */
  private boolean claim(Reminder reminder, Instant now) {
    return Hql.of(
                """
                insert into SentReminder
                  (key.draftId, key.organizationId, key.dueOn, key.kind, sentAt, address, uncertain)
                select k.key.draftId, k.key.organizationId, coalesce(k.data.dueOn, d.dueOn), ?, ?, k.data.contact.email, false
                from Consultee k join Draft d on d.id = k.key.draftId
                join Organization o on o.id = k.key.organizationId
                where (o.dissolvedOn is null or o.dissolvedOn > ?)
                  and k.key.draftId = ? and k.key.organizationId = ? and d.status = ?
                  and coalesce(k.data.dueOn, d.dueOn) = ? and k.data.contact.email = ?
                on conflict do nothing""",
                reminder.kind(),
                now,
                VietnamTime.dayOf(now),
                reminder.key().draftId(),
                reminder.key().organizationId(),
                DraftStatus.OPEN,
                reminder.dueOn(),
                reminder.address())
            .execute(entities)
        == 1;
  }
}
