package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** XML that is refused. */
class XmlTreeTest {
  private static final XmlTree.Unpacker NONE =
      reader -> {
        throw new IllegalStateException("no file here");
      };

  private static XmlNode read(String xml) throws IOException {
    return XmlTree.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), NONE);
  }

  private static ProblemException refusal(String xml) {
    return catchThrowableOfType(ProblemException.class, () -> read(xml));
  }

  private static void isForbidden(String xml) {
    assertThat(refusal(xml).errors())
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(FieldCode.DOCTYPE_FORBIDDEN));
  }

  @Test
  void knowsElementsByTheirLocalNames() throws IOException {
    XmlNode root =
        read(
            "<a:x xmlns:a='u'><b:y xmlns:b='v' b:href='cid:1'> t&amp;<!-- c --><![CDATA[<u>]]> </b:y></a:x>");
    assertThat(root.name).isEqualTo("x");
    assertThat(root.child("y").orElseThrow().value()).isEqualTo("t&<u>");
    assertThat(root.child("y").orElseThrow().href).isEqualTo("cid:1");
  }

  @Test
  void readsOtherEncodingsThatXmlDeclares() throws IOException {
    byte[] xml =
        "<?xml version='1.0' encoding='UTF-16'?><x>Đ</x>".getBytes(StandardCharsets.UTF_16);
    assertThat(XmlTree.read(new ByteArrayInputStream(xml), NONE).value()).isEqualTo("Đ");
  }

  @Test
  void aDoctypeOfAnyKindIsRefused(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "mật");
    isForbidden("<!DOCTYPE x><x/>");
    isForbidden("<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x/>");
    isForbidden("<!DOCTYPE x PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x.dtd'><x/>");
    isForbidden("<!DOCTYPE x [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><x>&s;</x>");
    isForbidden("<!DOCTYPE x [<!ENTITY % p SYSTEM '" + secret.toUri() + "'>%p;]><x/>");
  }

  @Test
  void anEntityBombDoesNotGoOff() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY e%d '&e%d;&e%d;&e%d;&e%d;'>".formatted(i, i - 1, i - 1, i - 1, i - 1));
    }
    isForbidden(bomb + "]><x>&e29;</x>");
    isForbidden(
        "<!DOCTYPE x [<!ENTITY e '"
            + "a".repeat(100_000)
            + "'>]><x>"
            + "&e;".repeat(100_000)
            + "</x>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "<x>",
        "<x></y>",
        "<x>&s;</x>",
        "<x/><y/>",
        "<x",
        "<x a='1' a='2'/>",
        "{\"a\": 1}",
        "%PDF-1.4",
        "<a:x/>",
        "<x>\u0001</x>",
        "<?xml version='1.0' encoding='nonesuch'?><x/>"
      })
  void whatIsNoXmlIsToldSo(String xml) {
    ProblemException refused = refusal(xml);
    assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_XML);
    assertThat(refused.arguments())
        .hasSize(2)
        .allSatisfy(place -> assertThat((int) place).isPositive());
  }

  @Test
  void depthWidthAndLengthAreBounded() throws IOException {
    assertThat(read("<x>".repeat(40) + "</x>".repeat(40)).name).isEqualTo("x");
    assertThat(refusal("<x>".repeat(41) + "</x>".repeat(41)).errors().get(0).code())
        .isEqualTo(FieldCode.TOO_DEEP);
    assertThat(refusal("<x>" + "<y/>".repeat(20_000) + "</x>").errors().get(0).code())
        .isEqualTo(FieldCode.TOO_LONG);
    assertThat(refusal("<x>" + "a".repeat(1024 * 1024 + 1) + "</x>").errors().get(0).code())
        .isEqualTo(FieldCode.TOO_LONG);
    assertThat(refusal("<" + "a".repeat(2_000_000) + "/>").code())
        .isEqualTo(ProblemCode.MALFORMED_XML);
    // Text that the parser would buffer as a whole.
    String long2 = "a".repeat(2 * 1024 * 1024);
    for (String one :
        new String[] {
          "<x b='" + long2 + "'/>",
          "<x href='" + long2 + "'/>",
          "<x><!--" + long2 + "--></x>",
          "<x><![CDATA[" + long2 + "]]></x>",
          "<x><?p " + long2 + "?></x>",
          "<!--" + long2 + "--><x/>"
        }) {
      assertThat(refusal(one).errors())
          .as(one.substring(0, 9))
          .singleElement()
          .satisfies(error -> assertThat(error.code()).isEqualTo(FieldCode.TOO_LONG));
    }
  }
}
