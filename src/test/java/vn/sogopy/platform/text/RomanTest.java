package vn.sogopy.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanTest {
  private static final Map<Character, Integer> VALUES =
      Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100);

  @ParameterizedTest
  @CsvSource({
    "1, I",
    "2, II",
    "3, III",
    "4, IV",
    "5, V",
    "6, VI",
    "8, VIII",
    "9, IX",
    "10, X",
    "14, XIV",
    "19, XIX",
    "40, XL",
    "44, XLIV",
    "49, XLIX",
    "90, XC",
    "99, XCIX",
    "100, C",
    "399, CCCXCIX"
  })
  void numerals(int number, String numeral) {
    assertThat(Numbers.roman(number)).isEqualTo(numeral);
  }

  @Test
  void everyNumberHasItsOwnWellFormedNumeral() {
    Set<String> seen = new HashSet<>();
    for (int number = 1; number <= 399; number++) {
      String numeral = Numbers.roman(number);
      assertThat(numeral).matches("C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})");
      assertThat(value(numeral)).isEqualTo(number);
      assertThat(seen.add(numeral)).isTrue();
    }
  }

  private static int value(String numeral) {
    int sum = 0;
    for (int i = 0; i < numeral.length(); i++) {
      int value = VALUES.get(numeral.charAt(i));
      boolean before = i + 1 < numeral.length() && VALUES.get(numeral.charAt(i + 1)) > value;
      sum += before ? -value : value;
    }
    return sum;
  }
}
