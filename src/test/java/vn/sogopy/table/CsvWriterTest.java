package vn.sogopy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", "=", "-"})
  void formulasAreNeutralised(String cell) {
    assertThat(CsvWriter.neutral(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"Đề nghị", "1.1", "a=b", "'=1", " =1", "(a) - b"})
  void otherCellsStay(String cell) {
    assertThat(CsvWriter.neutral(cell)).isEqualTo(cell);
  }

  @Property
  void noCellBeginsAFormula(@ForAll String cell) {
    String neutral = CsvWriter.neutral(cell);

    assertThat(neutral).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(neutral).doesNotStartWith("@").doesNotStartWith("\t").doesNotStartWith("\r");
    assertThat(neutral).endsWith(cell);
  }

  @Test
  void noCellRunsAndSpecialsAreQuoted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(out);
    csv.row(
        Arrays.asList("=1+1", "+84", "-", "@x", "\tx", "\rx", "a,b", "a\"b", "a\nb", null, "ổ=1"));
    csv.flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF'=1+1,'+84,'-,'@x,'\tx,\"'\rx\",\"a,b\",\"a\"\"b\",\"a\nb\",,ổ=1\r\n");
  }
}
