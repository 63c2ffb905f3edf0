package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.Text;
import vn.sogopy.register.Register;
import vn.sogopy.register.Registers;

/** The bytes over which the digest of an edition is computed. */
class CanonicalJsonTest {
  private static byte[] canonical(Register register) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CanonicalJson.write(register, out);
    return out.toByteArray();
  }

  /** A change of a single byte would invalidate the digest of every sealed edition. */
  @Test
  void goldenFiles() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("/register/canonical.json")) {
      assertThat(new String(canonical(Registers.sample()), StandardCharsets.UTF_8))
          .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void examplesOfRfc8785() throws IOException {
    byte[] bytes = canonical(Registers.sample());
    assertThat(bytes).isEqualTo(new JsonCanonicalizer(bytes).getEncodedUTF8());
  }

  @Property(tries = 300)
  void anyTextFollowsRfc8785(@ForAll String typed) throws IOException {
    String words;
    try {
      words = Text.normalize(typed);
    } catch (Text.IllegalTextException refused) {
      return; // the service never accepts such text
    }
    byte[] bytes = canonical(Registers.large(2, i -> words));
    assertThat(bytes).isEqualTo(new JsonCanonicalizer(bytes).getEncodedUTF8());
    assertThat(CanonicalJson.read(new ByteArrayInputStream(bytes)))
        .isEqualTo(Registers.large(2, i -> words));
  }

  @Test
  void roundTrip() throws IOException {
    assertThat(CanonicalJson.read(new ByteArrayInputStream(canonical(Registers.sample()))))
        .isEqualTo(Registers.sample());
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    String later =
        new String(canonical(Registers.sample()), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"aNewField\":1,");
    assertThat(CanonicalJson.read(new ByteArrayInputStream(later.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(Registers.sample());
  }
}
