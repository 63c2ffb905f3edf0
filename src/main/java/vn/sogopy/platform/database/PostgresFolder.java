package vn.sogopy.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folder {@code pg} of the data folder.
 *
 * <ul>
 *   <li>{@code data}: PostgreSQL's own data directory
 *   <li>{@code bin}: its programs, unpacked from the jar; may be deleted while the service is
 *       stopped
 *   <li>{@code log}: its log, a file per weekday, and {@code control.log} of the last start
 *   <li>{@code password}, {@code superuser-password}: the passwords of the roles
 *   <li>{@code tmp}: always empty; the folder in which the library deletes stale databases
 *   <li>{@code ready}: written last, when the first initialisation is complete
 * </ul>
 */
record PostgresFolder(Path root) {

  private static final Logger LOG = Logger.getLogger(PostgresFolder.class);

  /** PostgreSQL assigns object ids from this one on to objects of users, such as databases. */
  private static final long FIRST_USER_OBJECT_ID = 16384;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A log file is named after its weekday: an older one is of last week. */
  private static final Duration LOG_AGE = Duration.ofDays(6);

  /** Creates the folder and its constant parts, mode 0700. */
  static PostgresFolder in(DataDirectory directory) throws IOException {
    PostgresFolder folder = new PostgresFolder(directory.path().resolve("pg"));
    SafeFiles.createPrivateFolder(folder.root);
    SafeFiles.makeFolderPrivate(folder.root);
    SafeFiles.createPrivateFolder(folder.log());
    SafeFiles.createPrivateFolder(folder.tmp());
    return folder;
  }

  Path data() {
    return root.resolve("data");
  }

  Path bin() {
    return root.resolve("bin");
  }

  Path log() {
    return root.resolve("log");
  }

  Path tmp() {
    return root.resolve("tmp");
  }

  /** The output of initdb, pg_ctl and the server; recreated by each start. */
  Path controlLog() {
    return log().resolve("control.log");
  }

  Path ready() {
    return root.resolve("ready");
  }

  Path postmasterPid() {
    return data().resolve("postmaster.pid");
  }

  boolean isReady() {
    return Files.exists(ready());
  }

  /**
   * Ensures that {@code data} is either a database to start or empty.
   *
   * <p>The files of an interrupted first initialisation are moved aside, never deleted, and only if
   * they hold no user database. Otherwise the initialisation is continued.
   *
   * @throws StartupException when a finished database is missing: a new, empty one would hide the
   *     loss, for example of a volume that is not mounted
   */
  void prepareData() throws IOException {
    Path data = data();
    if (isReady()) {
      if (!Files.exists(data.resolve("PG_VERSION"))
          || !Files.exists(data.resolve("postgresql.conf"))) {
        throw new StartupException(
            "The database in %s is missing or damaged, though %s says that one was made there. Restore it, or, to begin with an empty one, move %s away."
                .formatted(data, ready(), root));
      }
      return;
    }
    if (isEmpty(data)) {
      return;
    }
    if (hasUserDatabase()) {
      LOG.infof("Finishing the interrupted first initialisation of the database in %s", data);
      return;
    }
    Path aside = root.resolve("data.unfinished-" + STAMP.format(Instant.now()));
    Files.move(data, aside);
    LOG.infof(
        "The first initialisation of the database was interrupted: starting over; its remains, without any comment in them, are in %s",
        aside);
  }

  private boolean hasUserDatabase() throws IOException {
    Path base = data().resolve("base");
    if (!Files.isDirectory(base)) {
      return false;
    }
    try (Stream<Path> databases = Files.list(base)) {
      return databases
          .map(database -> database.getFileName().toString())
          .anyMatch(
              name -> name.matches("\\d{1,10}") && Long.parseLong(name) >= FIRST_USER_OBJECT_ID);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /**
   * The last errors in the output of PostgreSQL's programs, for a message to the operator.
   *
   * @return at most the last four such lines of each log, each on its own line
   */
  String lastErrors() {
    StringBuilder errors = new StringBuilder();
    for (Path file : new Path[] {controlLog(), newestServerLog()}) {
      if (file == null) {
        continue;
      }
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .filter(line -> line.matches(".*(FATAL|PANIC|HINT|[Ee]rror:|syntax error|could not).*"))
            .reduce(new ArrayDeque<String>(), PostgresFolder::keepFour, (a, b) -> a)
            .forEach(line -> errors.append(System.lineSeparator()).append("  ").append(line));
      } catch (IOException | UncheckedIOException e) {
        // The message is complete without these lines.
      }
    }
    return errors.toString();
  }

  private static ArrayDeque<String> keepFour(ArrayDeque<String> kept, String line) {
    kept.addLast(line);
    if (kept.size() > 4) {
      kept.removeFirst();
    }
    return kept;
  }

  /**
   * Deletes old logs. The server overwrites last week's file when it rotates at midnight, but
   * appends to an existing file when it starts: on a machine that is off each night the files would
   * grow without bound.
   */
  void deleteOldLogs() throws IOException {
    Instant limit = Instant.now().minus(LOG_AGE);
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(log(), "postgres-*.log")) {
      for (Path log : logs) {
        if (modified(log).toInstant().isBefore(limit)) {
          Files.deleteIfExists(log);
        }
      }
    }
  }

  private Path newestServerLog() {
    try (Stream<Path> files = Files.list(log())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgres-"))
          .max(Comparator.comparing(PostgresFolder::modified))
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
