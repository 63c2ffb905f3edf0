package vn.sogopy.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.http.Messages;
import vn.sogopy.text.VietnamTime;

/**
 * An odd date on the road of a plan. Official texts carry slips of dates: they are told, and taken.
 * DOMAIN.md section 1.
 */
@Schema(name = "MilestoneWarning")
public record MilestoneWarning(
    @Schema(description = "RFC 6901", examples = "/items/2/plannedFor") String pointer,
    @Schema(
            enumeration = {
              "planned-out-of-order",
              "reached-out-of-order",
              "reached-in-future",
              "earlier-not-reached"
            })
        String code,
    @Schema(description = "Theo Accept-Language · by Accept-Language") String detail) {

  /**
   * What is odd: planned or reached before an earlier stage was, reached after today, reached while
   * an earlier stage is not.
   *
   * @param today in Vietnam
   */
  static List<MilestoneWarning> judge(
      List<Milestones.Milestone> items, LocalDate today, Locale locale) {
    List<MilestoneWarning> found = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Milestones.Milestone item = items.get(i);
      List<Milestones.Milestone> before = items.subList(0, i);
      String at = "/items/" + i;
      LocalDate planned = latest(before, Milestones.Milestone::plannedFor);
      LocalDate reached = latest(before, Milestones.Milestone::reachedOn);
      if (item.plannedFor() != null && planned != null && item.plannedFor().isBefore(planned)) {
        found.add(
            of(locale, at + "/plannedFor", "planned-out-of-order", item.plannedFor(), planned));
      }
      if (item.reachedOn() == null) {
        continue;
      }
      if (reached != null && item.reachedOn().isBefore(reached)) {
        found.add(of(locale, at + "/reachedOn", "reached-out-of-order", item.reachedOn(), reached));
      }
      if (item.reachedOn().isAfter(today)) {
        found.add(of(locale, at + "/reachedOn", "reached-in-future", item.reachedOn(), today));
      }
      if (before.stream().anyMatch(earlier -> earlier.reachedOn() == null)) {
        found.add(of(locale, at + "/reachedOn", "earlier-not-reached"));
      }
    }
    return found;
  }

  private static LocalDate latest(
      List<Milestones.Milestone> items, Function<Milestones.Milestone, LocalDate> day) {
    return items.stream()
        .map(day)
        .filter(java.util.Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static MilestoneWarning of(
      Locale locale, String pointer, String code, LocalDate... dates) {
    List<Object> shown =
        java.util.Arrays.stream(dates).<Object>map(VietnamTime::shortDate).toList();
    return new MilestoneWarning(pointer, code, Messages.text(locale, "warning." + code, shown));
  }
}
