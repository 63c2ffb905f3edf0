package vn.sogopy.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.letter.SampleFiles.office;
import static vn.sogopy.letter.SampleFiles.text;
import static vn.sogopy.letter.SampleFiles.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of the file here says nothing at all. */
class FileContentTest {
  @TempDir Path folder;

  private Optional<FileType> type(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("upload"), bytes);
    return FileType.of(FileContent.mediaType(file));
  }

  @Test
  void whatIsTaken() throws IOException {
    assertThat(type(SampleFiles.pdf(1000))).contains(FileType.PDF);
    assertThat(type(SampleFiles.docx())).contains(FileType.DOCX);
    assertThat(type(office(SampleFiles.EXCEL + ".main+xml", "xl/workbook.xml")))
        .contains(FileType.XLSX);
    assertThat(type(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0}))
        .contains(FileType.PNG);
    assertThat(type(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}))
        .contains(FileType.JPEG);
    assertThat(type(zip("Góp ý.txt", "x"))).contains(FileType.ZIP);
  }

  @Test
  void aWordFileIsOneWhateverTheOrderOfItsParts() throws IOException {
    byte[] types = SampleFiles.docx();
    assertThat(type(types)).contains(FileType.DOCX);
    assertThat(
            type(
                zip(
                    "word/document.xml",
                    "<x/>",
                    "[Content_Types].xml",
                    "<Types><Override ContentType=\""
                        + SampleFiles.WORD
                        + ".main+xml\"/></Types>")))
        .contains(FileType.DOCX);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><edXML:edXMLEnvelope xmlns:edXML=\"http://www.mic.gov.vn/TBT/QCVN_102_2016\"/>",
        "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><ý>ến</ý></SOAP-ENV:Envelope>",
        "\uFEFF<?xml version=\"1.0\"?><a><!-- x --><b c=\"d\"/></a>",
      })
  void xml(String document) throws IOException {
    assertThat(type(text(document))).contains(FileType.XML);
    if (!document.startsWith("\uFEFF") && !document.contains("encoding")) {
      assertThat(type(("\uFEFF" + document).getBytes(StandardCharsets.UTF_16BE)))
          .contains(FileType.XML);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><body><script>alert(1)</script></body></html>",
        "<!DOCTYPE html><p>x",
        "<?xml version=\"1.0\"?><html/>",
        "<?xml version=\"1.0\"?><a><b xmlns=\"http://www.w3.org/1999/xhtml\"/></a>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.0\"?><a><s:svg xmlns:s=\"http://www.w3.org/2000/svg\"/></a>",
        "<?xml version=\"1.0\"?><a><b></a>",
        "<?xml version=\"1.0\"?>",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"x\">]><a>&x;</a>",
        "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "STT;Nội dung\n1;x",
        "MZ\u0000\u0000",
        "#!/bin/sh\n",
        "{\\rtf1}",
        "x",
      })
  void textThatIsNotTaken(String text) throws IOException {
    assertThat(type(text(text))).isEmpty();
  }

  @Test
  void macrosAreNotTaken() throws IOException {
    assertThat(
            type(
                office(
                    "application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")))
        .isEmpty();
    assertThat(
            type(office("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl/workbook.xml")))
        .isEmpty();
    // Declared as harmless, and yet with macros.
    assertThat(
            type(
                office(
                    SampleFiles.WORD + ".main+xml",
                    "word/document.xml",
                    "word/vbaProject.bin",
                    "x")))
        .isEmpty();
  }

  @Test
  void otherPackagesAreNotTaken() throws IOException {
    assertThat(type(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"))).isEmpty();
    assertThat(type(zip("mimetype", "application/vnd.oasis.opendocument.text"))).isEmpty();
    assertThat(type(office("application/x-other.main+xml", "x.xml"))).isEmpty();
    // The main part is declared and missing.
    assertThat(type(office(SampleFiles.WORD + ".main+xml", "xl/workbook.xml"))).isEmpty();
    assertThat(type(zip("[Content_Types].xml", "<Types"))).isEmpty();
  }

  @Test
  void anEncryptedWordFileIsNotTaken() throws IOException {
    byte[] compound = new byte[2048];
    byte[] signature = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(signature, 0, compound, 0, signature.length);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, compound, 1024, name.length);
    assertThat(type(compound)).isEmpty();
  }

  @Test
  void damagedArchivesAreNotTaken() throws IOException {
    byte[] docx = SampleFiles.docx();
    assertThat(type(Arrays.copyOf(docx, docx.length - 30))).isEmpty();
    assertThat(type(Arrays.copyOf(zip("a", "b"), 20))).isEmpty();
  }
}
