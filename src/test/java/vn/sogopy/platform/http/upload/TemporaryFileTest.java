package vn.sogopy.platform.http.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.text.Sha256;

/** Temporary files that are written once and read once. */
class TemporaryFileTest {
  @TempDir Path folder;

  private void nothingIsLeft() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void hasNoNameFromTheStart() throws IOException {
    try (TemporaryFile file =
        TemporaryFile.of(
            folder,
            out -> {
              out.write(new byte[100_000]);
              nothingIsLeft();
            })) {
      nothingIsLeft();
      assertThat(file.size()).isEqualTo(100_000);
      assertThat(file.sha256()).isEqualTo(Sha256.hex(new byte[100_000]));
    }
    nothingIsLeft();
  }

  @Test
  void aContentThatFailsLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                TemporaryFile.of(
                    folder,
                    out -> {
                      out.write(1);
                      throw new IOException("x");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("x");
    nothingIsLeft();
  }

  @Test
  void onceClosedItCannotBeRead() throws IOException {
    TemporaryFile file = TemporaryFile.of(folder, out -> out.write(1));
    file.close();
    assertThatThrownBy(() -> file.copy(0, 0, new ByteArrayOutputStream()))
        .isInstanceOf(ClosedChannelException.class);
  }

  @Property(tries = 50)
  void everyRangeIsThatOfTheContent(
      @ForAll @IntRange(min = 1, max = 200_000) int size, @ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    int from = random.nextInt(size);
    int to = from + random.nextInt(size - from);
    Path own = Files.createTempDirectory("temporary-file");
    try (TemporaryFile file = TemporaryFile.of(own, out -> out.write(bytes))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      file.copy(from, to, out);
      assertThat(out.toByteArray()).isEqualTo(java.util.Arrays.copyOfRange(bytes, from, to + 1));
      assertThat(file.open().readAllBytes()).isEqualTo(bytes);
    } finally {
      Files.delete(own);
    }
  }
}
