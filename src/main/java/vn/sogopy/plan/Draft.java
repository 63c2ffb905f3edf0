package vn.sogopy.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** One draft of a plan. Comments belong to a draft. */
@Entity
public class Draft {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  @Column(name = "plan_id")
  public UUID planId;

  public int number;
  public String title;

  @Enumerated(EnumType.STRING)
  public DraftStatus status;

  @Column(name = "opened_on")
  public LocalDate openedOn;

  /** Last day for replies, until 24:00 in Vietnam; null = no due date. */
  @Column(name = "due_on")
  public LocalDate dueOn;

  @Column(name = "answer_due_on")
  public LocalDate answerDueOn;

  /** Time of the last closing; null unless CLOSED. */
  @Column(name = "closed_at")
  public Instant closedAt;

  /** Incremented by every replacement of the outline. */
  @Column(name = "outline_version")
  public int outlineVersion;

  @Version public int version;
}
