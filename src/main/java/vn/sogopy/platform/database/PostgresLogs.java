package vn.sogopy.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.stream.Stream;

/** The log files in {@code pg/log}. */
final class PostgresLogs {

  /** A log file is named after its weekday: an older one is of last week. */
  private static final Duration LOG_AGE = Duration.ofDays(6);

  private PostgresLogs() {}

  /**
   * The last errors in the output of PostgreSQL's programs, for a message to the operator.
   *
   * @return at most the last four such lines of each log, each on its own line
   */
  static String lastWords(PostgresFolder folder) {
    StringBuilder words = new StringBuilder();
    for (Path file : new Path[] {folder.controlLog(), newestServerLog(folder)}) {
      if (file == null) {
        continue;
      }
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .filter(line -> line.matches(".*(FATAL|PANIC|HINT|[Ee]rror:|syntax error|could not).*"))
            .reduce(new ArrayDeque<String>(), PostgresLogs::keepFour, (a, b) -> a)
            .forEach(line -> words.append(System.lineSeparator()).append("  ").append(line));
      } catch (IOException | UncheckedIOException e) {
        // The message is complete without these lines.
      }
    }
    return words.toString();
  }

  private static ArrayDeque<String> keepFour(ArrayDeque<String> kept, String line) {
    kept.addLast(line);
    if (kept.size() > 4) {
      kept.removeFirst();
    }
    return kept;
  }

  /**
   * Deletes old logs. The server overwrites last week's file when it rotates at midnight, but
   * appends to an existing file when it starts: on a machine that is off each night the files would
   * grow without bound.
   */
  static void deleteOld(PostgresFolder folder) throws IOException {
    Instant limit = Instant.now().minus(LOG_AGE);
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder.log(), "postgres-*.log")) {
      for (Path log : logs) {
        if (modified(log).toInstant().isBefore(limit)) {
          Files.deleteIfExists(log);
        }
      }
    }
  }

  private static Path newestServerLog(PostgresFolder folder) {
    try (Stream<Path> files = Files.list(folder.log())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("postgres-"))
          .max(Comparator.comparing(PostgresLogs::modified))
          .orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
