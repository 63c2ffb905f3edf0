package vn.sogopy.platform.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Finds and stops the PostgreSQL processes of a folder, and reads its {@code postmaster.pid}. */
final class ServerProcesses {

  private static final Logger LOG = Logger.getLogger(ServerProcesses.class);

  /** Timeout for child processes to end after their postmaster. */
  private static final Duration CHILDREN_WAIT = Duration.ofSeconds(30);

  private static final Path PROC = Path.of("/proc");
  private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

  private ServerProcesses() {}

  /**
   * Stops a server that outlived the JVM which started it. The holder of the lock of the data
   * folder is the only service on it, so such a server has no owner. It is not adopted, so that the
   * new server uses the settings and the programs of this release. Removes a {@code postmaster.pid}
   * whose process number belongs to no server. Other such files are left to PostgreSQL.
   *
   * @throws StartupException when the server does not stop
   */
  static void stopOrphan(PostgresFolder folder) throws IOException {
    Optional<Long> postmaster = postmaster(folder);
    List<Long> running = on(folder);
    if (postmaster.isPresent() && running.contains(postmaster.get())) {
      LOG.infof(
          "Stopping PostgreSQL process %d, left over from a service that was killed",
          postmaster.get());
      PostgresProgram.stopServer(pgCtl(folder, postmaster.get()), folder);
    }
    running = awaitExit(folder, CHILDREN_WAIT);
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
      Path beside = executable(postmaster).resolveSibling("pg_ctl");
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
    Optional<Long> pid = postmaster(folder);
    if (pid.isEmpty() || !canInspect()) {
      return;
    }
    String now;
    try {
      now = isZombie(pid.get()) ? "dead" : executable(pid.get()).toString();
    } catch (IOException e) {
      return; // The process does not exist or cannot be inspected: left to PostgreSQL.
    }
    Files.deleteIfExists(folder.postmasterPid());
    LOG.infof("Removed a stale postmaster.pid: process %d is now %s", pid.get(), now);
  }

  /**
   * All processes of the folder. Every server process has the data directory as its working
   * directory, so a scan also finds children without a postmaster. initdb and pg_ctl can outlive a
   * killed JVM for a moment; they have the directory in their arguments. Without /proc (macOS) only
   * the postmaster is found.
   */
  static List<Long> on(PostgresFolder folder) throws IOException {
    if (!Files.exists(folder.data())) {
      return List.of();
    }
    if (!canInspect()) {
      return postmasterByStartTime(folder);
    }
    Path data = folder.data().toRealPath();
    List<Long> pids = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (usesFolder(process, data)) {
          pids.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    }
    return pids;
  }

  /**
   * Waits until the folder has no process.
   *
   * @return the processes that still run at the timeout; empty = none
   */
  static List<Long> awaitExit(PostgresFolder folder, Duration limit) throws IOException {
    Instant deadline = Instant.now().plus(limit);
    boolean interrupted = false;
    List<Long> running = on(folder);
    while (!running.isEmpty() && Instant.now().isBefore(deadline)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        interrupted = true; // Restored below, when the server has stopped.
      }
      running = on(folder);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running;
  }

  /** The process named in {@code postmaster.pid}, alive or not. */
  static Optional<Long> postmaster(PostgresFolder folder) throws IOException {
    return pidFileLine(folder, 0).filter(pid -> pid > 0);
  }

  /** Whether other processes can be inspected, which requires Linux. */
  private static boolean canInspect() {
    return Files.exists(PROC.resolve("self"));
  }

  /**
   * The program that a process or thread runs; fails if it does not exist or belongs to another
   * user.
   */
  private static Path executable(long pid) throws IOException {
    return executable(PROC.resolve(Long.toString(pid)));
  }

  /** Whether a process runs; a zombie does not. */
  static boolean isAlive(long pid) {
    if (!canInspect()) {
      return ProcessHandle.of(pid).isPresent();
    }
    try {
      return !isZombie(pid);
    } catch (IOException e) {
      return false; // The process does not exist.
    }
  }

  /** Whether a process has ended, but its parent has not waited for it. */
  private static boolean isZombie(long pid) throws IOException {
    return Files.readString(PROC.resolve(Long.toString(pid)).resolve("status"))
        .contains("\nState:\tZ");
  }

  private static boolean usesFolder(Path process, Path data) {
    try {
      return PROGRAMS.contains(executable(process).getFileName().toString())
          && (Files.readSymbolicLink(process.resolve("cwd")).equals(data)
              || List.of(Files.readString(process.resolve("cmdline")).split("\0"))
                  .contains(data.toString()));
    } catch (IOException e) {
      return false; // Ended meanwhile, or of another user: PostgreSQL data belongs to one user.
    }
  }

  private static Path executable(Path process) throws IOException {
    String target = Files.readSymbolicLink(process.resolve("exe")).toString();
    return Path.of(target.replaceFirst(" \\(deleted\\)$", ""));
  }

  /**
   * The process named in the file, if it is a server and its start time equals the one in the file.
   */
  private static List<Long> postmasterByStartTime(PostgresFolder folder) throws IOException {
    Optional<Long> start = pidFileLine(folder, 2);
    return postmaster(folder)
        .flatMap(ProcessHandle::of)
        .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"))
        .filter(handle -> start.isPresent() && startedAt(handle, start.get()))
        .map(handle -> List.of(handle.pid()))
        .orElse(List.of());
  }

  private static boolean startedAt(ProcessHandle handle, long epochSecond) {
    return handle
        .info()
        .startInstant()
        .map(began -> Math.abs(began.getEpochSecond() - epochSecond) <= 5)
        .orElse(false);
  }

  /** A line of {@code postmaster.pid}: 0 is the process, 2 its start in seconds since 1970. */
  private static Optional<Long> pidFileLine(PostgresFolder folder, int index) throws IOException {
    if (!Files.exists(folder.postmasterPid())) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(folder.postmasterPid());
    try {
      return lines.size() > index
          ? Optional.of(Long.parseLong(lines.get(index).strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
