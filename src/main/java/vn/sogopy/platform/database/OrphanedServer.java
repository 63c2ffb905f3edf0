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
 * <p>The holder of the lock of the data folder is the only service on it, so a server that runs
 * there has no owner any more. It is stopped rather than adopted, so that the new one runs with our
 * settings and the programs of this release.
 */
final class OrphanedServer {

  private static final Logger LOG = Logger.getLogger(OrphanedServer.class);

  /** How long children may take to notice that their postmaster is gone. */
  private static final Duration CHILDREN_WAIT = Duration.ofSeconds(30);

  private OrphanedServer() {}

  /**
   * Stops a server found on the folder, in order, and removes a {@code postmaster.pid} whose number
   * provably belongs to no server; any other such file is PostgreSQL's own business.
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

  /** The pg_ctl beside the running program, that is of its release; ours if there is none. */
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
   * PostgreSQL refuses to start while the number in the file is any process or thread of the same
   * user: another program's, as when a container starts again and numbers begin anew, or a dead one
   * its parent has not buried yet. That no server process is at work here is known by now.
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
      return; // no such process, or not to be looked into: left to PostgreSQL
    }
    Files.deleteIfExists(folder.postmasterPid());
    LOG.infof("Removed a stale postmaster.pid: process %d is now %s", pid.get(), now);
  }
}
