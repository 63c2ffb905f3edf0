package vn.sogopy.interchange.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.ProxyInputStream;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterForm;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.table.PlainXml;
import vn.sogopy.platform.text.StateSecrets;
import vn.sogopy.platform.text.Text;

/**
 * Reads the XML of a message in one pass. Elements are identified by their local names, since
 * namespaces and prefixes differ among vendors. Embedded files are not held in memory. A DOCTYPE is
 * refused, so only the five predefined entities exist and nothing is fetched.
 */
final class MessageXml {
  private static final String FILES = "/AttachmentEncoded";
  private static final int MAX_DEPTH = 40;
  private static final int MAX_ELEMENTS = 20_000;

  /** Characters of all elements together, without embedded files. */
  private static final int MAX_TEXT = 1024 * 1024;

  private static final Pattern BLANKS = Pattern.compile("[\\x00-\\x20]+");

  private static final String HEADER = "MessageHeader";
  private static final String ATTACHMENT = "Attachment";

  private static final Pattern PARTS =
      Pattern.compile(
          "MessageHeader|ResponseFor|Bussiness|Business|ReplacementInfo|Attachment|Reference");

  /** The child of an attachment with the file, by the names that vendors use. */
  private static final Pattern PACKED =
      Pattern.compile(
          "ContentTransferEncoded|AttachmentEncoded|ContentEncoded|FileContent|Content|Data");

  /**
   * QCVN 102:2016 has no degree of secrecy, since such documents must not be sent this way. Vendors
   * that have an element for it use one of these names.
   */
  private static final Pattern SECRECY =
      Pattern.compile(
          "Secrecy(Level)?|Secret(Level)?|Security(Level)?|Confidential(ity|Level)?|(Muc)?DoMat");

  private final Unpacker unpacker;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private XMLStreamReader reader;
  private long bytesSinceEvent;
  private int elements;
  private int characters;
  private int files;

  /** Whether an element within the header has a degree of secrecy. */
  boolean classified;

  /** Stores an embedded file; errors use the pointer. */
  interface Unpacker {
    Upload unpack(String pointer, TemporaryFile.Content content) throws IOException;
  }

  /** An element of the letter, with the texts of its children and grandchildren. */
  static final class Part {
    static final Part NONE = new Part("", null);

    private final String name;
    private final Map<String, String> texts = new HashMap<>();

    /** The attribute {@code href} in any namespace; null = none. */
    final String href;

    /** The embedded file; null = none. */
    Upload file;

    private Part(String name, String href) {
      this.name = name;
      this.href = href;
    }

    /**
     * The first text found; null = none.
     *
     * @param paths such as {@code Subject} or {@code From/OrganId}, in order of preference
     */
    String text(String... paths) {
      return Stream.of(paths).map(texts::get).filter(Objects::nonNull).findFirst().orElse(null);
    }
  }

  /**
   * An open element.
   *
   * @param part that it is or lies in; null = none
   * @param path within that part; empty for the part itself, null below its grandchildren
   */
  private record Open(String name, Part part, String path) {}

  /**
   * @throws ProblemException 400 for invalid XML, a DOCTYPE, too many levels or too much text
   */
  MessageXml(InputStream xml, Unpacker unpacker) throws IOException {
    this.unpacker = unpacker;
    try {
      reader = PlainXml.factory().createXMLStreamReader(new Counted(xml));
    } catch (XMLStreamException | RuntimeException e) {
      throw malformed(e);
    }
    for (int event = next(); event != XMLStreamReader.END_DOCUMENT; event = next()) {
      switch (event) {
        case XMLStreamReader.START_ELEMENT -> start(reader.getLocalName());
        case XMLStreamReader.END_ELEMENT -> end(open.pop());
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> {
          count(reader.getTextLength());
          text.append(reader.getText());
        }
        default -> {}
      }
    }
  }

  /** The parts of these names, in the order of the message. */
  List<Part> parts(String... names) {
    return parts.stream().filter(part -> List.of(names).contains(part.name)).toList();
  }

  /** The first part of these names; an empty one if there is none. */
  Part part(String... names) {
    return parts(names).stream().findFirst().orElse(Part.NONE);
  }

  private int next() {
    try {
      int event = reader.next();
      bytesSinceEvent = 0;
      if (event == XMLStreamReader.DTD) {
        throw wrong("", FieldCode.DOCTYPE_FORBIDDEN);
      }
      if (event == XMLStreamReader.ENTITY_REFERENCE) {
        throw new XMLStreamException("an entity", reader.getLocation());
      }
      return event;
    } catch (XMLStreamException | RuntimeException e) {
      throw malformed(e);
    }
  }

  /** The parser of the JDK also throws unchecked exceptions of many kinds on malformed XML. */
  private ProblemException malformed(Exception cause) {
    if (cause instanceof ProblemException problem) {
      return problem;
    }
    Location at =
        cause instanceof XMLStreamException malformed
            ? malformed.getLocation()
            : reader == null ? null : reader.getLocation();
    return new ProblemException(
        ProblemCode.MALFORMED_XML,
        at == null ? 1 : Math.max(1, at.getLineNumber()),
        at == null ? 1 : Math.max(1, at.getColumnNumber()));
  }

  private void start(String name) throws IOException {
    if (++elements > MAX_ELEMENTS) {
      throw wrong("", FieldCode.TOO_LONG, MAX_ELEMENTS);
    }
    if (open.size() == MAX_DEPTH) {
      throw wrong("", FieldCode.TOO_DEEP, MAX_DEPTH);
    }
    text.setLength(0);
    Open parent = open.peek();
    if (parent != null && parent.name.equals(ATTACHMENT) && PACKED.matcher(name).matches()) {
      unpack(parent.part);
    } else if (PARTS.matcher(name).matches()) {
      Part part = new Part(name, href());
      parts.add(part);
      open.push(new Open(name, part, ""));
    } else if (parent == null || parent.path == null || parent.path.contains("/")) {
      open.push(new Open(name, parent == null ? null : parent.part, null));
    } else {
      String path = parent.path.isEmpty() ? name : parent.path + "/" + name;
      open.push(new Open(name, parent.part, path));
    }
  }

  private String href() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("href")) {
        count(reader.getAttributeValue(i).length());
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Of several elements with one path the first non-empty one counts. */
  private void end(Open element) {
    String value = Text.trim(text.toString());
    text.setLength(0);
    if (element.path != null && !value.isEmpty()) {
      element.part.texts.putIfAbsent(element.path, value);
    }
    classified |=
        SECRECY.matcher(element.name).matches()
            && !value.isEmpty()
            && StateSecrets.isDegree(value)
            && open.stream().anyMatch(outer -> outer.name.equals(HEADER));
  }

  private void count(int more) {
    characters += more;
    if (characters > MAX_TEXT) {
      throw wrong("", FieldCode.TOO_LONG, MAX_TEXT);
    }
  }

  /** The element is empty if the file is a separate part. */
  private void unpack(Part attachment) throws IOException {
    String pointer = pointer(files);
    String first = base64(pointer);
    if (!first.isEmpty()) {
      if (files++ == LetterForm.MAX_FILES) {
        throw wrong(FILES, FieldCode.TOO_LONG, LetterForm.MAX_FILES);
      }
      attachment.file = unpacker.unpack(pointer, out -> decode(first, pointer, out));
    }
  }

  /** The next piece of the text of the element, without blanks; empty at its end. */
  private String base64(String pointer) {
    for (int event = next(); event != XMLStreamReader.END_ELEMENT; event = next()) {
      if (event == XMLStreamReader.START_ELEMENT) {
        throw wrong(pointer, FieldCode.INVALID_FORMAT, "Base64");
      }
      boolean text = event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA;
      String piece = text ? BLANKS.matcher(reader.getText()).replaceAll("") : "";
      if (!piece.isEmpty()) {
        return piece;
      }
    }
    return "";
  }

  /** Decodes the text of the element. Padding is valid in its last four characters only. */
  private void decode(String first, String pointer, OutputStream out) throws IOException {
    String left = first;
    try {
      for (String more = base64(pointer); !more.isEmpty(); more = base64(pointer)) {
        String text = left + more;
        int whole = (text.length() - 1) / 4 * 4;
        if (text.lastIndexOf('=', whole - 1) >= 0) {
          throw new IllegalArgumentException("padding within the text");
        }
        out.write(Base64.getDecoder().decode(text.substring(0, whole)));
        left = text.substring(whole);
      }
      out.write(Base64.getDecoder().decode(left));
    } catch (IllegalArgumentException e) {
      throw wrong(pointer, FieldCode.INVALID_FORMAT, "Base64");
    }
  }

  static String pointer(int file) {
    return FILES + "/Attachment/" + file;
  }

  static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer, code, arguments));
  }

  /**
   * Limits the size of tokens. The parser holds a name, an attribute, a comment or a CDATA section
   * in memory as a whole. Plain text, as of embedded files, comes in pieces.
   */
  private final class Counted extends ProxyInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    protected void afterRead(int bytes) {
      bytesSinceEvent += bytes;
      if (bytesSinceEvent > MAX_TEXT) {
        throw wrong("", FieldCode.TOO_LONG, MAX_TEXT);
      }
    }
  }
}
