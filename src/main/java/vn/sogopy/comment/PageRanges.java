package vn.sogopy.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/**
 * The pages of a place in a document, such as "45-46, 50". In the canonical form ranges ascend, do
 * not overlap, and a range of one page is that page. Plain Java.
 *
 * @param first the lowest page
 * @param text canonical
 */
public record PageRanges(int first, String text) {
  public static final int MAX_PAGE = 100_000;

  /** Of the canonical form, in characters. */
  public static final int MAX_LENGTH = 60;

  public static final String EXAMPLE = "45-46, 50";

  /** Pages in a folded text: "45-46, 50", "45 den 46 va trang 50". */
  public static final String LIST =
      "[0-9]{1,6}(?:\\s*(?:[-\\u2010-\\u2015\\u2212,;&]|va\\s|den\\s)\\s*(?:(?:trang|tr[.])\\s*)?[0-9]{1,6}){0,20}";

  private static final int MAX_RANGES = 10;

  /** Characters. No longer text is parsed. */
  private static final int MAX_TYPED = 200;

  /** A spreadsheet makes a date of 5-6: a number above this, which is the day of 03/10/1954. */
  private static final int DATES = 20_000;

  private static final String BLANKS = "[\\s\\p{Z}]*";
  private static final String NUMBER = BLANKS + "0*([1-9][0-9]{0,5})" + BLANKS;
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "(?:[-\\u2010-\\u2015\\u2212]" + NUMBER + ")?");

  private static final Pattern WORD_FOR_PAGE =
      Pattern.compile("(?<!\\p{L})(?:(?:cac|tu)\\s+)?(?:trang(?:\\s+so)?|tr|p)[.]?\\s*(?=[0-9])");
  private static final Pattern AND = Pattern.compile("\\s+va\\s+|&");
  private static final Pattern TO = Pattern.compile("\\s+den\\s+");

  /** The pages of a text with digits, blanks, dashes, commas and semicolons; empty otherwise. */
  public static Optional<PageRanges> read(String typed) {
    if (typed.length() > MAX_TYPED) {
      return Optional.empty();
    }
    TreeMap<Integer, Integer> ranges = new TreeMap<>();
    for (String one : typed.split("[,;]", -1)) {
      Matcher range = RANGE.matcher(one);
      if (!range.matches()) {
        return Optional.empty();
      }
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (to < from || to > MAX_PAGE) {
        return Optional.empty();
      }
      ranges.merge(from, to, Math::max);
    }
    List<String> texts =
        united(ranges).stream()
            .map(one -> one[0] == one[1] ? "" + one[0] : one[0] + "-" + one[1])
            .toList();
    String text = String.join(", ", texts);
    return texts.size() > MAX_RANGES || text.length() > MAX_LENGTH
        ? Optional.empty()
        : Optional.of(new PageRanges(ranges.firstKey(), text));
  }

  /** The canonical text of pages in tables and letters: "trang 45", "tr. 45 - tr. 46 và 50". */
  public static Optional<String> readWords(String written) {
    if (written.length() > MAX_TYPED) {
      return Optional.empty();
    }
    String plain = WORD_FOR_PAGE.matcher(Text.fold(written)).replaceAll("");
    plain = TO.matcher(AND.matcher(plain).replaceAll(",")).replaceAll("-");
    return read(plain).filter(pages -> pages.first < DATES).map(PageRanges::text);
  }

  /** Ranges that share a page become one. */
  private static List<int[]> united(TreeMap<Integer, Integer> ranges) {
    List<int[]> united = new ArrayList<>();
    for (Map.Entry<Integer, Integer> range : ranges.entrySet()) {
      int[] last = united.isEmpty() ? null : united.get(united.size() - 1);
      if (last != null && range.getKey() <= last[1]) {
        last[1] = Math.max(last[1], range.getValue());
      } else {
        united.add(new int[] {range.getKey(), range.getValue()});
      }
    }
    return united;
  }

  /** The pages of a {@link PagedPlace}: canonical, or as sent if they cannot be read. */
  static String canonical(Integer page, String pages) {
    if (pages != null) {
      // Most places are a single page, and are read from the database without parsing.
      boolean single = page != null && pages.equals(page.toString());
      return single ? pages : read(pages).map(PageRanges::text).orElse(pages);
    }
    return page == null || page < 1 || page > MAX_PAGE ? null : page.toString();
  }

  /** The page of a {@link PagedPlace}: as sent, else the first of its pages. */
  static Integer firstPage(Integer page, String pages) {
    return page != null || pages == null ? page : read(pages).map(PageRanges::first).orElse(null);
  }
}
