package vn.sogopy.platform.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Values as rows of a FROM clause, in their order: {@code from (values …) as i (a, b, n)}. A few
 * rows are plain parameters: PostgreSQL caches the plan of such a statement. Many rows are one
 * array for each column, so that the text of the statement does not depend on their number. Such a
 * statement is planned each time, which for a single row takes longer than its execution.
 *
 * <p>All values are sent as text, null or not: a parameter that changes its type makes the driver
 * prepare the statement again.
 */
public final class Rows<T> {
  private static final int FEW = 3;

  private final List<Column<T>> columns = new ArrayList<>();

  private record Column<T>(String name, String type, Function<T, ?> value) {
    String of(T row) {
      return Objects.toString(value.apply(row), null);
    }
  }

  /**
   * @param type of PostgreSQL, such as {@code uuid}; it must parse the value's toString()
   */
  public Rows<T> with(String name, String type, Function<T, ?> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  /**
   * The rows as {@code i}: their columns, and {@code i.n}, which counts them from 1.
   *
   * @param rows at least one
   */
  public Sql from(List<T> rows) {
    Sql from = rows.size() <= FEW ? values(rows) : arrays(rows);
    return from.add("as i (" + names("") + ", n)");
  }

  /** INSERT of the rows into the columns of their names; an order by {@code i.n} may follow. */
  public Sql insertInto(String table, List<T> rows) {
    return Sql.of("insert into " + table + " (" + names("") + ")")
        .add("select " + names("i."))
        .add(from(rows));
  }

  /** The names of the columns with commas, each after the prefix. */
  private String names(String prefix) {
    StringBuilder names = new StringBuilder();
    for (Column<T> column : columns) {
      names.append(names.isEmpty() ? "" : ", ").append(prefix).append(column.name());
    }
    return names.toString();
  }

  private Sql values(List<T> rows) {
    StringBuilder text = new StringBuilder("from (values");
    List<Object> values = new ArrayList<>();
    for (int n = 1; n <= rows.size(); n++) {
      text.append(n == 1 ? " (" : ", (");
      for (Column<T> column : columns) {
        text.append("?::").append(column.type()).append(", ");
        values.add(Sql.text(column.of(rows.get(n - 1))));
      }
      text.append(n).append(')');
    }
    return Sql.of(text.append(')').toString(), values.toArray());
  }

  private Sql arrays(List<T> rows) {
    Sql arrays = Sql.of("from unnest(");
    String comma = "";
    for (Column<T> column : columns) {
      arrays.add(
          comma + "?::" + column.type() + "[]",
          (Object) rows.stream().map(column::of).toArray(String[]::new));
      comma = ", ";
    }
    return arrays.add(") with ordinality");
  }
}
