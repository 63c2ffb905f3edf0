package vn.sogopy.desk.approval;

import jakarta.ws.rs.Encoded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQuery;

/** The filter and place of the list of answers that wait for approval; null or empty = any. */
public class ApprovalQuery {
  /** The value of {@link #kind} for the points that were put to the leaders. */
  static final String ESCALATED = "xin-y-kien";

  /** The value of {@link #ticked} for a page with every answer ticked. */
  static final String ALL = "tat-ca";

  @RestQuery("loai")
  public String kind;

  @RestQuery("muc")
  public String section;

  @RestQuery("nhom")
  public String group;

  @RestQuery("nguoi")
  public String assignee;

  @RestQuery("chon")
  public String ticked;

  @RestQuery("sau")
  @Encoded
  public String cursor;

  public boolean isEscalated() {
    return ESCALATED.equals(kind);
  }

  CommentQuery filter() {
    CommentQuery query = new CommentQuery();
    query.status = isEscalated() ? List.of() : List.of(Status.ANSWERED);
    query.result = List.of();
    query.kind = List.of();
    query.escalated = isEscalated() ? true : null;
    query.section = section;
    query.group = group;
    query.assignee = assignee;
    return query;
  }

  /** Whether fewer than all points are shown. */
  public boolean isFiltered() {
    return section != null || group != null || assignee != null;
  }

  /** This filter and place as the query of an address, with its question mark; may be empty. */
  public String here() {
    return address(kind, cursor, null);
  }

  /** The page that begins after this cursor. */
  public String after(String next) {
    return address(kind, next, null);
  }

  /** The first page. */
  public String firstHref() {
    return address(kind, null, null);
  }

  /** The first page of the answers that wait for approval. */
  public String waitingHref() {
    return address(null, null, null);
  }

  /** The first page of the points that were put to the leaders. */
  public String escalatedHref() {
    return address(ESCALATED, null, null);
  }

  /** This page with every answer ticked. */
  public String allTickedHref() {
    return address(kind, cursor, ALL);
  }

  private String address(String newKind, String newCursor, String newTicked) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "loai", newKind);
    add(query, "muc", section);
    add(query, "nhom", group);
    add(query, "nguoi", assignee);
    add(query, "chon", newTicked);
    add(query, "sau", newCursor);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, String value) {
    if (value != null && !value.isEmpty()) {
      query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
