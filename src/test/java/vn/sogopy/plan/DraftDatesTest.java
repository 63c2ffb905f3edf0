package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.problem.Warning;

/** Odd due dates of a draft are warnings. */
class DraftDatesTest {
  private static final LocalDate TODAY = LocalDate.parse("2021-08-10");

  private static LocalDate day(String date) {
    return date == null ? null : LocalDate.parse(date);
  }

  private static List<Warning> warnings(
      String openedOn, String dueOn, String answerDueOn, String sealPlannedFor) {
    Draft draft = new Draft();
    draft.openedOn = day(openedOn);
    draft.dueOn = day(dueOn);
    draft.answerDueOn = day(answerDueOn);
    draft.sealPlannedFor = day(sealPlannedFor);
    return draft.oddDates(TODAY);
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
    List<Warning> found = warnings(openedOn, dueOn, null, null);
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

  @ParameterizedTest
  @CsvSource({", 2021-10-31", "2021-12-20, ", "2021-09-30, 2021-10-31", "2021-10-31, 2021-10-31"})
  void answersAreDueUntilTheSeal(String answerDueOn, String sealPlannedFor) {
    assertThat(warnings("2021-08-16", "2021-09-15", answerDueOn, sealPlannedFor)).isEmpty();
  }

  @Test
  void answersDueAfterTheSeal() {
    assertThat(warnings("2021-08-16", "2021-09-15", "2021-11-01", "2021-10-31"))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.pointer()).isEqualTo("/answerDueOn");
              assertThat(warning.code()).isEqualTo("answers-due-after-seal");
              assertThat(warning.detail())
                  .isEqualTo(
                      "Hạn tiếp thu, giải trình 01/11/2021 ở sau ngày dự kiến chốt số liệu"
                          + " (31/10/2021).");
              assertThat(warning.in(Locale.ENGLISH).detail()).contains("2021-10-31");
            });
  }
}
