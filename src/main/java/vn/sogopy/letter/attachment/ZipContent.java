package vn.sogopy.letter.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.platform.table.PlainXml;

/**
 * Distinguishes formats that are ZIP archives: Word and Excel files (ECMA-376 part 2) by the types
 * of their parts, programs by their manifest.
 */
final class ZipContent {
  private static final String DAMAGED = "application/zip (damaged)";
  private static final String OTHER_OFFICE = "application/x-tika-ooxml";
  private static final String TYPES = "[Content_Types].xml";

  /** Bytes of {@link #TYPES}. Real files have a few thousand; larger ones are zip bombs. */
  private static final int TYPES_LIMIT = 4 * 1024 * 1024;

  private ZipContent() {}

  /** Synchronized: the directory of an archive is in memory and can be as large as the file. */
  static synchronized String mediaType(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      boolean program = false;
      boolean macros = false;
      boolean other = false;
      ZipEntry types = null;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        types = name.equals(TYPES.toLowerCase(Locale.ROOT)) ? entry : types;
        program |= name.equals("meta-inf/manifest.mf") || name.equals("androidmanifest.xml");
        macros |= name.endsWith("vbaproject.bin");
        other |= name.equals("mimetype");
      }
      if (types != null) {
        return macros ? OTHER_OFFICE + "; macros" : office(zip, types);
      }
      if (program) {
        return "application/java-archive";
      }
      return other ? "application/zip; mimetype" : FileType.ZIP.mediaType();
    } catch (ZipException | IllegalArgumentException damaged) {
      return DAMAGED;
    }
  }

  /** Detects the type by the declared type of the main part, which must exist. */
  private static String office(ZipFile zip, ZipEntry types) throws IOException {
    Set<String> declared = declared(zip, types);
    if (declared.stream()
        .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("macroenabled"))) {
      return OTHER_OFFICE + "; macros";
    }
    for (FileType type : Set.of(FileType.DOCX, FileType.XLSX)) {
      boolean main = declared.contains(type.mediaType() + ".main+xml");
      String part = type == FileType.DOCX ? "word/document.xml" : "xl/workbook.xml";
      if (main && zip.getEntry(part) != null) {
        return type.mediaType();
      }
    }
    return declared.stream()
        .filter(type -> type.endsWith("main+xml"))
        .findFirst()
        .orElse(OTHER_OFFICE);
  }

  private static Set<String> declared(ZipFile zip, ZipEntry types) throws IOException {
    Set<String> declared = new HashSet<>();
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
