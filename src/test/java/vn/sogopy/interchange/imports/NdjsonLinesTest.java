package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.http.json.BodyLimit;

/** Lines are found across the borders of the blocks in which a file is read. */
class NdjsonLinesTest {
  private static final int BLOCK = 64 * 1024;

  @TempDir Path folder;

  private List<String> lines(String text) throws IOException {
    Path file = folder.resolve("lines.ndjson");
    Files.writeString(file, text);
    List<String> found = new ArrayList<>();
    NdjsonFile.lines(
        file,
        (number, line) ->
            found.add(
                number + ":" + (line == null ? "-" : new String(line, StandardCharsets.UTF_8))));
    return found;
  }

  @Test
  void lineAcrossBlocks() throws IOException {
    for (int length = BLOCK - 3; length <= BLOCK + 3; length++) {
      String first = "x".repeat(length);
      assertThat(lines(first + "\nđ\n")).containsExactly("1:" + first, "2:đ");
      assertThat(lines(first)).containsExactly("1:" + first);
      assertThat(lines("\n \t\r\n" + first + "\n")).containsExactly("3:" + first);
    }
  }

  @Test
  void tooLongLineIsReportedAndSkipped() throws IOException {
    String longest = "x".repeat(BodyLimit.DEFAULT);
    assertThat(lines(longest + "\n" + longest + "x\ny"))
        .containsExactly("1:" + longest, "2:-", "3:y");
    assertThat(lines("a\n" + longest + longest + "x")).containsExactly("1:a", "2:-");
  }
}
