package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.sogopy.plan.Milestones.Milestone;
import vn.sogopy.platform.http.problem.Warning;

class MilestoneDatesTest {
  private static final LocalDate TODAY = LocalDate.parse("2021-08-25");

  private static Milestone of(String planned, String reached) {
    return new Milestone(
        "Mốc",
        planned == null ? null : LocalDate.parse(planned),
        reached == null ? null : LocalDate.parse(reached));
  }

  private static List<String> warnings(Milestone... items) {
    return Milestones.warnings(List.of(items), TODAY).stream()
        .map(warning -> warning.pointer() + " " + warning.code())
        .toList();
  }

  @Test
  void usualMilestonesHaveNoWarning() {
    assertThat(
            warnings(
                of("2021-05-31", "2021-05-14"),
                of(null, "2021-05-14"),
                of("2021-08-31", "2021-08-25"),
                of("2021-08-31", null),
                of(null, null)))
        .isEmpty();
    assertThat(warnings()).isEmpty();
  }

  /** The mistake of the announcement itself: draft 3 in 10/2020. */
  @Test
  void plannedBeforeAnEarlierStage() {
    List<Warning> found =
        Milestones.warnings(
            List.of(of("2021-05-31", null), of("2021-08-31", null), of("2020-10-31", null)), TODAY);
    assertThat(found)
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.pointer()).isEqualTo("/items/2/plannedFor");
              assertThat(warning.code()).isEqualTo("planned-out-of-order");
              assertThat(warning.in(Locale.ENGLISH).detail())
                  .isEqualTo(
                      "Planned for 2020-10-31, earlier than a milestone before it (2021-08-31).");
            });
  }

  @Test
  void comparedWithTheLatestEarlierDate() {
    assertThat(warnings(of("2021-08-31", null), of("2021-05-31", null), of("2021-06-30", null)))
        .containsExactly(
            "/items/1/plannedFor planned-out-of-order", "/items/2/plannedFor planned-out-of-order");
  }

  @Test
  void warningsOfReachedDates() {
    assertThat(warnings(of(null, "2021-08-26")))
        .containsExactly("/items/0/reachedOn reached-in-future");
    assertThat(warnings(of(null, "2021-08-20"), of(null, "2021-08-19")))
        .containsExactly("/items/1/reachedOn reached-out-of-order");
    assertThat(warnings(of(null, null), of(null, "2021-08-19")))
        .containsExactly("/items/1/reachedOn earlier-not-reached");
  }
}
