package vn.sogopy.platform.http.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.Problems;
import vn.sogopy.platform.text.Sha256;

/** Temporary files that are written once and read. */
class TemporaryFileTest {
  private static final long NO_LIMIT = Long.MAX_VALUE;

  @TempDir Path folder;

  private static TemporaryFiles in(Path folder) {
    TemporaryFiles files = new TemporaryFiles();
    files.folder = folder;
    return files;
  }

  private void noFileIsLeft() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void itIsReadableByThisUserAloneAndGoneOnceClosed() throws IOException {
    TemporaryFile file = in(folder).receive(NO_LIMIT, out -> out.write(new byte[100_000]));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(file.size()).isEqualTo(100_000);
    assertThat(file.sha256()).isEqualTo(Sha256.hex(new byte[100_000]));
    file.close();
    noFileIsLeft();
    assertThatThrownBy(file::open).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void failedContentLeavesNothing() throws IOException {
    assertThatThrownBy(
            () ->
                in(folder)
                    .receive(
                        NO_LIMIT,
                        out -> {
                          out.write(1);
                          throw new IOException("x");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("x");
    noFileIsLeft();
  }

  @Test
  void aContentAboveTheLimitIsRefusedAndLeavesNothing() throws IOException {
    byte[] most = new byte[100_000];
    try (TemporaryFile file = in(folder).receive(most.length, out -> out.write(most))) {
      assertThat(file.size()).isEqualTo(most.length);
    }
    for (int limit : new int[] {0, 1, most.length - 1}) {
      assertThat(Problems.code(() -> in(folder).receive(limit, out -> out.write(most))))
          .isEqualTo(ProblemCode.CONTENT_TOO_LARGE);
    }
    noFileIsLeft();
  }

  @Test
  void theFilesOfAKilledProcessAreRemovedByTheStart() throws IOException {
    TemporaryFiles files = in(folder.resolve("uploads"));
    files.write(out -> out.write(1));
    files.clean(null);
    try (var left = Files.list(files.folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Property(tries = 50)
  void theContentIsThatWritten(@ForAll @Size(max = 200_000) byte[] bytes) throws IOException {
    Path own = Files.createTempDirectory("temporary-file");
    try (TemporaryFile file = in(own).receive(NO_LIMIT, out -> out.write(bytes));
        InputStream in = file.open()) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
    Files.delete(own);
  }
}
