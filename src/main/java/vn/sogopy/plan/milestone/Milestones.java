package vn.sogopy.plan.milestone;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.Warning;
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
    LocalDate today = VietnamTime.dayOf(Instant.now());
    List<Warning> odd = MilestoneDates.judge(items, today);
    return new Milestones(items, odd.stream().map(one -> one.in(locale)).toList(), version);
  }

  /** One stage. */
  @Embeddable
  public record Milestone(
      @NotNull @Size(min = 1, max = 300) @Schema(examples = "Trình Hội đồng thẩm định")
          String title,
      @Schema(
              nullable = true,
              description = "Dự kiến đến hết ngày · planned for, to the end of this day")
          @Column(name = "planned_for")
          LocalDate plannedFor,
      @Schema(nullable = true, description = "Đã xong ngày · reached on")
          @Column(name = "reached_on")
          LocalDate reachedOn) {}
}
