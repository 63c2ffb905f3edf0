package vn.sogopy.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.flywaydb.core.Flyway;

/**
 * A data folder with the migrated, empty database. It is made once per build and then copied: a
 * copy takes half a second, {@code initdb} and the migrations take several.
 *
 * <p>The template is in {@code target}. Its name depends on the migrations, the settings of the
 * server and its release. Concurrent processes share it.
 */
public final class DatabaseTemplate {

  private static final Path PARENT = Path.of("target", "database-template");
  private static final Path MIGRATIONS = Path.of("target", "classes", "db", "migration");

  private DatabaseTemplate() {}

  /**
   * Copies the template, which is created first if it is missing.
   *
   * @param folder the new data folder: empty or missing
   */
  public static void copyTo(Path folder) throws IOException {
    synchronized (Runtime.getRuntime()) { // shared by all class loaders
      SafeFiles.createPrivateFolder(PARENT);
      try (FileChannel channel =
              FileChannel.open(
                  PARENT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Path template = PARENT.resolve(name());
        if (!Files.isDirectory(template)) {
          make(template);
        }
        copy(template.resolve("pg"), folder.resolve("pg"));
      }
    }
  }

  private static void make(Path template) throws IOException {
    Path unfinished = PARENT.resolve("unfinished");
    if (Files.isDirectory(unfinished)) {
      TestServers.stop(unfinished);
      TestServers.deleteTree(unfinished);
    }
    try (DataDirectory directory = DataDirectory.lock(unfinished);
        EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
      Flyway.configure()
          .dataSource(database.jdbcUrl(), database.username(), database.password())
          .locations("filesystem:" + MIGRATIONS)
          .load()
          .migrate();
    }
    Files.move(unfinished, template);
  }

  private static String name() throws IOException {
    CRC32 sum = new CRC32();
    Map<String, String> settings = new TreeMap<>(PostgresLauncher.SERVER);
    settings.putAll(PostgresLauncher.LOCALE);
    sum.update(settings.toString().getBytes(StandardCharsets.UTF_8));
    try (InputStream programs =
        DatabaseTemplate.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
      sum.update(programs.readAllBytes());
    }
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        sum.update(Files.readAllBytes(file));
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static void copy(Path from, Path to) throws IOException {
    SafeFiles.createPrivateFolder(to.getParent());
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        Files.copy(
            path,
            to.resolve(from.relativize(path).toString()),
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
      }
    }
  }
}
