package vn.sogopy.interchange.wordletter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.io.input.BoundedInputStream;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Reads the text of an untrusted DOCX file as a stream. POI does not read strict OOXML, omits the
 * text of custom XML and of links within tracked insertions, and takes 360 bytes of heap for each
 * element.
 */
final class DocxDocument {
  private static final String BODY = "word/document.xml";

  /** Bytes of one unpacked part. A letter of 100 pages has about 3 million. */
  private static final long MAX_PART = 16L * 1024 * 1024;

  /** Characters of one footnote. */
  private static final int MAX_NOTE = 4_000;

  private static final int MAX_NOTES = 2_000;

  private final ZipFile zip;
  private final String fileName;

  private DocxDocument(ZipFile zip, String fileName) {
    this.zip = zip;
    this.fileName = fileName;
  }

  private interface Reading {
    void read(WordXml in) throws XMLStreamException;
  }

  /**
   * Reads one file at a time, since a crafted part may fill the memory.
   *
   * @param fileName for errors
   * @throws ProblemException 422 if it is no DOCX, or too large
   */
  static synchronized List<Block> read(Path file, String fileName) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new DocxDocument(zip, fileName).blocks();
    } catch (ZipException | IllegalArgumentException damaged) {
      throw new ProblemException(ProblemCode.WORD_FILE_DAMAGED, fileName);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Block> blocks() throws IOException {
    DocxStyles styles = new DocxStyles();
    part("word/styles.xml", styles::read);
    DocxNumbering numbering = new DocxNumbering();
    part("word/numbering.xml", numbering::read);
    Map<String, StringBuilder> notes = new HashMap<>();
    part("word/footnotes.xml", in -> notes(in, notes));
    part("word/endnotes.xml", in -> notes(in, notes));
    if (zip.getEntry(BODY) == null) {
      throw new ProblemException(ProblemCode.WORD_FILE_DAMAGED, fileName);
    }
    List<Block> blocks = new ArrayList<>();
    part(BODY, in -> new DocxBody(in, styles, numbering, notes).read(blocks));
    return blocks;
  }

  private void part(String name, Reading reading) throws IOException {
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
        WordXml xml = new WordXml(in);
        reading.read(xml);
        xml.end();
      } catch (XMLStreamException e) {
        boolean large = e instanceof WordXml.TooLargeException || in.getCount() > MAX_PART;
        throw new ProblemException(
            large ? ProblemCode.WORD_FILE_TOO_LARGE : ProblemCode.WORD_FILE_DAMAGED, fileName);
      }
    }
  }

  /** Reads the notes by "foo" or "end" and the number that the text refers to. */
  private static void notes(WordXml in, Map<String, StringBuilder> notes)
      throws XMLStreamException {
    StringBuilder note = new StringBuilder();
    for (String name = in.next(1); name != null; name = in.next(1)) {
      switch (name) {
        case "footnote", "endnote" -> {
          note = new StringBuilder();
          notes.put(name.substring(0, 3) + in.attribute("id"), note);
        }
        case "t" -> {
          note.append(in.text());
          note.setLength(Math.min(note.length(), MAX_NOTE));
        }
        default -> {}
      }
      if (notes.size() > MAX_NOTES) {
        throw new WordXml.TooLargeException("notes");
      }
    }
  }
}
