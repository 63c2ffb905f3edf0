package vn.sogopy.comment.query;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;

/** The orders of a list of comments. All of them end with arrival and id, so the order is total. */
@Schema(
    name = "CommentSort",
    enumeration = {"receivedAt", "-receivedAt", "section", "organization"})
public enum CommentOrder {
  RECEIVED_AT("receivedAt"),
  RECEIVED_AT_DESCENDING("-receivedAt"),
  SECTION(
      "section",
      key("d.number", Type.NUMBER),
      // General comments, which have no section, come first.
      key("coalesce(s.path, '')", Type.TEXT)),
  ORGANIZATION(
      "organization",
      key("g.position", Type.NUMBER),
      key("o.position", Type.NUMBER),
      key("o.code", Type.TEXT));

  private final String parameter;
  private final Keyset<Found> keyset;

  /**
   * A row of a search for ids.
   *
   * @param keys the sort keys by their expressions
   */
  record Found(UUID id, Map<String, Object> keys) {}

  @SafeVarargs
  CommentOrder(String parameter, Key<Found>... keys) {
    this.parameter = parameter;
    this.keyset =
        new Keyset<>(
            parameter.startsWith("-"),
            Stream.concat(
                    Stream.of(keys),
                    Stream.of(key("c.received_at", Type.INSTANT), key("c.id", Type.ID)))
                .toList());
  }

  static Key<Found> key(String expression, Type type) {
    return new Key<>(expression, type, found -> found.keys().get(expression));
  }

  /** The value of {@code sort}. */
  @Override
  public String toString() {
    return parameter;
  }

  /** The keys of this order. */
  Keyset<Found> keyset() {
    return keyset;
  }

  /** The order of the indexes by draft and by plan; null if this is another one. */
  Keyset<CommentView> arrival() {
    return keyset.keys().size() > 2
        ? null
        : new Keyset<>(
            keyset.descending(),
            List.of(
                new Key<>("c.received_at", Type.INSTANT, CommentView::receivedAt),
                new Key<>("c.id", Type.ID, CommentView::id)));
  }
}
