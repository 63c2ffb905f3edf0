package vn.sogopy.register.render;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.sogopy.register.Register;
import vn.sogopy.register.Seal;

/** The package around the document: all that is small. */
final class DocxParts implements Closeable {
  static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  static final String LANGUAGE = "vi-VN";

  /** Ids of the headers' relations. */
  static final String HEADER = "rId4";

  static final String HEADER_FIRST = "rId5";

  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPES = "application/vnd.openxmlformats-officedocument.";

  /** The oldest time that a ZIP can tell; the real one would make each copy differ. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;

  @FunctionalInterface
  interface Part {
    void write(DocxXml xml) throws IOException;
  }

  DocxParts(OutputStream out) {
    zip = new ZipOutputStream(new Lent(out));
  }

  static int twips(int mm) {
    return Math.round(mm * 1440 / 25.4f);
  }

  void add(String name, Part part) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    DocxXml xml = new DocxXml(zip);
    part.write(xml);
    xml.end();
    zip.closeEntry();
  }

  /** Ends the package; the stream below stays open. */
  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Not ours to close. */
  private static final class Lent extends FilterOutputStream {
    private Lent(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }

  void addAll(Register register, Seal seal) throws IOException {
    add("[Content_Types].xml", DocxParts::contentTypes);
    add(
        "_rels/.rels",
        xml -> {
          xml.open("Relationships", "xmlns", PACKAGE + "relationships");
          relation(xml, "rId1", RELATIONS + "/officeDocument", "word/document.xml");
          relation(
              xml, "rId2", PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
          relation(xml, "rId3", RELATIONS + "/extended-properties", "docProps/app.xml");
        });
    add("docProps/core.xml", xml -> core(xml, register));
    add(
        "docProps/app.xml",
        xml ->
            xml.open(
                    "Properties",
                    "xmlns",
                    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
                .open("Application")
                .text("Sổ Góp Ý"));
    add(
        "word/_rels/document.xml.rels",
        xml -> {
          xml.open("Relationships", "xmlns", PACKAGE + "relationships");
          relation(xml, "rId1", RELATIONS + "/styles", "styles.xml");
          relation(xml, "rId2", RELATIONS + "/settings", "settings.xml");
          relation(xml, "rId3", RELATIONS + "/fontTable", "fontTable.xml");
          relation(xml, HEADER, RELATIONS + "/header", "header1.xml");
          relation(xml, HEADER_FIRST, RELATIONS + "/header", "header2.xml");
        });
    add("word/styles.xml", DocxStyle::write);
    add("word/settings.xml", DocxParts::settings);
    add("word/fontTable.xml", DocxParts::fonts);
    add("word/header1.xml", xml -> header(xml, register, seal, true));
    add("word/header2.xml", xml -> header(xml, register, seal, false));
  }

  private static void relation(DocxXml xml, String id, String type, String target)
      throws IOException {
    xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
  }

  private static void contentTypes(DocxXml xml) throws IOException {
    xml.open("Types", "xmlns", PACKAGE + "content-types");
    xml.empty(
        "Default",
        "Extension",
        "rels",
        "ContentType",
        "application/vnd.openxmlformats-package.relationships+xml");
    xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
    type(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    type(xml, "/docProps/app.xml", TYPES + "extended-properties+xml");
    type(xml, "/word/document.xml", TYPES + "wordprocessingml.document.main+xml");
    type(xml, "/word/styles.xml", TYPES + "wordprocessingml.styles+xml");
    type(xml, "/word/settings.xml", TYPES + "wordprocessingml.settings+xml");
    type(xml, "/word/fontTable.xml", TYPES + "wordprocessingml.fontTable+xml");
    type(xml, "/word/header1.xml", TYPES + "wordprocessingml.header+xml");
    type(xml, "/word/header2.xml", TYPES + "wordprocessingml.header+xml");
  }

  private static void type(DocxXml xml, String part, String type) throws IOException {
    xml.empty("Override", "PartName", part, "ContentType", type);
  }

  private static void core(DocxXml xml, Register register) throws IOException {
    String issuer = register.letterhead().issuer();
    xml.open(
        "cp:coreProperties",
        "xmlns:cp",
        PACKAGE + "metadata/core-properties",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms",
        "http://purl.org/dc/terms/",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    xml.open("dc:title").text(register.title()).close();
    xml.open("dc:subject").text(register.planTitle()).close();
    xml.open("dc:creator").text(issuer == null ? register.generatedBy() : issuer).close();
    xml.open("dc:language").text(LANGUAGE).close();
    String created = register.generatedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    for (String name : new String[] {"dcterms:created", "dcterms:modified"}) {
      xml.open(name, "xsi:type", "dcterms:W3CDTF").text(created).close();
    }
  }

  private static void settings(DocxXml xml) throws IOException {
    xml.open("w:settings", "xmlns:w", WORD).empty("w:zoom", "w:percent", "100");
    xml.empty("w:defaultTabStop", "w:val", String.valueOf(twips(10)));
    xml.empty("w:characterSpacingControl", "w:val", "doNotCompress").open("w:compat");
    xml.empty(
        "w:compatSetting",
        "w:name",
        "compatibilityMode",
        "w:uri",
        "http://schemas.microsoft.com/office/word",
        "w:val",
        "15");
    xml.close().empty("w:themeFontLang", "w:val", LANGUAGE);
    xml.empty("w:decimalSymbol", "w:val", ",").empty("w:listSeparator", "w:val", ";");
  }

  private static void fonts(DocxXml xml) throws IOException {
    xml.open("w:fonts", "xmlns:w", WORD).open("w:font", "w:name", "Times New Roman");
    xml.empty("w:panose1", "w:val", "02020603050405020304").empty("w:charset", "w:val", "A3");
    xml.empty("w:family", "w:val", "roman").empty("w:pitch", "w:val", "variable");
  }

  /** The number of the page, but not of the first; the marks on every one. */
  private static void header(DocxXml xml, Register register, Seal seal, boolean numbered)
      throws IOException {
    xml.open("w:hdr", "xmlns:w", WORD);
    DocxWriter writer = new DocxWriter(xml);
    xml.open("w:p").open("w:pPr").empty("w:pStyle", "w:val", DocxStyle.PAGE.id()).close();
    if (numbered) {
      xml.open("w:fldSimple", "w:instr", "PAGE").open("w:r").open("w:t").text("2");
      xml.close().close().close();
    }
    xml.close();
    // One line, so that it ends above the text.
    StringJoiner marks = new StringJoiner(" - ").setEmptyValue("");
    if (register.mark() != null) {
      marks.add(register.mark());
    }
    if (seal == null) {
      marks.add(register.draftMark());
    }
    if (marks.length() > 0) {
      writer.paragraph(DocxStyle.MARK, marks.toString());
    }
  }
}
