package vn.sogopy.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.http.Cursor;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;
import vn.sogopy.sql.Sql;

/**
 * The orders of a list, as the columns a keyset page goes by. All of them end in arrival and id, so
 * that no two rows are equal; within a list all columns go the same way.
 */
enum CommentOrder {
  RECEIVED_AT("receivedAt", "asc", List.of()),
  RECEIVED_AT_DESCENDING("-receivedAt", "desc", List.of()),
  SECTION(
      "section",
      "asc",
      List.of(
          new Key("d.number", Key.Type.NUMBER),
          // General comments, which have no section, come first.
          new Key("coalesce(s.path, '')", Key.Type.TEXT))),
  ORGANIZATION(
      "organization",
      "asc",
      List.of(
          new Key("g.position", Key.Type.NUMBER),
          new Key("o.position", Key.Type.NUMBER),
          new Key("o.code", Key.Type.TEXT)));

  private static final List<Key> TIE_BREAK =
      List.of(new Key("c.received_at", Key.Type.INSTANT), new Key("c.id", Key.Type.UUID));

  private final String parameter;
  private final String direction;
  private final List<Key> keys;

  /** A column or expression without parameters, never NULL. */
  private record Key(String expression, Type type) {
    enum Type {
      NUMBER,
      TEXT,
      INSTANT,
      UUID
    }

    Object parse(String text) {
      return switch (type) {
        case NUMBER -> Integer.valueOf(text);
        case TEXT -> text;
        // Within the years that PostgreSQL holds.
        case INSTANT -> Params.instant("cursor", text);
        case UUID -> UUID.fromString(text);
      };
    }
  }

  CommentOrder(String parameter, String direction, List<Key> keys) {
    this.parameter = parameter;
    this.direction = direction;
    this.keys = new ArrayList<>(keys);
  }

  /** As it stands in {@code sort}. */
  String parameter() {
    return parameter;
  }

  boolean descending() {
    return direction.equals("desc");
  }

  /**
   * @param ranked whether a column {@code rank} of the search comes first
   */
  private List<Key> all(boolean ranked) {
    List<Key> all = new ArrayList<>();
    if (ranked) {
      all.add(new Key("rank", Key.Type.NUMBER));
    }
    all.addAll(keys);
    all.addAll(TIE_BREAK);
    return all;
  }

  int size(boolean ranked) {
    return all(ranked).size();
  }

  /** The condition for the rows behind the cursor. */
  Sql behind(boolean ranked, List<String> cursor, Sql rank) {
    Sql sql = Sql.of("and (");
    Sql values = Sql.of(") " + (descending() ? "<" : ">") + " (");
    List<Key> all = all(ranked);
    for (int i = 0; i < all.size(); i++) {
      String comma = i == 0 ? "" : ", ";
      if (all.get(i).expression.equals("rank")) {
        sql.add(comma).add(rank);
      } else {
        sql.add(comma + all.get(i).expression);
      }
      try {
        values.add(comma + "?", all.get(i).parse(cursor.get(i)));
      } catch (ProblemException | IllegalArgumentException notOurs) {
        throw Cursor.invalid();
      }
    }
    return sql.add(values).add(")");
  }

  String orderBy(boolean ranked) {
    List<String> columns =
        all(ranked).stream().map(key -> key.expression + " " + direction).toList();
    return "order by " + String.join(", ", columns);
  }

  /** The keys of a row, to be read back as text: {@code key_0}, {@code key_1}, …. */
  Sql columns(boolean ranked, Sql rank) {
    Sql columns = new Sql();
    if (ranked) {
      columns.add(", ").add(rank).add("as rank");
    }
    int index = 0;
    for (Key key : keys) {
      columns.add(", " + key.expression + " as key_" + index++);
    }
    return columns;
  }

  /** The cursor's keys of the row under the cursor of the result set. */
  List<String> keysOf(java.sql.ResultSet row, boolean ranked) throws java.sql.SQLException {
    List<String> values = new ArrayList<>();
    if (ranked) {
      values.add(row.getString("rank"));
    }
    for (int i = 0; i < keys.size(); i++) {
      values.add(row.getString("key_" + i));
    }
    values.add(vn.sogopy.sql.Row.instant(row, "received_at").toString());
    values.add(row.getString("id"));
    return values;
  }

  static CommentOrder of(String parameter) {
    for (CommentOrder order : values()) {
      if (order.parameter.equals(parameter)) {
        return order;
      }
    }
    return null;
  }

  static String parameters() {
    List<String> names = new ArrayList<>();
    for (CommentOrder order : values()) {
      names.add(order.parameter);
    }
    return String.join(", ", names);
  }
}
