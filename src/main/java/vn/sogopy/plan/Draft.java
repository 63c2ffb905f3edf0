package vn.sogopy.plan;

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

  public UUID planId;

  public int number;
  public String title;

  @Enumerated(EnumType.STRING)
  public DraftStatus status;

  public LocalDate openedOn;

  /** Last day for replies, until 24:00 in Vietnam; null = no due date. */
  public LocalDate dueOn;

  public LocalDate answerDueOn;

  /** Time of the last closing; null unless CLOSED. */
  public Instant closedAt;

  /** Incremented by every replacement of the outline. */
  public int outlineVersion;

  @Version public int version;
}
