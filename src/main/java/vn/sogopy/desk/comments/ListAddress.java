package vn.sogopy.desk.comments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Addresses of the screen that keep its filter and its place in the list.
 *
 * @param root of the pages of the draft
 * @param filter the query parameters of the list of comments, as in the API
 * @param cursor of this page of the list; null = the first
 */
public record ListAddress(String root, Map<String, List<String>> filter, String cursor) {
  /** The chosen comment. */
  static final String CHOSEN = "y";

  /** In place of the id of a comment: the first of the list. */
  static final String FIRST = "dau";

  /** The comment whose answer is proposed for the chosen one. */
  static final String LIKE = "nhu";

  private static final String CURSOR = "cursor";

  /** Parameters of this page alone. */
  private static final Set<String> OWN = Set.of(CHOSEN, LIKE, CURSOR, "xong");

  /** Those that have a field in the form of the filter. */
  private static final Set<String> IN_FORM =
      Set.of(
          "status",
          "result",
          "kind",
          "open",
          "answerOverdue",
          "revisionOpen",
          "needsReview",
          "escalated",
          "directed",
          "general",
          "late",
          "group",
          "organization",
          "section",
          "assignee",
          "receiptNumber",
          "sort",
          "q");

  /** A parameter that the form only carries. */
  public record Hidden(String name, String value) {}

  /** Empty values are fields of the form that were not filled in. */
  static ListAddress of(String root, Map<String, List<String>> query, String cursor) {
    Map<String, List<String>> filter = new TreeMap<>();
    query.forEach(
        (name, values) -> {
          List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
          if (!OWN.contains(name) && !given.isEmpty()) {
            filter.put(name, given);
          }
        });
    return new ListAddress(root, filter, cursor);
  }

  /** This page of the list, without a chosen comment. */
  public String list() {
    return page(root + "/y-kien", cursor, null, null);
  }

  /** The first page of the list. */
  public String first() {
    return next(null);
  }

  public String next(String nextCursor) {
    return page(root + "/y-kien", nextCursor, null, null);
  }

  /** The first comment of the next page. */
  public String firstOf(String nextCursor) {
    return page(root + "/y-kien", nextCursor, CHOSEN, FIRST);
  }

  public String item(UUID id) {
    return page(root + "/y-kien", cursor, CHOSEN, id.toString());
  }

  /** The comment, with the answer of another one proposed. */
  public String like(UUID id, UUID other) {
    return item(id) + "&" + LIKE + "=" + other;
  }

  /** The address of a form or a part about a comment. */
  public String of(UUID id, String word) {
    return page(root + "/y-kien/" + id + "/" + word, cursor, null, null);
  }

  public String excel() {
    return page(root + "/y-kien/excel", cursor, null, null);
  }

  /** The form that decides the conflicts of a workbook. */
  public String conflicts() {
    return page(root + "/y-kien/excel/xung-dot", cursor, null, null);
  }

  /** The query of the filter for the API, with the code of the body; "" = none. */
  public String query(String organization) {
    Map<String, List<String>> asked = new LinkedHashMap<>(filter);
    if (organization != null) {
      asked.put("organization", List.of(organization));
    }
    return new ListAddress("", asked, null).page("", null, null, null);
  }

  /** Whether the filter has this value, alone or among others. */
  public boolean has(String name, String value) {
    return filter.getOrDefault(name, List.of()).stream()
        .flatMap(one -> Stream.of(one.split(",")))
        .anyMatch(one -> one.strip().equals(value));
  }

  /** The value of a single parameter; "" = none. */
  public String value(String name) {
    return filter.getOrDefault(name, List.of("")).get(0);
  }

  public boolean isFiltered() {
    return filter.keySet().stream().anyMatch(name -> !name.equals("sort"));
  }

  public List<Hidden> hidden() {
    return filter.entrySet().stream()
        .filter(one -> !IN_FORM.contains(one.getKey()))
        .flatMap(one -> one.getValue().stream().map(value -> new Hidden(one.getKey(), value)))
        .toList();
  }

  private String page(String path, String place, String name, String value) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    filter.forEach((key, values) -> values.forEach(one -> query.add(encoded(key, one))));
    if (place != null) {
      query.add(encoded(CURSOR, place));
    }
    if (name != null) {
      query.add(encoded(name, value));
    }
    return path + query;
  }

  private static String encoded(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
