package vn.sogopy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
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
