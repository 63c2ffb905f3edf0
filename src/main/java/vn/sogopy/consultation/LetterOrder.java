package vn.sogopy.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.http.Cursor;
import vn.sogopy.letter.DueDate;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/**
 * The orders of a list of letters, as the columns a keyset page goes by. All of them end in the
 * moment of entry and the id, so that no two rows are equal; within a list all columns go the same
 * way.
 */
enum LetterOrder {
  RECEIVED_ON("receivedOn", "asc", List.of(Key.RECEIVED_ON)),
  RECEIVED_ON_DESCENDING("-receivedOn", "desc", List.of(Key.RECEIVED_ON)),
  DATE("date", "asc", List.of(Key.DATE)),
  DATE_DESCENDING("-date", "desc", List.of(Key.DATE)),
  ORGANIZATION("organization", "asc", List.of(Key.GROUP, Key.PROTOCOL, Key.CODE, Key.RECEIVED_ON));

  /** A column or expression, never NULL. */
  private enum Key {
    // Where the day is not known, that of the entry.
    RECEIVED_ON(DueDate.LETTER_ARRIVED, LocalDate::parse),
    DATE("l.letter_date", LocalDate::parse),
    GROUP("g.position", Integer::valueOf),
    PROTOCOL("o.position", Integer::valueOf),
    CODE("o.code", text -> text),
    CREATED_AT("l.created_at", Instant::parse),
    ID("l.id", UUID::fromString);

    private final String expression;
    private final Function<String, Object> parser;

    Key(String expression, Function<String, Object> parser) {
      this.expression = expression;
      this.parser = parser;
    }
  }

  private final String parameter;
  private final String direction;
  private final List<Key> first;
  private final List<Key> all;

  LetterOrder(String parameter, String direction, List<Key> first) {
    this.parameter = parameter;
    this.direction = direction;
    this.first = first;
    this.all = Stream.concat(first.stream(), Stream.of(Key.CREATED_AT, Key.ID)).toList();
  }

  int size() {
    return all.size();
  }

  /** The keys of a row, to be read back by {@link #keysOf}. */
  String columns() {
    StringBuilder columns = new StringBuilder();
    for (Key key : first) {
      columns.append(", ").append(key.expression).append(" as key_").append(key.ordinal());
    }
    return columns.toString();
  }

  List<String> keysOf(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (Key key : first) {
      values.add(row.getString("key_" + key.ordinal()));
    }
    values.add(Row.instant(row, "created_at").toString());
    values.add(row.getString("id"));
    return values;
  }

  /** The condition for the rows behind the cursor. */
  Sql behind(List<String> cursor) {
    Object[] values = new Object[all.size()];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = all.get(i).parser.apply(cursor.get(i));
      }
    } catch (DateTimeException | IllegalArgumentException notOurs) {
      throw Cursor.invalid();
    }
    String columns = all.stream().map(key -> key.expression).collect(Collectors.joining(", "));
    String marks = all.stream().map(key -> "?").collect(Collectors.joining(", "));
    String sign = direction.equals("desc") ? "<" : ">";
    return Sql.of("and (" + columns + ") " + sign + " (" + marks + ")", values);
  }

  String orderBy() {
    return all.stream()
        .map(key -> key.expression + " " + direction)
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  /** null if there is no such order. */
  static LetterOrder of(String parameter) {
    return Arrays.stream(values())
        .filter(order -> order.parameter.equals(parameter))
        .findFirst()
        .orElse(null);
  }

  static String parameters() {
    return Arrays.stream(values()).map(order -> order.parameter).collect(Collectors.joining(", "));
  }
}
