package vn.sogopy.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** One draft of a plan. Comments belong to a draft. */
@Entity
public class Draft {
  /** Days. */
  private static final int SOON = 3;

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

  /** The day on which the register is to be sealed; null = not planned. */
  public LocalDate sealPlannedFor;

  @Enumerated(EnumType.STRING)
  public DraftKind kind = DraftKind.CONSULTATION;

  /** What the report is about, after its kind; null = by kind, number and title of the plan. */
  public String reportSubject;

  /** Whom the report is for; null = by kind, else by the letterhead of the plan. */
  public String addressee;

  /** Null = not published. */
  @JdbcTypeCode(SqlTypes.JSON)
  public Publication publication;

  /** Time of the last closing; null unless CLOSED. */
  public Instant closedAt;

  /** Incremented by every replacement of the outline. */
  public int outlineVersion;

  @Version public int version;

  /**
   * Warns about replies that are due before the draft opens or within three days of that.
   *
   * @param due of the draft or of one organization; null = none
   * @param today in Vietnam, the first possible day of the opening of a draft that has none
   */
  public List<Warning> oddDueDate(LocalDate due, LocalDate today) {
    LocalDate opening = opening(today);
    if (due == null || due.isAfter(opening.plusDays(SOON))) {
      return List.of();
    }
    WarningCode code =
        due.isBefore(opening) ? WarningCode.DUE_DATE_BEFORE_OPENING : WarningCode.DUE_DATE_SOON;
    return List.of(Warning.of("/dueOn", code, due, opening));
  }

  private LocalDate opening(LocalDate today) {
    return openedOn == null ? today : openedOn;
  }

  /**
   * Like {@link #oddDueDate}; also warns about answers that are due after the seal's planned day.
   *
   * @param today in Vietnam
   */
  List<Warning> oddDates(LocalDate today) {
    List<Warning> found = new ArrayList<>(oddDueDate(dueOn, today));
    if (answerDueOn != null && sealPlannedFor != null && answerDueOn.isAfter(sealPlannedFor)) {
      found.add(
          Warning.of(
              "/answerDueOn", WarningCode.ANSWERS_DUE_AFTER_SEAL, answerDueOn, sealPlannedFor));
    }
    return found;
  }
}
