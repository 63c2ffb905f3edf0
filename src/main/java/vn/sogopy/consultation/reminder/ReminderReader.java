package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads which reminders were sent. */
@ApplicationScoped
public class ReminderReader {
  @Inject EntityManager entities;

  /**
   * A reminder that was sent.
   *
   * @param uncertain whether the mail server did not confirm it
   */
  public record Sent(
      String plan,
      int draft,
      String organization,
      LocalDate dueOn,
      Instant sentAt,
      boolean uncertain) {}

  /** The latest reminders in the plans of the caller, the last one first. */
  @Transactional
  public List<Sent> latest(Caller caller, int most) {
    return Hql.of("select p.title, d.number, o.name, r.key.dueOn, r.sentAt, r.uncertain")
        .add("from SentReminder r join Draft d on d.id = r.key.draftId")
        .add("join Plan p on p.id = d.planId")
        .add("join Organization o on o.id = r.key.organizationId where true")
        .addIf("and p.slug in ?", caller.plans())
        .add("order by r.sentAt desc, o.code limit " + most)
        .list(entities, Sent.class);
  }
}
