package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldLabelsTest {
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*method=\"get\".*?</form>", Pattern.DOTALL);
  private static final Pattern FIELD =
      Pattern.compile(
          "<(?:textarea|input)\\b(?![^>]*type=\"(?:hidden|checkbox|radio|file|search|password)\")"
              + "[^>]* name=\"([a-z_]+)\"|\\{#(?!select)\\w+Field [^}]*name='([a-z_]+)'"
              + "|at\\('(trang|de_xuat)'\\)");

  /** A choice on one page, typed on another, which shows its own errors. */
  private static final String PHRASE = "cau_mau";

  @Test
  void everyFieldThatPeopleTypeIntoHasALabel() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(Path.of("src/main/resources/templates"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String page = FORM.matcher(Files.readString(file)).replaceAll("");
        FIELD.matcher(page).results().map(FieldLabelsTest::name).forEach(names::add);
      }
    }
    names.remove(PHRASE);
    assertThat(names).contains("noi_dung", "tra_loi_thay", "ngay_ket_thuc");
    assertThat(names).allMatch(name -> FieldLabels.of(name) != null);
  }

  private static String name(MatchResult found) {
    return Stream.of(found.group(1), found.group(2), found.group(3))
        .filter(name -> name != null)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ly_do,Lý do",
    "noi_dung_12,Nội dung 12",
    "tra_loi_truoc_het_ngay,Trả lời trước hết ngày"
  })
  void labelsHaveTheirMarks(String name, String label) {
    assertThat(FieldLabels.of(name)).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(strings = {"_phien", "ket_qua", "phan_hoi", "cau_mau", "tra_loi_chung"})
  void choicesAreSentAgainAsTheyWere(String name) {
    assertThat(FieldLabels.of(name)).isNull();
  }
}
