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
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.plan.Milestones.Milestone;
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

  /** Time of the last closing; null unless CLOSED. */
  public Instant closedAt;

  /** Incremented by every replacement of the outline. */
  public int outlineVersion;

  @Version public int version;

  /**
   * Warns about replies that are due before the draft opens or within three days of that, and about
   * answers that are due after the next milestone, for which the register is sealed: the first one
   * that is planned after the opening and not reached.
   *
   * @param today in Vietnam, the first possible day of the opening of a draft that has none
   */
  List<Warning> oddDates(List<Milestone> milestones, LocalDate today) {
    List<Warning> found = new ArrayList<>();
    LocalDate opening = openedOn == null ? today : openedOn;
    if (dueOn != null && dueOn.isBefore(opening)) {
      found.add(Warning.of("/dueOn", WarningCode.DUE_DATE_BEFORE_OPENING, dueOn, opening));
    } else if (dueOn != null && !dueOn.isAfter(opening.plusDays(SOON))) {
      found.add(Warning.of("/dueOn", WarningCode.DUE_DATE_SOON, dueOn, opening));
    }
    if (answerDueOn != null) {
      milestones.stream()
          .filter(one -> one.reachedOn() == null && one.plannedFor() != null)
          .filter(one -> one.plannedFor().isAfter(opening))
          .min(Comparator.comparing(Milestone::plannedFor))
          .filter(next -> answerDueOn.isAfter(next.plannedFor()))
          .ifPresent(next -> found.add(late(next)));
    }
    return found;
  }

  private Warning late(Milestone next) {
    return Warning.of(
        "/answerDueOn",
        WarningCode.ANSWERS_DUE_AFTER_MILESTONE,
        answerDueOn,
        next.plannedFor(),
        next.title());
  }
}
