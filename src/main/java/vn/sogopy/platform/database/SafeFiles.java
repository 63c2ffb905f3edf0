package vn.sogopy.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;

/** File operations that are atomic in a crash and create private files. */
final class SafeFiles {

  /** Mode 0600, set at creation, so that others can never read the file. */
  static final FileAttribute<?> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Mode 0700. */
  static final FileAttribute<?> PRIVATE_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private SafeFiles() {}

  /**
   * Creates the folder and its missing parents with mode 0700; does not change an existing folder.
   *
   * @throws IOException when it cannot be created or the name belongs to something else
   */
  static void createPrivateFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PRIVATE_FOLDER);
    }
  }

  /** Sets mode 0700 on a folder that exists. */
  static void makeFolderPrivate(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /**
   * Writes a file of mode 0600 atomically: after a crash it has the old or the new content, never a
   * part. A temporary file is written, forced to disk and renamed; the rename is forced to disk
   * too.
   *
   * @throws IOException when the folder cannot be written; the old content is then unchanged
   */
  static void writeAtomically(Path file, String content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path temporary =
        Files.createTempFile(folder, "." + file.getFileName() + "-", ".tmp", PRIVATE_FILE);
    try {
      try (FileChannel channel = FileChannel.open(temporary, WRITE)) {
        ByteBuffer bytes = UTF_8.encode(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
  }

  /** Creates an empty file of mode 0600, in place of an older one of the same name. */
  static void createEmpty(Path file) throws IOException {
    Files.deleteIfExists(file);
    FileChannel.open(file, Set.of(CREATE_NEW, WRITE), PRIVATE_FILE).close();
  }

  /** Forces every file and folder of a tree to disk. */
  static void forceTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        if (!Files.isSymbolicLink(path)) {
          force(path);
        }
      }
    }
  }

  /** Forces one file or folder to disk. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, READ)) {
      channel.force(true);
    }
  }
}
