package vn.sogopy.comment.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.NarrowPage;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.sql.Sql;

/** The orders of a list. All of them end in arrival and id, so that no two rows are equal. */
public enum CommentOrder {
  RECEIVED_AT("receivedAt"),
  RECEIVED_AT_DESCENDING("-receivedAt"),
  SECTION(
      "section",
      new Key("d.number", Type.NUMBER),
      // General comments, which have no section, come first.
      new Key("coalesce(s.path, '')", Type.TEXT)),
  ORGANIZATION(
      "organization",
      new Key("g.position", Type.NUMBER),
      new Key("o.position", Type.NUMBER),
      new Key("o.code", Type.TEXT));

  private final String parameter;
  private final List<Key> keys;

  CommentOrder(String parameter, Key... keys) {
    this.parameter = parameter;
    this.keys = List.of(keys);
  }

  /** As it stands in {@code sort}. */
  String parameter() {
    return parameter;
  }

  boolean descending() {
    return parameter.startsWith("-");
  }

  /** Whether it is the order that the indexes by draft and by plan have. */
  boolean isArrival() {
    return keys.isEmpty();
  }

  /**
   * @param exact the rows that a search puts first; null = no search
   */
  NarrowPage page(Sql exact) {
    List<Key> all = new ArrayList<>();
    if (exact != null) {
      all.add(new Key("0", Type.NUMBER));
    }
    all.addAll(keys);
    all.add(new Key("c.received_at", Type.INSTANT));
    all.add(new Key("c.id", Type.ID));
    return new NarrowPage(new Keyset(descending(), all), exact);
  }

  /** null if there is no such order. */
  static CommentOrder of(String parameter) {
    return Arrays.stream(values())
        .filter(order -> order.parameter.equals(parameter))
        .findFirst()
        .orElse(null);
  }

  /**
   * The order that {@code sort} names.
   *
   * @param absent where it is null
   * @throws vn.sogopy.platform.http.problem.ProblemException 400 if there is none of this name
   */
  public static CommentOrder parse(String sort, CommentOrder absent) {
    CommentOrder order = sort == null ? absent : of(sort);
    if (order == null) {
      throw Params.wrong("sort", FieldCode.INVALID_ENUM, parameters());
    }
    return order;
  }

  static String parameters() {
    return Arrays.stream(values()).map(order -> order.parameter).collect(Collectors.joining(", "));
  }
}
