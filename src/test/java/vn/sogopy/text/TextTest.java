package vn.sogopy.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
        "\u2000x\u2001"
      })
  void theRimIsTrimmedOfEveryKindOfBlank(String sent) {
    assertThat(Text.normalize(sent)).isEqualTo("x");
  }

  @Test
  void blanksWithinStay() {
    assertThat(Text.normalize(" a \u00A0 b\tc ")).isEqualTo("a \u00A0 b\tc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00A0", "\uFEFF", "\r\n", " \t\n\u3000"})
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
  }

  @Property
  void theFormSentDoesNotMatter(@ForAll("sendable") String sent) {
    assertThat(Text.normalize(Normalizer.normalize(sent, Normalizer.Form.NFD)))
        .isEqualTo(Text.normalize(sent));
  }

  /** Any text that may be sent, rich in blanks, combining marks and singletons of NFC. */
  @Provide
  Arbitrary<String> sendable() {
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0, Character.MAX_CODE_POINT).filter(TextTest::isSendable);
    Arbitrary<Integer> vietnamese = Arbitraries.of("aăâđĐeêƯơ ỗẶ".codePoints().boxed().toList());
    Arbitrary<Integer> tricky =
        Arbitraries.of(
            0x20, 0x0A, 0x09, 0x0D, 0xA0, 0x1680, 0x2000, 0x2001, 0x2028, 0x3000, 0xFEFF, 0x0300,
            0x0301, 0x0303, 0x0323, 0x0302, 0x031B, 0x0340, 0x0344, 0x0345, 0x1FFD, 0x1FEF, 0x212A,
            0x2126, 0x1D160, 0x0958, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x180E, 0x200B);
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
