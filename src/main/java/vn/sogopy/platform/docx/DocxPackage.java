package vn.sogopy.platform.docx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sogopy.platform.text.Markup;

/** The package of a DOCX (ECMA-376 part 2): its small parts, and the part with the text. */
final class DocxPackage {
  static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  static final String HEADER = "rId4";

  static final String HEADER_FIRST = "rId5";

  /** The earliest time that a ZIP can hold. The actual time would make each copy differ. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
      <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
      <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
      <Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
      <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
      <Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
      </Types>""";

  private static final String PACKAGE_RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
      <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
      <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
      </Relationships>""";

  private static final String DOCUMENT_RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
      <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
      <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>
      <Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>
      <Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/>
      </Relationships>""";

  private static final String APP =
      """
      <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
      <Application>Sổ Góp Ý</Application></Properties>""";

  private static final String SETTINGS =
      """
      <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>
      <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
      <w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>
      </w:settings>""";

  private static final String FONTS =
      """
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Times New Roman">
      <w:panose1 w:val="02020603050405020304"/><w:charset w:val="A3"/><w:family w:val="roman"/><w:pitch w:val="variable"/>
      </w:font></w:fonts>""";

  private final ZipOutputStream zip;

  DocxPackage(OutputStream out) {
    zip = new ZipOutputStream(out);
  }

  /** Writes all parts but the text. */
  void addAll(DocxWriter.About about) throws IOException {
    add("[Content_Types].xml", TYPES);
    add("_rels/.rels", PACKAGE_RELATIONS);
    Markup core = begin("docProps/core.xml");
    core(core, about);
    core.end();
    add("docProps/app.xml", APP);
    add("word/_rels/document.xml.rels", DOCUMENT_RELATIONS);
    add("word/styles.xml", DocxStyle.part());
    add("word/settings.xml", SETTINGS);
    add("word/fontTable.xml", FONTS);
    header("word/header1.xml", about.mark(), true);
    header("word/header2.xml", about.mark(), false);
  }

  private void add(String name, String part) throws IOException {
    entry(name);
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part;
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Begins a part and ends the previous one. */
  Markup begin(String name) throws IOException {
    entry(name);
    return Markup.xml(zip);
  }

  private void entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  /** Ends the package; the stream below stays open. */
  void end() throws IOException {
    zip.finish();
  }

  private static void core(Markup xml, DocxWriter.About about) throws IOException {
    xml.open(
        "cp:coreProperties",
        "xmlns:cp",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms",
        "http://purl.org/dc/terms/",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    xml.open("dc:title").text(about.title()).close();
    xml.open("dc:subject").text(about.subject()).close();
    xml.open("dc:creator").text(about.author()).close();
    xml.open("dc:language").text("vi-VN").close();
    String created = about.created().truncatedTo(ChronoUnit.SECONDS).toString();
    for (String name : new String[] {"dcterms:created", "dcterms:modified"}) {
      xml.open(name, "xsi:type", "dcterms:W3CDTF").text(created).close();
    }
  }

  /** The page number, except on the first page; the mark on each page. */
  private void header(String name, String mark, boolean numbered) throws IOException {
    Markup xml = begin(name);
    xml.open("w:hdr", "xmlns:w", WORD);
    xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", DocxStyle.PAGE.id()).close();
    if (numbered) {
      xml.open("w:fldSimple", "w:instr", "PAGE").open("w:r").open("w:t").text("2");
      xml.close().close().close();
    }
    xml.close();
    if (!mark.isEmpty()) {
      // One line, so that the header ends above the text.
      xml.open("w:p").open("w:pPr").leaf("w:pStyle", "w:val", DocxStyle.MARK.id()).close();
      xml.open("w:r").open("w:t", "xml:space", "preserve").text(mark).close().close().close();
    }
    xml.end();
  }
}
