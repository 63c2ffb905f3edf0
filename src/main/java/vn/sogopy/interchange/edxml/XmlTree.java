package vn.sogopy.interchange.edxml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.table.PlainXml;

/**
 * Reads a message into a small tree; the files that are packed into it go past the tree to the
 * disk. A DOCTYPE of any kind is refused, so there are no entities but XML's own five, and nothing
 * is ever fetched.
 */
final class XmlTree {
  private static final int MAX_DEPTH = 40;
  private static final int MAX_ELEMENTS = 20_000;

  /** Characters, all elements together. */
  private static final int MAX_TEXT = 1024 * 1024;

  /** What holds a file within an element {@code Attachment}; vendors name it so or so. */
  private static final Set<String> PACKED =
      Set.of(
          "ContentTransferEncoded",
          "AttachmentEncoded",
          "ContentEncoded",
          "FileContent",
          "Content",
          "Data");

  private static final String ATTACHMENT = "Attachment";

  private final XMLStreamReader reader;
  private final Unpacker unpacker;
  private final Deque<XmlNode> open = new ArrayDeque<>();
  private int elements;
  private int text;

  /** Takes a file as its characters come. */
  interface Unpacker {
    /**
     * @return its place among the files; -1 if it is empty
     */
    int unpack(XMLStreamReader content) throws XMLStreamException, IOException;
  }

  private XmlTree(XMLStreamReader reader, Unpacker unpacker) {
    this.reader = reader;
    this.unpacker = unpacker;
  }

  /**
   * @throws ProblemException 400 for what is no XML, has a DOCTYPE, or is too deep or too long
   */
  static XmlNode read(InputStream in, Unpacker unpacker) throws IOException {
    XMLStreamReader reader = null;
    try {
      Paced paced = new Paced(in);
      reader = paced.step(PlainXml.factory().createXMLStreamReader(paced));
      return new XmlTree(reader, unpacker).read();
    } catch (XMLStreamException e) {
      throw malformed(e.getLocation());
    } catch (ProblemException | IOException e) {
      throw e;
    } catch (RuntimeException e) {
      // The JDK's parser also throws unchecked exceptions of many kinds at what is no XML.
      throw malformed(reader == null ? null : reader.getLocation());
    }
  }

  private static ProblemException malformed(Location at) {
    return new ProblemException(
        ProblemCode.MALFORMED_XML,
        at == null ? 1 : Math.max(1, at.getLineNumber()),
        at == null ? 1 : Math.max(1, at.getColumnNumber()));
  }

  private XmlNode read() throws XMLStreamException, IOException {
    XmlNode root = null;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamReader.DTD -> throw wrong("", FieldCode.DOCTYPE_FORBIDDEN);
        case XMLStreamReader.START_ELEMENT -> {
          XmlNode node = start();
          root = root == null ? node : root;
        }
        case XMLStreamReader.END_ELEMENT -> open.pop();
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> characters();
        case XMLStreamReader.ENTITY_REFERENCE -> throw malformed(reader.getLocation());
        default -> {}
      }
    }
    return root;
  }

  private XmlNode start() throws XMLStreamException, IOException {
    XmlNode node = new XmlNode(reader.getLocalName());
    XmlNode parent = open.peek();
    if (++elements > MAX_ELEMENTS) {
      throw wrong("", FieldCode.TOO_LONG, MAX_ELEMENTS);
    }
    if (open.size() == MAX_DEPTH) {
      throw wrong("", FieldCode.TOO_DEEP, MAX_DEPTH);
    }
    if (parent != null) {
      parent.children.add(node);
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals("href")) {
        count(reader.getAttributeValue(i).length());
        node.href = reader.getAttributeValue(i);
      }
    }
    boolean packed = parent != null && parent.name.equals(ATTACHMENT) && PACKED.contains(node.name);
    if (packed) {
      // Ends at the end of the element.
      node.file = unpacker.unpack(reader);
    } else {
      open.push(node);
    }
    return node;
  }

  private void characters() {
    if (!open.isEmpty()) {
      count(reader.getTextLength());
      open.peek()
          .text
          .append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
  }

  private void count(int more) {
    text += more;
    if (text > MAX_TEXT) {
      throw wrong("", FieldCode.TOO_LONG, MAX_TEXT);
    }
  }

  private static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer, code, arguments));
  }

  /**
   * The parser holds one name, attribute, comment or CDATA section whole in memory: none of them
   * may be long. Plain text, as of packed files, comes in pieces.
   */
  private static final class Paced extends FilterInputStream {
    private long sinceStep;

    Paced(InputStream in) {
      super(in);
    }

    XMLStreamReader step(XMLStreamReader reader) {
      return new StreamReaderDelegate(reader) {
        @Override
        public int next() throws XMLStreamException {
          int event = super.next();
          sinceStep = 0;
          return event;
        }
      };
    }

    @Override
    public int read() throws IOException {
      return count(super.read(), 1);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      return count(read, read);
    }

    private int count(int result, int more) {
      sinceStep += Math.max(more, 0);
      if (sinceStep > MAX_TEXT) {
        throw wrong("", FieldCode.TOO_LONG, MAX_TEXT);
      }
      return result;
    }
  }
}
