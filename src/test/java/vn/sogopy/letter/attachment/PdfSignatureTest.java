package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.platform.http.upload.Upload;

class PdfSignatureTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<</Type/Sig/Filter/Adobe.PPKLite/ByteRange [0 10 20 30]/Contents<00>>> | true",
        "//ByteRange[0 1 2 3] | true",
        "/Byte/ByteRange | true",
        "/ByteRang | false",
        "ByteRange | false",
        "<</Type/Catalog>> | false"
      })
  void signatureDictionary(String content, boolean signed) throws IOException {
    Path file = folder.resolve("a.pdf");
    Files.writeString(file, "%PDF-1.7\n" + content, StandardCharsets.ISO_8859_1);
    assertThat(isSigned(file)).isEqualTo(signed);
    // Beyond the first buffer.
    String padding = "x".repeat(64 * 1024 - 4);
    Files.writeString(file, padding + content, StandardCharsets.ISO_8859_1);
    assertThat(isSigned(file)).isEqualTo(signed);
  }

  private static boolean isSigned(Path file) {
    Upload upload = new Upload("a.pdf", null, file, 0, null, null);
    return new IncomingFile("a.pdf", "application/pdf", FileRisk.NONE, upload).isSigned();
  }
}
