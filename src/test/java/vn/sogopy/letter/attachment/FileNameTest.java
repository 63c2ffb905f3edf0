package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.problem.ProblemException;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "Văn bản góp ý.pdf, Văn bản góp ý.pdf",
    "../../etc/passwd, passwd.pdf",
    "C:\\Users\\a\\Góp ý.PDF, Góp ý.PDF",
    "a/, a-.pdf",
    "Văn bản góp ý số 510/SGTVT.pdf, Văn bản góp ý số 510-SGTVT.pdf",
    "510\\SGTVT.pdf, 510-SGTVT.pdf",
    "/home/a/b.pdf, b.pdf",
    "\\\\server\\a\\b.pdf, b.pdf",
    "c:/a/b.pdf, b.pdf",
    "/, ''",
    "'  x .pdf ', x .pdf",
    ".htaccess, htaccess.pdf",
    "..., ''",
    "a.exe, a.exe.pdf",
    "a.pdf.exe, a.pdf.exe.pdf",
    "a.docx, a.docx",
    "a, a.pdf",
    "%22a%22.pdf, '\"a\".pdf'",
    "a\\\"b.pdf, 'a\"b.pdf'",
  })
  void safeCharactersAreKept(String sent, String kept) {
    if (kept.isEmpty()) {
      assertThat(refusal(sent)).isEqualTo("/file/filename required");
    } else {
      assertThat(FileName.of(sent, FileType.PDF, "/file")).isEqualTo(kept);
    }
  }

  /** Of a type that is not checked the name stays. */
  @ParameterizedTest
  @CsvSource({
    "Văn bản góp ý.doc, Văn bản góp ý.doc",
    "Bản đồ.DWG, Bản đồ.DWG",
    "a, a",
    "/home/a/b.rar, b.rar"
  })
  void otherTypesKeepTheirExtension(String sent, String kept) {
    assertThat(FileName.of(sent, null, "/file")).isEqualTo(kept);
  }

  @Test
  void nameIsComposed() {
    String decomposed = Normalizer.normalize("Đường tỉnh, ý kiến.pdf", Normalizer.Form.NFD);
    assertThat(FileName.of(decomposed, FileType.PDF, "/file")).isEqualTo("Đường tỉnh, ý kiến.pdf");
  }

  @Test
  void invisibleCharactersAreRemoved() {
    assertThat(FileName.of("a\u202Efdp.exe\u200B", FileType.PDF, "/file"))
        .isEqualTo("afdp.exe.pdf");
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(refusal("a\u0000.pdf")).isEqualTo("/file/filename invalid-text");
    assertThat(refusal("a\r\nX-Evil: 1.pdf")).isEqualTo("/file/filename invalid-text");
    assertThat(refusal("a\u0085.pdf")).isEqualTo("/file/filename invalid-text");
  }

  @Test
  void lengthIsLimited() {
    String longest = "ý".repeat(250) + "😀.pdf";
    assertThat(FileName.of(longest, FileType.PDF, "/file")).isEqualTo(longest);
    assertThat(refusal("x" + longest)).isEqualTo("/file/filename too-long");
    assertThat(refusal("x".repeat(255))).isEqualTo("/file/filename too-long");
  }

  @Property
  void unsafeCharactersAreNeverKept(@ForAll String sent) {
    String name;
    try {
      name = FileName.of(sent, FileType.PDF, "/file");
    } catch (ProblemException refused) {
      return;
    }
    assertThat(name).isNotBlank().doesNotContain("/", "\\").doesNotStartWith(".");
    assertThat(name.codePoints()).noneMatch(Character::isISOControl);
    assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(255);
    assertThat(Normalizer.isNormalized(name, Normalizer.Form.NFC)).isTrue();
  }

  private static String refusal(String sent) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> FileName.of(sent, FileType.PDF, "/file"));
    return refused.errors().get(0).name() + " " + refused.errors().get(0).code().code();
  }
}
