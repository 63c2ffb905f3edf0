package vn.sogopy.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Other programs. */
final class Run {
  private Run() {}

  static String command(List<String> command) throws IOException {
    return command(command, Map.of());
  }

  /** What it printed; a failure fails the measure. */
  static String command(List<String> command, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      String said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command.get(0) + " failed:\n" + said);
      }
      return said;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }
}
