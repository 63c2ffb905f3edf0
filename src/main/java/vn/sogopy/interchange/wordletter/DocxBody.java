package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the text of a Word document as printed (ECMA-376 part 1, section 17): with tracked
 * insertions, without tracked deletions, and with the results of fields.
 */
final class DocxBody {
  /** Nested elements. The limit is below the 100 of the XML parser in JDK 25. */
  private static final int MAX_DEPTH = 90;

  private static final int MAX_PARAGRAPHS = 20_000;

  /** Characters of all paragraphs. */
  private static final int MAX_TEXT = 2_000_000;

  /** Elements with superseded or duplicate content. */
  private static final Set<String> NOT_READ =
      Set.of(
          "del",
          "moveFrom",
          "Fallback",
          "instrText",
          "delText",
          "delInstrText",
          "sdtPr",
          "pPrChange",
          "rPrChange",
          "trPrChange",
          "tcPrChange",
          "tblPrChange",
          "sectPrChange",
          "numberingChange");

  private final XMLStreamReader in;
  private final DocxStyles styles;
  private final DocxNumbering numbering;
  private final Map<String, String> notes;

  private int depth;
  private int tables;
  private int nesting;
  private int numbered;
  private int paragraphs;
  private int characters;

  /** The text of a paragraph whose end was deleted; it precedes the next paragraph. */
  private String joined = "";

  DocxBody(
      XMLStreamReader in, DocxStyles styles, DocxNumbering numbering, Map<String, String> notes) {
    this.in = in;
    this.styles = styles;
    this.numbering = numbering;
    this.notes = notes;
  }

  /** The document exceeds a limit that no real letter reaches. */
  static final class TooLargeException extends XMLStreamException {
    TooLargeException(String what) {
      super(what);
    }
  }

  /** All blocks of the document. */
  List<Block> read() throws XMLStreamException {
    List<Block> blocks = new ArrayList<>();
    blocks(null, blocks);
    return blocks;
  }

  /** Reads the blocks up to the end of this element; null = the end of the document. */
  private void blocks(String end, List<Block> blocks) throws XMLStreamException {
    while (in.hasNext()) {
      int event = next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.END_ELEMENT && name.equals(end)) {
        return;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (name.equals("p")) {
          paragraph(blocks);
        } else if (name.equals("tbl")) {
          blocks.add(table());
        } else if (NOT_READ.contains(name)) {
          skip();
        }
      }
    }
  }

  private Block.Table table() throws XMLStreamException {
    int number = nesting == 0 ? ++tables : tables;
    nesting++;
    List<Block.Row> rows = new ArrayList<>();
    List<Block.Cell> cells = new ArrayList<>();
    boolean inside = true;
    while (inside) {
      int event = next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (name.equals("tr")) {
          cells = new ArrayList<>();
        } else if (name.equals("tc")) {
          cells.add(cell());
        } else if (name.equals("gridBefore")) {
          cells.add(new Block.Cell(List.of(), span(), false));
        } else if (NOT_READ.contains(name)) {
          skip();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("tr")) {
        rows.add(new Block.Row(cells));
      }
      inside = event != XMLStreamConstants.END_ELEMENT || !name.equals("tbl");
    }
    nesting--;
    return new Block.Table(rows, number);
  }

  private int span() {
    return Math.max(1, Math.min(100, number(attribute(in, "val"), 1)));
  }

  private Block.Cell cell() throws XMLStreamException {
    List<Block> blocks = new ArrayList<>();
    int span = 1;
    boolean continued = false;
    while (true) {
      int event = next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.END_ELEMENT && name.equals("tc")) {
        List<Block.Paragraph> text = new ArrayList<>();
        blocks.forEach(block -> flatten(block, text));
        return new Block.Cell(text, span, continued);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name) {
          case "gridSpan" -> span = span();
          case "vMerge" -> continued = !"restart".equals(attribute(in, "val"));
          case "p" -> paragraph(blocks);
          case "tbl" -> blocks.add(table());
          default -> {
            if (NOT_READ.contains(name)) {
              skip();
            }
          }
        }
      }
    }
  }

  /** A table within a cell is read as text of the cell. */
  private static void flatten(Block block, List<Block.Paragraph> text) {
    if (block instanceof Block.Paragraph paragraph) {
      text.add(paragraph);
    } else {
      ((Block.Table) block)
          .rows()
          .forEach(row -> row.cells().forEach(c -> text.addAll(c.paragraphs())));
    }
  }

  private void paragraph(List<Block> blocks) throws XMLStreamException {
    if (++paragraphs > MAX_PARAGRAPHS) {
      throw new TooLargeException("paragraphs");
    }
    DocxParagraph paragraph = new DocxParagraph(styles);
    List<Block> boxes = new ArrayList<>();
    boolean text = false;
    while (true) {
      int event = next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.END_ELEMENT && name.equals("p")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (name.equals("txbxContent")) {
          blocks("txbxContent", boxes);
        } else if (name.equals("del") && paragraph.inProperties()) {
          paragraph.markDeleted();
        } else if (NOT_READ.contains(name)) {
          skip();
        } else if (name.endsWith("noteReference")) {
          String note = notes.get(name.substring(0, 3) + attribute(in, "id"));
          append(paragraph, note == null || note.isEmpty() ? "" : " [" + note + "]");
        } else {
          append(paragraph, paragraph.start(name, attribute(in, "val"), attribute(in, "ilvl")));
        }
        text = name.equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        paragraph.end(name);
        text &= !name.equals("t");
      } else if (text && in.hasText()) {
        append(paragraph, in.getText());
      }
    }
    add(paragraph, blocks);
    blocks.addAll(boxes);
  }

  private void append(DocxParagraph paragraph, String text) throws XMLStreamException {
    characters += text.length();
    if (characters > MAX_TEXT) {
      throw new TooLargeException("characters");
    }
    paragraph.append(text);
  }

  private void add(DocxParagraph paragraph, List<Block> blocks) {
    String text = joined + paragraph.text();
    if (paragraph.isMarkDeleted()) {
      joined = text;
      return;
    }
    joined = "";
    String label =
        paragraph.list() == null ? "" : numbering.next(paragraph.list(), paragraph.level());
    String clean = Words.clean(text);
    if (!clean.isEmpty()) {
      numbered += nesting == 0 ? 1 : 0;
      blocks.add(
          new Block.Paragraph(
              clean, Words.clean(label), paragraph.level(), paragraph.isHeading(), numbered));
    }
  }

  private int next() throws XMLStreamException {
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

  private void skip() throws XMLStreamException {
    for (int outside = depth - 1; depth > outside; ) {
      next();
    }
  }

  /** An attribute in any namespace: transitional and strict OOXML have different ones. */
  static String attribute(XMLStreamReader in, String name) {
    for (int i = 0; i < in.getAttributeCount(); i++) {
      if (in.getAttributeLocalName(i).equals(name)) {
        return in.getAttributeValue(i);
      }
    }
    return null;
  }

  static int number(String value, int otherwise) {
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
