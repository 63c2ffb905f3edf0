package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.logging.Level;

/** Sets the library up, and steps in where its ways are those of a test. */
final class PostgresLauncher {

  /** Its messages are for authors of tests, and it reports as errors what is none of ours. */
  private static final java.util.logging.Logger LIBRARY =
      java.util.logging.Logger.getLogger("io.zonky");

  /**
   * The property naming the folder in which the library, before anything else, stops and deletes
   * "stale" databases. By default that is one under /tmp, where anyone could lay out such a
   * database with any process number. Ours is private and stays empty.
   */
  private static final String WORKING_FOLDER = "ot.epg.working-dir";

  private PostgresLauncher() {}

  /**
   * Launches the server without waiting for it; its process is pg_ctl's.
   *
   * @param port 0 = any that is free
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
      Thread.interrupted(); // set by beforeServer
    }
  }

  /**
   * Runs between initdb and the start of the server, at every start.
   *
   * <p>Ends with an interrupt of this thread, upon which the library launches the server and comes
   * back at once: its own wait does not notice when the server fails to start.
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
