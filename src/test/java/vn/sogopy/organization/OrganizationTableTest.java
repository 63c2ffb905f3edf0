package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes made of names, and cells with several names. */
class OrganizationTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sở Giao thông vận tải | so-giao-thong-van-tai",
        "'Sở Văn hóa, Thể thao và Du lịch' | so-van-hoa-the-thao-va-du-lich",
        "ĐẶC KHU Lý Sơn (minh họa) | dac-khu-ly-son-minh-hoa",
        "UBND xã 30/4 | ubnd-xa-30-4",
        "… | ",
      })
  void codeOfAName(String name, String code) {
    assertThat(OrganizationTable.codeOf(name)).isEqualTo(code);
  }

  @Property
  void codeIsValidAndStable(@ForAll @StringLength(max = 300) String name) {
    String code = OrganizationTable.codeOf(name);
    if (code != null) {
      assertThat(code).matches("[a-z0-9][a-z0-9-]{0,62}");
      assertThat(OrganizationTable.codeOf(code)).isEqualTo(code);
    }
  }

  @Test
  void namesWithTheirPeriods() {
    assertThat(
            OrganizationTable.names(
                "Sở A (đến 28/02/2025); Sở B (từ ngày 01/3/2025 đến hết ngày 30/6/2025)\nSở C (từ 1/7/2025)"))
        .contains(
            List.of(
                new OrganizationName("Sở A", null, LocalDate.of(2025, 2, 28)),
                new OrganizationName("Sở B", LocalDate.of(2025, 3, 1), LocalDate.of(2025, 6, 30)),
                new OrganizationName("Sở C", LocalDate.of(2025, 7, 1), null)));
    for (String wrong : List.of("Sở A", "Sở A ()", "Sở A (đến 31/02/2025)", "(đến 28/02/2025)")) {
      assertThat(OrganizationTable.names(wrong)).as(wrong).isEmpty();
    }
  }

  /** A cell of a million characters must not hold a thread for minutes. */
  @Test
  void longCellIsReadAtOnce() {
    String cell = "a" + " ".repeat(500_000) + "b";
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertThat(OrganizationTable.names(cell)).isEmpty());
  }

  @Test
  void aNameMayHaveCommas() {
    String culture = "Sở Văn hóa, Thể thao và Du lịch";
    assertThat(OrganizationNames.split(culture + "; sxd,stc\nSở Y tế;", culture::equals))
        .containsExactly(culture, "sxd", "stc", "Sở Y tế");
    assertThat(OrganizationNames.split(culture, name -> false))
        .containsExactly("Sở Văn hóa", "Thể thao và Du lịch");
    assertThat(OrganizationNames.split(" ;, ", name -> false)).isEmpty();
  }

  /** Names that are known come back as they are, in any separation by semicolons or line ends. */
  @Property
  void knownNamesAreKept(@ForAll @Size(max = 5) List<Integer> numbers, @ForAll boolean lines) {
    List<String> names = numbers.stream().map(number -> "Cơ quan " + number + ", số").toList();
    String cell = names.stream().collect(Collectors.joining(lines ? "\n" : " ; "));
    assertThat(OrganizationNames.split(cell, names::contains)).isEqualTo(names);
  }
}
