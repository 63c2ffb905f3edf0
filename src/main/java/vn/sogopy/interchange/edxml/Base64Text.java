package vn.sogopy.interchange.edxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Base64;
import java.util.function.IntSupplier;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/** The text of the most recently opened element, in Base64 (RFC 4648), without its blanks. */
final class Base64Text extends InputStream {
  private final XMLStreamReader reader;
  private final IntSupplier next;
  private final String pointer;
  private String piece = "";
  private int at;
  private boolean ended;

  /**
   * @param next advances the reader
   * @param pointer of the element in errors
   */
  Base64Text(XMLStreamReader reader, IntSupplier next, String pointer) {
    this.reader = reader;
    this.next = next;
    this.pointer = pointer;
  }

  /** Whether another character follows. If not, the end of the element was read. */
  boolean hasMore() {
    while (!ended) {
      while (at < piece.length() && piece.charAt(at) <= ' ') {
        at++;
      }
      if (at < piece.length()) {
        return true;
      }
      at = 0;
      piece = "";
      switch (next.getAsInt()) {
        case XMLStreamReader.END_ELEMENT -> ended = true;
        case XMLStreamReader.START_ELEMENT -> throw invalid();
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> piece = reader.getText();
        default -> {}
      }
    }
    return false;
  }

  @Override
  public int read() {
    if (!hasMore()) {
      return -1;
    }
    char c = piece.charAt(at++);
    return c < 0x80 ? c : '?'; // not a character of Base64
  }

  /**
   * @throws ProblemException 400 for invalid Base64
   */
  void decode(OutputStream out) {
    try {
      Base64.getDecoder().wrap(this).transferTo(out);
    } catch (IOException e) {
      throw invalid();
    }
    if (hasMore()) {
      throw invalid();
    }
  }

  private ProblemException invalid() {
    return MessageXml.wrong(pointer, FieldCode.INVALID_FORMAT, "Base64");
  }
}
