package vn.sogopy.register.render;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML part, written as it is told; names come with their prefix. */
final class DocxXml {
  /** The JDK's own, whatever else lies on the class path: same register, same bytes. */
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
  DocxXml open(String name, String... attributes) throws IOException {
    run(
        () -> {
          writer.writeStartElement(name);
          attributes(attributes);
        });
    return this;
  }

  /** As {@link #open}, without content. */
  DocxXml empty(String name, String... attributes) throws IOException {
    run(
        () -> {
          writer.writeEmptyElement(name);
          attributes(attributes);
        });
    return this;
  }

  DocxXml close() throws IOException {
    run(writer::writeEndElement);
    return this;
  }

  DocxXml text(String text) throws IOException {
    run(() -> writer.writeCharacters(legal(text)));
    return this;
  }

  /** Ends all that is open; the stream stays open. */
  void end() throws IOException {
    run(
        () -> {
          writer.writeEndDocument();
          writer.flush();
        });
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
    }
  }

  /** What XML 1.0 cannot hold is shown as U+FFFD. */
  static String legal(String text) {
    if (text.codePoints().allMatch(DocxXml::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().forEach(c -> legal.appendCodePoint(isLegal(c) ? c : 0xFFFD));
    return legal.toString();
  }

  private static boolean isLegal(int c) {
    return c >= 0x20 && c < 0xD800
        || c >= 0xE000 && c < 0xFFFE
        || c >= 0x10000
        || c == '\t'
        || c == '\n';
  }

  private static void run(Step step) throws IOException {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** The stream's own failure, which tells why, rather than its wrapping. */
  private static IOException failure(XMLStreamException e) {
    return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
  }
}
