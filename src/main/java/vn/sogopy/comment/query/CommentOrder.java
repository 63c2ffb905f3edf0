package vn.sogopy.comment.query;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.sql.Sql;

/** The orders of a list of comments. All of them end with arrival and id, so the order is total. */
@Schema(
    name = "CommentSort",
    enumeration = {"receivedAt", "-receivedAt", "section", "organization"})
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

  /** The value of {@code sort}. */
  @Override
  public String toString() {
    return parameter;
  }

  boolean descending() {
    return parameter.startsWith("-");
  }

  /** Whether the indexes by draft and by plan have this order. */
  boolean isArrival() {
    return keys.isEmpty();
  }

  /**
   * @param exact the matches that a search lists first; null = no search
   */
  Keyset keyset(Sql exact) {
    List<Key> all = new ArrayList<>(keys);
    all.add(new Key("c.received_at", Type.INSTANT));
    all.add(new Key("c.id", Type.ID));
    return new Keyset(descending(), all, exact);
  }
}
