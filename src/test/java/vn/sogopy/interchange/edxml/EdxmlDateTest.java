package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdxmlDateTest {
  @ParameterizedTest
  @CsvSource({
    "06/09/2021, 2021-09-06",
    "6/9/2021, 2021-09-06",
    "2021/09/06, 2021-09-06",
    "2021/9/6, 2021-09-06",
    "2021-09-06, 2021-09-06",
    "' 2021-09-06 ', 2021-09-06",
    "2021-09-06T00:00:00, 2021-09-06",
    "2021-09-06T23:59:59.9999999, 2021-09-06",
    "2021-09-06T00:00:00+07:00, 2021-09-06",
    "2021-09-06T00:00+0700, 2021-09-06",
    // Midnight in Vietnam, written in UTC.
    "2021-09-05T17:00:00Z, 2021-09-06",
    "2021-09-05T16:59:59Z, 2021-09-05",
    // xs:date, to which Java's XML writers add the zone.
    "2021-09-06+07:00, 2021-09-06",
    "2021-09-06Z, 2021-09-06",
    "06/09/2021 08:30, 2021-09-06",
    "2021/09/06 08:30:00, 2021-09-06",
    "29/02/2024, 2024-02-29",
  })
  void formatsOfVendors(String text, LocalDate day) {
    assertThat(EdxmlDate.parse(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "không có",
        "31/02/2021",
        "2021-13-01",
        "09/2021",
        "2021/09-06",
        "06-09-2021",
        "0000/01/01",
        "2021-09-06T25:00:00",
        "2021-09-06T10:00:00+99:00",
        "2021-09-06x",
        "06/09/2021+07:00",
        "06/09/21"
      })
  void otherTextsAreInvalid(String text) {
    assertThat(EdxmlDate.parse(text)).isEmpty();
  }

  @Property
  void threeFormatsOfOneDay(@ForAll @IntRange(min = -700_000, max = 2_000_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    for (String form : new String[] {"dd/MM/yyyy", "yyyy/MM/dd", "yyyy-MM-dd"}) {
      assertThat(EdxmlDate.parse(DateTimeFormatter.ofPattern(form).format(date))).contains(date);
    }
  }
}
