package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where sent files are while they are read. */
public final class UploadFolders {
  private UploadFolders() {}

  /** The framework removes the files of a request in the background, once it is answered. */
  public static void assertEmptied(Path folder) throws InterruptedException {
    for (int i = 0; i < 1_200 && !files(folder).isEmpty(); i++) {
      Thread.sleep(25);
    }
    assertThat(files(folder)).isEmpty();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
