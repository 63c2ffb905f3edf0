package vn.sogopy.platform.http.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7/9/2021",
        "07/09/2021",
        "7-9-2021",
        "7.9.2021",
        "2021-09-07",
        "07/9/2021 08:30",
        "ngày 7/9/2021",
        "ngày 7 tháng 9 năm 2021",
        "Ngày 07 tháng 09 năm 2021",
        "7 tháng 9 năm 2021",
        "ngay 7 thang 9 nam 2021",
        "ngày 7 tháng 9, năm 2021.",
        "Bắc Kạn, ngày 07 tháng 9 năm 2021",
        "ngày  7\u00A0tháng 9 năm 2021"
      })
  void datesOfOffices(String written) {
    assertThat(Cell.of(written).date()).isEqualTo(LocalDate.of(2021, 9, 7));
    assertThat(Cell.of(Normalizer.normalize(written, Normalizer.Form.NFD)).date())
        .isEqualTo(LocalDate.of(2021, 9, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "31/9/2021",
        "ngày 31 tháng 9 năm 2021",
        "ngày 7 tháng 13 năm 2021",
        "tháng 9 năm 2021",
        "ngày 7 tháng 9",
        "ngày 7 tháng 9 năm 21",
        "ngày 7 tháng 9 năm 1899",
        "ngày",
        "7/9-2021"
      })
  void noDates(String written) {
    assertThatThrownBy(() -> Cell.of(written).date()).isInstanceOf(DateTimeException.class);
  }
}
