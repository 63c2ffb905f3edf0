package vn.sogopy.desk.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.interchange.wordletter.ProposedParts;

/**
 * One point of a letter in the form. Texts are as typed; empty = none.
 *
 * @param number in the form, from 1: the end of the names of its fields
 * @param place in the letter that proposed it
 * @param candidates the sections that it may refer to, if that is not certain
 * @param joined whether it continues the point before it
 * @param dropped whether it is no comment
 */
public record Point(
    int number,
    String content,
    String section,
    String pages,
    String kind,
    String proposal,
    String paragraph,
    String quote,
    String place,
    List<ProposedParts.Candidate> candidates,
    boolean joined,
    boolean dropped,
    boolean restricted) {

  static Point blank(int number) {
    return sent(number, Map.of());
  }

  static Point sent(int number, Map<String, String> values) {
    String end = "_" + number;
    return new Point(
        number,
        values.getOrDefault("noi_dung" + end, ""),
        values.getOrDefault("muc" + end, ""),
        values.getOrDefault("trang" + end, ""),
        values.getOrDefault("loai" + end, ""),
        values.getOrDefault("de_xuat" + end, ""),
        values.getOrDefault("_doan" + end, ""),
        values.getOrDefault("_trich" + end, ""),
        values.getOrDefault("_cho" + end, ""),
        List.of(),
        values.containsKey("noi" + end),
        values.containsKey("bo" + end),
        values.containsKey("han_che" + end));
  }

  static Point proposed(int number, ProposedParts.Item item) {
    Locator locator = item.locator();
    return new Point(
        number,
        item.content(),
        text(item.section()),
        text(locator == null ? null : locator.pages()),
        item.kind().name(),
        text(item.proposal()),
        text(locator == null ? null : locator.paragraph()),
        text(locator == null ? null : locator.quote()),
        item.place(),
        item.section() == null ? item.sectionCandidates() : List.of(),
        false,
        false,
        false);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** The name of a field of this point. */
  public String at(String name) {
    return name + "_" + number;
  }

  boolean isBlank() {
    return content.isBlank() && proposal.isBlank();
  }

  /** The comment as the API takes it. */
  Map<String, Object> comment() {
    Map<String, Object> locator = new LinkedHashMap<>();
    put(locator, "pages", pages);
    put(locator, "quote", quote);
    if (paragraph.matches("[0-9]{1,6}")) {
      locator.put("paragraph", Integer.valueOf(paragraph));
    }
    Map<String, Object> comment = new LinkedHashMap<>();
    put(comment, "content", content);
    put(comment, "proposal", proposal);
    put(comment, "section", section);
    put(comment, "kind", kind);
    comment.put("locator", locator.isEmpty() ? null : locator);
    comment.put("restricted", restricted);
    return comment;
  }

  /** Adds the texts of this point to the comment before it. */
  void continueComment(Map<String, Object> comment) {
    add(comment, "content", content);
    add(comment, "proposal", proposal);
  }

  private static void add(Map<String, Object> comment, String name, String text) {
    if (!text.isBlank()) {
      comment.merge(name, text, (before, more) -> before + "\n" + more);
    }
  }

  private static void put(Map<String, Object> object, String name, String text) {
    if (!text.isBlank()) {
      object.put(name, text);
    }
  }

  /** The field with the value at this pointer below the comment. */
  String field(String pointer) {
    String name =
        switch (pointer) {
          case "/section" -> "muc";
          case "/locator/pages", "/locator/page" -> "trang";
          case "/kind" -> "loai";
          case "/proposal" -> "de_xuat";
          default -> "noi_dung";
        };
    return at(name);
  }
}
