package vn.sogopy.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterNumberTest {

  /** The examples of docs/domain.md section 4. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "642/SXD-QHKT",
        "510/SGTVT-KCHT",
        "397/SNN&PTNT-KHTC",
        "331/SLĐTBXH-KHTC",
        "263/SGDĐT-VP",
        "1343/UBND-THNV",
        "20/TTr-UBND"
      })
  void validNumbersAreKept(String number) {
    assertThat(LetterNumber.normalize(number)).isEqualTo(number);
    assertThat(LetterNumber.key(number)).isEqualTo(number.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @CsvSource({
    "263 /SGDĐT-VP, 263/SGDĐT-VP",
    "294/ SCT-KHTCTH, 294/SCT-KHTCTH",
    "' 510 / SGTVT - KCHT ', 510/SGTVT-KCHT",
    "510/SGTVT–KCHT, 510/SGTVT-KCHT",
    "510/SGTVT—KCHT, 510/SGTVT-KCHT",
    "510/SGTVT‑KCHT, 510/SGTVT-KCHT",
    "510\u00A0/\u2009SGTVT\t-KCHT, 510/SGTVT-KCHT",
    "510\u200B/SGT\u00ADVT-KCHT\u200E, 510/SGTVT-KCHT",
    "510\uFF0FSGTVT-KCHT, 510/SGTVT-KCHT",
    "510\u2215SGTVT-KCHT, 510/SGTVT-KCHT",
    "510\u2044SGTVT-KCHT, 510/SGTVT-KCHT",
    "263/SG\u00D0\u00D0T-VP, 263/SGĐĐT-VP",
    "Số 510/SGTVT-KCHT, 510/SGTVT-KCHT",
    "số: 510/SGTVT-KCHT, 510/SGTVT-KCHT",
    "SỐ510/SGTVT-KCHT, 510/SGTVT-KCHT"
  })
  void numbersAreNormalised(String typed, String number) {
    assertThat(LetterNumber.normalize(typed)).isEqualTo(number);
  }

  @Test
  void decomposedLettersAreComposed() {
    String composed = "12/Đắk-Ả";

    assertThat(LetterNumber.normalize(Normalizer.normalize(composed, Normalizer.Form.NFD)))
        .isEqualTo(composed);
  }

  @ParameterizedTest
  @CsvSource({
    "05/TTr-UBND, 5/TTR-UBND",
    "0020 / ttr-ubnd, 20/TTr-UBND",
    "331/slđtbxh-khtc, 331/SLĐTBXH-KHTC"
  })
  void caseAndLeadingZerosDoNotDistinguish(String one, String other) {
    assertThat(LetterNumber.key(one)).isEqualTo(LetterNumber.key(other));
  }

  @ParameterizedTest
  @CsvSource({
    "510/SGTVT-KCHT, 511/SGTVT-KCHT",
    "510/SGTVT-KCHT, 510/SGTVT-VP",
    "50/SXD, 5/SXD",
    "1/SLĐTBXH, 1/SLDTBXH",
    "0/SXD, 00/SXD0"
  })
  void otherNumbersDiffer(String one, String other) {
    assertThat(LetterNumber.key(one)).isNotEqualTo(LetterNumber.key(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "×",
        "÷",
        "\u0301",
        "\u115F",
        "\u3164",
        "\u200B",
        "\u202E",
        "-",
        "-\u3164-",
        "/",
        "",
        "1\n2"
      })
  void invalidNumbers(String typed) {
    assertThat(typed.matches(LetterNumber.FORM)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "Đ", "số", "½", "Ⅷ", "٣", "文", "1\u2028/A", "1 \u3164/A"})
  void validNumbers(String typed) {
    assertThat(typed.matches(LetterNumber.FORM)).isTrue();
  }

  /** A number is valid if its normal form has a letter or digit. */
  @Property(tries = 5000)
  void aNumberHasALetterOrADigitOnceItIsNormalised(@ForAll("typed") String typed) {
    boolean any =
        LetterNumber.normalize(typed)
            .codePoints()
            .anyMatch(c -> Character.toString(c).matches("[\\p{L}\\p{N}]"));

    assertThat(typed.matches(LetterNumber.FORM))
        .isEqualTo(any && typed.indexOf('\n') < 0 && typed.indexOf('\t') < 0);
  }

  @Property
  void keyIsOfTheNormalisedNumber(@ForAll("typed") String typed) {
    assertThat(LetterNumber.key(LetterNumber.normalize(typed))).isEqualTo(LetterNumber.key(typed));
  }

  @Property
  void normalizingIsIdempotent(@ForAll("typed") String typed) {
    String once = LetterNumber.normalize(typed);

    assertThat(LetterNumber.normalize(once)).isEqualTo(once);
    assertThat(Normalizer.isNormalized(once, Normalizer.Form.NFC)).isTrue();
  }

  @Property
  void blanksAnywhereDoNotMatter(
      @ForAll("number") String number, @ForAll("blanks") List<String> blanks) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      typed.append(number.charAt(i)).append(blanks.isEmpty() ? "" : blanks.get(i % blanks.size()));
    }
    assertThat(LetterNumber.key(typed.toString())).isEqualTo(LetterNumber.key(number));
  }

  @Provide
  Arbitrary<String> number() {
    return Arbitraries.strings().withChars("0123456789/-ABSĐTRUBND&ắ").ofMaxLength(15);
  }

  @Provide
  Arbitrary<List<String>> blanks() {
    return Arbitraries.of("", " ", "\t", "\u00A0", "\u2003").list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> typed() {
    Arbitrary<String> scraps =
        Arbitraries.of(
                "0", "1", "/", "-", "–", " ", "\u00A0", "\u2028", "S", "Đ", "a", "\u0301", "ß", "ŉ",
                "×", "\u3164", "\u115F", "\u202E", "\n", "số")
            .list()
            .ofMaxSize(8)
            .map(parts -> String.join("", parts));
    return Arbitraries.oneOf(List.of(scraps, Arbitraries.strings().ofMaxLength(15)));
  }
}
