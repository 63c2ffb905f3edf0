package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Comment.Locator;

class PageRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45 | 45 | 45",
        "45-46, 50 | 45-46, 50 | 45",
        "45-46,50 | 45-46, 50 | 45",
        "45 – 46 ;50 | 45-46, 50 | 45",
        "45\u00A0—\u200946, 50 | 45-46, 50 | 45",
        "007, 0050 | 7, 50 | 7",
        "45, 45 | 45 | 45",
        "45-45 | 45 | 45",
        "50, 45-46 | 45-46, 50 | 45",
        "45-47, 46 | 45-47 | 45",
        "45-46, 46-48 | 45-48 | 45",
        "45-50, 46-47, 60 | 45-50, 60 | 45",
        "45, 46 | 45, 46 | 45",
        "100000 | 100000 | 100000",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10 | 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 | 1"
      })
  void canonicalForm(String typed, String text, int first) {
    assertThat(PageRanges.read(typed)).contains(new PageRanges(first, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "50-45",
        "45-0",
        "100001",
        "45-100001",
        "1234567",
        "-45",
        "45-",
        "45,",
        ",45",
        "45,,46",
        "45-46-47",
        "45 46",
        "45.46",
        "bốn lăm",
        "trang 45",
        "45a",
        "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11",
        "10001-10002,10003-10004,10005-10006,10007-10008,10009-10010"
      })
  void othersAreNotRead(String typed) {
    assertThat(PageRanges.read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45 | 45",
        "trang 45-46, 50 | 45-46, 50",
        "Tr. 45; tr.50 | 45, 50",
        "TRANG SỐ 45 | 45",
        "các trang 45, 46 và 50 | 45, 46, 50",
        "từ trang 45 đến trang 50 | 45-50",
        "p. 45 & 46 | 45, 46"
      })
  void wordsOfTablesAndLetters(String written, String text) {
    assertThat(PageRanges.readWords(written)).contains(text);
  }

  /** Excel makes a date of 5-6; its serial number is no page. */
  @Test
  void datesOfSpreadsheetsAreNotRead() {
    assertThat(PageRanges.readWords("44352")).isEmpty();
    assertThat(PageRanges.readWords("đoạn 3")).isEmpty();
  }

  @Test
  void longTextsAreNotParsed() {
    assertThat(PageRanges.read("1,".repeat(500_000))).isEmpty();
    assertThat(PageRanges.read(" ".repeat(900_000) + "1")).isEmpty();
    assertThat(PageRanges.readWords("trang ".repeat(100_000))).isEmpty();
  }

  @Test
  void pageAndPagesFollowFromEachOther() {
    assertThat(new Locator(45, null, null, null)).isEqualTo(new Locator(45, "45", null, null));
    assertThat(new Locator(null, "50,45–46", null, null))
        .isEqualTo(new Locator(45, "45-46, 50", null, null));
    assertThat(new Revision(null, null, "48 - 49", null))
        .isEqualTo(new Revision(null, 48, "48-49", null));
    assertThat(new Revision("V.1", null, null, null).pages()).isNull();
  }

  /** The constraints report such values. */
  @Test
  void invalidPagesStayAsSent() {
    assertThat(new Locator(0, null, null, null).pages()).isNull();
    assertThat(new Locator(null, "50-45", null, null))
        .extracting(Locator::page, Locator::pages)
        .containsExactly(null, "50-45");
    assertThat(new Locator(46, "45-46", null, null).page()).isEqualTo(46);
  }

  /** First and last page. */
  @Provide
  Arbitrary<int[]> range() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 300), Arbitraries.integers().between(0, 4))
        .as((from, more) -> new int[] {from, from + more});
  }

  @Provide
  Arbitrary<int[][]> ranges() {
    return range().array(int[][].class).ofMinSize(1).ofMaxSize(6);
  }

  private static Set<Integer> pages(String canonical) {
    Set<Integer> pages = new TreeSet<>();
    for (String range : canonical.split(", ")) {
      String[] ends = range.split("-");
      IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
          .forEach(pages::add);
    }
    return pages;
  }

  /** The canonical form names the same pages, ascending, and is its own canonical form. */
  @Property
  void samePagesInAscendingOrder(@ForAll("ranges") int[][] ranges, @ForAll boolean spaced) {
    Set<Integer> wanted = new TreeSet<>();
    StringBuilder typed = new StringBuilder();
    for (int[] range : ranges) {
      IntStream.rangeClosed(range[0], range[1]).forEach(wanted::add);
      typed.append(typed.isEmpty() ? "" : spaced ? " ; " : ",");
      typed.append(range[0]).append(spaced ? " – " : "-").append(range[1]);
    }
    PageRanges read = PageRanges.read(typed.toString()).orElseThrow();

    assertThat(pages(read.text())).isEqualTo(wanted);
    assertThat(read.first()).isEqualTo(wanted.iterator().next());
    assertThat(PageRanges.read(read.text())).contains(read);
    assertThat(read.text()).matches("\\d+(-\\d+)?(, \\d+(-\\d+)?){0,9}");
    String[] numbers = read.text().split("\\D+");
    assertThat(IntStream.range(1, numbers.length))
        .allMatch(i -> Integer.parseInt(numbers[i - 1]) < Integer.parseInt(numbers[i]));
  }
}
