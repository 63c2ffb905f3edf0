package vn.sogopy.platform.table;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes XML again as it is read, piece by piece. The JDK's own writer loses line ends in
 * attributes and prefixes that only a value names (mc:Ignorable).
 */
final class XmlCopy {
  private final XMLStreamReader in;
  private final Writer out;

  /** Whether the last start tag still lacks its end. */
  private boolean open;

  XmlCopy(XMLStreamReader in, Writer out) throws IOException {
    this.in = in;
    this.out = out;
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  /** Writes what the reader stands at; comments and processing instructions mean nothing here. */
  void event() throws IOException {
    switch (in.getEventType()) {
      case XMLStreamConstants.START_ELEMENT -> start(attributes());
      case XMLStreamConstants.END_ELEMENT -> end(name());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(in.getText());
      default -> {}
    }
  }

  /** The attributes of the element that the reader stands at, by their names with prefix. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(
          named(in.getAttributePrefix(i), in.getAttributeLocalName(i)), in.getAttributeValue(i));
    }
    return attributes;
  }

  /** Starts the element that the reader stands at, with these attributes. */
  void start(Map<String, String> attributes) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      String prefix = in.getNamespacePrefix(i);
      String uri = in.getNamespaceURI(i);
      all.put(prefix == null ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
    }
    all.putAll(attributes);
    start(name(), all);
  }

  void start(String name, Map<String, String> attributes) throws IOException {
    close();
    out.write('<');
    out.write(name);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      out.write(' ');
      out.write(attribute.getKey());
      out.write("=\"");
      escape(attribute.getValue(), true);
      out.write('"');
    }
    open = true;
  }

  void end(String name) throws IOException {
    if (open) {
      out.write("/>");
      open = false;
    } else {
      out.write("</" + name + ">");
    }
  }

  void text(String text) throws IOException {
    if (!text.isEmpty()) {
      close();
      escape(text, false);
    }
  }

  /** Reads on to the end of the element that the reader stands at, and writes nothing of it. */
  void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  String name() {
    return named(in.getPrefix(), in.getLocalName());
  }

  /** A name with the prefix of the element that the reader stands at. */
  String beside(String localName) {
    return named(in.getPrefix(), localName);
  }

  private static String named(String prefix, String localName) {
    return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
  }

  private void close() throws IOException {
    if (open) {
      out.write('>');
      open = false;
    }
  }

  private void escape(String text, boolean attribute) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '\r' -> out.write("&#13;");
        case '"' -> out.write(attribute ? "&quot;" : "\"");
        case '\n' -> out.write(attribute ? "&#10;" : "\n");
        case '\t' -> out.write(attribute ? "&#9;" : "\t");
        default -> out.write(c);
      }
    }
  }
}
