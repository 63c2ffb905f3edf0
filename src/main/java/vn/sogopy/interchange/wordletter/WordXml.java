package vn.sogopy.interchange.wordletter;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.platform.table.PlainXml;

/**
 * Reads one part of a Word file by local names: transitional and strict OOXML have different
 * namespaces. The reader starts at the root element, which has depth 1.
 */
final class WordXml {
  /** Nested elements. The limit is below the 100 of the XML parser in JDK 25. */
  private static final int MAX_DEPTH = 90;

  /** Characters of all paragraphs. */
  static final int MAX_TEXT = 2_000_000;

  private final XMLStreamReader in;
  private int depth;

  WordXml(InputStream part) throws XMLStreamException {
    in = PlainXml.read(part);
    next(0);
  }

  /** The document exceeds a limit that no real letter reaches. */
  static final class TooLargeException extends XMLStreamException {
    TooLargeException(String what) {
      super(what);
    }
  }

  /** The depth of the current element. */
  int depth() {
    return depth;
  }

  /** The name of the next element within the one at this depth; null at the end of that one. */
  String next(int outer) throws XMLStreamException {
    while (depth >= outer) {
      if (advance() == XMLStreamConstants.START_ELEMENT) {
        return in.getLocalName();
      }
    }
    return null;
  }

  /** The text of the current element, which ends here. */
  String text() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int outer = depth; depth >= outer; ) {
      int event = advance();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(in.getText());
      }
      if (text.length() > MAX_TEXT) {
        throw new TooLargeException("characters");
      }
    }
    return text.toString();
  }

  /** Passes over the rest of the current element. */
  void skip() throws XMLStreamException {
    for (int outer = depth; depth >= outer; ) {
      advance();
    }
  }

  /** Reads the rest of the part, since all of it must be well-formed. */
  void end() throws XMLStreamException {
    while (in.hasNext()) {
      in.next();
    }
  }

  private int advance() throws XMLStreamException {
    if (!in.hasNext()) {
      throw new XMLStreamException("the document ends too early");
    }
    int event = in.next();
    depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
    depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    if (depth > MAX_DEPTH) {
      throw new TooLargeException("depth");
    }
    return event;
  }

  /** An attribute of the element that was just entered, in any namespace; null = none. */
  String attribute(String name) {
    return in.getAttributeValue(null, name);
  }

  String val() {
    return attribute("val");
  }

  int number(String attribute, int otherwise) {
    try {
      String value = attribute(attribute);
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
