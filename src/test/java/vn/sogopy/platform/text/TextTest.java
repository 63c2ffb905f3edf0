package vn.sogopy.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  /** Base letters, each followed by its five toned forms: huyền, hỏi, ngã, sắc, nặng. */
  private static final List<String> VOWELS =
      List.of(
          "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ",
          "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ");

  @Test
  void decomposedAndComposedTextBecomeOne() {
    String composed = "Đề nghị làm rõ cơ sở mở rộng Vườn Quốc gia Ba Bể";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(Text.normalize(decomposed)).isEqualTo(composed);
    assertThat(Text.normalize(composed)).isEqualTo(composed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " x ",
        "\tx\n",
        "\r\nx\r",
        "\u00A0x\u00A0",
        "\uFEFFx\uFEFF",
        "\u2003\u3000x\u202F\u2028",
        "\u00A0 \uFEFF\n x \n\uFEFF \u00A0",
        "\u1680x\u205F",
        "\u2000x\u2001",
        "\u202Ex\u202C",
        "\u2067\u200Fx\u2069",
        "\u200B\u2060\u180Ex\u00AD\u061C",
        "\u3164x\uFFA0",
        "\u115F\u1160x\u2800",
        "\u200Dx\u200C"
      })
  void theRimIsTrimmedOfEveryKindOfBlank(String sent) {
    assertThat(Text.normalize(sent)).isEqualTo("x");
  }

  @Test
  void blanksWithinStay() {
    assertThat(Text.normalize(" a \u00A0 b\tc ")).isEqualTo("a \u00A0 b\tc");
  }

  /** Joiners shape adjacent letters; marks and tags belong to the character before them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200Db",
        "a\u200Cb",
        "a\u200Bb",
        "a\u202Eb",
        "\u0301a",
        "x\u0302\u0323\u20DD",
        "\u2764\uFE0F",
        "\uD83D\uDC68\u200D\uD83D\uDC69",
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F"
      })
  void whatBelongsToALetterStays(String sent) {
    assertThat(Text.normalize(sent)).isEqualTo(Normalizer.normalize(sent, Normalizer.Form.NFC));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00A0",
        "\uFEFF",
        "\r\n",
        " \t\n\u3000",
        "\u202E",
        "\u200B",
        "\u00AD",
        "\u3164",
        "\u2800",
        "\u0323\u0302",
        "\u180E",
        "\u061C",
        "\u2060",
        "\u115F\u1160",
        "\uFFA0",
        "\uFE0F",
        "\u20DD",
        "\u0903",
        "\uDB40\uDC41"
      })
  void blankTextIsEmpty(String sent) {
    assertThat(Text.normalize(sent)).isEmpty();
  }

  @Test
  void everyLineEndIsOneLineFeed() {
    assertThat(Text.normalize("a\r\nb\rc\nd\r\r\ne")).isEqualTo("a\nb\nc\nd\n\ne");
  }

  static Stream<String> forbidden() {
    Stream<Integer> controls =
        Stream.iterate(0, c -> c + 1).limit(0xA0).filter(TextTest::isForbiddenControl);
    Stream<Integer> nonCharacters =
        Stream.of(0xFDD0, 0xFDDF, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF);
    return Stream.concat(
        Stream.concat(controls, nonCharacters).map(Character::toString),
        Stream.of("\uD800", "\uDBFF", "\uDC00", "\uDFFF", "\uDC00\uD800"));
  }

  private static boolean isForbiddenControl(int c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void forbiddenCharactersAreRefusedWhereverTheyStand(String bad) {
    for (String sent : List.of(bad, "a" + bad + "b", bad + "b", "a" + bad)) {
      assertThatThrownBy(() -> Text.normalize(sent))
          .isInstanceOfSatisfying(
              Text.IllegalTextException.class,
              e -> {
                assertThat(e.codePoint()).isEqualTo(bad.codePointAt(0));
                assertThat(e).hasMessage(String.format("U+%04X", bad.codePointAt(0)));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\t", "\n", "\u00AD", "\u200B", "\u200D", "\uFFFD", "\uFDCF", "\uFDF0", "😀"})
  void theirNeighboursAreAllowed(String allowed) {
    assertThat(Text.normalize("a" + allowed + "b")).isEqualTo("a" + allowed + "b");
  }

  @Property(tries = 5000)
  void normalizingTwiceIsNormalizingOnce(@ForAll("sendable") String sent) {
    String once = Text.normalize(sent);

    assertThat(Text.normalize(once)).isEqualTo(once);
  }

  @Property(tries = 5000)
  void whatIsKeptIsNfcWithoutRimOrCarriageReturn(@ForAll("sendable") String sent) {
    String kept = Text.normalize(sent);

    assertThat(Normalizer.isNormalized(kept, Normalizer.Form.NFC)).isTrue();
    assertThat(kept).doesNotContain("\r").isEqualTo(kept.strip());
    assertThat(kept).doesNotStartWith("\u00A0").doesNotEndWith("\u00A0");
    assertThat(kept).doesNotStartWith("\uFEFF").doesNotEndWith("\uFEFF");
    if (!kept.isEmpty()) {
      assertThat(Character.getType(kept.codePointAt(0))).isNotIn(UNSEEN_TYPES);
      assertThat(FILLERS).doesNotContain(kept.codePointAt(0), kept.codePointBefore(kept.length()));
    }
  }

  @Property(tries = 5000)
  void whatShowsNothingIsEmptyInAnyForm(@ForAll("unseen") String sent) {
    assertThat(Text.normalize(sent)).isEmpty();
    assertThat(Text.normalize(Normalizer.normalize(sent, Normalizer.Form.NFD))).isEmpty();
    assertThat(Text.normalize(Normalizer.normalize(sent, Normalizer.Form.NFC))).isEmpty();
  }

  @Property(tries = 5000)
  void whatHasALetterOrADigitIsKept(@ForAll("sendable") String sent) {
    boolean shown = sent.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) && !isFiller(c));

    assertThat(shown && Text.normalize(sent).isEmpty()).as(sent).isFalse();
  }

  @Property(tries = 5000)
  void whatShowsNothingAroundATextIsTakenOff(
      @ForAll("unseenWithoutMarks") String before, @ForAll("unseenWithoutMarks") String after) {
    assertThat(Text.normalize(before + "Đường số 1" + after)).isEqualTo("Đường số 1");
  }

  private static final Set<Integer> FILLERS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

  private static final List<Integer> UNSEEN_TYPES =
      Stream.of(
              Character.FORMAT,
              Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR)
          .map(Byte::intValue)
          .toList();

  private static final List<Integer> MARKS =
      Stream.of(
              Character.NON_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.COMBINING_SPACING_MARK)
          .map(Byte::intValue)
          .toList();

  private static boolean isFiller(int c) {
    return FILLERS.contains(c);
  }

  /** Only white space, format characters, fillers and marks without a letter. */
  @Provide
  Arbitrary<String> unseen() {
    return allOf(
        c ->
            isFiller(c)
                || UNSEEN_TYPES.contains(Character.getType(c))
                || MARKS.contains(Character.getType(c)));
  }

  /** Tags belong to the character before them, like marks. */
  @Provide
  Arbitrary<String> unseenWithoutMarks() {
    return allOf(c -> isFiller(c) || (c < 0xE0000 && UNSEEN_TYPES.contains(Character.getType(c))));
  }

  private static Arbitrary<String> allOf(IntPredicate kind) {
    List<Integer> all = IntStream.rangeClosed(0, 0x10FFFF).filter(kind).boxed().toList();
    return Arbitraries.of(all)
        .list()
        .ofMaxSize(8)
        .map(list -> list.stream().map(Character::toString).collect(Collectors.joining()));
  }

  @Property
  void theFormSentDoesNotMatter(@ForAll("sendable") String sent) {
    assertThat(Text.normalize(Normalizer.normalize(sent, Normalizer.Form.NFD)))
        .isEqualTo(Text.normalize(sent));
  }

  /** Any allowed text, with many blanks, combining marks and singletons of NFC. */
  @Provide
  Arbitrary<String> sendable() {
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).filter(TextTest::isSendable);
    Arbitrary<Integer> vietnamese = Arbitraries.of("aăâđĐeêƯơ ỗẶ".codePoints().boxed().toList());
    Arbitrary<Integer> tricky =
        Arbitraries.of(
            0x20, 0x0A, 0x09, 0x0D, 0xA0, 0x1680, 0x2000, 0x2001, 0x2028, 0x3000, 0xFEFF, 0x0300,
            0x0301, 0x0303, 0x0323, 0x0302, 0x031B, 0x0340, 0x0344, 0x0345, 0x1FFD, 0x1FEF, 0x212A,
            0x2126, 0x1D160, 0x0958, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x180E, 0x200B, 0x202E, 0x202C,
            0x3164, 0x2800, 0x00AD, 0x200D, 0xE0067, 0x115F);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(1, any),
            net.jqwik.api.Tuple.of(3, vietnamese),
            net.jqwik.api.Tuple.of(6, tricky))
        .list()
        .ofMaxSize(12)
        .map(codePoints -> codePoints.stream().map(Character::toString).reduce("", String::concat));
  }

  private static boolean isSendable(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !surrogate && !nonCharacter && !isForbiddenControl(c);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3", "đường, 5", "😀, 1", "👨‍👩‍👧, 5", "'a\nb', 3"})
  void lengthCountsCodePoints(String text, int length) {
    assertThat(Text.length(text)).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource({
    "Quy hoạch, quy hoach",
    "đường ĐƯỜNG, duong duong",
    "ĐMC, dmc",
    "BĐ.2, bd.2",
    "642/SLĐTBXH-KHTC, 642/sldtbxh-khtc",
    "'', ''"
  })
  void foldingForgetsAccentsAndCase(String text, String folded) {
    assertThat(Text.fold(text)).isEqualTo(folded);
  }

  @Test
  void everyVietnameseLetterFoldsToItsBaseLetter() {
    Locale vietnamese = Locale.forLanguageTag("vi");
    for (String toned : VOWELS) {
      String base = Normalizer.normalize(toned.substring(0, 1), Normalizer.Form.NFD);
      String wanted = base.substring(0, 1);
      assertThat(toned).hasSize(6);
      for (String letter : toned.split("")) {
        for (String form : List.of(letter, letter.toUpperCase(vietnamese))) {
          String decomposed = Normalizer.normalize(form, Normalizer.Form.NFD);
          assertThat(Text.fold(form)).as(form).isEqualTo(wanted);
          assertThat(Text.fold(decomposed)).as(form + " decomposed").isEqualTo(wanted);
        }
      }
    }
    assertThat(Text.fold("đĐ")).isEqualTo("dd");
  }

  @Property
  void foldingGivesTheSameForBothForms(@ForAll("sendable") String text) {
    assertThat(Text.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
        .isEqualTo(Text.fold(Normalizer.normalize(text, Normalizer.Form.NFC)));
  }

  @Property
  void foldingTwiceIsFoldingOnce(@ForAll("sendable") String text) {
    assertThat(Text.fold(Text.fold(text))).isEqualTo(Text.fold(text));
  }
}
