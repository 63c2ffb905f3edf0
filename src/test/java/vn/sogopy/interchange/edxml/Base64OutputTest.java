package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64OutputTest {
  private static byte[] decode(String text, int piece) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Base64Output base64 = new Base64Output(out);
    char[] all = text.toCharArray();
    for (int at = 0; at < all.length; at += piece) {
      base64.write(all, at, Math.min(piece, all.length - at));
    }
    base64.end();
    return out.toByteArray();
  }

  @Property(tries = 200)
  void decodesWhateverThePiecesAndLines(
      @ForAll @Size(max = 60_000) byte[] bytes, @ForAll @IntRange(min = 1, max = 20_000) int piece)
      throws IOException {
    assertThat(decode(Base64.getMimeEncoder().encodeToString(bytes), piece)).isEqualTo(bytes);
    assertThat(decode(Base64.getEncoder().encodeToString(bytes), piece)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AA=A", "%%%%", "AAAA=AAA", "Ắ", "AAA-"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> decode(text, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {16 * 1024, 32 * 1024})
  void refusesMoreBehindTheEnd(int length) {
    String ended = "A".repeat(length - 1) + "=";
    assertThatThrownBy(() -> decode(ended + "AAAA", 1000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
