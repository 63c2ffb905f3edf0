package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {
  private static final String FORM = "sgy_[0-9A-Za-z]{8}_([0-9A-Za-z]{43})_[0-9a-f]{8}";

  @Test
  void formatOfAKey() {
    assertThat(Stream.generate(KeySecret::generate).limit(200))
        .allMatch(key -> key.matches(FORM))
        .allMatch(KeySecret::plausible)
        .doesNotHaveDuplicates();
  }

  /** The expression for secret scanners in docs/operation.md. */
  @Test
  void scannerExpressionMatches() throws IOException {
    String documented = "sgy_[0-9A-Za-z]{8}_[0-9A-Za-z]{43}_[0-9a-f]{8}";

    assertThat(Files.readString(Path.of("docs/operation.md"))).contains("`" + documented + "`");
    assertThat(Stream.generate(KeySecret::generate).limit(200))
        .allMatch(key -> key.matches(documented));
  }

  @Test
  void theRandomPartCarries256Bits() {
    int length = KeySecret.generate().replaceFirst(FORM, "$1").length();

    assertThat(length * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(256);
  }

  /** 62 characters at each position, with nearly equal frequency. */
  @Test
  void allCharactersAreUsedAtEveryPlace() {
    int keys = 4_000;
    String[] random =
        Stream.generate(KeySecret::generate)
            .limit(keys)
            .map(key -> key.replaceFirst(FORM, "$1"))
            .toArray(String[]::new);
    for (int place = 0; place < 43; place++) {
      int at = place;
      Set<Character> seen =
          Stream.of(random)
              .map(key -> key.charAt(at))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(seen).hasSize(62);
    }
    String all = String.join("", random);
    double expected = all.length() / 62.0;
    for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".toCharArray()) {
      assertThat((double) all.chars().filter(x -> x == c).count())
          .isBetween(expected * 0.8, expected * 1.2);
    }
  }

  @Test
  void theChecksumIsTheCrc32OfTheRest() {
    String key = KeySecret.generate();
    int end = key.lastIndexOf('_');
    CRC32 crc = new CRC32();
    crc.update(key.substring(0, end).getBytes(StandardCharsets.US_ASCII));

    assertThat(key.substring(end + 1)).isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
  }

  /** After the "sgy_" that identifies keys of this service. */
  @Property
  void everySingleCharacterChangeIsFound(
      @ForAll @IntRange(min = 4, max = 64) int place,
      @ForAll @CharRange(from = '!', to = '~') char other) {
    String key = KeySecret.generate();
    assertThat(key).hasSize(65);
    if (key.charAt(place) != other) {
      String mistyped = key.substring(0, place) + other + key.substring(place + 1);
      assertThat(KeySecret.plausible(mistyped)).as(mistyped).isFalse();
    }
  }

  @Test
  void lostAndDoubledCharactersAndNeighboursSwappedAreFound() {
    String key = KeySecret.generate();
    IntStream.range(4, key.length())
        .forEach(
            i -> {
              assertThat(KeySecret.plausible(key.substring(0, i) + key.substring(i + 1))).isFalse();
              assertThat(
                      KeySecret.plausible(key.substring(0, i) + key.charAt(i) + key.substring(i)))
                  .isFalse();
              if (i + 1 < key.length() && key.charAt(i) != key.charAt(i + 1)) {
                String swapped =
                    key.substring(0, i) + key.charAt(i + 1) + key.charAt(i) + key.substring(i + 2);
                assertThat(KeySecret.plausible(swapped)).isFalse();
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgy_",
        "sgy_x",
        "sgy__",
        "sgy_abcdefgh",
        "sgy_abcdefgh_",
        "sgy_abcdefgh_00000000"
      })
  void shortKeysAreRefused(String key) {
    assertThat(KeySecret.plausible(key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})
  void configuredKeysHaveNoChecksum(String key) {
    assertThat(KeySecret.plausible(key)).isTrue();
  }

  @Test
  void thePrefixIsWhatAKeyIsRecognisedBy() {
    String key = KeySecret.generate();

    assertThat(KeySecret.prefix(key)).isEqualTo(key.substring(0, 12)).matches("sgy_[0-9A-Za-z]{8}");
    assertThat(KeySecret.prefix("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934c"))
        .isEqualTo("e3b0c442");
  }

  @Test
  void theHashIsSha256() {
    assertThat(HexFormat.of().formatHex(KeySecret.hash("abc")))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
