package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** What is read of a message, and what is refused. */
class MessageXmlTest {
  private static final MessageXml.Unpacker NONE =
      (pointer, content) -> {
        throw new IllegalStateException("no file here");
      };

  static MessageXml read(String xml) {
    return read(xml.getBytes(StandardCharsets.UTF_8), NONE);
  }

  private static MessageXml read(byte[] xml, MessageXml.Unpacker unpacker) {
    try {
      return new MessageXml(new ByteArrayInputStream(xml), unpacker);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
  void knowsElementsByTheirLocalNames() {
    MessageXml message =
        read(
            "<a:x xmlns:a='u'><b:Reference xmlns:b='v' b:href='cid:1'><b:Name> t&amp;<!-- c --><![CDATA[<u>]]> </b:Name>"
                + "<Name>other</Name><To><OrganId/><OrganId>H03</OrganId></To></b:Reference></a:x>");
    assertThat(message.parts("Reference")).hasSize(1);
    assertThat(message.part("Reference").href).isEqualTo("cid:1");
    assertThat(message.part("Reference").text("FileName", "Name")).isEqualTo("t&<u>");
    assertThat(message.part("Reference").text("To/OrganId")).isEqualTo("H03");
    assertThat(message.part("Attachment").text("Name")).isNull();
  }

  @Test
  void readsOtherEncodingsThatXmlDeclares() {
    byte[] xml =
        "<?xml version='1.0' encoding='UTF-16'?><MessageHeader><Subject>Đ</Subject></MessageHeader>"
            .getBytes(StandardCharsets.UTF_16);
    assertThat(read(xml, NONE).part("MessageHeader").text("Subject")).isEqualTo("Đ");
  }

  private static byte[] unpacked(String base64) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    read(
        ("<x><Attachment><Content>" + base64 + "</Content></Attachment></x>")
            .getBytes(StandardCharsets.UTF_8),
        (pointer, content) -> {
          content.write(out);
          return null;
        });
    return out.toByteArray();
  }

  @Property(tries = 200)
  void unpacksFiles(@ForAll @Size(min = 1, max = 60_000) byte[] bytes) {
    assertThat(unpacked(Base64.getMimeEncoder().encodeToString(bytes))).isEqualTo(bytes);
    assertThat(unpacked(Base64.getEncoder().encodeToString(bytes))).isEqualTo(bytes);
    assertThat(unpacked("<![CDATA[" + Base64.getEncoder().encodeToString(bytes) + "]]>\n"))
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A", "AA=A", "%%%%", "AAAA=AAA", "Ắ", "AAA-", "AA==AAAA", "A<b/>AAA", "<b/>"})
  void refusesWhatIsNoBase64(String text) {
    assertThat(catchThrowableOfType(ProblemException.class, () -> unpacked(text)).errors().get(0))
        .satisfies(error -> assertThat(error.code()).isEqualTo(FieldCode.INVALID_FORMAT))
        .satisfies(error -> assertThat(error.name()).isEqualTo("/AttachmentEncoded/Attachment/0"));
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
  void entityExpansionIsRefused() {
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
  void malformedXmlIsRefused(String xml) {
    ProblemException refused = refusal(xml);
    assertThat(refused.code()).isEqualTo(ProblemCode.MALFORMED_XML);
    assertThat(refused.arguments())
        .hasSize(2)
        .allSatisfy(place -> assertThat((int) place).isPositive());
  }

  @Test
  void depthWidthAndLengthAreBounded() {
    assertThat(read("<x>".repeat(40) + "</x>".repeat(40)).parts("x")).isEmpty();
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
          "<Reference href='" + long2 + "'/>",
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
