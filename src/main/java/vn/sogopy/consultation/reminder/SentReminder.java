package vn.sogopy.consultation.reminder;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.consultation.reminder.Reminder.ReminderKind;

/** A reminder that was sent or is being sent. */
@Entity
@Table(name = "reminder")
public class SentReminder {
  @EmbeddedId public Key key;

  public Instant sentAt;

  public String address;

  /** True if the mail server neither accepted nor refused it before the timeout. */
  public boolean uncertain;

  /** Each kind is sent once for an organization and due date. */
  @Embeddable
  public record Key(
      UUID draftId,
      UUID organizationId,
      LocalDate dueOn,
      @Enumerated(EnumType.STRING) ReminderKind kind) {}
}
