package vn.sogopy.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The milestones of a plan, in order.
 *
 * @param warnings on inconsistent dates; plans slip, so no date is refused
 * @param version of the milestones only, the value of the ETag
 */
public record Milestones(
    @NotNull @Size(max = 100) List<@NotNull @Valid Milestone> items,
    @Schema(
            nullable = true,
            description =
                "Ngày đáng ngờ; khi gửi lên được bỏ qua · odd dates; not read in requests")
        @Size(max = 400)
        List<Warning> warnings,
    @JsonIgnore Integer version) {

  /** With the warnings of today. */
  static Milestones of(List<Milestone> items, int version, Locale locale) {
    LocalDate today = VietnamTime.today();
    return new Milestones(
        items,
        warnings(items, today).stream().map(warning -> warning.in(locale)).toList(),
        version);
  }

  /**
   * Warns about a planned or actual date before that of an earlier stage, an actual date after
   * today, and a stage that is reached before an earlier one.
   *
   * @param today in Vietnam
   */
  static List<Warning> warnings(List<Milestone> items, LocalDate today) {
    List<Warning> warnings = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Milestone> before = items.subList(0, i);
      addPlanned(items.get(i), before, "/items/" + i + "/plannedFor", warnings);
      if (items.get(i).reachedOn() != null) {
        addReached(items.get(i), before, "/items/" + i + "/reachedOn", today, warnings);
      }
    }
    return warnings;
  }

  private static void addPlanned(
      Milestone item, List<Milestone> before, String at, List<Warning> warnings) {
    LocalDate planned = latest(before, Milestone::plannedFor);
    if (item.plannedFor() != null && planned != null && item.plannedFor().isBefore(planned)) {
      warnings.add(Warning.of(at, WarningCode.PLANNED_OUT_OF_ORDER, item.plannedFor(), planned));
    }
  }

  private static void addReached(
      Milestone item, List<Milestone> before, String at, LocalDate today, List<Warning> warnings) {
    LocalDate reached = latest(before, Milestone::reachedOn);
    if (reached != null && item.reachedOn().isBefore(reached)) {
      warnings.add(Warning.of(at, WarningCode.REACHED_OUT_OF_ORDER, item.reachedOn(), reached));
    }
    if (item.reachedOn().isAfter(today)) {
      warnings.add(Warning.of(at, WarningCode.REACHED_IN_FUTURE, item.reachedOn(), today));
    }
    if (before.stream().anyMatch(earlier -> earlier.reachedOn() == null)) {
      warnings.add(Warning.of(at, WarningCode.EARLIER_NOT_REACHED));
    }
  }

  private static LocalDate latest(List<Milestone> items, Function<Milestone, LocalDate> day) {
    return items.stream().map(day).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
  }

  /** One stage. */
  @Embeddable
  public record Milestone(
      @NotNull @Size(min = 1, max = 300) @Schema(examples = "Trình Hội đồng thẩm định")
          String title,
      @Schema(
              nullable = true,
              description = "Dự kiến đến hết ngày · planned for, to the end of this day")
          LocalDate plannedFor,
      @Schema(nullable = true, description = "Đã xong ngày · reached on") LocalDate reachedOn) {}
}
