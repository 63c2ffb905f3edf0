package vn.sogopy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTest {

  @TempDir Path parent;

  @Test
  void makesAPrivateFolder() throws Exception {
    try (DataDirectory directory = DataDirectory.lock(parent.resolve("new/data"))) {
      assertThat(mode(directory.path())).isEqualTo("rwx------");
    }
  }

  @Test
  void lockIsExclusiveUntilClose() {
    try (DataDirectory directory = DataDirectory.lock(parent)) {
      assertThatThrownBy(() -> DataDirectory.lock(parent.resolve("x/..")))
          .isInstanceOf(StartupException.class)
          .hasMessageContaining(parent.toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(DataDirectory.of(parent).path()).isEqualTo(directory.path());
    }
    DataDirectory.lock(parent).close();
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.lock(file))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("not a folder");
  }

  @Test
  void writesASecretPrivatelyAndReplacesIt() throws Exception {
    DataDirectory directory = DataDirectory.of(parent);
    directory.writeSecret("admin-key", "một");
    directory.writeSecret("admin-key", "hai");
    Path file = parent.resolve("admin-key");
    assertThat(Files.readString(file)).isEqualTo("hai");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(parent.toFile().list()).containsExactly("admin-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "/etc/x", ".hidden"})
  void refusesASecretOutsideTheFolder(String name) {
    assertThatThrownBy(() -> DataDirectory.of(parent).writeSecret(name, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
