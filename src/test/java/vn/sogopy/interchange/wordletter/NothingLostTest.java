package vn.sogopy.interchange.wordletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.sogopy.interchange.wordletter.ProposedParts.Item;

/** Every text of a letter is shown, as a proposed point or as skipped. */
class NothingLostTest {

  @Provide
  Arbitrary<String> line() {
    Arbitrary<String> marker =
        Arbitraries.of(
            "", "", "", "1. ", "2) ", "1.1. ", "a) ", "- ", "+ ", "• ", "I. ", "B. ", "(3) ", "–");
    Arbitrary<String> start =
        Arbitraries.of(
            "",
            "Về giao thông: ",
            "Đề nghị ",
            "Kính gửi: ",
            "Nơi nhận:",
            "Trên đây là ",
            "Nhất trí ",
            "Phụ lục ",
            "KT. GIÁM ĐỐC",
            "Số: 5/SGTVT",
            "Thực hiện văn bản ",
            "Đối với dự thảo",
            "PHÓ GIÁM ĐỐC");
    Arbitrary<String> words =
        Arbitraries.strings()
            .withChars("abc đĐếŨ.:;,()/-+1234567890IVX\u0301")
            .ofMinLength(0)
            .ofMaxLength(40);
    Arbitrary<String> end = Arbitraries.of("", ".", ":", "./.", ";");
    return Combinators.combine(marker, start, words, end).as((m, s, w, e) -> m + s + w + e);
  }

  @Provide
  Arbitrary<List<String>> lines() {
    return line().list().ofMinSize(1).ofMaxSize(25);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell =
        Arbitraries.oneOf(
            line(),
            Arbitraries.of(
                "", "1", "2.", "Nội dung góp ý", "STT", "Đề xuất", "Mục V.1", "Nhất trí"));
    Arbitrary<List<String>> heading =
        Arbitraries.of(
            List.of("STT", "Phần, mục", "Nội dung góp ý"),
            List.of("TT", "Nội dung góp ý", "Lý do"),
            List.of("a", "b", "c"));
    return Combinators.combine(heading, cell.list().ofSize(3).list().ofMaxSize(6))
        .as(
            (first, rest) -> {
              List<List<String>> all = new ArrayList<>(List.of(first));
              all.addAll(rest);
              return all;
            });
  }

  private static String letters(String text) {
    Marker marker = Marker.of(Words.clean(text));
    String bare = marker == null ? Words.clean(text) : Words.clean(text).substring(marker.length());
    return bare.replaceAll("\\s+", "");
  }

  private static String shown(ProposedParts parts) {
    StringBuilder all = new StringBuilder();
    for (Item item : parts.items()) {
      all.append(item.content()).append('\n').append(item.proposal()).append('\n');
      all.append(item.about()).append('\n');
    }
    parts.skipped().forEach(one -> all.append(one.text()).append('\n'));
    return all.toString().replaceAll("\\s+", "");
  }

  /** "1.1." or "–" in its own cell is the marker of the next cell. */
  private static boolean isMarker(String line) {
    Marker marker = Marker.of(line + " x");
    return marker != null && marker.length() > line.length();
  }

  private static void holds(List<Block> blocks, List<String> lines) {
    ProposedParts parts = LetterParts.propose(blocks, SampleLetters.OUTLINE);
    String shown = shown(parts);
    for (String line : lines) {
      boolean ordinal =
          line.matches("\\(?[0-9]{1,4}[.)]?|[IVXL]{1,6}[.)]?|[A-Za-zđ][.)]?") // ordinal of a row
              || isMarker(line);
      assertThat(shown).contains(ordinal ? "" : letters(line));
    }
    for (Item item : parts.items()) {
      assertThat(item.content()).isEqualTo(Words.clean(item.content())).isNotBlank();
      assertThat(item.content().codePointCount(0, item.content().length())).isLessThan(20_001);
    }
    assertThat(LetterParts.propose(blocks, SampleLetters.OUTLINE)).isEqualTo(parts);
  }

  @Property(tries = 500)
  void noParagraphIsLost(@ForAll("lines") List<String> lines) {
    List<Block> blocks = Block.pasted(Words.clean(String.join("\n", lines)));
    holds(blocks, Words.clean(String.join("\n", lines)).lines().toList());
  }

  @Property(tries = 500)
  void noCellIsLost(
      @ForAll("lines") List<String> before,
      @ForAll("rows") List<List<String>> rows,
      @ForAll("lines") List<String> after) {
    List<String> lines = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    paragraphs(before, blocks, lines);
    List<List<Block.Cell>> table = new ArrayList<>();
    for (List<String> row : rows) {
      List<Block.Cell> cells = new ArrayList<>();
      for (String cell : row) {
        List<Block> text = new ArrayList<>();
        paragraphs(List.of(cell), text, lines);
        cells.add(new Block.Cell(text.stream().map(b -> (Block.Paragraph) b).toList(), 1, false));
      }
      table.add(cells);
    }
    blocks.add(new Block.Table(table, 1));
    paragraphs(after, blocks, lines);
    holds(blocks, lines);
  }

  /** Found by the property test: both lines are skipped, and the cells beside them were lost. */
  @Example
  void textBesideSkippedPointsIsKept() {
    noCellIsLost(
        List.of(),
        List.of(List.of("Đề nghị", "Đề xuất", "Mục"), List.of("1. .", "- :", "đường Chợ Mới")),
        List.of());
  }

  /** Found by the property test: a lone accent after a marker is invisible, so not a point. */
  @Example
  void accentAloneIsNotAPoint() {
    noParagraphIsLost(List.of("1. \u0301"));
    assertThat(LetterParts.propose(Block.pasted("1. \u0301"), SampleLetters.OUTLINE).items())
        .noneMatch(item -> item.content().equals("\u0301"));
  }

  /** Found by the property test: the accent after the number of a heading row remained. */
  @Example
  void headingWithAccentKeepsItsNumber() {
    noCellIsLost(
        List.of(),
        List.of(
            List.of("STT", "Phần, mục", "Nội dung góp ý"),
            List.of("1. \u0301", ".", ""),
            List.of("", "", ".")),
        List.of());
  }

  private static void paragraphs(List<String> texts, List<Block> blocks, List<String> lines) {
    for (String text : texts) {
      String clean = Words.clean(text);
      if (!clean.isEmpty()) {
        blocks.add(new Block.Paragraph(clean, "", 0, clean.length() % 5 == 0, blocks.size() + 1));
        lines.add(clean);
      }
    }
  }

  @Property(tries = 200)
  void orderOfTheLetter(@ForAll("lines") List<String> lines) {
    List<String> marked = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      marked.add(lines.get(i) + " §" + i + "§");
    }
    ProposedParts parts =
        LetterParts.propose(
            Block.pasted(Words.clean(String.join("\n", marked))), SampleLetters.OUTLINE);
    List<Integer> order =
        parts.items().stream()
            .map(item -> item.content().replaceAll("(?s).*§([0-9]+)§[^§]*", "$1"))
            .map(Integer::valueOf)
            .toList();
    assertThat(order).isSorted();
  }

  @Property(tries = 20)
  void tooLongTextBecomesSeveralPoints(@ForAll("line") String line) {
    String whole = ("Đề nghị " + line + "\n").repeat(3_000);
    List<Block> blocks = List.of(new Block.Paragraph(Words.clean("1. " + whole), "", 0, false, 1));
    ProposedParts parts = LetterParts.propose(blocks, List.of());
    assertThat(parts.items()).hasSizeGreaterThan(1);
    assertThat(shown(parts).replace("null", "")).isEqualTo(letters(whole).replace("null", ""));
  }
}
