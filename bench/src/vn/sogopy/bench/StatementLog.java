package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database's own log, which tells every statement with its values while this is open. As JSON,
 * because that form keeps the values although the service asks for a terse log.
 */
final class StatementLog implements AutoCloseable {
  private static final Pattern MESSAGE =
      Pattern.compile("(?:execute (?!fetch from )[^:]+|statement): (.*)", Pattern.DOTALL);
  private static final Pattern VALUE =
      Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']++|'')*+)')", Pattern.DOTALL);
  private static final int TRIES = 500;

  private final Connection superuser;
  private final Path file;
  private int marks;

  StatementLog(Service service) throws IOException, SQLException {
    superuser = service.superuser();
    set("log_destination", "'jsonlog'");
    set("log_statement", "'all'");
    set("log_parameter_max_length", "-1");
    reload();
    file = service.data.resolve("pg/data").resolve(one("select pg_current_logfile('jsonlog')"));
  }

  /** What the service's connections have executed during this. */
  List<Entry> during(Runnable work) throws IOException, SQLException {
    long from = Files.size(file);
    work.run();
    String mark = "bench-mark-" + System.nanoTime() + "-" + ++marks;
    one("select '" + mark + "'");
    String text = "";
    for (int i = 0; i < TRIES && !text.contains(mark); i++) {
      pause();
      text = read(from);
    }
    if (!text.contains(mark)) {
      throw new IllegalStateException("The log of the database does not tell of statements");
    }
    List<Entry> entries = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.contains(mark)) {
        break;
      }
      entry(Api.JSON.readTree(line), entries);
    }
    return entries;
  }

  private static void entry(JsonNode line, List<Entry> entries) {
    Matcher message = MESSAGE.matcher(line.path("message").asText());
    if (!line.path("user").asText().equals("sogopy")
        || line.path("application_name").asText().equals("bench")
        || !message.matches()) {
      return;
    }
    List<String> values = new ArrayList<>();
    Matcher value = VALUE.matcher(line.path("detail").asText());
    while (value.find()) {
      String text = value.group(3);
      values.add(text == null ? null : text.replace("''", "'"));
    }
    entries.add(new Entry(line.path("pid").asInt(), message.group(1).strip(), values));
  }

  private String read(long from) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private void set(String name, String value) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("alter system set " + name + " = " + value);
    }
  }

  private String one(String query) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  /** Sessions take new settings up before their next statement. */
  private void reload() throws SQLException {
    one("select pg_reload_conf()");
    for (int i = 0; i < 50; i++) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    for (String name : List.of("log_destination", "log_statement", "log_parameter_max_length")) {
      set(name, "default");
    }
    reload();
    superuser.close();
    Files.deleteIfExists(file);
  }

  /**
   * A statement that was executed.
   *
   * @param values of its parameters $1, $2…; null = NULL
   */
  record Entry(int pid, String sql, List<String> values) {}
}
