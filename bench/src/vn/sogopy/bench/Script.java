package vn.sogopy.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.bench.StatementLog.Entry;

/**
 * A transaction of the service as a script for pgbench. Values stand in it as they were, but for
 * those that must be new each time: ids and keys, which are told by being different in a second
 * transaction of the same request. Times stay as they were, and so do kept answers.
 */
final class Script {
  static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  /** The digits that become random: as many as end a UUID. */
  private static final int DIGITS = 12;

  /** Beyond that a value is somebody's words, not a key. */
  private static final int LONGEST_KEY = 200;

  private final Types types;
  private final String key;
  private final Map<String, String> variables = new HashMap<>();
  private final StringBuilder settings = new StringBuilder();
  private final StringBuilder body = new StringBuilder();

  /**
   * @param other what the service did for the same request another time
   * @param key the Idempotency-Key of the first; null = none
   */
  Script(Types types, Transaction one, Transaction other, String key) throws SQLException {
    this.types = types;
    this.key = key;
    for (int i = 0; i < one.statements().size(); i++) {
      add(one.statements().get(i), other.statements().get(i));
    }
  }

  String text() {
    return settings.toString() + body;
  }

  /** The statement with its values in it. */
  static String plain(Types types, Entry entry) throws SQLException {
    return new Script(types, new Transaction(List.of(entry)), new Transaction(List.of(entry)), null)
        .body.toString();
  }

  private void add(Entry one, Entry other) throws SQLException {
    List<String> type = types.of(one);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < type.size(); i++) {
      values.add(expression(one.values().get(i), other.values().get(i), type.get(i)));
    }
    Matcher parameter = PARAMETER.matcher(one.sql());
    body.append(
            parameter.replaceAll(
                at ->
                    Matcher.quoteReplacement(
                        values.isEmpty()
                            ? at.group()
                            : values.get(Integer.parseInt(at.group(1)) - 1))))
        .append(";\n");
  }

  private String expression(String value, String other, String type) {
    if (value == null) {
      return "null::" + type;
    }
    if (value.equals(other) || other == null || value.length() > LONGEST_KEY && !isArray(type)) {
      return literal(value) + "::" + type;
    }
    if (key != null && value.contains(key)) {
      return with(value, Set.of(key), type);
    }
    Set<String> ids = all(type.startsWith("bigint") ? NUMBER : UUID, value);
    ids.removeAll(all(type.startsWith("bigint") ? NUMBER : UUID, other));
    if (!ids.isEmpty()) {
      return with(value, ids, type);
    }
    if (value.matches("\\\\x[0-9a-f]{24,}")) {
      return with(value, Set.of(value), type);
    }
    return literal(value) + "::" + type;
  }

  private static boolean isArray(String type) {
    return type.endsWith("[]");
  }

  /** The value with these parts of it made new. */
  private String with(String value, Set<String> parts, String type) {
    StringBuilder text = new StringBuilder("(");
    Matcher part =
        Pattern.compile(
                "(?<!\\d)(?:"
                    + String.join("|", parts.stream().map(Pattern::quote).toList())
                    + ")(?!\\d)")
            .matcher(value);
    int end = 0;
    while (part.find()) {
      int keep = part.end() - Math.min(DIGITS, part.group().length());
      text.append(literal(value.substring(end, keep)))
          .append(" || :")
          .append(variable(part.group()))
          .append("::text || ");
      end = part.end();
    }
    return text.append(literal(value.substring(end))).append(")::").append(type).toString();
  }

  private String variable(String value) {
    return variables.computeIfAbsent(
        value,
        one -> {
          String name = "v" + variables.size();
          settings.append("\\set %s random(%s)\n".formatted(name, range(one)));
          return name;
        });
  }

  /** A number has nothing beside it that is new: of twelve digits some come twice in millions. */
  private static String range(String value) {
    return NUMBER.matcher(value).matches()
        ? "100000000000000000, 999999999999999999"
        : "100000000000, 999999999999";
  }

  private static Set<String> all(Pattern pattern, String value) {
    Set<String> all = new HashSet<>();
    Matcher one = pattern.matcher(value);
    while (one.find()) {
      all.add(one.group());
    }
    return all;
  }

  /** On one line and without a colon, which means a variable to pgbench. */
  static String literal(String value) {
    return "E'"
        + value
            .replace("\\", "\\\\")
            .replace("'", "''")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace(":", "\\x3a")
        + "'";
  }
}
