package vn.sogopy.platform.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one of PostgreSQL's programs the way the library does: as root through {@code unshare -U},
 * since they refuse to run as root, otherwise directly.
 */
final class PostgresProgram {

  private static final String STOP_WAIT_SECONDS = "300";

  private PostgresProgram() {}

  /**
   * Reports early what initdb would report in its own words.
   *
   * @throws StartupException when this is root and {@code unshare -U} does not work here
   */
  static void requireUsableUser() {
    if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
      throw new StartupException(
          "PostgreSQL does not run as root, and \"unshare -U\" does not work here. Run the service as a non-root user, or set QUARKUS_DATASOURCE_JDBC_URL to a database of your own.");
    }
  }

  /**
   * Refuses a path that the shell would not take literally to which pg_ctl hands it, within double
   * quotes.
   *
   * @throws StartupException when the path has such a sign
   */
  static void requirePlainPath(Path path) {
    if (path.toString().matches(".*[\"$`\\\\\\p{Cntrl}].*")) {
      throw new StartupException(
          "The path of the data folder must not contain quotes, $, ` or \\: " + path);
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self/"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /**
   * The command line that runs a program as a user PostgreSQL accepts.
   *
   * @param program the program's file
   * @param arguments its arguments
   */
  static List<String> commandLine(Path program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /**
   * Stops the server on a folder in order: open transactions are rolled back, all data is written
   * out. Waits for that, five minutes at most; the library would wait five seconds.
   *
   * @param pgCtl the program to do it with
   * @return whether pg_ctl saw it stop; its processes may need a moment more to go
   */
  static boolean stopServer(Path pgCtl, PostgresFolder folder) throws IOException {
    String data = folder.data().toString();
    return run(
            commandLine(pgCtl, "stop", "-D", data, "-m", "fast", "-w", "-t", STOP_WAIT_SECONDS),
            folder.controlLog(),
            "")
        == 0;
  }

  /**
   * Runs a command to its end, also when this thread is interrupted.
   *
   * @param command the command line
   * @param output the file its output is appended to
   * @param input what it reads, also a place for secrets: command lines are visible to everyone
   * @return its exit code
   */
  static int run(List<String> command, Path output, String input) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start();
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
