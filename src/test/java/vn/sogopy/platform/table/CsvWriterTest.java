package vn.sogopy.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
  void otherCellsAreKept(String cell) {
    assertThat(CsvWriter.neutral(cell)).isEqualTo(cell);
  }

  @Property
  void noCellStartsWithAFormula(@ForAll String cell) {
    String neutral = CsvWriter.neutral(cell);

    assertThat(neutral).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(neutral).doesNotStartWith("@").doesNotStartWith("\t").doesNotStartWith("\r");
    assertThat(neutral).endsWith(cell);
  }

  @Test
  void formulasAndSpecialCharacters() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(out);
    csv.row(
        Arrays.asList("=1+1", "+84", "-", "@x", "\tx", "\rx", "a,b", "a\"b", "a\nb", null, "ổ=1"));
    csv.flush();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\uFEFF'=1+1,'+84,'-,'@x,'\tx,\"'\rx\",\"a,b\",\"a\"\"b\",\"a\nb\",,ổ=1\r\n");
  }

  @Property
  void writeReadRoundTrip(@ForAll("lines") List<List<String>> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvWriter csv = new CsvWriter(out);
    for (List<String> line : lines) {
      csv.row(line);
    }
    csv.flush();
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text.substring(1)))) {
      assertThat(parser.stream().map(CSVRecord::toList))
          .isEqualTo(lines.stream().map(line -> line.stream().map(this::read).toList()).toList());
    }
  }

  private String read(String cell) {
    return cell == null
        ? ""
        : new String(
            CsvWriter.neutral(cell).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<List<List<String>>> lines() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars(
                " \t\r\n\",'#!=+-@aễđ\u00E0\u20AC\uD83D\uDE00\uD800\u0000\u007F\u0080\u07FF\u0800\uFFFF")
            .ofMaxLength(12);
    Arbitrary<String> cells =
        Arbitraries.frequencyOf(
            Tuple.of(8, words),
            Tuple.of(2, Arbitraries.strings().ofMaxLength(20)),
            // Larger than any buffer.
            Tuple.of(1, words.map(word -> (word + "ệ").repeat(9_000))));
    return cells.injectNull(0.1).list().ofMinSize(1).ofMaxSize(5).list().ofMaxSize(4);
  }
}
