package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The generic plan of a statement in PostgreSQL: that of a prepared statement that has run often.
 */
public final class QueryPlan {
  private final String text;
  private final List<JsonNode> nodes = new ArrayList<>();

  private QueryPlan(JsonNode plan) {
    text = plan.toPrettyString();
    collect(plan);
  }

  /**
   * @param statement with question marks for its parameters
   */
  public static QueryPlan of(Connection connection, String statement) throws SQLException {
    return explained(connection, "generic", statement, "", nulls(statement));
  }

  /**
   * Runs the statement with these values as SQL literals; {@link #reads} has the numbers of rows.
   *
   * @param statement as in {@link #of}
   */
  public static QueryPlan run(Connection connection, String statement, List<String> values)
      throws SQLException {
    return explained(
        connection, "custom", statement, "analyze, ", "(" + String.join(", ", values) + ")");
  }

  private static QueryPlan explained(
      Connection connection, String mode, String statement, String options, String values)
      throws SQLException {
    try (Statement asked = connection.createStatement()) {
      asked.execute("set local plan_cache_mode = force_" + mode + "_plan");
      asked.execute("prepare asked as " + numbered(statement));
      try (ResultSet row =
          asked.executeQuery("explain (" + options + "format json) execute asked " + values)) {
        row.next();
        return new QueryPlan(new ObjectMapper().readTree(row.getString(1)).get(0).get("Plan"));
      } finally {
        asked.execute("deallocate asked");
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String nulls(String statement) {
    long marks = statement.chars().filter(c -> c == '?').count();
    return marks == 0 ? "" : "(" + "null, ".repeat((int) marks - 1) + "null)";
  }

  /** All indexes in the plan. */
  public TreeSet<String> indexes() {
    TreeSet<String> names = new TreeSet<>();
    nodes.stream()
        .filter(node -> node.has("Index Name"))
        .forEach(node -> names.add(node.get("Index Name").asText()));
    return names;
  }

  /**
   * The indexes that read a table.
   *
   * @param type of the node, such as "Index Only Scan"
   */
  public Set<String> indexesOf(String table, String type) {
    return nodes.stream()
        .filter(node -> node.get("Node Type").asText().equals(type))
        .filter(node -> node.path("Relation Name").asText().equals(table))
        .map(node -> node.get("Index Name").asText())
        .collect(Collectors.toSet());
  }

  /** Asserts that the table is never read sequentially. */
  public QueryPlan readsOnlyByIndex(String table) {
    return without("Seq Scan", node -> node.path("Relation Name").asText().equals(table));
  }

  /** Asserts that no sort has an estimate of more rows. */
  public QueryPlan sortsNoMoreThan(int rows) {
    return without("Sort", node -> node.get("Plan Rows").asInt() > rows);
  }

  /** The maximum number of rows that a node has read from this table in one loop. */
  public int reads(String table) {
    return nodes.stream()
        .filter(node -> node.path("Relation Name").asText().equals(table))
        .mapToInt(node -> node.get("Actual Rows").asInt())
        .max()
        .orElse(0);
  }

  private QueryPlan without(String type, Predicate<JsonNode> which) {
    assertThat(nodes)
        .as(text)
        .noneMatch(node -> node.get("Node Type").asText().equals(type) && which.test(node));
    return this;
  }

  private void collect(JsonNode node) {
    nodes.add(node);
    node.path("Plans").forEach(this::collect);
  }

  private static String numbered(String statement) {
    Matcher mark = Pattern.compile("\\?").matcher(statement);
    StringBuilder numbered = new StringBuilder();
    for (int n = 1; mark.find(); n++) {
      mark.appendReplacement(numbered, "\\$" + n);
    }
    return mark.appendTail(numbered).toString();
  }
}
