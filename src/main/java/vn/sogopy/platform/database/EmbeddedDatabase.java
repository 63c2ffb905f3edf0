package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A durable PostgreSQL server in {@code pg} of the data folder. It accepts connections from this
 * machine only, and with a password only.
 *
 * <p>The programs come from a library made for tests. The library unpacks them and calls initdb and
 * pg_ctl. Its settings for speed or convenience are overridden here. The server is a separate
 * process: it outlives a killed JVM, and the next start stops it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

  /** Recovery after a crash replays the log since the last checkpoint, which can take minutes. */
  private static final Duration START_WAIT = Duration.ofMinutes(15);

  /** Timeout for the last processes to end after the server has stopped. */
  private static final Duration END_WAIT = Duration.ofSeconds(10);

  /** Attempts, each with a new port, when another program takes the port before the server does. */
  private static final int PORT_TRIES = 3;

  private static final int ANY_PORT = 0;

  /** Interval of the checks whether the server is running. */
  private static final Duration WATCH = Duration.ofSeconds(1);

  private final PostgresFolder folder;
  private final PostgresRoles roles;
  private volatile EmbeddedPostgres server;

  private volatile long postmaster;

  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedDatabase(PostgresFolder folder, PostgresRoles roles, EmbeddedPostgres server) {
    this.folder = folder;
    this.roles = roles;
    this.server = server;
  }

  /**
   * Starts the server, and creates the database if there is none. Returns when the server accepts
   * connections, which after a crash can take minutes.
   *
   * @param directory the data folder, locked by this process
   * @throws StartupException when the server does not start; the message has the reason and the log
   *     file
   */
  public static EmbeddedDatabase start(DataDirectory directory) {
    PostgresProgram.requireUsableUser();
    PostgresProgram.requirePlainPath(directory.path());
    PostgresFolder folder = null;
    try {
      folder = PostgresFolder.in(directory);
      SafeFiles.createEmpty(folder.controlLog());
      ServerProcesses.stopOrphan(folder);
      folder.prepareData();
      folder.deleteOldLogs();
      return start(folder);
    } catch (IOException | SQLException | RuntimeException e) {
      if (e instanceof StartupException startup) {
        throw startup;
      }
      String errors = folder == null ? "" : folder.lastErrors();
      throw new StartupException(
          "The embedded PostgreSQL in %s does not start: %s%s"
              .formatted(directory.path().resolve("pg"), e.getMessage(), errors),
          e);
    }
  }

  private static EmbeddedDatabase start(PostgresFolder folder) throws IOException, SQLException {
    PostgresRoles roles = new PostgresRoles(folder);
    for (int attempt = 1; ; attempt++) {
      EmbeddedDatabase database =
          new EmbeddedDatabase(folder, roles, PostgresLauncher.launch(folder, roles, ANY_PORT));
      try {
        database.awaitReady();
        roles.provision(database.server.getPort());
        return database;
      } catch (IOException | SQLException | RuntimeException e) {
        boolean retry = attempt < PORT_TRIES && ServerProcesses.on(folder).isEmpty();
        int port = database.server.getPort();
        database.close();
        if (!retry || !isTaken(port)) {
          throw e;
        }
        LOG.debugf("Port %d was taken by another program, trying another", port);
      }
    }
  }

  private void awaitReady() throws IOException, SQLException {
    Instant deadline = Instant.now().plus(START_WAIT);
    while (true) {
      boolean launching = server.getProcess().isAlive();
      try {
        roles.connect(PostgresRoles.SUPERUSER, "postgres", server.getPort()).close();
        postmaster = ServerProcesses.postmaster(folder).orElseThrow();
        return;
      } catch (SQLException e) {
        if (PostgresRoles.isRefusedLogin(e) || Instant.now().isAfter(deadline)) {
          throw e;
        }
        if (closed.get()) {
          throw new IOException("it was to be stopped", e);
        }
        if (!launching && ServerProcesses.on(folder).isEmpty()) {
          throw new IOException("the server ended", e);
        }
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while it was starting", e);
      }
    }
  }

  /**
   * Restarts the server on its folder and port whenever it ends unexpectedly, until this object is
   * closed.
   *
   * @param given called when the restart fails
   */
  public void keepRunning(Runnable given) {
    Thread watch = new Thread(() -> watch(given), "postgres-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void watch(Runnable given) {
    try {
      while (!closed.get()) {
        Thread.sleep(WATCH.toMillis());
        startAgain();
      }
    } catch (IOException | SQLException | RuntimeException e) {
      if (!closed.get()) {
        LOG.errorf(
            "The embedded PostgreSQL in %s ended and does not start again: %s%s",
            folder.root(), e.getMessage(), folder.lastErrors());
        given.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Restarts the server if it has ended unexpectedly. */
  private synchronized void startAgain() throws IOException, SQLException {
    if (closed.get() || ServerProcesses.isAlive(postmaster)) {
      return;
    }
    LOG.errorf(
        "The embedded PostgreSQL (process %d) has ended, perhaps killed for want of memory. It is started again",
        postmaster);
    ServerProcesses.stopOrphan(folder);
    int port = server.getPort();
    server.close(); // Stops no server: releases the library's lock.
    server = PostgresLauncher.launch(folder, roles, port);
    awaitReady();
    LOG.infof("The embedded PostgreSQL runs again (process %d)", postmaster);
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** The JDBC URL of the application's database, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s"
        .formatted(server.getPort(), PostgresRoles.APPLICATION);
  }

  /** The application's role: owner of its database, no superuser. */
  public String username() {
    return PostgresRoles.APPLICATION;
  }

  /**
   * The password of {@link #username}. It must not be logged.
   *
   * @throws StartupException when its file cannot be read
   */
  public String password() {
    try {
      return new String(roles.password(PostgresRoles.APPLICATION));
    } catch (IOException e) {
      throw new StartupException("The database password cannot be read: " + e, e);
    }
  }

  /**
   * Stops the server and waits until it has stopped: open transactions are rolled back, all data is
   * written to disk. A second call has no effect.
   */
  @Override
  public void close() {
    if (!closed.getAndSet(true)) {
      stop();
    }
  }

  private synchronized void stop() {
    try {
      if (!ServerProcesses.on(folder).isEmpty()
          && (!PostgresProgram.stopServer(PostgresBinaries.program(folder, "pg_ctl"), folder)
              || !ServerProcesses.awaitExit(folder, END_WAIT).isEmpty())) {
        LOG.errorf("PostgreSQL has not stopped yet; see %s", folder.log());
      }
      server.close(); // Stops no server: releases the library's lock.
    } catch (IOException e) {
      LOG.errorf(e, "PostgreSQL could not be stopped; see %s", folder.log());
    }
  }
}
