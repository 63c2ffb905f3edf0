package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
}
