package vn.sogopy.letter.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import vn.sogopy.platform.table.PlainXml;

/**
 * The type of a file and what may be in it, by its content: archives by their directory, XML by
 * parsing, PDF and images by their end, others by their signature (Tika). The name decides between
 * types that the content does not distinguish, and on scripts.
 *
 * @param risk null = a program or script
 */
record FileContent(String mediaType, FileRisk risk) {
  private static final int HEAD = 64;
  private static final String BYTES = "application/octet-stream";
  private static final byte[] ZIP = {'P', 'K'};

  /** Types without macros or other files; also images, sound and films. */
  private static final Set<String> PLAIN =
      Set.of(
          "text/plain",
          "text/csv",
          "application/pkcs7-signature",
          "application/x-shapefile",
          "application/x-dbf");

  private static final Pattern MEDIA = Pattern.compile("(?:image|audio|video)/(?!.*\\+xml).*");

  private static final Set<String> ARCHIVES =
      Set.of(
          "application/x-rar-compressed",
          "application/x-7z-compressed",
          "application/x-tar",
          "application/x-gtar",
          "application/gzip",
          "application/x-bzip2",
          "application/x-xz",
          "application/zstd",
          "application/x-lzma",
          "application/x-arj",
          "application/x-lharc",
          "application/vnd.ms-cab-compressed",
          "application/x-iso9660-image");

  /** Loaded on first use, since the list of some 1,600 types is slow to load. */
  private static final class Signatures {
    static final Detector DETECTOR = MimeTypes.getDefaultMimeTypes();
  }

  static FileContent program(String mediaType) {
    return new FileContent(mediaType, null);
  }

  /**
   * @param name as it is stored
   */
  static FileContent of(Path file, String name) {
    try {
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(HEAD);
      }
      if (Programs.isProgram(head)) {
        return program(detect(file, null));
      }
      FileContent found = of(file, name, head);
      boolean script = found.checked().isEmpty() && Programs.isNamed(name);
      return script ? program(found.mediaType) : found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileContent of(Path file, String name, byte[] head) throws IOException {
    if (Programs.starts(head, OleContent.SIGNATURE)) {
      return OleContent.of(file);
    }
    String signature = detect(file, null);
    return switch (signature) {
      case "application/xml", "text/plain" -> xml(file, name, signature);
      case "application/pdf" -> whole(signature, FileEnd.isWholePdf(file));
      case "image/png" -> whole(signature, FileEnd.isWholePng(file));
      case "image/jpeg" -> whole(signature, FileEnd.isWholeJpeg(file));
      default -> Programs.starts(head, ZIP) ? ZipContent.of(file) : other(file, name, signature);
    };
  }

  /** The type, if it is one whose content was checked. */
  Optional<FileType> checked() {
    boolean known = risk == FileRisk.NONE || risk == FileRisk.ARCHIVE;
    return FileType.of(mediaType).filter(type -> known);
  }

  private static FileContent whole(String type, boolean whole) {
    return new FileContent(type, whole ? FileRisk.NONE : FileRisk.UNKNOWN);
  }

  /**
   * @param signature the type by the content alone
   */
  private static FileContent other(Path file, String name, String signature) throws IOException {
    String type = detect(file, name);
    return new FileContent(type, signature.equals(BYTES) ? FileRisk.UNKNOWN : risk(file, type));
  }

  private static FileRisk risk(Path file, String type) {
    if (ARCHIVES.contains(type)) {
      return FileRisk.ARCHIVE;
    }
    if (type.equals("message/rfc822")) {
      return contains(file, "name=") || contains(file, "name*") ? FileRisk.ARCHIVE : FileRisk.NONE;
    }
    if (type.equals("application/rtf")) {
      return contains(file, "\\objdata") ? FileRisk.UNKNOWN : FileRisk.NONE;
    }
    boolean plain = PLAIN.contains(type) || MEDIA.matcher(type).matches();
    return plain ? FileRisk.NONE : FileRisk.UNKNOWN;
  }

  /**
   * @param word ASCII; its first character occurs once in it
   */
  static boolean contains(Path file, String word) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      int matched = 0;
      for (int next = in.read(); next >= 0 && matched < word.length(); next = in.read()) {
        matched = next == word.charAt(matched) ? matched + 1 : next == word.charAt(0) ? 1 : 0;
      }
      return matched == word.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param name a hint; null = none
   */
  private static String detect(Path file, String name) throws IOException {
    Metadata hint = new Metadata();
    if (name != null) {
      hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      String type = Signatures.DETECTOR.detect(in, hint).getBaseType().toString();
      return type.contains("x-tika") ? BYTES : type;
    }
  }

  /** Well-formed XML without DOCTYPE that no browser renders as a page; else other text. */
  private static FileContent xml(Path file, String name, String signature) throws IOException {
    String xml = FileType.XML.mediaType();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader reader = PlainXml.factory().createXMLStreamReader(in);
      String active = null;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.DTD) {
          return new FileContent(xml, FileRisk.UNKNOWN);
        }
        if (event == XMLStreamReader.START_ELEMENT && active == null) {
          active = active(reader);
        }
      }
      return active == null
          ? new FileContent(xml, FileRisk.NONE)
          : new FileContent(active, FileRisk.UNKNOWN);
    } catch (XMLStreamException | RuntimeException notXml) {
      // The parser of the JDK also throws unchecked exceptions of many types for malformed XML.
      return signature.equals(xml)
          ? new FileContent(xml, FileRisk.UNKNOWN)
          : other(file, name, signature);
    }
  }

  private static String active(XMLStreamReader element) {
    String name = element.getLocalName().toLowerCase(Locale.ROOT);
    String namespace = String.valueOf(element.getNamespaceURI());
    if (name.equals("html") || namespace.equals("http://www.w3.org/1999/xhtml")) {
      return "application/xhtml+xml";
    }
    return name.equals("svg") || namespace.equals("http://www.w3.org/2000/svg")
        ? "image/svg+xml"
        : null;
  }
}
