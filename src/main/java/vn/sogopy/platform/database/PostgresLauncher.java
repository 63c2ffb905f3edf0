package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.logging.Level;

/** Configures the library, and replaces its behaviour that suits only tests. */
final class PostgresLauncher {

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
    PostgresSettings.SERVER.forEach(builder::setServerConfig);
    PostgresSettings.LOCALE.forEach(builder::setLocaleConfig);
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
      SafeFiles.writeAtomically(folder.data().resolve("pg_hba.conf"), PostgresSettings.HBA);
      if (roles.superuserNeedsPassword()) {
        roles.setSuperuserPassword();
      }
    } catch (IOException e) {
      throw new StartupException(
          "The database in "
              + folder.data()
              + " cannot be prepared: "
              + e
              + PostgresLogs.lastWords(folder),
          e);
    }
    Thread.currentThread().interrupt();
  }
}
