package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.letter.SampleFiles.office;
import static vn.sogopy.letter.SampleFiles.text;
import static vn.sogopy.letter.SampleFiles.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.letter.SampleFiles;

/** Detection of file types by content only. */
class FileContentTest {
  @TempDir Path folder;

  private Optional<FileType> type(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("upload"), bytes);
    return FileType.of(FileContent.mediaType(file));
  }

  @Test
  void acceptedTypes() throws IOException {
    assertThat(type(SampleFiles.pdf(1000))).contains(FileType.PDF);
    assertThat(type(SampleFiles.docx())).contains(FileType.DOCX);
    assertThat(type(office(SampleFiles.EXCEL + ".main+xml", "xl/workbook.xml")))
        .contains(FileType.XLSX);
    assertThat(type(SampleFiles.picture("png"))).contains(FileType.PNG);
    assertThat(type(SampleFiles.picture("jpg"))).contains(FileType.JPEG);
    assertThat(type(zip("Góp ý.txt", "x"))).contains(FileType.ZIP);
  }

  @Test
  void wordFileWithPartsInAnyOrder() throws IOException {
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
  void refusedTexts(String text) throws IOException {
    assertThat(type(text(text))).isEmpty();
  }

  @Test
  void macrosAreRefused() throws IOException {
    assertThat(
            type(
                office(
                    "application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")))
        .isEmpty();
    assertThat(
            type(office("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl/workbook.xml")))
        .isEmpty();
    // Declared as a type without macros, but with macros.
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
  void otherPackagesAreRefused() throws IOException {
    assertThat(type(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"))).isEmpty();
    assertThat(type(zip("mimetype", "application/vnd.oasis.opendocument.text"))).isEmpty();
    assertThat(type(office("application/x-other.main+xml", "x.xml"))).isEmpty();
    // The main part is declared and missing.
    assertThat(type(office(SampleFiles.WORD + ".main+xml", "xl/workbook.xml"))).isEmpty();
    assertThat(type(zip("[Content_Types].xml", "<Types"))).isEmpty();
  }

  @Test
  void encryptedWordFileIsRefused() throws IOException {
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
  void damagedArchivesAreRefused() throws IOException {
    byte[] docx = SampleFiles.docx();
    assertThat(type(Arrays.copyOf(docx, docx.length - 30))).isEmpty();
    assertThat(type(Arrays.copyOf(zip("a", "b"), 20))).isEmpty();
  }

  @Test
  void truncatedPicturesAreRefused() throws IOException {
    for (String format : List.of("png", "jpg")) {
      byte[] whole = SampleFiles.picture(format);
      for (int length : new int[] {12, 30, whole.length / 2, whole.length - 2}) {
        assertThat(type(Arrays.copyOf(whole, length))).as(format + length).isEmpty();
      }
      // Cameras append data to the picture.
      assertThat(type(Arrays.copyOf(whole, whole.length + 5000))).isPresent();
    }
  }

  private static byte[] pdf(String trailer) {
    String body = "%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\n";
    return text(body + trailer.replace("@", String.valueOf(body.length())));
  }

  @Test
  void truncatedAndEncryptedPdfIsRefused() throws IOException {
    String table =
        "xref\n0 1\n0000000000 65535 f \ntrailer <</Size 1 /Root 1 0 R%s>>\nstartxref\n@\n%%%%EOF\n";
    String stream =
        "9 0 obj <</Type /XRef /Size 1 /Root 1 0 R%s>> stream\nxx\nendstream endobj\nstartxref\n@\n%%%%EOF";
    for (String form : List.of(table, stream)) {
      assertThat(type(pdf(form.formatted("")))).contains(FileType.PDF);
      assertThat(type(pdf(form.formatted("/EncryptMetadata true")))).contains(FileType.PDF);
      assertThat(type(pdf(form.formatted("/Encrypt 5 0 R")))).isEmpty();
      assertThat(type(pdf(form.formatted("/Encrypt<</V 1>>")))).isEmpty();
    }
    // The text of a PDF may contain the word.
    assertThat(type(pdf("% /Encrypt 5 0 R\n" + table.formatted("")))).contains(FileType.PDF);
    byte[] whole = SampleFiles.pdf(9000);
    assertThat(type(Arrays.copyOf(whole, 8000))).isEmpty();
    assertThat(type(Arrays.copyOf(whole, 9500))).contains(FileType.PDF);
    assertThat(type(text("%PDF-1.4\n"))).isEmpty();
  }
}
