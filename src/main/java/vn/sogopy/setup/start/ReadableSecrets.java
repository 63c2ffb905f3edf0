package vn.sogopy.setup.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.setup.start.StartChecks.StartCheck;

/**
 * Key files and passwords in the data folder that other users of the machine may read or change.
 */
record ReadableSecrets(Path folder) implements StartCheck {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  @Override
  public String name() {
    return "readable-secrets";
  }

  @Override
  public Optional<String> refusal() {
    List<Path> open = secrets().filter(ReadableSecrets::isOpen).sorted().toList();
    if (open.isEmpty()) {
      return Optional.empty();
    }
    String files = open.stream().map(ReadableSecrets::quoted).collect(Collectors.joining(" "));
    return Optional.of(
        "Other users may read or change files with keys or passwords. Run: chmod 600 " + files);
  }

  private Stream<Path> secrets() {
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(ReadableSecrets::holdsKeys).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path database = folder.resolve("pg");
    return Stream.concat(
            found.stream(),
            Stream.of(database.resolve("password"), database.resolve("superuser-password")))
        .filter(Files::isRegularFile);
  }

  private static boolean holdsKeys(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".env") || name.endsWith(".key");
  }

  /** Always false on a file system without owners and modes. */
  private static boolean isOpen(Path file) {
    try {
      return !OWNER.containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(Path file) {
    return "'" + file.toString().replace("'", "'\\''") + "'";
  }
}
