package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.commons.io.FileUtils;

/**
 * PostgreSQL's programs, unpacked by the library into {@code pg/bin}.
 *
 * <p>The library keeps any file it finds there, including one truncated when the JVM was killed
 * during unpacking. So the folder is used only if a marker file names this archive; the marker is
 * written after everything has been forced to disk. Otherwise the folder is emptied and unpacked
 * again, which also removes the programs of an older release.
 *
 * <p>Each start needs a new object: the library caches one folder per resolver for the life of the
 * JVM.
 */
final class PostgresBinaries implements PgBinaryResolver {

  private final Path bin;
  private final Path marker;
  private String checksum;

  PostgresBinaries(PostgresFolder folder) {
    this.bin = folder.bin();
    this.marker = bin.resolve(".complete");
  }

  @Override
  public InputStream getPgBinary(String system, String machineHardware) throws IOException {
    byte[] archive;
    try (InputStream stream =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machineHardware)) {
      archive = stream.readAllBytes();
    }
    CRC32 crc = new CRC32();
    crc.update(archive);
    checksum = Long.toHexString(crc.getValue());
    if (!isComplete()) {
      FileUtils.deleteDirectory(bin.toFile());
    }
    SafeFiles.createPrivateFolder(bin);
    return new ByteArrayInputStream(archive);
  }

  private boolean isComplete() throws IOException {
    return Files.exists(marker) && Files.readString(marker).equals(checksum);
  }

  /**
   * Called after the library has unpacked; removes the write permission that it gave to all users.
   */
  void unpacked() throws IOException {
    SafeFiles.makeFolderPrivate(bin);
    if (!isComplete()) {
      SafeFiles.forceTree(bin);
      SafeFiles.writeAtomically(marker, checksum);
    }
  }

  /**
   * One of the unpacked programs.
   *
   * @throws IOException when nothing has been unpacked
   */
  static Path program(PostgresFolder folder, String name) throws IOException {
    try (DirectoryStream<Path> releases = Files.newDirectoryStream(folder.bin(), "PG-*")) {
      for (Path release : releases) {
        Path program = release.resolve("bin").resolve(name);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    throw new IOException("no program " + name + " in " + folder.bin());
  }
}
