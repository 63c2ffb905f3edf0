package vn.sogopy.letter.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.letter.SampleFiles.beginning;
import static vn.sogopy.letter.SampleFiles.office;
import static vn.sogopy.letter.SampleFiles.ole;
import static vn.sogopy.letter.SampleFiles.text;
import static vn.sogopy.letter.SampleFiles.zip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.letter.SampleFiles;

/** The type of a file and its risk, by its content. */
class FileContentTest {
  @TempDir Path folder;

  private FileContent content(String name, byte[] bytes) throws IOException {
    return FileContent.of(Files.write(folder.resolve("upload"), bytes), name);
  }

  /** The type, if it is one whose content is checked, and nothing is wrong with it. */
  private Optional<FileType> type(byte[] bytes) throws IOException {
    return content("upload", bytes).checked();
  }

  private FileRisk risk(byte[] bytes) throws IOException {
    return content("upload", bytes).risk();
  }

  private void check(String name, byte[] bytes, String mediaType, FileRisk risk)
      throws IOException {
    assertThat(content(name, bytes)).as(name).isEqualTo(new FileContent(mediaType, risk));
  }

  @Test
  void checkedTypes() throws IOException {
    assertThat(type(SampleFiles.pdf(1000))).contains(FileType.PDF);
    assertThat(type(SampleFiles.docx())).contains(FileType.DOCX);
    assertThat(type(office(SampleFiles.EXCEL + ".main+xml", "xl/workbook.xml")))
        .contains(FileType.XLSX);
    assertThat(type(SampleFiles.picture("png"))).contains(FileType.PNG);
    assertThat(type(SampleFiles.picture("jpg"))).contains(FileType.JPEG);
    assertThat(type(zip("Góp ý.txt", "x"))).contains(FileType.ZIP);
    assertThat(risk(SampleFiles.docx())).isEqualTo(FileRisk.NONE);
    assertThat(risk(zip("Góp ý.txt", "x"))).isEqualTo(FileRisk.ARCHIVE);
  }

  @Test
  void otherTypesOfOffices() throws IOException {
    byte[] odt = zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>");
    String opened = "application/vnd.oasis.opendocument.text";
    check("a.doc", ole("WordDocument", "1Table"), "application/msword", FileRisk.NONE);
    check("a.xls", ole("Workbook"), "application/vnd.ms-excel", FileRisk.NONE);
    // A Word file with a sheet in it is a Word file.
    check("a.doc", ole("Workbook", "WordDocument"), "application/msword", FileRisk.NONE);
    check("a.ppt", ole("PowerPoint Document"), "application/vnd.ms-powerpoint", FileRisk.UNKNOWN);
    check("a.msg", ole("__properties_version1.0"), "application/vnd.ms-outlook", FileRisk.NONE);
    check(
        "a.msg",
        ole("__properties_version1.0", "__attach_version1.0_#00000000"),
        "application/vnd.ms-outlook",
        FileRisk.ARCHIVE);
    check("a.odt", odt, opened, FileRisk.NONE);
    check("a.rtf", text("{\\rtf1 x}"), "application/rtf", FileRisk.NONE);
    check(
        "a.rtf", text("{\\rtf1 {\\object{\\*\\objdata 01}}}"), "application/rtf", FileRisk.UNKNOWN);
    check("a.txt", text("Nhất trí."), "text/plain", FileRisk.NONE);
    check("a.csv", text("STT;Nội dung\n1;x"), "text/csv", FileRisk.NONE);
    check("a.tif", beginning("49492A00"), "image/tiff", FileRisk.NONE);
    check("a.dwg", beginning("414331303237"), "image/vnd.dwg", FileRisk.NONE);
    check("a.dgn", beginning("0809FE02"), "image/vnd.dgn", FileRisk.NONE);
    check("a.shp", beginning("0000270A"), "application/x-shapefile", FileRisk.NONE);
    check(
        "a.p7s",
        text("-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----\n"),
        "application/pkcs7-signature",
        FileRisk.NONE);
    String mail = "Message-ID: <1@x.vn>\nFrom: a@x.vn\nSubject: y\n";
    check("a.eml", text(mail + "\nx"), "message/rfc822", FileRisk.NONE);
    check(
        "a.eml",
        text(mail + "Content-Disposition: attachment; filename=\"a.pdf\"\n\nx"),
        "message/rfc822",
        FileRisk.ARCHIVE);
  }

  @Test
  void archives() throws IOException {
    check("a.rar", beginning("526172211A0700"), "application/x-rar-compressed", FileRisk.ARCHIVE);
    check("a.rar", beginning("526172211A070100"), "application/x-rar-compressed", FileRisk.ARCHIVE);
    check("a.7z", beginning("377ABCAF271C0004"), "application/x-7z-compressed", FileRisk.ARCHIVE);
    check("a.gz", beginning("1F8B08"), "application/gzip", FileRisk.ARCHIVE);
  }

  @Test
  void macros() throws IOException {
    String enabled = "application/vnd.ms-word.document.macroEnabled";
    check(
        "a.docm",
        office(enabled + ".main+xml", "word/document.xml"),
        enabled + ".12",
        FileRisk.MACROS);
    check("a.doc", ole("WordDocument", "_VBA_PROJECT"), "application/msword", FileRisk.MACROS);
    check(
        "a.xls",
        ole("Workbook", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT"),
        "application/vnd.ms-excel",
        FileRisk.MACROS);
    String sheet = "application/vnd.oasis.opendocument.spreadsheet";
    check("a.ods", zip("mimetype", sheet, "Basic/Standard/a.xml", "<x/>"), sheet, FileRisk.MACROS);
  }

  /** In files that are declared as free of macros. */
  @ParameterizedTest
  @CsvSource({
    "wordprocessingml.document, word/document.xml, word/vbaProject.bin",
    "spreadsheetml.sheet, xl/workbook.xml, xl/vbaProject.bin",
    "presentationml.presentation, ppt/presentation.xml, ppt/vbaProject.bin",
    "spreadsheetml.sheet, xl/workbook.xml, xl/macrosheets/sheet1.xml",
    "spreadsheetml.sheet, xl/workbook.xml, XL/MacroSheets/intlsheet1.bin"
  })
  void macrosInOfficeFiles(String kind, String part, String macros) throws IOException {
    String type = "application/vnd.openxmlformats-officedocument." + kind;
    check("a", office(type + ".main+xml", part), type, FileRisk.NONE);
    check("a", office(type + ".main+xml", part, macros, "<x/>"), type, FileRisk.MACROS);
  }

  /** Parts of any name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-excel.intlmacrosheet+xml",
        "application/vnd.ms-office.vbaProject"
      })
  void macrosAreFoundByTheirType(String declared) throws IOException {
    byte[] file =
        zip(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + SampleFiles.EXCEL
                + ".main+xml\"/><Override PartName=\"/xl/a.xml\" ContentType=\""
                + declared
                + "\"/></Types>",
            "xl/workbook.xml",
            "<x/>",
            "xl/a.xml",
            "<x/>");
    check("a.xlsx", file, SampleFiles.EXCEL, FileRisk.MACROS);
  }

  @Test
  void unknownContent() throws IOException {
    check("a.khac", beginning("0102030405"), "application/octet-stream", FileRisk.UNKNOWN);
    // The name alone proves nothing.
    check("a.tif", beginning("0102030405"), "image/tiff", FileRisk.UNKNOWN);
    check("a.doc", ole("Other"), "application/x-ole-storage", FileRisk.UNKNOWN);
    assertThat(risk(text("<html><script/></html>"))).isEqualTo(FileRisk.UNKNOWN);
    assertThat(content("a.html", text("x")).risk()).isEqualTo(FileRisk.UNKNOWN);
    check("a.zip", beginning("504B0304"), "application/zip", FileRisk.UNKNOWN);
    assertThat(risk(ole("WordDocument", "EncryptedPackage"))).isEqualTo(FileRisk.UNKNOWN);
  }

  /** By their first bytes, whatever the name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7F454C4602",
        "4D5A9000",
        "CFFAEDFE07",
        "FEEDFACE00",
        "CAFEBABE00000034",
        "6465780A303335",
        "4C00000001140200",
        "23212F62696E2F7368", // #!/bin/sh
        "404543484F206F6666", // @ECHO off
        "EFBBBF2321"
      })
  void programsByContent(String hex) throws IOException {
    for (String name : List.of("a.pdf", "a.docx", "a")) {
      assertThat(content(name, beginning(hex)).risk()).as(name).isNull();
    }
  }

  @Test
  void packedPrograms() throws IOException {
    assertThat(risk(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"))).isNull();
    assertThat(risk(zip("AndroidManifest.xml", "x", "classes.dex", "y"))).isNull();
    byte[] installer = ole("x");
    byte[] classId = HexFormat.of().parseHex("84100C0000000000C000000000000046");
    System.arraycopy(classId, 0, installer, 512 + 80, classId.length);
    assertThat(risk(installer)).isNull();
  }

  /** Scripts have no signature. */
  @ParameterizedTest
  @ValueSource(
      strings = {"js", "vbs", "ps1", "cmd", "BAT", "hta", "wsf", "jar", "apk", "msi", "lnk", "exe"})
  void programsByName(String ending) throws IOException {
    String name = "Góp ý.txt." + ending;
    assertThat(content(name, text("Write-Host 1")).risk()).isNull();
    assertThat(content(name, beginning("01020304")).risk()).isNull();
    // A checked content decides: the file is stored as "Góp ý.txt.js.pdf".
    assertThat(content(name, SampleFiles.pdf(100)).checked()).contains(FileType.PDF);
    assertThat(content("Góp ý." + ending + ".txt", text("x")).risk()).isNotNull();
    assertThat(content(ending, text("x")).risk()).isNotNull();
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
  void otherTexts(String text) throws IOException {
    assertThat(type(text(text))).isEmpty();
  }

  @Test
  void fileWithMacrosIsNoCheckedType() throws IOException {
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
    assertThat(
            risk(
                office(
                    SampleFiles.WORD + ".main+xml",
                    "word/document.xml",
                    "word/vbaProject.bin",
                    "x")))
        .isEqualTo(FileRisk.MACROS);
  }

  @Test
  void otherPackages() throws IOException {
    assertThat(type(zip("META-INF/MANIFEST.MF", "Manifest-Version: 1.0"))).isEmpty();
    assertThat(type(zip("mimetype", "application/vnd.oasis.opendocument.text"))).isEmpty();
    assertThat(type(office("application/x-other.main+xml", "x.xml"))).isEmpty();
    // The main part is declared and missing.
    assertThat(type(office(SampleFiles.WORD + ".main+xml", "xl/workbook.xml"))).isEmpty();
    assertThat(type(zip("[Content_Types].xml", "<Types"))).isEmpty();
  }

  @Test
  void encryptedWordFileIsUnknown() throws IOException {
    byte[] compound = new byte[2048];
    byte[] signature = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(signature, 0, compound, 0, signature.length);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, compound, 1024, name.length);
    assertThat(type(compound)).isEmpty();
    assertThat(risk(compound)).isEqualTo(FileRisk.UNKNOWN);
  }

  @Test
  void damagedArchivesAreUnknown() throws IOException {
    byte[] docx = SampleFiles.docx();
    assertThat(risk(Arrays.copyOf(docx, docx.length - 30))).isEqualTo(FileRisk.UNKNOWN);
    assertThat(type(Arrays.copyOf(docx, docx.length - 30))).isEmpty();
    assertThat(type(Arrays.copyOf(zip("a", "b"), 20))).isEmpty();
  }

  @Test
  void truncatedPicturesAreUnknown() throws IOException {
    for (String format : List.of("png", "jpg")) {
      byte[] whole = SampleFiles.picture(format);
      for (int length : new int[] {12, 30, whole.length / 2, whole.length - 2}) {
        assertThat(type(Arrays.copyOf(whole, length))).as(format + length).isEmpty();
        assertThat(risk(Arrays.copyOf(whole, length))).isEqualTo(FileRisk.UNKNOWN);
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
  void truncatedAndEncryptedPdfIsUnknown() throws IOException {
    String table =
        "xref\n0 1\n0000000000 65535 f \ntrailer <</Size 1 /Root 1 0 R%s>>\nstartxref\n@\n%%%%EOF\n";
    String stream =
        "9 0 obj <</Type /XRef /Size 1 /Root 1 0 R%s>> stream\nxx\nendstream endobj\nstartxref\n@\n%%%%EOF";
    for (String form : List.of(table, stream)) {
      assertThat(type(pdf(form.formatted("")))).contains(FileType.PDF);
      assertThat(type(pdf(form.formatted("/EncryptMetadata true")))).contains(FileType.PDF);
      assertThat(type(pdf(form.formatted("/Encrypt 5 0 R")))).isEmpty();
      assertThat(type(pdf(form.formatted("/Encrypt<</V 1>>")))).isEmpty();
      assertThat(risk(pdf(form.formatted("/Encrypt 5 0 R")))).isEqualTo(FileRisk.UNKNOWN);
    }
    // The text of a PDF may contain the word.
    assertThat(type(pdf("% /Encrypt 5 0 R\n" + table.formatted("")))).contains(FileType.PDF);
    byte[] whole = SampleFiles.pdf(9000);
    assertThat(type(Arrays.copyOf(whole, 8000))).isEmpty();
    assertThat(type(Arrays.copyOf(whole, 9500))).contains(FileType.PDF);
    assertThat(type(text("%PDF-1.4\n"))).isEmpty();
  }
}
