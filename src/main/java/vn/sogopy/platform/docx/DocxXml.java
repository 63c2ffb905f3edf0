package vn.sogopy.platform.docx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.sogopy.platform.table.CellText;

/** One XML part, written as a stream. Names of elements and attributes include their prefix. */
final class DocxXml {
  /** The JDK's own, whatever else is on the class path: the bytes must not depend on it. */
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter writer;

  @FunctionalInterface
  private interface Step {
    void run() throws XMLStreamException;
  }

  DocxXml(OutputStream out) throws IOException {
    try {
      writer =
          FACTORY.createXMLStreamWriter(
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
      writer.writeStartDocument("UTF-8", "1.0");
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /**
   * @param attributes name, value, name, value
   */
  DocxXml open(String name, Object... attributes) throws IOException {
    run(
        () -> {
          writer.writeStartElement(name);
          attributes(attributes);
        });
    return this;
  }

  /** As {@link #open}, without content. */
  DocxXml empty(String name, Object... attributes) throws IOException {
    run(
        () -> {
          writer.writeEmptyElement(name);
          attributes(attributes);
        });
    return this;
  }

  /** An element without content whose one attribute is {@code w:val}. */
  DocxXml val(String name, Object value) throws IOException {
    return empty(name, "w:val", value);
  }

  DocxXml close() throws IOException {
    run(writer::writeEndElement);
    return this;
  }

  DocxXml text(String text) throws IOException {
    run(() -> writer.writeCharacters(legal(text)));
    return this;
  }

  /** Ends all open elements; the stream stays open. */
  void end() throws IOException {
    run(
        () -> {
          writer.writeEndDocument();
          writer.flush();
        });
  }

  private void attributes(Object... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute((String) attributes[i], legal(attributes[i + 1].toString()));
    }
  }

  /** Characters that XML 1.0 cannot hold become U+FFFD. */
  static String legal(String text) {
    if (text.codePoints().allMatch(CellText::isXml)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(CellText.isXml(c) ? c : 0xFFFD));
    return legal.toString();
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** The exception of the stream itself rather than the one that wraps it. */
  private static IOException failure(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
  }
}
