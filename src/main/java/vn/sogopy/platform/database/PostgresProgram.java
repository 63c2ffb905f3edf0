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
 * Runs one of PostgreSQL's programs as the library does: as root through {@code unshare -U}, since
 * they refuse to run as root, otherwise directly.
 */
final class PostgresProgram {

  private static final String STOP_WAIT_SECONDS = "300";

  private PostgresProgram() {}

  /**
   * Detects early what initdb would report.
   *
   * @throws StartupException when this process runs as root and {@code unshare -U} does not work
   */
  static void requireUsableUser() {
    if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
      throw new StartupException(
          "PostgreSQL does not run as root, and \"unshare -U\" does not work here. Run the service as a non-root user, or set QUARKUS_DATASOURCE_JDBC_URL to a database of your own.");
    }
  }

  /**
   * Refuses a path that the shell would not take literally: pg_ctl passes it to the shell within
   * double quotes.
   *
   * @throws StartupException when the path has such a character
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
   * Stops the server on a folder: open transactions are rolled back, all data is written to disk.
   * Waits at most five minutes; the library would wait five seconds.
   *
   * @return whether pg_ctl reported the stop; the processes may end a moment later
   */
  static boolean stopServer(Path pgCtl, PostgresFolder folder) throws IOException {
    String data = folder.data().toString();
    return run(folder, "", pgCtl, "stop", "-D", data, "-m", "fast", "-w", "-t", STOP_WAIT_SECONDS)
        == 0;
  }

  /**
   * Runs a program to its end, also when this thread is interrupted. Its output is appended to the
   * control log.
   *
   * @param input its standard input, also for secrets: command lines are visible to every user
   * @return its exit code
   */
  static int run(PostgresFolder folder, String input, Path program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.controlLog().toFile()))
            .start();
    try (OutputStream stream = process.getOutputStream()) {
      stream.write(input.getBytes(StandardCharsets.UTF_8));
    }
    return process.onExit().join().exitValue();
  }
}
