package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL server that outlived the JVM which started it.
 *
 * <p>The holder of the lock of the data folder is the only service on it, so such a server has no
 * owner. It is stopped and not adopted, so that the new server uses the settings and the programs
 * of this release.
 */
final class OrphanedServer {

  private static final Logger LOG = Logger.getLogger(OrphanedServer.class);

  /** Timeout for child processes to end after their postmaster. */
  private static final Duration CHILDREN_WAIT = Duration.ofSeconds(30);

  private OrphanedServer() {}

  /**
   * Stops a server found on the folder. Removes a {@code postmaster.pid} whose process number
   * belongs to no server. Other such files are left to PostgreSQL.
   *
   * @throws StartupException when the server does not stop
   */
  static void stop(PostgresFolder folder) throws IOException {
    Optional<Long> postmaster = ServerProcesses.postmaster(folder);
    List<Long> running = ServerProcesses.on(folder);
    if (postmaster.isPresent() && running.contains(postmaster.get())) {
      LOG.infof(
          "Stopping PostgreSQL process %d, left over from a service that was killed",
          postmaster.get());
      PostgresProgram.stopServer(pgCtl(folder, postmaster.get()), folder);
    }
    running = ServerProcesses.awaitNone(folder, CHILDREN_WAIT);
    if (!running.isEmpty()) {
      throw new StartupException(
          "PostgreSQL processes %s of an earlier run still work in %s and do not stop. End them (kill -INT), then start again."
              .formatted(running, folder.data()));
    }
    removeStalePid(folder);
  }

  /** The pg_ctl beside the running program, and so of the same release; ours if there is none. */
  private static Path pgCtl(PostgresFolder folder, long postmaster) throws IOException {
    try {
      Path beside = ServerProcesses.executable(postmaster).resolveSibling("pg_ctl");
      if (Files.isExecutable(beside)) {
        return beside;
      }
    } catch (IOException e) {
      LOG.debugf("Process %d has ended meanwhile, or there is no /proc: %s", postmaster, e);
    }
    return PostgresBinaries.program(folder, "pg_ctl");
  }

  /**
   * PostgreSQL refuses to start if the process number in the file belongs to any process or thread
   * of the same user. Such a process can be another program (a restarted container numbers its
   * processes anew) or a zombie. The caller has checked that no server process runs on this folder.
   */
  private static void removeStalePid(PostgresFolder folder) throws IOException {
    Optional<Long> pid = ServerProcesses.postmaster(folder);
    if (pid.isEmpty() || !ServerProcesses.canLookInto()) {
      return;
    }
    String now;
    try {
      now =
          ServerProcesses.isZombie(pid.get())
              ? "dead"
              : ServerProcesses.executable(pid.get()).toString();
    } catch (IOException e) {
      return; // The process does not exist or cannot be inspected: left to PostgreSQL.
    }
    Files.deleteIfExists(folder.postmasterPid());
    LOG.infof("Removed a stale postmaster.pid: process %d is now %s", pid.get(), now);
  }
}
