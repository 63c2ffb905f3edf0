package vn.sogopy.letter.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.platform.table.PlainXml;

/**
 * Distinguishes formats that are ZIP archives: Office files (ECMA-376 part 2) by the types of their
 * parts, OpenDocument by its entry {@code mimetype}, programs by their manifest.
 */
final class ZipContent {
  private static final String ARCHIVE = FileType.ZIP.mediaType();
  private static final String TYPES = "[Content_Types].xml";
  private static final String MAIN = ".main";
  private static final Pattern OFFICE =
      Pattern.compile("application/vnd\\.(?:openxmlformats-officedocument|ms-)[A-Za-z0-9.-]+");
  private static final Pattern OPEN_DOCUMENT =
      Pattern.compile("application/vnd\\.oasis\\.opendocument\\.[a-z-]+");

  private static final Pattern MACROS =
      Pattern.compile("macroEnabled|macrosheet|vbaProject", Pattern.CASE_INSENSITIVE);

  /** Bytes of {@link #TYPES}. Real files have a few thousand; larger ones are zip bombs. */
  private static final int TYPES_LIMIT = 4 * 1024 * 1024;

  /** Bytes of a media type. */
  private static final int TYPE_LIMIT = 100;

  private ZipContent() {}

  /** Synchronized: the directory of an archive is in memory and can be as large as the file. */
  static synchronized FileContent of(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean program = false;
      boolean macros = false;
      ZipEntry types = null;
      ZipEntry mimetype = null;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        types = name.equals(TYPES.toLowerCase(Locale.ROOT)) ? entry : types;
        mimetype = name.equals("mimetype") ? entry : mimetype;
        program |= name.equals("meta-inf/manifest.mf") || name.equals("androidmanifest.xml");
        // Visual Basic, macro sheets of Excel 4, macros of OpenDocument.
        macros |= name.endsWith("vbaproject.bin") || name.startsWith("xl/macrosheets/");
        macros |= name.startsWith("basic/") || name.startsWith("scripts/");
      }
      if (types != null) {
        return office(zip, types, macros);
      }
      if (program) {
        return FileContent.program("application/java-archive");
      }
      return mimetype == null
          ? new FileContent(ARCHIVE, FileRisk.ARCHIVE)
          : openDocument(zip, mimetype, macros);
    } catch (ZipException | IllegalArgumentException damaged) {
      return new FileContent(ARCHIVE, FileRisk.UNKNOWN);
    }
  }

  /** The declared type of the main part; that of a Word or Excel file must exist. */
  private static FileContent office(ZipFile zip, ZipEntry types, boolean macros)
      throws IOException {
    Set<String> declared = declared(zip, types);
    // A part may have any name; its type is declared.
    boolean enabled = declared.stream().anyMatch(type -> MACROS.matcher(type).find());
    String type =
        declared.stream()
            .map(part -> part.replaceFirst("\\+xml$", ""))
            .filter(part -> part.endsWith(MAIN))
            .map(part -> part.substring(0, part.length() - MAIN.length()))
            .filter(part -> OFFICE.matcher(part).matches())
            .findFirst()
            .orElse(null);
    if (type == null
        || (type.equals(FileType.DOCX.mediaType()) && zip.getEntry("word/document.xml") == null)
        || (type.equals(FileType.XLSX.mediaType()) && zip.getEntry("xl/workbook.xml") == null)) {
      return new FileContent(ARCHIVE, FileRisk.UNKNOWN);
    }
    // The registered names of types with macros end with a version.
    return new FileContent(
        type.endsWith("macroEnabled") ? type + ".12" : type,
        macros || enabled ? FileRisk.MACROS : FileRisk.NONE);
  }

  private static FileContent openDocument(ZipFile zip, ZipEntry mimetype, boolean macros)
      throws IOException {
    try (InputStream in = zip.getInputStream(mimetype)) {
      String type = new String(in.readNBytes(TYPE_LIMIT), StandardCharsets.US_ASCII).strip();
      return OPEN_DOCUMENT.matcher(type).matches()
          ? new FileContent(type, macros ? FileRisk.MACROS : FileRisk.NONE)
          : new FileContent(ARCHIVE, FileRisk.UNKNOWN);
    }
  }

  private static Set<String> declared(ZipFile zip, ZipEntry types) throws IOException {
    Set<String> declared = new LinkedHashSet<>();
    try (InputStream in = zip.getInputStream(types)) {
      byte[] bytes = in.readNBytes(TYPES_LIMIT + 1);
      if (bytes.length > TYPES_LIMIT) {
        return Set.of();
      }
      XMLStreamReader reader =
          PlainXml.factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          String type = reader.getAttributeValue(null, "ContentType");
          if (type != null) {
            declared.add(type);
          }
        }
      }
    } catch (XMLStreamException damaged) {
      return Set.of();
    }
    return declared;
  }
}
