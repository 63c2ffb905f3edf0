package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.plan.Milestones.Milestone;
import vn.sogopy.platform.http.problem.Warning;

/** Odd due dates of a draft are warnings. */
class DraftDatesTest {
  private static final LocalDate TODAY = LocalDate.parse("2021-08-10");

  private static LocalDate day(String date) {
    return date == null ? null : LocalDate.parse(date);
  }

  private static List<Warning> warnings(
      String openedOn, String dueOn, String answerDueOn, Milestone... milestones) {
    Draft draft = new Draft();
    draft.openedOn = day(openedOn);
    draft.dueOn = day(dueOn);
    draft.answerDueOn = day(answerDueOn);
    return draft.oddDates(List.of(milestones), TODAY);
  }

  private static Milestone milestone(String title, String planned, String reached) {
    return new Milestone(title, day(planned), day(reached));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-08-16, 2021-09-15, ",
    "2021-08-16, , ",
    "2021-08-16, 2021-08-20, ",
    "2021-08-16, 2021-08-19, due-date-soon",
    "2021-08-16, 2021-08-16, due-date-soon",
    "2021-08-16, 2021-08-15, due-date-before-opening",
    "2021-08-16, 2012-09-15, due-date-before-opening",
    // It cannot open before today.
    ", 2021-08-09, due-date-before-opening",
    ", 2021-08-13, due-date-soon",
    ", 2021-08-14, "
  })
  void dueDateAndOpening(String openedOn, String dueOn, String code) {
    List<Warning> found = warnings(openedOn, dueOn, null);
    if (code == null) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found)
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo(code);
                assertThat(warning.pointer()).isEqualTo("/dueOn");
              });
    }
  }

  @Test
  void answersAreDueBeforeTheNextMilestone() {
    Milestone[] road = {
      milestone("Dự thảo lần 1", "2021-05-31", "2021-05-14"),
      milestone("Dự thảo lần 2", "2021-08-31", "2021-08-13"),
      milestone("Không rõ ngày", null, null),
      milestone("Ban Thường vụ Tỉnh ủy", "2021-11-30", null),
      milestone("Dự thảo lần 3", "2021-10-31", null)
    };
    assertThat(warnings("2021-08-16", "2021-09-15", "2021-09-30", road)).isEmpty();
    assertThat(warnings("2021-08-16", "2021-09-15", "2021-10-31", road)).isEmpty();
    assertThat(warnings("2021-08-16", "2021-09-15", null, road)).isEmpty();
    assertThat(warnings("2021-12-01", null, "2021-12-20", road)).isEmpty();
    assertThat(warnings("2021-08-16", "2021-09-15", "2021-11-01", road))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.pointer()).isEqualTo("/answerDueOn");
              assertThat(warning.code()).isEqualTo("answers-due-after-milestone");
              assertThat(warning.detail())
                  .isEqualTo(
                      "Hạn tiếp thu, giải trình 01/11/2021 ở sau ngày dự kiến (31/10/2021) của mốc"
                          + " tiếp theo: Dự thảo lần 3.");
              assertThat(warning.in(Locale.ENGLISH).detail()).contains("Dự thảo lần 3");
            });
  }
}
