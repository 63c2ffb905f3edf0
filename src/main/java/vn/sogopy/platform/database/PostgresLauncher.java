package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import java.util.logging.Level;

/**
 * Configures the library, and replaces its behaviour that suits only tests.
 *
 * <p>All settings of the server are on the command line: it overrides every configuration file, so
 * that {@code ALTER SYSTEM} cannot make the register less durable.
 */
final class PostgresLauncher {
  /**
   * Settings of the server. They are durable; the library's defaults are for tests: it passes
   * {@code -F} and {@code synchronous_commit=off}.
   *
   * <p>A shell evaluates the values: letters, digits and plain signs only. An empty {@code
   * unix_socket_directories} means no socket. The log has one file for each weekday, overwritten a
   * week later. It omits statements and details of errors, which would repeat what citizens wrote.
   * The server reads blocks synchronously, as before version 18: I/O workers cost two context
   * switches for each read, on a machine with two busy cores (ADR 0023). The planner expects a
   * group for every comment where the counts of a draft have some hundreds, and would sort 100,000
   * rows on disk instead of hashing them: hence the multiplier.
   */
  static final Map<String, String> SERVER =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "100"),
          Map.entry("io_method", "sync"),
          Map.entry("hash_mem_multiplier", "8"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "../log"),
          Map.entry("log_filename", "postgres-%a.log"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_rotation_size", "0"),
          Map.entry("log_file_mode", "0600"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"));

  /**
   * Options of initdb, so that a new database sorts the same on every machine. The collation is
   * PostgreSQL's own C.UTF-8. The operating system's C.UTF-8 is used only for {@code lc-ctype}:
   * with C there, pg_trgm and ltree do not recognise letters beyond ASCII.
   */
  static final Map<String, String> LOCALE =
      Map.of(
          "locale-provider", "builtin",
          "builtin-locale", "C.UTF-8",
          "locale", "C",
          "lc-ctype", "C.UTF-8");

  /**
   * The whole of pg_hba.conf. A connection that no line matches is refused: sockets, other hosts,
   * replication.
   */
  static final String HBA =
      """
      # Written by the service at every start: do not edit.
      # TYPE  DATABASE  USER  ADDRESS        METHOD
      host    all       all   127.0.0.1/32   scram-sha-256
      """;

  /** The library's messages are for authors of tests. It reports harmless events as errors. */
  private static final java.util.logging.Logger LIBRARY =
      java.util.logging.Logger.getLogger("io.zonky");

  /**
   * The property of the folder in which the library first stops and deletes "stale" databases. The
   * default is a folder under /tmp, where any user could place such a database with any process
   * number. Our folder is private and empty.
   */
  private static final String WORKING_FOLDER = "ot.epg.working-dir";

  private PostgresLauncher() {}

  /**
   * Launches the server without waiting for it; its process is pg_ctl's.
   *
   * @param port 0 = any free port
   */
  static EmbeddedPostgres launch(PostgresFolder folder, PostgresRoles roles, int port)
      throws IOException {
    LIBRARY.setLevel(Level.OFF);
    System.setProperty(WORKING_FOLDER, folder.tmp().toString());
    PostgresBinaries binaries = new PostgresBinaries(folder);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPgBinaryResolver(binaries)
            .setOverrideWorkingDirectory(folder.bin().toFile())
            .setDataDirectory(folder.data())
            .setPort(port)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(folder.controlLog().toFile()))
            .setDataDirectoryCustomizer(data -> beforeServer(folder, roles, binaries));
    SERVER.forEach(builder::setServerConfig);
    LOCALE.forEach(builder::setLocaleConfig);
    try {
      return builder.start();
    } finally {
      Thread.interrupted(); // Set by beforeServer.
    }
  }

  /**
   * Runs between initdb and the start of the server, at every start.
   *
   * <p>It ends with an interrupt of this thread, so that the library launches the server and
   * returns at once: the library's own wait does not detect a server that fails to start.
   */
  private static void beforeServer(
      PostgresFolder folder, PostgresRoles roles, PostgresBinaries binaries) {
    try {
      binaries.unpacked();
      SafeFiles.writeAtomically(folder.data().resolve("pg_hba.conf"), HBA);
      if (roles.superuserNeedsPassword()) {
        roles.setSuperuserPassword();
      }
    } catch (IOException e) {
      throw new StartupException(
          "The database in " + folder.data() + " cannot be prepared: " + e + folder.lastErrors(),
          e);
    }
    Thread.currentThread().interrupt();
  }
}
