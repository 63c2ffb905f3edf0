package vn.sogopy.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.bench.StatementLog.Entry;

/** What was executed on one connection from BEGIN to COMMIT, or one statement without them. */
record Transaction(List<Entry> statements) {

  /** In the order of their ends. */
  static List<Transaction> of(List<Entry> entries) {
    List<Transaction> ended = new ArrayList<>();
    Map<Integer, List<Entry>> open = new HashMap<>();
    for (Entry entry : entries) {
      String sql = entry.sql().toUpperCase(java.util.Locale.ROOT);
      if (sql.startsWith("BEGIN")) {
        open.put(entry.pid(), new ArrayList<>(List.of(entry)));
      } else if (!open.containsKey(entry.pid())) {
        ended.add(new Transaction(List.of(entry)));
      } else {
        open.get(entry.pid()).add(entry);
        if (sql.startsWith("COMMIT") || sql.startsWith("ROLLBACK")) {
          ended.add(new Transaction(open.remove(entry.pid())));
        }
      }
    }
    return ended;
  }

  /** Whether one of its values holds this. */
  boolean holds(String token) {
    return statements.stream()
        .flatMap(entry -> entry.values().stream())
        .anyMatch(value -> value != null && value.contains(token));
  }

  /** Its longest statement: of a read, the one that reads. */
  Entry longest() {
    return statements.stream()
        .max(java.util.Comparator.comparingInt(entry -> entry.sql().length()))
        .orElseThrow();
  }

  /** The same for transactions that differ in values alone. */
  List<String> shape() {
    return statements.stream().map(Entry::sql).toList();
  }
}
