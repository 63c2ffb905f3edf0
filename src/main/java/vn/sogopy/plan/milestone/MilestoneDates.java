package vn.sogopy.plan.milestone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import vn.sogopy.plan.milestone.Milestones.Milestone;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** Checks the dates of the milestones of a plan. */
final class MilestoneDates {
  private MilestoneDates() {}

  /**
   * Warns about a planned or actual date before that of an earlier stage, an actual date after
   * today, and a stage that is reached before an earlier one.
   *
   * @param today in Vietnam
   */
  static List<Warning> judge(List<Milestone> items, LocalDate today) {
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Milestone> before = items.subList(0, i);
      judgePlanned(items.get(i), before, "/items/" + i + "/plannedFor", found);
      if (items.get(i).reachedOn() != null) {
        judgeReached(items.get(i), before, "/items/" + i + "/reachedOn", today, found);
      }
    }
    return found;
  }

  private static void judgePlanned(
      Milestone item, List<Milestone> before, String at, List<Warning> found) {
    LocalDate planned = latest(before, Milestone::plannedFor);
    if (item.plannedFor() != null && planned != null && item.plannedFor().isBefore(planned)) {
      found.add(Warning.of(at, WarningCode.PLANNED_OUT_OF_ORDER, item.plannedFor(), planned));
    }
  }

  private static void judgeReached(
      Milestone item, List<Milestone> before, String at, LocalDate today, List<Warning> found) {
    LocalDate reached = latest(before, Milestone::reachedOn);
    if (reached != null && item.reachedOn().isBefore(reached)) {
      found.add(Warning.of(at, WarningCode.REACHED_OUT_OF_ORDER, item.reachedOn(), reached));
    }
    if (item.reachedOn().isAfter(today)) {
      found.add(Warning.of(at, WarningCode.REACHED_IN_FUTURE, item.reachedOn(), today));
    }
    if (before.stream().anyMatch(earlier -> earlier.reachedOn() == null)) {
      found.add(Warning.of(at, WarningCode.EARLIER_NOT_REACHED));
    }
  }

  private static LocalDate latest(List<Milestone> items, Function<Milestone, LocalDate> day) {
    return items.stream().map(day).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }
}
