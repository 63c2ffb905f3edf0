package vn.sogopy.letter.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import vn.sogopy.platform.table.PlainXml;

/**
 * Detects the media type of a file by its content. Tika detects the signature. This class checks
 * further: archives by their directory, XML by parsing, PDF and images by their end.
 */
final class FileContent {
  private FileContent() {}

  /** Loaded on first use, since the list of some 1,600 types is slow to load. */
  private static final class Signatures {
    static final Detector DETECTOR = MimeTypes.getDefaultMimeTypes();
  }

  /** The media type; one that is not accepted for damaged or encrypted files and macros. */
  static String mediaType(Path file) {
    try {
      String signature = signature(file);
      return switch (signature) {
        case "application/zip",
            "application/java-archive",
            "application/x-tika-ooxml",
            "application/x-tika-ooxml-protected" ->
            ZipContent.mediaType(file);
        case "application/xml", "text/plain" -> xml(file, signature);
        case "application/pdf" -> FileEnd.pdf(file);
        case "image/png" -> FileEnd.png(file);
        case "image/jpeg" -> FileEnd.jpeg(file);
        default -> signature;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String signature(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * 1024)) {
      return Signatures.DETECTOR.detect(in, new Metadata()).getBaseType().toString();
    }
  }

  /** Accepts well-formed XML without DOCTYPE that no browser renders as a page. */
  private static String xml(Path file, String signature) throws IOException {
    String damaged = signature.equals("text/plain") ? signature : "application/xml (damaged)";
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      XMLStreamReader reader = PlainXml.factory().createXMLStreamReader(in);
      String active = null;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamReader.DTD) {
          return "application/xml (DOCTYPE)";
        }
        if (event == XMLStreamReader.START_ELEMENT && active == null) {
          active = active(reader);
        }
      }
      return active == null ? "application/xml" : active;
    } catch (XMLStreamException | RuntimeException notXml) {
      // The parser of the JDK also throws unchecked exceptions of many types for malformed XML.
      return damaged;
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
