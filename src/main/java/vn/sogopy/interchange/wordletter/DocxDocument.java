package vn.sogopy.interchange.wordletter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.input.BoundedInputStream;
import vn.sogopy.platform.table.PlainXml;

/** Reads the text of an untrusted DOCX file. */
final class DocxDocument {
  private static final String BODY = "word/document.xml";

  /** Bytes of one unpacked part. A letter of 100 pages has about 3 million. */
  private static final long MAX_PART = 16L * 1024 * 1024;

  /** Characters of one footnote. */
  private static final int MAX_NOTE = 4_000;

  private static final int MAX_NOTES = 2_000;

  private final ZipFile zip;

  private DocxDocument(ZipFile zip) {
    this.zip = zip;
  }

  /** A file that cannot be read. */
  static final class UnreadableException extends Exception {
    private final boolean large;

    UnreadableException(boolean large, Throwable cause) {
      super(large ? "too large" : "damaged", cause);
      this.large = large;
    }

    /** Whether it exceeds a limit; else it is damaged. */
    boolean isLarge() {
      return large;
    }
  }

  private interface Reading {
    void read(XMLStreamReader in) throws XMLStreamException;
  }

  /**
   * Reads one file at a time, since a crafted part may fill the memory.
   *
   * @throws UnreadableException if it is no DOCX, or too large
   * @throws IOException if the file itself cannot be read
   */
  static synchronized List<Block> read(Path file) throws IOException, UnreadableException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new DocxDocument(zip).blocks();
    } catch (ZipException | IllegalArgumentException damaged) {
      throw new UnreadableException(false, damaged);
    }
  }

  private List<Block> blocks() throws IOException, UnreadableException {
    DocxStyles styles = new DocxStyles();
    part("word/styles.xml", styles::read);
    DocxNumbering numbering = new DocxNumbering();
    part("word/numbering.xml", numbering::read);
    Map<String, String> notes = new HashMap<>();
    part("word/footnotes.xml", in -> notes(in, "footnote", notes));
    part("word/endnotes.xml", in -> notes(in, "endnote", notes));
    if (zip.getEntry(BODY) == null) {
      throw new UnreadableException(false, null);
    }
    List<Block> blocks = new ArrayList<>();
    part(BODY, in -> blocks.addAll(new DocxBody(in, styles, numbering, notes).read()));
    return blocks;
  }

  private void part(String name, Reading reading) throws IOException, UnreadableException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return;
    }
    try (BoundedInputStream in =
        BoundedInputStream.builder()
            .setInputStream(zip.getInputStream(entry))
            .setMaxCount(MAX_PART + 1)
            .get()) {
      try {
        reading.read(PlainXml.read(in));
      } catch (DocxBody.TooLargeException large) {
        throw new UnreadableException(true, large);
      } catch (XMLStreamException damaged) {
        throw new UnreadableException(in.getCount() > MAX_PART, damaged);
      }
    }
  }

  /** Reads the notes by "foo" or "end" and the number that the text refers to. */
  private static void notes(XMLStreamReader in, String kind, Map<String, String> notes)
      throws XMLStreamException {
    String id = null;
    boolean text = false;
    StringBuilder note = new StringBuilder();
    while (in.hasNext()) {
      int event = in.next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.START_ELEMENT) {
        text = name.equals("t");
        if (name.equals(kind)) {
          id = DocxBody.attribute(in, "id");
          note.setLength(0);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        text = false;
        if (name.equals(kind)) {
          notes.put(kind.substring(0, 3) + id, note.toString().strip());
        }
      } else if (text && in.hasText() && note.length() < MAX_NOTE) {
        note.append(in.getText(), 0, Math.min(in.getTextLength(), MAX_NOTE));
      }
      if (notes.size() > MAX_NOTES) {
        throw new DocxBody.TooLargeException("notes");
      }
    }
  }
}
